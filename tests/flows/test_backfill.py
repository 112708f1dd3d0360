"""Backfills as a user runs them: killed, stopped, of an archive that moves and of a part of it."""

import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from math import ceil
from pathlib import Path

import pytest

from flows.commands.backfill import NoBackfillError, report
from flows.server import prefect_api
from flows.settings import Settings
from storage.database import connect, upgrade
from tests.flows.archives import ArchiveHome
from tests.press.archive import ROWS, Archive, key_of

pytestmark = pytest.mark.timeout(200)
BACKFILL = ("backfill", "ministry")
SIZE = 300
# The items of the longest column of the ministry, on 114 pages of its list.
WHOLE = 2725
ADDED = 3


@pytest.fixture(scope="module")
def prefect_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One Prefect API for all backfills of this module."""
    with prefect_api(Settings(home=tmp_path_factory.mktemp("prefect")), lambda _: None) as url:
        yield url


@pytest.fixture
def size() -> int:
    """How many items the archive has at first."""
    return SIZE


@pytest.fixture
def archive(size: int) -> Iterator[Archive]:
    with Archive(size, datetime.now(UTC).date()) as archive:
        yield archive


@pytest.fixture
def home(archive: Archive, prefect_url: str, tmp_path: Path) -> ArchiveHome:
    return ArchiveHome(tmp_path / "home", archive, prefect_url)


def after(archive: Archive, requests: int) -> Callable[[], bool]:
    """Whether so many more were asked for; then some items are published as well."""
    until = len(archive.requests) + requests

    def holds() -> bool:
        if len(archive.requests) < until:
            return False
        archive.add(ADDED)
        return True

    return holds


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("size", [SIZE, WHOLE])
def test_an_archive_that_grows_while_it_is_read_killed_and_stopped_is_whole(
    size: int, archive: Archive, home: ArchiveHome
) -> None:
    for requests in (size // 40, size // 5, size // 4):
        assert home.run_until(after(archive, requests), *BACKFILL) == -signal.SIGKILL
    assert home.run_until(after(archive, size // 4), *BACKFILL, by=signal.SIGINT) == 130
    ended = home.run(*BACKFILL)
    assert ended.code == 0, ended.errors
    report, whole = ended.line("report"), size + 4 * ADDED
    assert (report["says"], report["named"], report["held"]) == (whole, whole, whole)
    assert report["complete"]
    assert home.counts() == {"pages": whole, "articles": whole, "alerts": 0}
    assert set(home.newness()) == {"backfill"}
    # A kill loses at most the page that was on its way.
    assert len(archive.paths("art_")) <= whole + 4
    assert len(archive.paths("build/unit")) <= ceil(size / ROWS) + 5 * 5


@pytest.mark.soak
def test_what_is_missing_is_named_with_its_reason(archive: Archive, home: ArchiveHome) -> None:
    del archive.items[50:]
    archive.missing = set(archive.items[:2])
    first = home.run(*BACKFILL)
    assert first.code == 1
    report = first.line("report")
    assert (report["says"], report["held"]) == (50, 48)
    assert {item["key"] for item in report["missing"]} == set(map(key_of, archive.missing))
    assert {(item["cause"], item["why"]) for item in report["missing"]} == {
        ("failed", "The page answered 404.")
    }


@pytest.mark.soak
def test_a_part_of_the_archive_by_the_days_of_its_list(archive: Archive, home: ArchiveHome) -> None:
    first, last = archive.today - timedelta(days=30), archive.today - timedelta(days=20)
    ended = home.run(*BACKFILL, "--from", str(first), "--to", str(last))
    assert ended.code == 0, ended.errors
    wanted = {number for number in archive.items if first <= archive.day(number) <= last}
    assert ended.line("report")["held"] == len(wanted) == 44
    assert ended.line("report")["says"] is None
    assert {path[-37:-5] for path in archive.paths("art_")} == set(map(key_of, wanted))
    # It stops where the list has passed the first day, and then reads its head again.
    assert len(archive.paths("build/unit")) <= 2 * (124 // ROWS + 2)


def test_a_nightly_after_a_backfill_tells_once_of_what_is_new(
    archive: Archive, home: ArchiveHome
) -> None:
    del archive.items[30:]
    assert home.run("run").code == 0
    archive.add(2)
    assert home.run(*BACKFILL).code == 0
    assert home.counts()["alerts"] == 0
    night = home.run("run")
    assert night.code == 0, night.errors
    assert len([line for line in night.lines if "alert" in line]) == 2
    assert home.counts()["alerts"] == 2


def test_a_source_that_was_never_backfilled_has_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
    engine = connect(f"sqlite:///{tmp_path / 'onrecord.db'}", create=True)
    upgrade(engine)
    engine.dispose()
    with pytest.raises(NoBackfillError, match="never backfilled"):
        report("miit", as_json=False)

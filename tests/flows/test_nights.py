"""Two nights as a user runs them, undisturbed, with a failing source, and killed on the way."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.server import prefect_api
from flows.settings import Settings
from tests.flows.nights import Ended, Home
from tests.flows.state import differences
from tests.press.room import Press
from tests.press.truth import NEW_STATEMENT

# A process that notices its parent's death has to be given the processor first.
LINGER_SECONDS = 20
pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def prefect_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One Prefect API for all nights of this module."""
    home = tmp_path_factory.mktemp("prefect")
    with prefect_api(Settings(home=home), lambda _: None) as url:
        yield url


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    with Press(datetime.now(UTC).date()) as press:
        yield press


@pytest.fixture(scope="module")
def first_night(
    press: Press, prefect_url: str, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Home, Ended]:
    home = Home(tmp_path_factory.mktemp("nights") / "home", press, prefect_url)
    return home, home.run()


@pytest.fixture(scope="module")
def second_night(
    first_night: tuple[Home, Ended], press: Press, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Home, Ended]:
    home = first_night[0].copy(tmp_path_factory.mktemp("second") / "home")
    press.night = 2
    ended = home.run()
    press.night = 1
    return home, ended


def test_first_night_stores_all_and_alerts_nobody(first_night: tuple[Home, Ended]) -> None:
    home, night = first_night
    assert night.code == 0, night.errors
    assert night.alerts == []
    assert len(home.state()["articles"]) >= 25
    assert len(home.state()["statements"]) >= 8


def test_second_night_alerts_once_for_the_new_statement(second_night: tuple[Home, Ended]) -> None:
    home, night = second_night
    assert night.code == 0, night.errors
    (alert,) = night.alerts
    assert alert["speakers"][0]["name"] in NEW_STATEMENT.names
    assert len(home.state()["alerts"]) == 1


def test_a_run_at_once_after_the_first_fetches_and_stores_nothing(
    first_night: tuple[Home, Ended], tmp_path: Path
) -> None:
    home = first_night[0].copy(tmp_path / "home")
    before = home.state()
    again = home.run()
    assert again.code == 0, again.errors
    assert again.alerts == []
    assert all(part["fetched"] == 0 for part in again.sources.values())
    assert home.state() == before


@pytest.mark.parametrize(
    "fault",
    ["block", "empty", *(pytest.param(f, marks=pytest.mark.soak) for f in ("500", "reset"))],
)
def test_a_source_that_fails_is_told_and_the_other_is_stored(
    press: Press, prefect_url: str, tmp_path: Path, fault: str
) -> None:
    home = Home(tmp_path / "home", press, prefect_url)
    press.fault["ministry"] = fault  # type: ignore[assignment]
    try:
        night = home.run()
    finally:
        del press.fault["ministry"]
    assert night.code == 1
    assert night.sources["ministry"]["error"]
    assert night.sources["blog"]["error"] is None
    assert {source for (source, _), _ in home.state()["articles"]} == {"blog"}


def asked(press: Press, number: int) -> Callable[[], bool]:
    """Whether so many requests have come since now."""
    before = len(press.requests)
    return lambda: len(press.requests) >= before + number


def spooled(home: Home, pattern: str) -> Callable[[], bool]:
    return lambda: any((home.folder / "spool").glob(pattern))


def stored(home: Home) -> Callable[[], bool]:
    """Whether a batch beyond what the record held has been committed."""

    def count() -> int:
        path = home.folder / "onrecord.db"
        if not path.exists():
            return 0
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            try:
                found: int = database.execute("SELECT count(*) FROM articles").fetchone()[0]
            except sqlite3.OperationalError:
                return 0
            return found

    before = count()
    return lambda: count() > before


MOMENTS: dict[str, Callable[[Home], Callable[[], bool]]] = {
    "first request": lambda home: asked(home.press, 1),
    "sixth request": lambda home: asked(home.press, 6),
    "file closed": lambda home: spooled(home, "2*.warc.gz"),
    "file claimed": lambda home: spooled(home, "*claimed*"),
    "batch stored": stored,
}


@pytest.mark.soak
@pytest.mark.parametrize("night", [1, 2])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_night_that_was_killed_and_run_again_ends_like_an_undisturbed_one(
    moment: str,
    night: int,
    first_night: tuple[Home, Ended],
    second_night: tuple[Home, Ended],
    press: Press,
    tmp_path: Path,
) -> None:
    undisturbed = (first_night if night == 1 else second_night)[0]
    if night == 1:
        home = Home(tmp_path / "home", press, undisturbed.prefect_url)
    else:
        home = first_night[0].copy(tmp_path / "home")
    _kill_and_run_again(home, [moment], night)
    assert differences(home.state(), undisturbed.state()) == {}


def test_a_night_killed_at_five_moments_ends_like_an_undisturbed_one(
    first_night: tuple[Home, Ended], second_night: tuple[Home, Ended], tmp_path: Path
) -> None:
    home = first_night[0].copy(tmp_path / "home")
    _kill_and_run_again(home, list(MOMENTS), 2)
    assert differences(home.state(), second_night[0].state()) == {}


def _kill_and_run_again(home: Home, moments: list[str], night: int) -> None:
    """Kill the same night once at each moment, then let it end."""
    home.press.night = night
    try:
        for moment in moments:
            assert home.run_killed(MOMENTS[moment](home)), moment
            assert home.processes_within(LINGER_SECONDS) == [], moment
        again = home.run()
    finally:
        home.press.night = 1
    assert again.code == 0, again.errors


def test_nothing_of_ours_survives_the_kill_of_a_run_with_its_own_prefect(
    press: Press, tmp_path: Path
) -> None:
    home = Home(tmp_path / "home", press, None)
    assert home.run_killed(asked(press, 5))
    assert home.processes_within(LINGER_SECONDS) == []

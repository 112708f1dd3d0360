"""WARC files from elsewhere: stored once, told where broken, under the names of our sources."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from flows.importing import Imported, NoFileError, import_file
from flows.settings import Settings
from spiders import spool
from storage import frontier
from storage.alert_models import AlertRow
from storage.crawled import Listed, Outcome, WarcPlace
from storage.database import connect, reading, serial, upgrade
from storage.models import ArticleRow, ItemRow, PageRow, RejectionRow, SourceRow
from tests.press.archive import article, key_of
from tests.spiders.foreign_warc import member

DAY = date(2026, 3, 18)
NOW = datetime(2026, 3, 20, 2, 30, tzinfo=UTC)
HOST = "https://www.miit.gov.cn"
POST = "https://coinyuppie.com/2021/a-long-way"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A home with an empty database and the catalogue that comes with the checkout."""
    home = tmp_path / "home"
    made = Settings(home=home, database_url=f"sqlite:///{home / 'onrecord.db'}", workers=1)
    engine = connect(made.database_url, create=True)
    upgrade(engine)
    engine.dispose()
    return made


@pytest.fixture
def engine(settings: Settings) -> Engine:
    return connect(settings.database_url)


def release(number: int, packed: bool = True) -> bytes:
    """A record of one of the ministry's articles."""
    url = f"{HOST}/xwfb/bldhd/art/2026/art_{key_of(number)}.html"
    return member(article(number, DAY).encode(), url=url, packed=packed)


def post(url: str) -> bytes:
    """A record of a post that states no id."""
    words = "<p>The minister of harbours said that every quay would be mended by June.</p>" * 8
    return member(f"<title>A long way</title><body>{words}</body>".encode(), url=url)


def imported(settings: Settings, *parts: bytes, name: str = "a.warc.gz") -> Imported:
    path = settings.home.parent / name
    path.write_bytes(b"".join(parts))
    return import_file(settings, path, lambda: NOW)


def count(engine: Engine, row: type) -> int:
    with reading(engine) as session:
        return session.scalar(select(func.count()).select_from(row)) or 0


def keys(engine: Engine) -> set[tuple[str, str]]:
    with reading(engine) as session:
        return {(page.source, page.key) for page in session.scalars(select(PageRow))}


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_archived_read_and_alert_nobody(
    settings: Settings, engine: Engine, packed: bool
) -> None:
    done = imported(settings, release(1, packed), release(2, packed))
    assert (done.pages, done.tally.articles, done.broken) == (2, 2, 0)
    assert keys(engine) == {("miit", key_of(1)), ("miit", key_of(2))}
    assert count(engine, AlertRow) == 0
    with reading(engine) as session:
        row = session.scalars(select(PageRow).filter_by(key=key_of(1))).one()
        place = WarcPlace(row.warc_file, row.warc_offset, row.warc_length)
        source = session.get_one(SourceRow, "miit")
        item = session.get_one(ItemRow, ("miit", key_of(1)))
    assert spool.read_at(settings.home, place).body == article(1, DAY).encode()
    assert row.fetched_at == datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
    assert (source.baseline_at, source.archive_only) == (None, True)
    assert (item.state, item.due_at) == ("held", None)


def test_a_second_import_changes_nothing(settings: Settings, engine: Engine) -> None:
    imported(settings, release(1))
    files = sorted(path.name for path in (settings.home / "pages").rglob("*.warc.gz"))
    again = imported(settings, release(1), name="other-name.warc.gz")
    assert again.already
    assert (again.pages, count(engine, PageRow)) == (0, 1)
    assert sorted(path.name for path in (settings.home / "pages").rglob("*.warc.gz")) == files


def test_what_another_file_brought_is_not_archived_twice(
    settings: Settings, engine: Engine
) -> None:
    imported(settings, release(1))
    more = imported(settings, release(1), release(2), release(2), name="more.warc.gz")
    assert (more.pages, more.tally.pages) == (3, 1)
    archived = [
        record
        for path in (settings.home / "pages").rglob("*.warc.gz")
        for record in spool.read(path)
    ]
    assert len(archived) == 2


def test_an_import_that_died_goes_on(
    settings: Settings, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("flows.importing.MOST_PAGES", 1)
    # The clock is asked with every batch; in the second the power fails.
    instants = iter([NOW, NOW, NOW])

    parts = b"".join(map(release, (1, 2, 3)))
    path = settings.home.parent / "a.warc.gz"
    path.write_bytes(parts)
    with pytest.raises(StopIteration):
        import_file(settings, path, lambda: next(instants))
    assert 0 < count(engine, PageRow) < 3
    done = import_file(settings, path, lambda: NOW)
    assert not done.already
    assert count(engine, PageRow) == count(engine, ArticleRow) == 3


def test_broken_records_are_told_kept_and_do_not_hide_the_others(
    settings: Settings, engine: Engine
) -> None:
    wrong = member(b"<p>x</p>", url=HOST, warc={"WARC-Payload-Digest": f"sha1:{'A' * 32}"})
    done = imported(settings, release(1), wrong, release(2), release(3)[:-40])
    assert (done.pages, done.broken) == (2, 2)
    with reading(engine) as session:
        reasons = [row.reason for row in session.scalars(select(RejectionRow))]
    assert any("its payload is not what its digest says" in reason for reason in reasons)
    assert len(reasons) == 2
    # A whole copy of the same file brings what was missing.
    whole = imported(settings, release(1), release(2), release(3), name="whole.warc.gz")
    assert (whole.tally.pages, count(engine, PageRow)) == (1, 3)


def test_what_is_no_page_is_passed_over(settings: Settings, engine: Engine) -> None:
    done = imported(
        settings,
        member(b"\x89PNG", [("Content-Type", "image/png")], url=f"{HOST}/logo.png"),
        member(b"<p>gone</p>", url=f"{HOST}/gone", status="404 Not Found"),
    )
    assert (done.pages, done.passed_over, count(engine, PageRow)) == (0, 2, 0)


def test_a_file_that_is_no_warc_is_broken(settings: Settings) -> None:
    assert imported(settings, b"Dear reader,\n").broken == 1


def test_a_file_that_is_not_there_is_a_failure(settings: Settings) -> None:
    with pytest.raises(NoFileError, match="cannot be read"):
        import_file(settings, settings.home / "none.warc", lambda: NOW)


def test_a_post_that_states_no_id_is_the_item_with_its_address(
    settings: Settings, engine: Engine
) -> None:
    listed = Outcome("coinyuppie", "listed", NOW, "815", f"{POST}/", listed=Listed())
    with serial(engine) as session:
        frontier.apply_outcome(session, listed)
    imported(settings, post(POST.replace("https:", "http:")), post(f"{POST}-again"))
    assert keys(engine) == {("coinyuppie", "815"), ("coinyuppie", f"{POST}-again")}


def test_an_older_capture_does_not_replace_what_is_on_record(
    settings: Settings, engine: Engine
) -> None:
    imported(settings, release(1))
    url = f"{HOST}/xwfb/bldhd/art/2026/art_{key_of(1)}.html"
    earlier = article(9, DAY - timedelta(days=9)).encode()
    old = member(earlier, url=url, warc={"WARC-Date": "2025-02-03T04:05:06Z"})
    imported(settings, old, name="old.warc.gz")
    with reading(engine) as session:
        (kept,) = session.scalars(select(ArticleRow)).all()
    assert (count(engine, PageRow), "第1届" in kept.title) == (2, True)

"""What becomes of a spool file that cannot be stored, and of those that wait behind it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from flows.progress import Event, Warned, listening
from flows.settings import Settings
from flows.spooling import ingest_one, spool_folder
from spiders import spool
from spiders.backfilled import written_for
from spiders.warc_http import digest_of
from storage.crawled import Listed, Page
from storage.database import connect, reading, serial, upgrade
from storage.errors import DatabaseError
from storage.models import PageRow, RejectionRow
from tests.flows.test_prepare import page
from tests.spiders.spool_examples import Clock

NOW = datetime(2031, 5, 4, 2, 30, tzinfo=UTC)
# Python holds this instant but cannot tell it in UTC, so no transaction can store it.
POISON = Listed("x", datetime.fromisoformat("0001-01-01T00:00:00+08:00"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path, f"sqlite:///{tmp_path / 'onrecord.db'}", workers=1)
    engine = connect(settings.database_url, create=True)
    upgrade(engine)
    engine.dispose()
    return settings


def spooled(settings: Settings, source: str, *pages: Page) -> None:
    with spool.Writer(spool_folder(settings), source, Clock()) as writer:
        for each in pages:
            writer.page(replace(each, source=source, digest=digest_of(each.body)))


def names(settings: Settings) -> list[str]:
    return sorted(p.name for p in spool_folder(settings).iterdir() if p.name != ".lock")


def count(settings: Settings, row: type[PageRow | RejectionRow]) -> int:
    engine = connect(settings.database_url)
    with reading(engine) as session:
        found = session.scalar(select(func.count()).select_from(row))
    engine.dispose()
    return found or 0


def test_a_file_that_cannot_be_stored_is_set_aside_told_and_blocks_no_other(
    settings: Settings,
) -> None:
    spooled(settings, "aa-poisoned", replace(page("1"), listed=POISON))
    spooled(settings, "gazette", page("2"))
    first = ingest_one(settings, NOW)
    assert first is not None
    assert first.failed
    (name,) = (name for name in names(settings) if name.endswith(".failed"))
    assert list(first.sources) == ["aa-poisoned"]
    error = first.sources["aa-poisoned"].error
    assert error is not None
    assert name in error
    assert "OverflowError" in error
    second = ingest_one(settings, NOW)
    assert second is not None
    assert (second.failed, second.of("gazette").tally.pages) == (False, 1)
    spool.salvage(spool_folder(settings))
    assert ingest_one(settings, NOW) is None
    assert names(settings) == [name]
    assert count(settings, PageRow) == 1


def test_what_was_set_aside_is_tried_once_more_when_given_back(settings: Settings) -> None:
    spooled(settings, "gazette", page("1"))
    claimed = spool.claim(spool_folder(settings))
    assert claimed is not None
    spool.set_aside(claimed)
    assert ingest_one(settings, NOW) is None
    spool.give_back_failed(spool_folder(settings))
    night = ingest_one(settings, NOW)
    assert night is not None
    assert (night.failed, night.of("gazette").tally.pages) == (False, 1)
    assert names(settings) == []


def test_a_page_set_aside_can_still_be_read_at_its_place(settings: Settings) -> None:
    spooled(settings, "gazette", page("1"))
    claimed = spool.claim(spool_folder(settings))
    assert claimed is not None
    (found,) = spool.read(spool.set_aside(claimed))
    assert isinstance(found, Page)
    assert found.place is not None
    assert spool.read_at(settings.home, found.place) == found


def test_a_failure_that_a_person_can_mend_gives_the_file_back(settings: Settings) -> None:
    spooled(settings, "gazette", page("1"))
    before = names(settings)
    with pytest.raises(DatabaseError):
        ingest_one(replace(settings, database_url="sqlite:////nowhere/onrecord.db"), NOW)
    assert names(settings) == before


def test_a_broken_record_is_told_by_the_name_of_the_archive(settings: Settings) -> None:
    spooled(settings, "gazette", page("1"), page("2"))
    (path,) = spool_folder(settings).glob("*.warc.gz")
    whole = path.read_bytes()
    path.write_bytes(whole[:-40])
    told: list[Event] = []
    with listening(told.append):
        assert ingest_one(settings, NOW) is not None
    (warned,) = (event.message for event in told if isinstance(event, Warned))
    assert warned.startswith(f"{path.name}, record at ")
    engine = connect(settings.database_url)
    with serial(engine) as session:
        (row,) = session.scalars(select(RejectionRow))
        assert row.reason.startswith(f"a broken record of {path.name}: ")
    engine.dispose()


@pytest.mark.parametrize("writer", ["road-works", "road-works.backfill"])
def test_a_spool_file_names_the_source_it_was_written_for(settings: Settings, writer: str) -> None:
    spooled(settings, writer, page("1"))
    (path,) = spool_folder(settings).glob("*.warc.gz")
    assert written_for(path) == "road-works"

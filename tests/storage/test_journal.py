"""Walks through archives: where they go on, when they are done, what they find missing."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from storage import frontier, journal
from storage.archive_report import ArchiveReport, archive_report
from storage.crawled import Outcome, Page
from storage.database import reading, serial
from storage.journal import WalkState
from tests.storage.examples import DAY, HOUR, NOON, health, outcome, page

MINUTE = timedelta(minutes=1)


def begin(engine: Engine, since: date | None = None, now: timedelta = timedelta()) -> int:
    with serial(engine) as session:
        return journal.open_walk(session, "gazette", since, None, NOON + now).number


def apply(engine: Engine, *happened: Outcome | Page) -> None:
    with serial(engine) as session:
        for each in happened:
            if isinstance(each, Page):
                frontier.page_fetched(session, each, by_backfill=True)
            elif each.kind == "walked":
                journal.note_page(session, each)
            else:
                frontier.apply_outcome(session, each, by_backfill=True)


def walked(walk: int, cursor: str, at: timedelta = MINUTE, total: int = 2) -> Outcome:
    url = "https://gazette.example/list"
    return Outcome("gazette", "walked", NOON + at, str(walk), url, cursor, items=total)


def state(engine: Engine, walk: int) -> WalkState:
    with reading(engine) as session:
        return journal.walk_state(session, walk)


def due(engine: Engine, walk: int, at: timedelta = HOUR) -> set[str]:
    with reading(engine) as session:
        return {item.key for item in journal.known(session, walk, NOON + at) if item.due}


def report(engine: Engine) -> ArchiveReport:
    with reading(engine) as session:
        found = archive_report(session, "gazette")
    assert found is not None
    return found


def test_a_walk_goes_on_after_the_last_page_on_record_whatever_their_order(
    engine: Engine,
) -> None:
    walk = begin(engine)
    assert state(engine, walk).walk.cursor == ""
    apply(engine, walked(walk, "3", 2 * MINUTE), walked(walk, "2"), walked(walk, "2"))
    assert (state(engine, walk).walk.cursor, state(engine, walk).pages) == ("3", 2)
    assert not state(engine, walk).walk.ended
    assert begin(engine, now=DAY) == walk


def test_a_walk_of_another_window_is_another(engine: Engine) -> None:
    walk = begin(engine)
    assert begin(engine, date(2031, 1, 1)) != walk
    assert begin(engine) == walk


def test_a_walk_is_done_when_its_list_has_ended_and_all_was_asked_for(engine: Engine) -> None:
    walk = begin(engine)
    listed = [outcome("listed", key, NOON + MINUTE) for key in "ab"]
    apply(engine, *listed, walked(walk, "", 2 * MINUTE))
    assert state(engine, walk).walk.ended
    assert begin(engine) == walk
    assert due(engine, walk) == {"a", "b"}
    apply(engine, page("a", at=NOON + HOUR), outcome("failed", "b", NOON + HOUR, detail="No."))
    assert due(engine, walk) == set()
    another = begin(engine, now=DAY)
    assert another != walk
    # The new one has named nothing yet, so nothing of it is due.
    assert due(engine, another, 2 * DAY) == set()


@pytest.mark.parametrize("total", [2, 5])
def test_what_is_missing_is_told_with_its_cause(engine: Engine, total: int) -> None:
    walk = begin(engine)
    apply(
        engine,
        *(outcome("listed", key, NOON + MINUTE) for key in "abc"),
        outcome("failed", "a", NOON + HOUR, detail="The page answered 500."),
        outcome("refused", "b", NOON + HOUR, detail="The page is disallowed."),
        walked(walk, "2", 2 * MINUTE, total),
    )
    found = report(engine)
    assert [(item.key, item.cause, item.why) for item in found.missing] == [
        ("a", "failed", "The page answered 500."),
        ("c", "not fetched", "It has not been fetched yet."),
        ("b", "refused", "The page is disallowed."),
    ]
    assert (found.says, found.named, found.held) == (total, 3, 0)
    assert found.unnamed == max(0, total - 3)
    assert not found.ended
    assert not found.is_complete


def test_a_backfill_makes_no_crawl(engine: Engine) -> None:
    walk = begin(engine)
    apply(engine, outcome("listed", "a", NOON + MINUTE), walked(walk, ""))
    with reading(engine) as session:
        found = health(session, "gazette")
    assert found is not None
    assert (found.baseline_at, found.last_crawl_at) == (None, None)

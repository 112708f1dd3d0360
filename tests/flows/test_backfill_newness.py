"""A backfill alerts nobody and swallows nothing: a crawl judges as if it had never been."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from flows.ingest import store_batch
from flows.prepare import Prepared
from flows.telling import Terms
from flows.watches import EVERYTHING, Watch
from storage import frontier, queries
from storage.crawled import Listed, Outcome
from storage.database import reading, serial
from storage.views import SourceHealth
from tests.flows.prepared import (
    DAY,
    HARBOUR,
    HOUR,
    NOTHING,
    NOW,
    OTHER,
    PLAN,
    RAIL,
    RETOLD,
    ended,
    prepared,
)
from tests.storage.examples import health

WINDOW = timedelta(days=14)
WINTER = Watch("winter", words=("winter shall find",))


def store(
    engine: Engine,
    items: Sequence[Prepared],
    outcomes: Sequence[Outcome],
    now: datetime,
    *,
    by_backfill: bool = False,
    watches: tuple[Watch, ...] = (EVERYTHING,),
) -> int:
    """Store a batch; the number of alerts that it raised."""
    terms = Terms(now, WINDOW, watches, by_backfill)
    with serial(engine) as session:
        return sum(t.alerts for t in store_batch(session, items, outcomes, terms).values())


def listed(key: str, at: datetime) -> Outcome:
    return Outcome(
        "ministry", "listed", at, key, f"https://ministry.example/{key}", listed=Listed()
    )


def backfill(engine: Engine, *items: Prepared, watches: tuple[Watch, ...] = (EVERYTHING,)) -> int:
    """A backfill that lists and stores these items when the first was fetched."""
    at = items[0].page.fetched_at
    names = [listed(item.page.key, at - HOUR) for item in items]
    return store(engine, items, names, at, by_backfill=True, watches=watches)


def night(
    engine: Engine,
    at: datetime,
    *keys: str,
    items: Sequence[Prepared] = (),
    watches: tuple[Watch, ...] = (EVERYTHING,),
) -> int:
    """A nightly crawl that lists these keys and stores these items."""
    names = [listed(key, at) for key in keys]
    return store(engine, items, [*names, ended("ministry", at + HOUR)], at + HOUR, watches=watches)


def baseline(engine: Engine) -> None:
    """The first crawl, a week ago."""
    old = prepared("ministry", "old", f"Of old: {OTHER[::-1]}", NOTHING, NOW - 7 * DAY)
    night(engine, NOW - 7 * DAY, "old", items=[old])


def newness(engine: Engine, number: int = 1) -> str:
    with reading(engine) as session:
        return queries.statement(session, number).newness


def state(engine: Engine) -> SourceHealth:
    with reading(engine) as session:
        found = health(session, "ministry")
    assert found is not None
    return found


def test_recent_item_of_a_backfill_is_told_once_when_a_nightly_lists_it(engine: Engine) -> None:
    baseline(engine)
    assert backfill(engine, prepared("ministry", "1")) == 0
    assert newness(engine) == "backfill"
    # It is held already, so the night lists it and does not fetch it.
    assert night(engine, NOW + DAY, "1") == 1
    assert newness(engine) == "new"
    assert night(engine, NOW + 2 * DAY, "1") == 0


def test_recent_item_that_no_nightly_lists_stays_untold(engine: Engine) -> None:
    baseline(engine)
    backfill(engine, prepared("ministry", "1"))
    assert night(engine, NOW + DAY) == 0
    assert newness(engine) == "backfill"


def test_old_item_of_a_backfill_is_never_told(engine: Engine) -> None:
    baseline(engine)
    past = HARBOUR.occasion
    tags = replace(HARBOUR, occasion=replace(past, date="2029-02-03"))
    backfill(engine, prepared("ministry", "1", tags=tags))
    assert night(engine, NOW + DAY, "1") == 0
    assert newness(engine) == "outside_window"


def test_undated_item_is_old_once_it_has_been_on_record_for_longer_than_the_window(
    engine: Engine,
) -> None:
    baseline(engine)
    tags = replace(HARBOUR, occasion=replace(HARBOUR.occasion, date=None, precision="none"))
    item = prepared("ministry", "1", tags=tags)
    backfill(engine, replace(item, article=replace(item.article, published_at=None)))
    assert night(engine, NOW + 15 * DAY, "1") == 0
    assert newness(engine) == "outside_window"


def test_backfill_before_the_first_crawl_makes_no_baseline_and_takes_none_away(
    engine: Engine,
) -> None:
    backfill(engine, prepared("ministry", "1", at=NOW - 6 * DAY))
    assert state(engine).baseline_at is None
    # Item 2 is younger than the backfill, and yet the first crawl is the baseline.
    second = prepared("ministry", "2", OTHER, RAIL, NOW)
    assert night(engine, NOW, "1", "2", items=[second]) == 0
    assert (newness(engine, 1), newness(engine, 2)) == ("baseline", "baseline")
    assert state(engine).first_crawl_at == NOW
    assert state(engine).baseline_at == NOW + HOUR


def test_nightly_that_retries_what_only_a_backfill_met_alerts_nobody(engine: Engine) -> None:
    baseline(engine)
    store(engine, [], [listed("1", NOW - HOUR)], NOW, by_backfill=True)
    assert night(engine, NOW + DAY, items=[prepared("ministry", "1", at=NOW + DAY)]) == 0
    assert newness(engine) == "backfill"


def test_item_that_a_nightly_listed_and_a_backfill_fetched_is_told_in_the_next_night(
    engine: Engine,
) -> None:
    baseline(engine)
    assert night(engine, NOW - HOUR, "1") == 0
    assert backfill(engine, prepared("ministry", "1", at=NOW + HOUR)) == 0
    assert night(engine, NOW + DAY) == 1


@pytest.mark.parametrize("kind", ["crawled", "source_failed"])
def test_night_whose_source_failed_tells_what_it_listed(engine: Engine, kind: str) -> None:
    baseline(engine)
    backfill(engine, prepared("ministry", "1"))
    end = ended("ministry", NOW + DAY, kind)  # type: ignore[arg-type]
    assert store(engine, [], [listed("1", NOW + DAY), end], NOW + DAY) == 1


def test_reprint_that_a_nightly_fetches_elsewhere_tells_of_the_statement(engine: Engine) -> None:
    baseline(engine)
    old = prepared("blog", "old", f"A blog: {OTHER[::-1]}", NOTHING, NOW - 7 * DAY)
    store(engine, [old], [ended("blog", NOW - 7 * DAY + HOUR)], NOW - 7 * DAY)
    backfill(engine, prepared("ministry", "1"))
    retold = prepared("blog", "2", RETOLD, at=NOW + DAY)
    assert store(engine, [retold], [], NOW + DAY) == 1
    assert newness(engine) == "new"
    assert night(engine, NOW + 2 * DAY, "1") == 0


def test_reprint_of_a_new_statement_that_a_backfill_stored_alerts_its_watch_when_it_is_met(
    engine: Engine,
) -> None:
    baseline(engine)
    watches = (WINTER,)
    first = prepared("ministry", "1", PLAN)
    assert night(engine, NOW - HOUR, "1", items=[first], watches=watches) == 0
    assert newness(engine) == "new"
    assert backfill(engine, prepared("ministry", "2", RETOLD), watches=watches) == 0
    assert night(engine, NOW + DAY, "2", watches=watches) == 1


def test_storing_the_batches_again_changes_nothing(engine: Engine) -> None:
    baseline(engine)
    for _ in range(2):
        backfill(engine, prepared("ministry", "1"))
        assert newness(engine) == "backfill"
    assert night(engine, NOW + DAY, "1") == 1
    assert backfill(engine, prepared("ministry", "1")) == 0
    assert night(engine, NOW + DAY, "1") == 0
    assert newness(engine) == "new"


def test_nightly_looks_again_at_what_it_lists_and_not_at_the_archive(engine: Engine) -> None:
    baseline(engine)
    backfill(engine, prepared("ministry", "1"), prepared("ministry", "2", OTHER, RAIL))
    night(engine, NOW + DAY, "1")
    with reading(engine) as session:
        due = {item.key for item in frontier.known(session, "ministry", NOW + 9 * DAY) if item.due}
    assert due == {"old", "1"}


def test_items_of_an_archive_do_not_end_the_paging_of_a_nightly(engine: Engine) -> None:
    baseline(engine)
    backfill(engine, prepared("ministry", "1"), prepared("ministry", "2", OTHER, RAIL))
    night(engine, NOW + DAY, "1")
    with reading(engine) as session:
        known = frontier.known(session, "ministry", NOW + DAY)
    assert {item.key for item in known if item.settled} == {"old", "1"}

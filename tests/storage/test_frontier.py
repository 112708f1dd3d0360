"""What is fetched when, source by source; and who may crawl."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine

from storage import frontier
from storage.crawled import Known, Listed, Outcome, OutcomeKind, Page
from storage.database import reading, serial
from tests.storage.examples import DAY, HOUR, NOON, health, outcome, page

MINUTE = timedelta(minutes=1)


def apply(engine: Engine, *happened: Outcome | Page) -> None:
    with serial(engine) as session:
        for each in happened:
            if isinstance(each, Page):
                frontier.page_fetched(session, each)
            else:
                frontier.apply_outcome(session, each)


def item(engine: Engine, now: datetime, key: str = "a") -> Known:
    with reading(engine) as session:
        return next(each for each in frontier.known(session, "gazette", now) if each.key == key)


def due_after(engine: Engine, at: datetime, wait: timedelta) -> bool:
    """Whether the item falls due just then, and not before."""
    return not item(engine, at + wait - MINUTE).due and item(engine, at + wait).due


def test_what_is_listed_is_due(engine: Engine) -> None:
    apply(engine, outcome("listed"))
    assert item(engine, NOON) == Known("a", "https://gazette.example/a", due=True, settled=False)


def test_a_page_is_asked_for_again_after_one_three_and_seven_days_then_never(
    engine: Engine,
) -> None:
    apply(engine, outcome("listed"), page())
    assert item(engine, NOON).etag == '"body"'
    assert due_after(engine, NOON, DAY)
    apply(engine, outcome("unchanged", at=NOON + DAY, status=304))
    assert due_after(engine, NOON, 3 * DAY)
    apply(engine, page(at=NOON + 3 * DAY))
    assert due_after(engine, NOON, 7 * DAY)
    apply(engine, outcome("unchanged", at=NOON + 7 * DAY, status=304))
    assert not item(engine, NOON + 999 * DAY).due


def test_another_version_in_the_list_is_due_at_once_and_the_same_is_not(engine: Engine) -> None:
    apply(engine, page(listed=Listed(modified="v1")))
    apply(engine, outcome("listed", at=NOON + HOUR, listed=Listed(modified="v1")))
    assert not item(engine, NOON + HOUR).due
    apply(engine, outcome("listed", at=NOON + 2 * HOUR, listed=Listed(modified="v2")))
    assert item(engine, NOON + 2 * HOUR).due
    apply(engine, page(at=NOON + 3 * HOUR, listed=Listed(modified="v2")))
    assert not item(engine, NOON + 3 * HOUR).due
    assert item(engine, NOON).modified == "v2"


def test_a_version_listed_before_the_fetch_is_not_due_after_it(engine: Engine) -> None:
    apply(engine, page(at=NOON, listed=Listed(modified="v2")))
    apply(engine, outcome("listed", at=NOON - HOUR, listed=Listed(modified="v1")))
    assert not item(engine, NOON).due


def test_failures_are_tried_again_later_and_later_and_at_last_given_up(engine: Engine) -> None:
    apply(engine, outcome("listed"))
    at = NOON
    for wait in (15, 30, 60, 120, 240, 480, 960):
        apply(engine, outcome("failed", at=at, detail="time-out"))
        assert due_after(engine, at, wait * MINUTE)
        at += wait * MINUTE
    apply(engine, outcome("failed", at=at, detail="time-out"))
    assert not item(engine, at + 999 * DAY).due


@pytest.mark.parametrize(("asked", "granted"), [(3 * HOUR, 3 * HOUR), (9999 * DAY, DAY)])
def test_a_site_may_ask_for_a_pause_but_not_for_ever(
    engine: Engine, asked: timedelta, granted: timedelta
) -> None:
    apply(engine, outcome("failed", retry_at=NOON + asked))
    assert due_after(engine, NOON, granted)


def test_a_success_forgets_the_failures_before_it(engine: Engine) -> None:
    apply(engine, outcome("failed"), page(at=NOON + HOUR), outcome("failed", at=NOON + 2 * HOUR))
    assert due_after(engine, NOON + 2 * HOUR, 15 * MINUTE)


@pytest.mark.parametrize("is_held", [False, True])
@pytest.mark.parametrize("end", ["failed", "refused"])
def test_what_was_given_up_is_due_again_for_another_version_alone(
    engine: Engine, end: OutcomeKind, is_held: bool
) -> None:
    if is_held:
        apply(engine, page(listed=Listed(modified="v0")))
    apply(engine, outcome("listed", at=NOON + MINUTE, listed=Listed(modified="v1")))
    hours = range(1, 1 + frontier.MOST_ATTEMPTS)
    apply(engine, *(outcome(end, at=NOON + n * HOUR, detail="no") for n in hours))
    for day in (1, 2):
        apply(engine, outcome("listed", at=NOON + day * DAY, listed=Listed(modified="v1")))
        assert not item(engine, NOON + 99 * DAY).due
    apply(engine, outcome("listed", at=NOON + 3 * DAY, listed=Listed(modified="v2")))
    assert item(engine, NOON + 3 * DAY).due


def test_what_was_refused_is_not_due(engine: Engine) -> None:
    apply(engine, outcome("listed"), outcome("refused", detail="robots.txt says no"))
    assert not item(engine, NOON + 999 * DAY).due


def test_applying_everything_twice_changes_nothing(engine: Engine) -> None:
    happened = (
        outcome("listed", listed=Listed("T", NOON, "v1")),
        outcome("listed", key="b"),
        page(at=NOON + MINUTE, listed=Listed("T", NOON, "v1")),
        outcome("failed", key="b", at=NOON + MINUTE),
        outcome("failed", key="b", at=NOON + HOUR),
        outcome("unchanged", at=NOON + DAY),
        outcome("source_failed", at=NOON + DAY, detail="empty list"),
    )

    def state() -> object:
        with reading(engine) as session:
            return (
                health(session, "gazette"),
                [frontier.known(session, "gazette", NOON + n * HOUR) for n in range(200)],
            )

    apply(engine, *happened)
    once = state()
    apply(engine, *happened)
    assert state() == once


def test_a_completed_crawl_settles_what_it_listed_and_sets_the_baseline_once(
    engine: Engine,
) -> None:
    apply(engine, outcome("listed"), outcome("crawled", at=NOON + HOUR, items=1))
    apply(engine, outcome("listed", key="b", at=NOON + DAY))
    assert item(engine, NOON).settled
    assert not item(engine, NOON, "b").settled
    apply(engine, outcome("crawled", at=NOON + DAY, items=2))
    assert item(engine, NOON, "b").settled
    with reading(engine) as session:
        state = health(session, "gazette")
    assert state is not None
    assert (state.first_crawl_at, state.baseline_at) == (NOON, NOON + HOUR)
    assert (state.last_ok_at, state.last_listed) == (NOON + DAY, 2)


def test_failures_in_a_row_are_counted_until_a_crawl_completes(engine: Engine) -> None:
    apply(engine, outcome("source_failed", detail="empty list"))
    apply(engine, outcome("source_failed", at=NOON + HOUR, detail="blocked"))
    with reading(engine) as session:
        state = health(session, "gazette")
    assert state is not None
    assert (state.failures_in_row, state.last_error) == (2, "blocked")
    assert state.baseline_at is None
    apply(engine, outcome("crawled", at=NOON + DAY))
    with reading(engine) as session:
        state = health(session, "gazette")
    assert state is not None
    assert (state.failures_in_row, state.last_error) == (0, None)


def test_an_unknown_source_has_no_state_and_no_items(engine: Engine) -> None:
    with reading(engine) as session:
        assert health(session, "nobody") is None
        assert frontier.known(session, "nobody", NOON) == []


def test_instants_come_back_aware_and_equal_whatever_their_zone(engine: Engine) -> None:
    east = NOON.astimezone(timezone(timedelta(hours=8)))
    apply(engine, outcome("crawled", at=east))
    with reading(engine) as session:
        state = health(session, "gazette")
    assert state is not None
    assert state.last_ok_at == NOON
    assert state.last_ok_at.tzinfo == UTC

"""Which source was looked at whole since when, and which night met a statement first."""

from datetime import datetime, timedelta

from sqlalchemy import Engine

from storage import crawls, frontier
from storage.crawled import Outcome
from storage.database import reading, serial
from tests.storage import examples
from tests.storage.examples import DAY, HOUR, NOON

MINUTE = timedelta(minutes=1)


def crawl(engine: Engine, at: datetime, begun_at: datetime | None = None) -> None:
    with serial(engine) as session:
        end = Outcome("gazette", "crawled", at, begun_at=begun_at)
        frontier.apply_outcome(session, end)


def looked(engine: Engine, since: datetime, until: datetime, source: str = "gazette") -> bool:
    with reading(engine) as session:
        return crawls.was_crawled(session, source, since, until)


def test_a_crawl_counts_from_the_begin_of_its_run_to_after_its_own_end(engine: Engine) -> None:
    crawl(engine, NOON + HOUR, begun_at=NOON)
    assert looked(engine, NOON, NOON + DAY)
    assert not looked(engine, NOON, NOON + HOUR)
    assert not looked(engine, NOON + MINUTE, NOON + DAY)
    assert not looked(engine, NOON, NOON + DAY, source="roads")


def test_a_crawl_that_does_not_say_when_its_run_began_counts_from_its_end(engine: Engine) -> None:
    crawl(engine, NOON + HOUR)
    assert looked(engine, NOON + HOUR, NOON + DAY)
    assert not looked(engine, NOON + MINUTE, NOON + HOUR)


def test_a_crawl_is_kept_whichever_is_applied_first_and_how_often(engine: Engine) -> None:
    for at in (NOON + DAY, NOON, NOON):
        crawl(engine, at)
    assert looked(engine, NOON, NOON + MINUTE)


def test_a_crawl_that_failed_was_no_look(engine: Engine) -> None:
    with serial(engine) as session:
        frontier.apply_outcome(session, Outcome("gazette", "source_failed", NOON, detail="empty"))
    assert not looked(engine, NOON - DAY, NOON + DAY)


def test_crawls_of_long_ago_are_dropped(engine: Engine) -> None:
    crawl(engine, NOON)
    crawl(engine, NOON + crawls.KEPT + HOUR)
    assert not looked(engine, NOON, NOON + HOUR)
    assert looked(engine, NOON, NOON + crawls.KEPT + DAY)


def test_the_night_of_a_statement_is_that_of_the_first_other_article(engine: Engine) -> None:
    with serial(engine) as session:
        _, number = examples.begin(session, "a")
        assert crawls.night_of(session, number, "gazette", "a") is None
        later = examples.page("b", at=NOON + DAY)
        examples.store(session, later, text="b", statement_id=number)
        assert crawls.night_of(session, number, "gazette", "b") == NOON
        assert crawls.night_of(session, number, "gazette", "a") == NOON + DAY
        assert crawls.night_of(session, number, "roads", "a") == NOON
    crawl(engine, NOON + HOUR, begun_at=NOON - MINUTE)
    with reading(engine) as session:
        assert crawls.night_of(session, number, "roads", "a") == NOON - MINUTE

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import Engine

from flows.ingest import reject_broken, store_batch
from flows.prepare import Prepared, Refused
from flows.summary import Tally
from flows.telling import Terms
from flows.text.fingerprint import ONE_TEXT, same_text
from flows.watches import EVERYTHING, Watch
from spiders.spool import Broken
from storage import queries
from storage.crawled import Outcome
from storage.database import reading, serial
from storage.views import Counts, StatementView
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
    refused,
)

WINDOW = timedelta(days=14)
START, MIDDLE, END = (
    ". ".join(f"{PLAN} {OTHER} {RETOLD}".split(". ")[i:j]) for i, j in ((0, 7), (2, 9), (3, 10))
)


def store(
    engine: Engine,
    items: Sequence[Prepared | Refused],
    outcomes: Sequence[Outcome] = (),
    now: datetime = NOW,
    watches: tuple[Watch, ...] = (EVERYTHING,),
) -> dict[str, Tally]:
    with serial(engine) as session:
        return store_batch(session, items, outcomes, Terms(now, WINDOW, watches))


def counts(engine: Engine) -> Counts:
    with reading(engine) as session:
        return queries.summary_counts(session)


def statement(engine: Engine, number: int = 1) -> StatementView:
    with reading(engine) as session:
        return queries.statement(session, number)


def baseline(engine: Engine, *sources: str) -> None:
    """Each source has been crawled to its end once, the day before."""
    for source in sources:
        old = prepared(source, "old", f"{source}: {OTHER[::-1]}", NOTHING, NOW - DAY)
        store(engine, [old], [ended(source, NOW - DAY + HOUR)], NOW - DAY)


def test_new_statement_alerts_once_and_its_reprints_never(engine: Engine) -> None:
    baseline(engine, "ministry", "blog")
    tallies = store(engine, [prepared("ministry", "1"), prepared("blog", "2")])
    assert counts(engine).deliveries == {"pending": 1}
    assert sum(tally.alerts for tally in tallies.values()) == 1
    store(engine, [prepared("blog", "3", RETOLD)])
    assert counts(engine).deliveries == {"pending": 1}
    shown = statement(engine)
    assert {article.url for article in shown.articles} == {
        "https://ministry.example/1",
        "https://blog.example/2",
        "https://blog.example/3",
    }
    assert [article.rung for article in shown.articles].count(None) == 1
    retold = next(a for a in shown.articles if a.url.endswith("/3"))
    assert retold.rung == "same statement"
    assert any("ana ferro" in reason for reason in retold.reasons)


def test_what_the_first_crawl_lists_alerts_nobody(engine: Engine) -> None:
    store(engine, [prepared("ministry", "1")], [ended("ministry", NOW + HOUR)])
    assert counts(engine).deliveries == {}
    assert statement(engine).newness == "baseline"


def test_files_of_the_first_crawl_may_be_stored_in_any_order(engine: Engine) -> None:
    store(engine, [prepared("ministry", "2", OTHER, RAIL)], [ended("ministry", NOW + HOUR)])
    store(engine, [prepared("ministry", "1")])
    assert counts(engine).deliveries == {}


def test_storing_a_batch_again_changes_nothing(engine: Engine) -> None:
    baseline(engine, "ministry")
    batch: list[Prepared | Refused] = [prepared("ministry", "1"), refused("ministry", "2")]
    store(engine, batch)
    before, view = counts(engine), statement(engine)
    again = store(engine, batch, now=NOW + HOUR)
    assert (counts(engine), statement(engine)) == (before, view)
    assert again == {"ministry": Tally()}


def test_a_page_that_is_dated_anew_makes_nothing_new(engine: Engine) -> None:
    baseline(engine, "blog")
    store(engine, [prepared("blog", "1")])
    redated = prepared("blog", "1", f"{PLAN} Updated.", at=NOW + DAY)
    store(engine, [redated], now=NOW + DAY)
    assert counts(engine).statements == 1
    assert counts(engine).deliveries == {"pending": 1}


def test_an_old_statement_on_a_fresh_page_is_outside_the_window(engine: Engine) -> None:
    baseline(engine, "blog")
    later = NOW + 20 * DAY
    store(engine, [prepared("blog", "1", at=later)], now=later)
    assert counts(engine).deliveries == {}
    assert statement(engine).newness == "outside_window"


def test_one_template_of_two_occasions_makes_two_statements(engine: Engine) -> None:
    baseline(engine, "ministry", "blog")
    dinner = replace(HARBOUR.occasion, event="Pilots' Dinner", date="2031-04-29")
    again = PLAN.replace("Harbour Forum in Maro", "Pilots' Dinner in Tarn")
    other = prepared("blog", "2", again, replace(HARBOUR, occasion=dinner))
    items = [prepared("ministry", "1"), other]
    match = same_text(items[0].fingerprint, other.fingerprint)
    assert match is not None
    assert match.score < ONE_TEXT
    store(engine, items)
    assert counts(engine).statements == 2


def test_a_retelling_that_is_dated_into_another_month_joins_by_its_figures(
    engine: Engine,
) -> None:
    baseline(engine, "ministry", "blog")
    figures = " In all 3,515 lamps are bought."
    misread = replace(HARBOUR, occasion=replace(HARBOUR.occasion, date="2031-06-03"))
    on_the_third = f"May 3: {PLAN}{figures}"
    store(engine, [prepared("ministry", "1", on_the_third)])
    late = prepared("blog", "2", f"{RETOLD}{figures}", misread, NOW + 31 * DAY)
    assert same_text(prepared("ministry", "1", on_the_third).fingerprint, late.fingerprint) is None
    store(engine, [late], now=NOW + 31 * DAY)
    assert counts(engine).statements == 1


def test_two_speakers_make_two_statements(engine: Engine) -> None:
    store(engine, [prepared("blog", "1"), prepared("blog", "2", OTHER, RAIL)])
    assert counts(engine).statements == 2
    assert counts(engine).reprints == 0


def test_no_statement_is_an_article_all_the_same(engine: Engine) -> None:
    tallies = store(engine, [prepared("blog", "1", OTHER, NOTHING), refused("blog", "2")])
    assert tallies["blog"] == Tally(pages=2, articles=1, rejections=1)
    assert counts(engine).statements == 0
    with reading(engine) as session:
        (rejection,) = queries.recent_rejections(session)
    assert rejection.reason == "the body is too short"


def test_a_late_article_joins_the_two_statements_that_it_bridges(engine: Engine) -> None:
    baseline(engine, "ministry", "blog")
    store(engine, [prepared("ministry", "1", START)])
    store(engine, [prepared("blog", "2", END, RAIL)])
    assert counts(engine).deliveries == {"pending": 2}
    store(engine, [prepared("blog", "3", MIDDLE, NOTHING)])
    assert counts(engine).statements == 1
    assert counts(engine).deliveries == {"pending": 1}
    assert statement(engine, 2).id == 1


def test_a_broken_record_is_kept_with_its_place(engine: Engine) -> None:
    with serial(engine) as session:
        reject_broken(session, "x.warc.gz", Broken(4711, "cut off"), NOW)
        reject_broken(session, "x.warc.gz", Broken(4711, "cut off"), NOW)
    assert counts(engine).rejections == 1
    with reading(engine) as session:
        assert "cut off" in queries.recent_rejections(session)[0].reason

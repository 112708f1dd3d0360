from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from flows.ingest import reject_broken, store_batch
from flows.prepare import Prepared, Refused
from flows.summary import Tally
from flows.telling import Terms
from flows.watches import EVERYTHING, Watch
from spiders.spool import Broken
from storage import queries
from storage.database import connect, reading, serial, upgrade
from storage.models import AlertRow
from storage.records import Outcome
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
    assert counts(engine).alerts == {"pending": 1}
    assert sum(tally.alerts for tally in tallies.values()) == 1
    store(engine, [prepared("blog", "3", RETOLD)])
    assert counts(engine).alerts == {"pending": 1}
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
    assert counts(engine).alerts == {}
    assert statement(engine).newness == "baseline"


def test_files_of_the_first_crawl_may_be_stored_in_any_order(engine: Engine) -> None:
    store(engine, [prepared("ministry", "2", OTHER, RAIL)], [ended("ministry", NOW + HOUR)])
    store(engine, [prepared("ministry", "1")])
    assert counts(engine).alerts == {}


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
    assert counts(engine).alerts == {"pending": 1}


def test_an_old_statement_on_a_fresh_page_is_outside_the_window(engine: Engine) -> None:
    baseline(engine, "blog")
    later = NOW + 20 * DAY
    store(engine, [prepared("blog", "1", at=later)], now=later)
    assert counts(engine).alerts == {}
    assert statement(engine).newness == "outside_window"


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
    assert counts(engine).alerts == {"pending": 2}
    store(engine, [prepared("blog", "3", MIDDLE, NOTHING)])
    assert counts(engine).statements == 1
    assert counts(engine).alerts == {"pending": 1}
    assert statement(engine, 2).id == 1


def test_a_broken_record_is_kept_with_its_place(engine: Engine) -> None:
    with serial(engine) as session:
        reject_broken(session, "x.warc.gz", Broken(4711, "cut off"), NOW)
        reject_broken(session, "x.warc.gz", Broken(4711, "cut off"), NOW)
    assert counts(engine).rejections == 1
    with reading(engine) as session:
        assert "cut off" in queries.recent_rejections(session)[0].reason


Batch = tuple[list[Prepared | Refused], list[Outcome]]

WATCHES = (
    EVERYTHING,
    Watch("ferro", speaker="Ana Ferro"),
    Watch("winter", words=("winter shall find",)),
    Watch("nothing", words=("no article says this",)),
)


@pytest.fixture(params=list(permutations(range(3))), ids=str)
def order(request: pytest.FixtureRequest) -> tuple[int, ...]:
    """The order in which three batches are stored."""
    return request.param  # type: ignore[no-any-return]  # pytest knows no types of parameters


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Engine]:
    """A record where the ministry and the paper were crawled before, and the blog never."""
    engine = connect(f"sqlite:///{tmp_path / 'onrecord.db'}", create=True)
    upgrade(engine)
    baseline(engine, "ministry", "paper")
    yield engine
    engine.dispose()


def store_in(engine: Engine, order: tuple[int, ...], batches: Sequence[Batch]) -> None:
    for number in order:
        store(engine, *batches[number], watches=WATCHES)


def groups(engine: Engine) -> dict[frozenset[str], tuple[str, set[str]]]:
    """What was judged of each statement and whose watches were alerted, by its articles' keys."""
    with reading(engine) as session:
        numbers = [line.id for line in queries.statements(session)]
        raised = session.execute(select(AlertRow.statement_id, AlertRow.watch)).all()
    views = {number: statement(engine, number) for number in numbers}
    return {
        frozenset(article.url[-1] for article in view.articles): (
            view.newness,
            {watch for of, watch in raised if of == number},
        )
        for number, view in views.items()
    }


def test_the_order_of_batches_changes_no_grouping(fresh: Engine, order: tuple[int, ...]) -> None:
    batches: list[Batch] = [
        ([prepared("ministry", "1"), prepared("paper", "2", OTHER, RAIL)], []),
        ([prepared("paper", "3", RETOLD)], []),
        ([prepared("ministry", "4", OTHER, RAIL)], []),
    ]
    store_in(fresh, order, batches)
    assert groups(fresh) == {
        frozenset("13"): ("new", {"everything", "ferro", "winter"}),
        frozenset("24"): ("new", {"everything"}),
    }


def test_a_source_without_a_baseline_swallows_no_alert_in_any_order(
    fresh: Engine, order: tuple[int, ...]
) -> None:
    batches: list[Batch] = [
        ([prepared("ministry", "1")], []),
        ([prepared("blog", "2", RETOLD)], [ended("blog", NOW + HOUR)]),
        ([prepared("blog", "3"), prepared("blog", "4", OTHER, RAIL)], []),
    ]
    store_in(fresh, order, batches)
    assert groups(fresh) == {
        frozenset("123"): ("new", {"everything", "ferro", "winter"}),
        frozenset("4"): ("baseline", set()),
    }


def test_a_bridge_between_old_and_new_tells_of_both_in_any_order(
    fresh: Engine, order: tuple[int, ...]
) -> None:
    batches: list[Batch] = [
        ([prepared("blog", "1", START)], []),
        ([prepared("ministry", "2", END, RAIL)], []),
        ([prepared("blog", "3", MIDDLE)], []),
    ]
    store_in(fresh, order, batches)
    assert groups(fresh) == {frozenset("123"): ("new", {"everything", "ferro", "winter"})}


def test_what_is_old_by_one_article_stays_so_when_a_new_source_has_it_too(
    fresh: Engine, order: tuple[int, ...]
) -> None:
    old = replace(HARBOUR, occasion=replace(HARBOUR.occasion, date="2031-03-03"))
    undated = replace(HARBOUR, occasion=replace(HARBOUR.occasion, date=None, precision="none"))
    batches: list[Batch] = [
        ([prepared("ministry", "1", PLAN, old)], []),
        ([prepared("blog", "2", PLAN, undated)], []),
        ([prepared("blog", "3", PLAN, old)], [ended("blog", NOW + HOUR)]),
    ]
    store_in(fresh, order, batches)
    assert groups(fresh) == {frozenset("123"): ("outside_window", set())}


def test_a_copy_that_is_read_as_no_statement_joins_in_any_order(
    fresh: Engine, order: tuple[int, ...]
) -> None:
    batches: list[Batch] = [
        ([prepared("ministry", "1")], []),
        ([prepared("blog", "2", f"{PLAN} So the ministry.", NOTHING)], []),
        ([prepared("paper", "3", OTHER, NOTHING)], []),
    ]
    store_in(fresh, order, batches)
    assert groups(fresh) == {frozenset("12"): ("new", {"everything", "ferro"})}
    by_url = {article.url[-1]: article for article in statement(fresh).articles}
    assert (by_url["1"].rung, by_url["2"].rung) == (None, "same text")
    assert "of the wording in common" in by_url["2"].reasons[0]


def test_copies_of_a_copy_join_and_are_told_of_in_any_order(
    fresh: Engine, order: tuple[int, ...]
) -> None:
    batches: list[Batch] = [
        ([prepared("blog", "1", START)], []),
        ([prepared("blog", "2", MIDDLE, NOTHING)], []),
        ([prepared("paper", "3", END, NOTHING)], []),
    ]
    store_in(fresh, order, batches)
    assert groups(fresh) == {frozenset("123"): ("new", {"everything", "ferro", "winter"})}


def test_an_alert_is_not_taken_back_when_a_later_article_knows_an_old_day(fresh: Engine) -> None:
    old = replace(HARBOUR, occasion=replace(HARBOUR.occasion, date="2031-03-03"))
    undated = replace(HARBOUR, occasion=replace(HARBOUR.occasion, date=None, precision="none"))
    store(fresh, [prepared("ministry", "1", PLAN, undated)])
    store(fresh, [prepared("paper", "2", PLAN, old)])
    assert groups(fresh) == {frozenset("12"): ("new", {"everything"})}


@pytest.mark.parametrize(("days", "newness"), [(5, "new"), (15, "baseline")])
def test_a_late_reprint_of_what_the_first_crawl_listed_alerts_within_the_window(
    fresh: Engine, days: int, newness: str
) -> None:
    store(fresh, [prepared("blog", "1")], [ended("blog", NOW + HOUR)])
    later = NOW + days * DAY
    for key in "23":
        store(fresh, [prepared("ministry", key, RETOLD, at=later)], now=later)
    alerted = {"everything"} if newness == "new" else set()
    assert groups(fresh) == {frozenset("123"): (newness, alerted)}


def test_a_page_of_the_first_crawl_that_is_dated_anew_alerts_nobody(fresh: Engine) -> None:
    store(fresh, [prepared("blog", "1")], [ended("blog", NOW + HOUR)])
    later = NOW + 4 * DAY
    store(fresh, [prepared("blog", "1", f"{PLAN} Updated.", at=later)], now=later)
    assert groups(fresh) == {frozenset("1"): ("baseline", set())}

"""Which spool file is stored first decides neither the grouping nor who is alerted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from flows.prepare import Prepared, Refused
from flows.watches import EVERYTHING, Watch
from storage import queries
from storage.alert_models import AlertRow
from storage.crawled import Outcome
from storage.database import connect, reading, upgrade
from tests.flows.prepared import (
    DAY,
    HARBOUR,
    HOUR,
    MINUTE,
    NOTHING,
    NOW,
    OTHER,
    PLAN,
    RAIL,
    RETOLD,
    ended,
    prepared,
)
from tests.flows.test_ingest import END, MIDDLE, START, baseline, statement, store

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


@pytest.mark.parametrize("days", [1, 5, 15])
def test_a_late_reprint_of_what_the_first_crawl_listed_alerts_nobody(
    fresh: Engine, days: int
) -> None:
    ends = [ended("ministry", NOW + MINUTE, begun_at=NOW), ended("blog", NOW + HOUR, begun_at=NOW)]
    store(fresh, [prepared("blog", "1", at=NOW + 2 * MINUTE)], ends)
    later = NOW + days * DAY
    for key in "23":
        store(fresh, [prepared("ministry", key, RETOLD, at=later)], now=later)
    assert groups(fresh) == {frozenset("123"): ("baseline", set())}


def test_a_page_of_the_first_crawl_that_is_dated_anew_alerts_nobody(fresh: Engine) -> None:
    store(fresh, [prepared("blog", "1")], [ended("blog", NOW + HOUR)])
    later = NOW + 4 * DAY
    store(fresh, [prepared("blog", "1", f"{PLAN} Updated.", at=later)], now=later)
    assert groups(fresh) == {frozenset("1"): ("baseline", set())}

"""A night that was killed and run again judges as the undisturbed one, wherever it was cut."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from flows.prepare import Prepared
from storage.crawled import Listed, Outcome
from storage.database import connect, upgrade
from tests.flows.prepared import (
    DAY,
    HOUR,
    MINUTE,
    NOTHING,
    NOW,
    OTHER,
    RAIL,
    RETOLD,
    ended,
    prepared,
)
from tests.flows.test_ingest import baseline, store
from tests.flows.test_ingest_order import groups

Record = Prepared | Outcome


@dataclass(frozen=True)
class Crawl:
    """What a source has to say in these nights: item 1 is what both have, the other its own."""

    source: str
    articles: tuple[Prepared, ...]

    def records(self, run: datetime, wait: int, held: Sequence[Record] = ()) -> list[Record]:
        """What a crawl writes, `wait` minutes into a run, where these were written before."""
        at = run + wait * MINUTE
        names = {each.page.key for each in held if isinstance(each, Prepared)}
        lists: list[Record] = [
            Outcome(self.source, "listed", at, item.page.key, item.page.url, listed=Listed())
            for item in self.articles
        ]
        pages = [
            replace(item, page=replace(item.page, fetched_at=at + number * MINUTE))
            for number, item in enumerate(self.articles, 1)
            if item.page.key not in names
        ]
        return [*lists, *pages, ended(self.source, at + 10 * MINUTE, begun_at=run)]


BLOG = Crawl("blog", (prepared("blog", "1"), prepared("blog", "2", OTHER, RAIL)))
MINISTRY = Crawl("ministry", (prepared("ministry", "3", RETOLD),))
UNDISTURBED = {
    frozenset("13"): ("new", {"everything"}),
    frozenset("2"): ("baseline", set()),
}


@pytest.fixture(scope="module")
def before() -> Iterator[Path]:
    """A record where the ministry was crawled the night before, and the blog never."""
    with TemporaryDirectory(prefix="onrecord-") as folder:
        path = Path(folder) / "onrecord.db"
        engine = connect(f"sqlite:///{path}", create=True)
        upgrade(engine)
        baseline(engine, "ministry")
        engine.dispose()
        yield path


def store_files(engine: Engine, files: Sequence[Sequence[Record]], now: datetime) -> None:
    for file in files:
        items = [each for each in file if isinstance(each, Prepared)]
        outcomes = [each for each in file if isinstance(each, Outcome)]
        store(engine, items, outcomes, now)


@st.composite
def cut(draw: st.DrawFn, records: list[Record]) -> list[list[Record]]:
    """The records as the files of one crawl: cut anywhere, in any number of parts."""
    ends = draw(st.sets(st.integers(1, len(records)), max_size=3)) if records else set()
    at = [0, *sorted(ends), len(records)]
    return [records[a:b] for a, b in pairwise(at) if records[a:b]]


# An example costs a record of its own: too much for the many that shrinking takes.
@settings(max_examples=60, deadline=None, phases=[Phase.generate])
@given(data=st.data())
def test_a_killed_first_night_ends_as_the_undisturbed_one(
    before: Path, data: st.DataObject
) -> None:
    first: list[list[Record]] = []
    written: dict[str, list[Record]] = {}
    for crawl in (BLOG, MINISTRY):
        records = crawl.records(NOW, data.draw(st.integers(0, 20)))
        written[crawl.source] = records[: data.draw(st.integers(0, len(records)))]
        first += data.draw(cut(written[crawl.source]))
    first = data.draw(st.permutations(first))
    stored = data.draw(st.integers(0, len(first)))
    again = NOW + data.draw(st.sampled_from([HOUR, DAY, 3 * DAY]))
    second: list[list[Record]] = []
    for crawl in (BLOG, MINISTRY):
        records = crawl.records(again, data.draw(st.integers(0, 20)), written[crawl.source])
        second += data.draw(cut(records))
    with TemporaryDirectory(prefix="onrecord-") as folder:
        path = shutil.copy(before, folder)
        engine = connect(f"sqlite:///{path}")
        store_files(engine, first[:stored], NOW)
        store_files(engine, first[stored:], again)
        store_files(engine, data.draw(st.permutations(second)), again)
        found = groups(engine)
        engine.dispose()
    assert found == UNDISTURBED


def test_a_night_that_began_anew_tells_what_the_killed_one_had_not_crawled(engine: Engine) -> None:
    baseline(engine, "ministry")
    store(engine, [prepared("blog", "1")], [ended("blog", NOW + HOUR)])
    again = NOW + 3 * HOUR
    store(engine, [prepared("ministry", "3", RETOLD, at=again)], now=again)
    assert groups(engine) == {frozenset("13"): ("new", {"everything"})}


def test_a_night_that_began_anew_tells_what_the_killed_one_had_spooled(engine: Engine) -> None:
    baseline(engine, "ministry")
    store(engine, [prepared("blog", "1")])
    later = NOW + 5 * DAY
    for item in (prepared("ministry", "3", RETOLD), prepared("blog", "2", NOTHING.why, NOTHING)):
        store(engine, [item], [ended(item.page.source, NOW + HOUR)], now=later)
    assert groups(engine) == {frozenset("13"): ("new", {"everything"})}


def test_a_source_that_failed_in_the_first_night_of_another_tells_what_it_had_then(
    engine: Engine,
) -> None:
    baseline(engine, "ministry")
    failed = ended("ministry", NOW + HOUR, "source_failed")
    store(engine, [prepared("blog", "1")], [ended("blog", NOW + HOUR), failed])
    later = NOW + 2 * DAY
    item = prepared("ministry", "3", RETOLD, at=later)
    store(engine, [item], [ended("ministry", later + HOUR)], now=later)
    assert groups(engine) == {frozenset("13"): ("new", {"everything"})}


def test_a_source_that_failed_then_tells_nothing_that_it_reprinted_since(engine: Engine) -> None:
    baseline(engine, "ministry")
    store(engine, [prepared("blog", "1")], [ended("blog", NOW + HOUR)])
    later = NOW + 4 * DAY
    item = prepared("ministry", "3", RETOLD, at=later)
    assert item.article.published_at == NOW + 2 * DAY
    store(engine, [item], [ended("ministry", later + HOUR)], now=later)
    assert groups(engine) == {frozenset("13"): ("baseline", set())}

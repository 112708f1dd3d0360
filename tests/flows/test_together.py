"""Processes that store the same articles at once, each in its own order, store them as one does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine

from spiders import spool
from spiders.spool import Broken, Writer
from storage.crawled import Outcome, Page
from storage.database import connect
from tests.flows.state import differences, state_of
from tests.flows.victims import Nursery, nursery
from tests.flows.year_spools import begin_record, fill_spool
from tests.quality.year import paper
from tests.quality.year.nights import CATALOGUE

A_FILE = 20
# All is new: which article of a statement comes first decides only whether an old one is told.
WINDOW_DAYS = 400
Records = list[Page | Outcome]


@pytest.fixture
def engine(postgresql: str) -> Iterator[Engine]:
    engine = connect(postgresql)
    yield engine
    engine.dispose()


def crawled(home: Path, days: int, most: int) -> tuple[Records, datetime]:
    """The records of one crawl of each site, and the instant after it."""
    now = fill_spool(home, days, most)
    files = sorted((home / "spool").glob("*.warc.gz"))
    found = [record for file in files for record in spool.read(file)]
    return [record for record in found if not isinstance(record, Broken)], now


def spooled(home: Path, records: Sequence[Page | Outcome], seed: int, now: datetime) -> Path:
    """A home whose spool holds these records in an order of its own, cut into files."""
    shuffled = list(records)
    Random(seed).shuffle(shuffled)
    (home / "spool").mkdir(parents=True)
    for begin in range(0, len(shuffled), A_FILE):
        with Writer(home / "spool", "any", paper.Clock(now)) as writer:
            for record in shuffled[begin : begin + A_FILE]:
                if isinstance(record, Page):
                    writer.page(record)
                else:
                    writer.outcome(record)
    return home


def store(children: Nursery, homes: Sequence[Path], engine: Engine, now: datetime) -> None:
    url = engine.url.render_as_string(hide_password=False)
    started = [
        children.start(
            "store", home, url, now=now.isoformat(), catalogue=CATALOGUE, days=str(WINDOW_DAYS)
        )
        for home in homes
    ]
    assert [each.wait() for each in started] == [0] * len(homes)


@pytest.mark.parametrize(
    ("processes", "most"), [(4, 60), pytest.param(8, 500, marks=pytest.mark.soak)]
)
@pytest.mark.timeout(3600)
def test_processes_that_store_at_once_store_as_one(
    processes: int, most: int, engine: Engine, tmp_path: Path
) -> None:
    records, now = crawled(tmp_path, most // 5, most)
    homes = [spooled(tmp_path / str(n), records, n, now) for n in range(processes + 1)]
    with nursery() as children:
        begin_record(engine, now - timedelta(days=200))
        store(children, homes[:1], engine, now)
        alone = state_of(engine)
        begin_record(engine, now - timedelta(days=200))
        store(children, homes[1:], engine, now)
    assert len(alone["articles"]) >= 0.9 * most
    assert len(alone["statements"]) >= most / 12
    assert differences(state_of(engine), alone) == {}

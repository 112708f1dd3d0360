"""Time match-and-store of one article over records of growing size, on both databases.

    python -m tests.benchmarks.match [--statements N …] [--articles N] [--database NAME …]

A record has invented statements of ten articles each, with all bands and keys that real ones
have. Stored are articles of which half are retellings of statements on record, in batches of a
hundred, each batch in one transaction with its full commit. CPU is this process's own, without
PostgreSQL's server. What a million statements would cost is reckoned from the growth between
the last two sizes, not measured.
"""

from __future__ import annotations

import argparse
import math
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, insert, text

from flows.ingest import store_batch
from flows.prepare import Prepared
from flows.telling import Terms
from storage.columns import Base
from storage.database import connect, serial, upgrade
from storage.models import ArticleRow, ItemRow, PageRow, ReportRow, SourceRow, StatementRow
from storage.tag_models import BandRow, MatchKeyRow
from storage.tags import article_values
from tests.benchmarks.statements import Statements
from tests.flows.prepared import NOW
from tests.postgresql import postgresql_url

LARGEST = 1_000_000
EACH = 10
BATCH = 100
Rows = dict[type[Base], list[dict[str, Any]]]


def main() -> None:
    """Fill records of each size and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--statements", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--database", nargs="+", default=["SQLite", "PostgreSQL"])
    given = parser.parse_args()
    costs: dict[str, list[tuple[int, float]]] = {name: [] for name in given.database}
    for size in sorted(given.statements):
        with TemporaryDirectory() as folder:
            if "SQLite" in costs:
                file = f"sqlite:///{folder}/onrecord.db"
                costs["SQLite"].append((size, _measure("SQLite", file, size, given.articles)))
            if "PostgreSQL" in costs:
                with postgresql_url(Path(folder)) as url:
                    if url is not None:
                        wall = _measure("PostgreSQL", url, size, given.articles)
                        costs["PostgreSQL"].append((size, wall))
    for name, measured in costs.items():
        if len(measured) > 1:
            growth, reckoned = reckon(*measured[-2:])
            sys.stdout.write(
                f"{name:<11} p50 grows {growth:.2f} times a decade; reckoned for {LARGEST:,}"
                f" statements: {reckoned:.1f} ms an article\n"
            )


def reckon(one: tuple[int, float], other: tuple[int, float]) -> tuple[float, float]:
    """Growth a decade between two sizes with their costs, and the cost at `LARGEST` by it."""
    decades = math.log10(other[0] / one[0])
    growth = (other[1] / one[1]) ** (1 / decades)
    return growth, float(other[1] * growth ** math.log10(LARGEST / other[0]))


def _measure(name: str, url: str, size: int, articles: int) -> float:
    """Print what storing costs beside so many statements; the median wall time in ms."""
    engine = connect(url, create=True)
    upgrade(engine)
    fill(engine, size)
    items = list(_arriving(size, articles))
    times = [_store(engine, items[at : at + BATCH]) for at in range(0, len(items), BATCH)]
    wall, cpu = (sorted(column) for column in zip(*times, strict=True))
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"{name:<11} {size:>7} statements  p50 {statistics.median(wall):6.1f} ms an article"
        f"   worst batch {wall[-1]:6.1f} ms   CPU p50 {statistics.median(cpu):5.1f} ms"
        f"   peak {megabytes:.0f} MB\n"
    )
    engine.dispose()
    return float(statistics.median(wall))


def _arriving(size: int, articles: int) -> Iterator[Prepared]:
    invented = Statements()
    for n in range(articles):
        number = n * 7919 % size if n % 2 else size + n
        yield invented.prepared(number, f"new-{n}", retold=n + 1)


def _store(engine: Engine, items: list[Prepared]) -> tuple[float, float]:
    """Milliseconds an article that passed, and those that this process computed."""
    began, computed = time.perf_counter(), time.process_time()
    with serial(engine) as session:
        store_batch(session, items, [], Terms(NOW, timedelta(days=14)))
    passed, used = time.perf_counter() - began, time.process_time() - computed
    return passed / len(items) * 1000, used / len(items) * 1000


def fill(engine: Engine, size: int, each: int = EACH) -> None:
    """Put so many statements on record, each with so many articles."""
    invented = Statements()
    with serial(engine) as session:
        session.execute(insert(SourceRow).values(name="press", first_crawl_at=NOW))
        for first in range(0, size, BATCH):
            rows: Rows = {}
            for number in range(first, min(first + BATCH, size)):
                _add(rows, invented.prepared(number, "0"), number, each)
            for table in (PageRow, ItemRow, ArticleRow, StatementRow, ReportRow):
                session.connection().execute(insert(table), rows[table])
            # In the order of their key, as an index that has grown for years is not fragmented.
            for keyed in (BandRow, MatchKeyRow):
                session.connection().execute(insert(keyed), rows[keyed])
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "postgresql":
            for name in ("pages", "articles", "statements"):
                named = (
                    f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"
                )
                connection.execute(text(named))
        connection.execute(text("ANALYZE"))


def _add(rows: Rows, item: Prepared, number: int, each: int) -> None:
    values = article_values(item.article, item.fingerprint, item.reading, item.sketch)
    for copy in range(each):
        article_id = number * each + copy + 1
        key = {"source": "press", "key": str(article_id), "url": f"https://press.example/{copy}"}
        page = {
            "id": article_id, "digest": "d", "fetched_at": NOW, "status": 200, "warc_file": "f",
            "warc_offset": 0, "warc_length": 1,
        }  # fmt: skip
        stored = {"id": article_id, "page_id": article_id, "reader_version": 1, "stored_at": NOW}
        report = {"article_id": article_id, "statement_id": number + 1, "reasons": []}
        rows.setdefault(PageRow, []).append(key | page)
        rows.setdefault(ItemRow, []).append(key | {"first_seen_at": NOW, "state": "held"})
        rows.setdefault(ArticleRow, []).append(values | key | stored)
        rows.setdefault(ReportRow, []).append(report)
        bands = ({"band": band, "article_id": article_id} for band in item.fingerprint.bands)
        rows.setdefault(BandRow, []).extend(bands)
        keys = ({"key": each_key, "article_id": article_id} for each_key in item.keys)
        rows.setdefault(MatchKeyRow, []).extend(keys)
    statement = {
        "id": number + 1, "lead_article_id": number * each + 1, "newness": "new",
        "newness_why": "", "first_seen_at": NOW,
    }  # fmt: skip
    rows.setdefault(StatementRow, []).append(statement)


if __name__ == "__main__":
    main()

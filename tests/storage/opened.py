"""Open databases with sources in them, to see what became of those."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, select

from storage.database import connect, reading
from storage.models import SourceRow
from tests.storage.examples import NOON


@contextmanager
def connected(url: str, *, create: bool = False) -> Iterator[Engine]:
    engine = connect(url, create=create)
    yield engine
    engine.dispose()


def source(name: str) -> SourceRow:
    return SourceRow(name=name, first_crawl_at=NOON)


def names(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.scalars(select(SourceRow.name).order_by(SourceRow.name)))

"""Stored pages read again after the reader improved: what changes is stored, nobody is alerted.

A batch is read, then stored in one transaction; a run that was killed goes on where it was,
because each article, and each page that gave none, keeps the version that read it last.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from time import monotonic

from sqlalchemy import Engine

from flows.prepare import Prepared, Refused
from flows.progress import Pace, tell
from flows.reread_store import Change, store_again
from flows.settings import Settings
from flows.stored_pages import MOST_PAGES, Archive
from flows.text.statements import READER_VERSION
from spiders.catalogue import catalogue
from storage import rereading
from storage.database import reading, serial
from storage.rereading import Due


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pages are read again: of `sources` (all if none), fetched at `since` or later.

    `every`: also those that this version of the reader has read, and all are matched again.
    `dry_run`: nothing is stored.
    """

    sources: tuple[str, ...] = ()
    since: datetime | None = None
    every: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Reread:
    """One run over the stored pages that are due."""

    settings: Settings
    engine: Engine
    wanted: Wanted
    now: Callable[[], datetime]
    most_pages: int = MOST_PAGES

    def due(self) -> list[Due]:
        """The pages that are to be read again, those of one statement together."""
        version = None if self.wanted.every else READER_VERSION
        with reading(self.engine) as session:
            return rereading.due(session, version, self.wanted.sources, self.wanted.since)

    def changes(self, due: Sequence[Due]) -> Generator[Change]:
        """Read these pages, batch by batch; what changed, once its batch is stored."""
        settings = self.settings
        sources = catalogue(settings.catalogue)
        archive = Archive(self.engine, settings.home, sources, settings.workers)
        done, began = 0, monotonic()
        for batch in _batches(due, self.most_pages):
            items, lost = archive.read([each.page_id for each in batch])
            for each in lost:
                yield Change(each.place.source, each.place.url, trouble=each.reason, is_lost=True)
            yield from filter(None, self._store(items))
            done += len(batch)
            tell(Pace("reread", done, len(due), done, done, monotonic() - began))

    def _store(self, items: Sequence[tuple[int, Prepared | Refused]]) -> list[Change]:
        with serial(self.engine) as session:
            changes = store_again(session, items, self.now(), every=self.wanted.every)
            if self.wanted.dry_run:
                session.rollback()
        return changes


def _batches(due: Sequence[Due], most: int) -> Iterator[list[Due]]:
    """In their order; the pages of one statement are never parted."""
    batch: list[Due] = []
    for number, group in groupby(due, key=lambda each: each.statement_id):
        for each in group:
            batch.append(each)
            if number is None and len(batch) >= most:
                yield batch
                batch = []
        if len(batch) >= most:
            yield batch
            batch = []
    if batch:
        yield batch

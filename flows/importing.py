"""A WARC file from elsewhere on its way into the record, by the same spool as all pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from flows.ingest import reject_broken
from flows.progress import Warned, Working, tell
from flows.settings import Settings
from flows.spooling import ingest_one, spool_folder
from flows.summary import Tally
from spiders import spool
from spiders.backfilled import writer_name
from spiders.catalogue import catalogue
from spiders.foreign import ARCHIVE, addresses, adopt, is_document
from spiders.source import Source
from storage import imports
from storage.crawled import Page
from storage.database import connect, reading, serial
from storage.failure import Failure

# A batch is held in memory; bodies may have 10 MB each.
MOST_PAGES = 50
MOST_BYTES = 64 * 1024 * 1024


class NoFileError(Failure):
    """A file that is to be imported cannot be read."""


class NotStoredError(Failure):
    """Pages on their way into the record could not be stored; the message says where they are."""


@dataclass(slots=True)
class Imported:
    """What came of one file. `passed_over` counts its records that are no HTML pages.

    `already`: it was on record whole before, so nothing was done.
    """

    name: str
    already: bool = False
    pages: int = 0
    passed_over: int = 0
    broken: int = 0
    tally: Tally = field(default_factory=Tally)


def import_file(settings: Settings, path: Path, now: Callable[[], datetime]) -> Imported:
    """Store the pages of a WARC or ARC file; alerts nobody.

    What was stored before is not stored again, so a file that was cut short goes on where it
    was, and one that is whole changes nothing. Raises NoFileError, and
    NotStoredError for pages that could not be stored.
    """
    digest = _digest(path)
    engine = connect(settings.database_url)
    done = Imported(path.name)
    try:
        with reading(engine) as session:
            done.already = imports.is_imported(session, digest)
        if not done.already:
            spool.salvage(spool_folder(settings))
            _Import(settings, engine, done, now).store(path, digest)
    finally:
        engine.dispose()
    return done


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise NoFileError(f"{path} cannot be read: {error.strerror}.") from None


@dataclass(frozen=True, slots=True)
class _Import:
    """One file on its way, and what has come of it so far."""

    settings: Settings
    engine: Engine
    done: Imported
    now: Callable[[], datetime]

    def store(self, path: Path, digest: str) -> None:
        """Store the whole file and note that it is on record."""
        sources = catalogue(self.settings.catalogue).values()
        broken: list[spool.Broken] = []
        waiting: list[Page] = []
        for record in spool.read(path):
            if isinstance(record, spool.Broken):
                broken.append(record)
                tell(Warned(f"{path.name}, record at {record.offset}: {record.reason}"))
            elif isinstance(record, Page) and is_document(record):
                waiting.append(record)
            else:
                self.done.passed_over += 1
            if len(waiting) == MOST_PAGES or sum(len(p.body) for p in waiting) >= MOST_BYTES:
                self._store_pages(waiting, sources)
                waiting = []
        self._store_pages(waiting, sources)
        self.done.broken = len(broken)
        with serial(self.engine) as session:
            for each in broken:
                # Two files of one name are not taken for one another.
                reject_broken(session, f"{digest[:12]}-{path.name}", each, self.now())
            counts = self.done.pages, self.done.broken
            imports.note_import(session, digest, path.name, *counts, self.now())

    def _store_pages(self, pages: Sequence[Page], sources: Collection[Source]) -> None:
        with reading(self.engine) as session:
            adopted = [_adopted(session, page, sources) for page in pages]
            new = {
                (page.source, page.key, page.digest): page
                for page in adopted
                if not imports.is_stored(session, page)
            }
        folder = spool_folder(self.settings)
        with spool.Writer(folder, writer_name(ARCHIVE), self.now) as writer:
            for page in new.values():
                writer.page(page)
        while (night := ingest_one(self.settings, self.now())) is not None:
            for part in night.sources.values():
                if part.error:
                    raise NotStoredError(part.error)
                self.done.tally.add(part.tally)
        self.done.pages += len(pages)
        tell(Working(self.done.name, "imported", self.done.pages))


def _adopted(session: Session, page: Page, sources: Collection[Source]) -> Page:
    """The page under its own source's key, or that of the item which has its address."""
    adopted = adopt(page, sources)
    if adopted.key != page.key:
        return adopted
    held = imports.key_of(session, adopted.source, addresses(page.url))
    return replace(adopted, key=held) if held else adopted

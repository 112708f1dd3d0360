"""One closed spool file on its way into the record: claimed, read, stored, archived."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from flows.ingest import reject_broken, store_batch
from flows.prepare import prepare_all
from flows.progress import Warned, Working, step, tell
from flows.settings import Settings
from flows.summary import Tally
from flows.telling import Terms
from flows.watch_file import watches_of
from spiders import spool
from spiders.backfilled import is_backfilled
from spiders.sources import Source, catalogue
from storage.database import connect, serial
from storage.records import Outcome, Page


def spool_folder(settings: Settings) -> Path:
    """Where crawls leave their pages."""
    return settings.home / "spool"


def ingest_one(settings: Settings, now: datetime) -> dict[str, Tally] | None:
    """Store the next closed spool file; what it came to by source, None if there is none.

    The file moves to the page archive only after the commit; a crash at any moment leaves
    it to be read again, which changes nothing.
    """
    claimed = spool.claim(spool_folder(settings))
    if claimed is None:
        return None
    try:
        tallies = _store(claimed.path, settings, now)
    except BaseException:
        spool.release(claimed)
        raise
    spool.archive(claimed)
    return tallies


def _store(path: Path, settings: Settings, now: datetime) -> dict[str, Tally]:
    pages: list[Page] = []
    outcomes: list[Outcome] = []
    broken: list[spool.Broken] = []
    for record in spool.read(path):
        match record:
            case Page():
                pages.append(record)
            case Outcome():
                outcomes.append(record)
            case _:
                broken.append(record)
                tell(Warned(f"{path.name}, record at {record.offset}: {record.reason}"))
    sources = catalogue(settings.catalogue)
    with step("clean and read") as elsewhere:
        prepared = []
        zoned = ((page, _zone(sources, page)) for page in pages)
        for item, cpu_seconds in prepare_all(zoned, settings.workers):
            prepared.append(item)
            elsewhere.cpu_seconds += cpu_seconds
            tell(Working(path.name, "read", len(prepared), len(pages)))
    terms = Terms(now, settings.window, watches_of(settings), is_backfilled(path))
    engine = connect(settings.database_url)
    with step("match and store"), serial(engine) as session:
        tallies = store_batch(session, prepared, outcomes, terms)
        for record in broken:
            reject_broken(session, path.name, record, now)
    engine.dispose()
    return tallies


def _zone(sources: Mapping[str, Source], page: Page) -> str:
    """A source that left the catalogue after its crawl is read as if it stated no zone."""
    source = sources.get(page.source)
    return source.zone if source else "UTC"

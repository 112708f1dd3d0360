"""One closed spool file on its way into the record: claimed, read, stored, archived."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from flows.ingest import reject_broken, store_batch
from flows.prepare import MOST_REASON, prepare_all
from flows.progress import Warned, Working, step, tell
from flows.provenance import official_sources
from flows.settings import Settings
from flows.summary import Night, SourceNight
from flows.telling import Terms
from flows.watch_file import watches_of
from spiders import spool
from spiders.backfilled import is_backfilled, written_for
from spiders.sources import Source, catalogue
from storage.crawled import Outcome, Page
from storage.database import connect, serial
from storage.failure import Failure


def spool_folder(settings: Settings) -> Path:
    """Where crawls leave their pages."""
    return settings.home / "spool"


def ingest_one(settings: Settings, now: datetime) -> Night | None:
    """Store the next closed spool file; what it came to by source, None if there is none.

    The file moves to the page archive only after the commit; a crash at any moment leaves
    it to be read again, which changes nothing. A Failure, which a person can mend, gives the
    file back and is raised. Any other exception is a bug that this file meets: the file is
    set aside, so that it blocks no other, and is an error of the answer; every later night
    tries it once more at its beginning, until a mended version stores it.
    """
    claimed = spool.claim(spool_folder(settings))
    if claimed is None:
        return None
    try:
        night = _store(claimed.path, settings, now)
    except Failure:
        spool.release(claimed)
        raise
    except Exception as error:  # noqa: BLE001 - it is told as a failure of the night
        return _set_aside(claimed, error)
    except BaseException:
        spool.release(claimed)
        raise
    spool.archive(claimed)
    return night


def _set_aside(claimed: spool.Claimed, error: Exception) -> Night:
    kept = spool.set_aside(claimed)
    reason = f"{type(error).__name__}: {error}"[:MOST_REASON]
    night = Night()
    night.of(written_for(kept)).error = (
        f"{kept} could not be stored ({reason}); every night tries it once more, and it waits"
        " there until a mended version stores it: report it, or remove it to do without its pages"
    )
    return night


def _store(path: Path, settings: Settings, now: datetime) -> Night:
    pages: list[Page] = []
    outcomes: list[Outcome] = []
    broken: list[spool.Broken] = []
    name = spool.archive_name(path)
    for record in spool.read(path):
        match record:
            case Page():
                pages.append(record)
            case Outcome():
                outcomes.append(record)
            case _:
                broken.append(record)
                tell(Warned(f"{name}, record at {record.offset}: {record.reason}"))
    sources = catalogue(settings.catalogue)
    with step("clean and read") as elsewhere:
        prepared = []
        zoned = ((page, _zone(sources, page)) for page in pages)
        for item, cpu_seconds in prepare_all(zoned, settings.workers):
            prepared.append(item)
            elsewhere.cpu_seconds += cpu_seconds
            tell(Working(name, "read", len(prepared), len(pages)))
    watches, official = watches_of(settings), official_sources(sources)
    terms = Terms(now, settings.window, watches, is_backfilled(path), official)
    engine = connect(settings.database_url)
    try:
        with step("match and store"), serial(engine) as session:
            tallies = store_batch(session, prepared, outcomes, terms)
            for record in broken:
                reject_broken(session, name, record, now)
    finally:
        engine.dispose()
    return Night({source: SourceNight(tally=tally) for source, tally in tallies.items()})


def _zone(sources: Mapping[str, Source], page: Page) -> str:
    """A source that left the catalogue after its crawl is read as if it stated no zone."""
    source = sources.get(page.source)
    return source.zone if source else "UTC"

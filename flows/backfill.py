"""The backfill of one source: its archive part by part, each on record before the next."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from time import monotonic

from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.lease import AlreadyRunningError, lease
from flows.nightly import ingest_spool
from flows.progress import Pace, Working, tell
from flows.settings import Settings, utc_now
from flows.spooling import ingest_one
from flows.summary import Night
from flows.tasks import crawl_child, salvage_spool
from spiders.run import CrawlResult, Progress
from storage import journal
from storage.crawled import Known, Walk
from storage.database import connect, reading, serial
from storage.journal import WalkState

# Two million posts; a list without end must not be walked for ever.
MOST_LIST_PAGES = 20_000
# How often it is looked whether a crawl's child has closed another spool file.
STORE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """What one part of a walk came to, and how the walk stands after it."""

    crawled: CrawlResult
    night: Night
    before: WalkState
    after: WalkState

    @property
    def pages(self) -> int:
        """List pages and article pages that were asked for."""
        return self.after.pages - self.before.pages + self.crawled.fetched + self.crawled.failed

    @property
    def error(self) -> str | None:
        """Why the walk cannot go on now."""
        if self.crawled.error or self.crawled.has_paused:
            return self.crawled.error or "The site asked for a pause."
        if self.after.pages > MOST_LIST_PAGES:
            return f"Its archive goes on after {MOST_LIST_PAGES} list pages."
        return None if self.pages else "Nothing came of a part of its archive."


@flow(name="backfill", flow_run_name="backfill {source}", persist_result=False)
async def backfill(source: str, since: date | None = None, until: date | None = None) -> Night:
    """Walk a source's archive to its end, or go on where the last run was stopped.

    What cannot go on is the source's error in the answer; what was stored stays stored.
    """
    night = Night()
    now = utc_now()
    try:
        with lease(Settings.from_env().home, source, now):
            await salvage_spool()
            night.add(await ingest_spool(now))
            await _walk(source, await open_walk(source, since, until), night)
    except AlreadyRunningError as error:
        night.of(source).error = str(error)
    return night


async def _walk(source: str, number: int, night: Night) -> None:
    own, began, new, pages = night.of(source), monotonic(), 0, 0
    while own.error is None and (part := await walk_on(source, number)) is not None:
        night.add(part.night)
        own.listed = part.after.named
        own.fetched += part.crawled.fetched
        own.warnings += [w for w in part.crawled.warnings if w not in own.warnings]
        own.error = own.error or part.error
        new += part.after.answered - part.before.answered
        pages += part.pages
        tell(Pace(source, part.after.answered, _total(part.after), new, pages, monotonic() - began))


@task(name="open walk", retries=2, retry_delay_seconds=5, cache_policy=NO_CACHE)
async def open_walk(source: str, since: date | None, until: date | None) -> int:
    """The number of the walk that is to go on, or of a new one."""
    return await asyncio.to_thread(_open, Settings.from_env(), source, since, until)


@task(name="part", retries=1, retry_delay_seconds=10, cache_policy=NO_CACHE)
async def walk_on(source: str, number: int) -> Part | None:
    """Crawl the next part of a walk and store all that it brought; None when nothing is left."""
    settings, now = Settings.from_env(), utc_now()
    before = await asyncio.to_thread(_state, settings, number)
    known = await asyncio.to_thread(_known, settings, number, now)
    if before.walk.ended and not any(item.due for item in known):
        return None

    def progress(at: Progress) -> None:
        tell(Working(source, "backfill", before.answered + at.fetched, _total(before)))

    night = Night()
    async with asyncio.TaskGroup() as group:
        crawl = group.create_task(crawl_child(settings, source, known, now, progress, before.walk))
        # What the child has closed is stored while it goes on.
        while not crawl.done():
            await _store(settings, now, night)
            await asyncio.wait({crawl}, timeout=STORE_SECONDS)
    await _store(settings, now, night)
    crawled = crawl.result()
    after = await asyncio.to_thread(_state, settings, number)
    return Part(crawled, night, before, after)


async def _store(settings: Settings, now: datetime, night: Night) -> None:
    """Store all closed spool files; a cancelled task stops between two of them."""
    while (part := await asyncio.to_thread(ingest_one, settings, now)) is not None:
        night.add(part)


def _total(state: WalkState) -> int | None:
    return state.total if state.total is not None or not state.walk.ended else state.named


def _open(settings: Settings, source: str, since: date | None, until: date | None) -> int:
    engine = connect(settings.database_url)
    try:
        with serial(engine) as session:
            walk: Walk = journal.open_walk(session, source, since, until, utc_now())
            return walk.number
    finally:
        engine.dispose()


def _state(settings: Settings, number: int) -> WalkState:
    engine = connect(settings.database_url)
    try:
        with reading(engine) as session:
            return journal.walk_state(session, number)
    finally:
        engine.dispose()


def _known(settings: Settings, number: int, now: datetime) -> list[Known]:
    engine = connect(settings.database_url)
    try:
        with reading(engine) as session:
            return journal.known(session, number, now)
    finally:
        engine.dispose()

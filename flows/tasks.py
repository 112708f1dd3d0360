"""The tasks that the flows share: each a thin shell around one step of the route.

Only what touches the outside is retried; cleaning fails the same way twice. Settings are
read in each task, because a task may run on another machine than its flow.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.alerts.delivery import Delivered, deliver, standing
from flows.alerts.means import means
from flows.lease import AlreadyRunningError
from flows.progress import Working, step, tell
from flows.settings import Settings, utc_now
from flows.spooling import ingest_one, spool_folder
from flows.summary import Night
from spiders import spool
from spiders.run import CrawlResult, Progress, crawl
from spiders.sources import catalogue
from storage import frontier
from storage.crawled import Known, Walk
from storage.database import connect, reading


@task(name="salvage", cache_policy=NO_CACHE)
async def salvage_spool() -> None:
    """Close what killed crawls left open, up to the last whole record."""
    await asyncio.to_thread(spool.salvage, spool_folder(Settings.from_env()))


@task(name="crawl", retries=1, retry_delay_seconds=10, cache_policy=NO_CACHE)
async def crawl_source(name: str, now: datetime) -> CrawlResult:
    """Let a child process fetch what the source lists anew and what is due."""
    settings = Settings.from_env()
    known = await asyncio.to_thread(_known, settings, name, now)

    def progress(at: Progress) -> None:
        tell(Working(name, "fetched", at.fetched, at.to_fetch))

    return await crawl_child(settings, name, known, now, progress)


async def crawl_child(
    settings: Settings,
    name: str,
    known: Sequence[Known],
    now: datetime,
    on_progress: Callable[[Progress], None],
    walk: Walk | None = None,
) -> CrawlResult:
    """Wait for the child that crawls a source, or the next part of a walk.

    A task that is cancelled ends the crawl at the child's next sign of life.
    """
    source = catalogue(settings.catalogue)[name]
    cancelled = threading.Event()

    def progress(at: Progress) -> None:
        if cancelled.is_set():
            raise asyncio.CancelledError
        on_progress(at)

    try:
        with step(f"crawl {name}") as elsewhere:
            crawled = await asyncio.to_thread(
                crawl,
                source,
                known,
                settings.home,
                now,
                catalogue_module=settings.catalogue,
                walk=walk,
                on_progress=progress,
            )
            elsewhere.cpu_seconds = crawled.cpu_seconds
    except asyncio.CancelledError:
        cancelled.set()
        raise
    return crawled


def _known(settings: Settings, name: str, now: datetime) -> list[Known]:
    engine = connect(settings.database_url)
    try:
        with reading(engine) as session:
            return frontier.known(session, name, now)
    finally:
        engine.dispose()


@task(name="ingest", retries=2, retry_delay_seconds=5, cache_policy=NO_CACHE)
async def ingest_next(now: datetime) -> Night | None:
    """Clean, read, match and store one closed spool file; None when there is none left."""
    return await asyncio.to_thread(ingest_one, Settings.from_env(), now)


@task(name="deliver", retries=2, retry_delay_seconds=5, cache_policy=NO_CACHE)
async def deliver_alerts(now: datetime, *, digests: bool = True) -> Delivered:
    """Tell every alert that is due as of `now` or since; the digests only where it is night.

    While another process tells, nothing is told here: it also tells what is pending by now.
    """
    with step("deliver"):
        return await asyncio.to_thread(_deliver, now, digests)


def _deliver(now: datetime, digests: bool) -> Delivered:
    settings = Settings.from_env()
    engine = connect(settings.database_url)
    try:
        return deliver(engine, means(settings, tell, lambda: max(now, utc_now())), digests=digests)
    except AlreadyRunningError:
        return standing(engine)
    finally:
        engine.dispose()

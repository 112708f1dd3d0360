"""The nightly job: every source is collected in a flow run of its own, then alerts go out."""

from __future__ import annotations

import asyncio
from datetime import datetime

from prefect import flow

from flows.lease import AlreadyRunningError, lease
from flows.settings import Settings, utc_now
from flows.spooling import spool_folder
from flows.summary import Night
from flows.tasks import crawl_source, deliver_alerts, ingest_next, salvage_spool
from flows.turns import collect_all, ingest_all, site_groups
from spiders.catalogue import catalogue
from spiders.spool import give_back_failed


@flow(name="nightly", persist_result=False)
async def nightly(
    sources: list[str],
    now: datetime | None = None,
    digests: bool = True,
) -> Night:
    """Crawl, read and store `sources`, then tell what is new as of `now` (aware; None: as it is).

    What a killed run left in the spool is stored first, and what could not be stored is tried
    once more. Sources of one host are collected in turn. A source's failure is told in its own
    part of the night and stops no other source. Runs between nights tell no `digests`.
    """
    now = now or utc_now()
    await salvage_spool()
    settings = Settings.from_env()
    await asyncio.to_thread(give_back_failed, spool_folder(settings))
    night = await ingest_spool(now)
    groups = site_groups(sources, catalogue(settings.catalogue))
    night.add(await collect_all(groups, lambda source: collect(source, now)))
    # A file that a flow gave back, or that another run closed meanwhile, is stored tonight.
    night.add(await ingest_spool(now))
    await tell_alerts(night, now, digests=digests)
    return night


async def tell_alerts(night: Night, now: datetime, *, digests: bool) -> None:
    """Tell what is due; whatever goes wrong with that is told beside what was stored."""
    try:
        outcome = await deliver_alerts(now, digests=digests)
    except Exception as error:  # noqa: BLE001 - it is told, and the alerts stay pending
        night.alert_error = f"{type(error).__name__}: {error}"
        return
    night.delivered, night.pending = outcome.told, outcome.pending
    night.uncertain, night.dead = outcome.uncertain, outcome.dead


@flow(name="collect", flow_run_name="collect {source}", persist_result=False)
async def collect(source: str, now: datetime) -> Night:
    """Crawl one source and store what lies in the spool; its failure is part of the answer."""
    night = Night()
    own = night.of(source)
    try:
        with lease(Settings.from_env().home, source, now):
            crawled = await crawl_source(source, now)
    except AlreadyRunningError as error:
        own.error = str(error)
        return night
    own.listed, own.fetched, own.unchanged = crawled.listed, crawled.fetched, crawled.unchanged
    own.error, own.warnings = crawled.error, list(crawled.warnings)
    night.add(await ingest_spool(now))
    return night


async def ingest_spool(now: datetime) -> Night:
    """Store closed spool files, one task a file, until none is left."""
    return await ingest_all(lambda: ingest_next(now))

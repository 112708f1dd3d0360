"""The nightly job: every source is collected in a flow run of its own, then alerts go out."""

from __future__ import annotations

import asyncio
from datetime import datetime

from prefect import flow

from flows.lease import AlreadyRunningError, lease
from flows.settings import Settings, utc_now
from flows.summary import Night
from flows.tasks import crawl_source, deliver_alerts, ingest_next, salvage_spool


@flow(name="nightly", persist_result=False)
async def nightly(
    sources: list[str],
    now: datetime | None = None,
    digests: bool = True,
) -> Night:
    """Crawl, read and store `sources`, then tell what is new as of `now` (aware; None: as it is).

    What a killed run left in the spool is stored first. A source's failure is told in its
    own part of the night and stops no other source. Runs between nights tell no `digests`.
    """
    now = now or utc_now()
    await salvage_spool()
    night = await ingest_spool(now)
    parts = await asyncio.gather(
        *(collect(source, now) for source in sources), return_exceptions=True
    )
    for source, part in zip(sources, parts, strict=True):
        if isinstance(part, Night):
            night.add(part)
        elif isinstance(part, Exception):
            night.of(source).error = f"{type(part).__name__}: {part}"
        else:
            raise part
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
    night = Night()
    while (tallies := await ingest_next(now)) is not None:
        for source, tally in tallies.items():
            night.of(source).tally.add(tally)
    return night

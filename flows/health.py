"""Whether a source is healthy: what its last crawls came to, against what it declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from spiders.sources import Source
from storage.views import SourceHealth

# A nightly that was missed once is made up for the next night; twice is a failure.
STALE = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class SourceReport:
    """A source with what is wrong with it, each in one sentence; healthy where that is empty.

    `health` is None before its first crawl; `declared` is False of one that left the catalogue.
    """

    name: str
    title: str
    declared: bool
    health: SourceHealth | None
    newest: datetime | None
    faults: tuple[str, ...]


def source_reports(
    sources: Mapping[str, Source],
    health: Sequence[SourceHealth],
    newest: Mapping[str, datetime],
    now: datetime,
) -> list[SourceReport]:
    """Every source of the catalogue in its order, then those on record that left it.

    `newest` is by source when the latest item that it listed was published.
    """
    known = {each.name: each for each in health}
    declared = [
        SourceReport(
            name, source.title, True, known.get(name), newest.get(name),
            tuple(_faults(source, known.get(name), newest.get(name), now)),
        )
        for name, source in sources.items()
    ]  # fmt: skip
    left = [
        SourceReport(name, name, False, each, newest.get(name), ())
        for name, each in known.items()
        if name not in sources
    ]
    return declared + left


def _faults(
    source: Source, health: SourceHealth | None, newest: datetime | None, now: datetime
) -> Iterator[str]:
    if health is None or health.last_crawl_at is None:
        yield "it was never crawled to an end"
        return
    if health.last_error is not None:
        times = health.failures_in_row
        yield f"its last {'crawl' if times == 1 else f'{times} crawls'} failed: {health.last_error}"
    if health.last_ok_at is None:
        yield "no crawl of it ever completed"
    elif now - health.last_ok_at > STALE:
        yield f"its last complete crawl was at {health.last_ok_at:%Y-%m-%d %H:%M} UTC"
    if newest is not None and now - newest > timedelta(days=source.newest_days):
        allowed = f"{source.newest_days} day{'' if source.newest_days == 1 else 's'}"
        yield f"its newest item is of {newest:%Y-%m-%d}, older than the {allowed} that it declares"

"""What of a night goes on side by side, and what takes turns."""

from __future__ import annotations

import asyncio
from asyncio import AbstractEventLoop, Lock
from collections.abc import Awaitable, Callable, Mapping, Sequence
from weakref import WeakKeyDictionary

from flows.summary import Night
from spiders.catalogue import by_host
from spiders.source import Source
from storage.failure import Failure

_reading: WeakKeyDictionary[AbstractEventLoop, Lock] = WeakKeyDictionary()


def site_groups(names: Sequence[str], sources: Mapping[str, Source]) -> list[list[str]]:
    """The names in groups that share no host with another; one without a source stands alone."""
    known = by_host(sources[name] for name in names if name in sources)
    return [
        *([source.name for source in group] for group in known),
        *([name] for name in names if name not in sources),
    ]


async def collect_all(
    groups: Sequence[Sequence[str]], collect: Callable[[str], Awaitable[Night]]
) -> Night:
    """`collect` for every source: groups side by side, the sources of a group in turn.

    What goes wrong with a source is its error in the answer and stops no other source.
    """
    night = Night()
    parts = (_in_turn(group, collect) for group in groups)
    for part in await asyncio.gather(*parts, return_exceptions=True):
        if isinstance(part, BaseException):
            raise part
        night.add(part)
    return night


async def ingest_all(ingest: Callable[[], Awaitable[Night | None]]) -> Night:
    """`ingest` until it has no file left; of one event loop's callers, one file at a time.

    Each file is read by all reading processes that the settings allow.
    """
    turn = _reading.setdefault(asyncio.get_running_loop(), Lock())
    night = Night()
    while True:
        async with turn:
            part = await ingest()
        if part is None:
            return night
        night.add(part)


async def _in_turn(group: Sequence[str], collect: Callable[[str], Awaitable[Night]]) -> Night:
    night = Night()
    for source in group:
        try:
            night.add(await collect(source))
        except Failure as error:
            night.of(source).error = str(error)
        except Exception as error:  # noqa: BLE001 - it is told as the source's error
            night.of(source).error = f"{type(error).__name__}: {error}"
    return night

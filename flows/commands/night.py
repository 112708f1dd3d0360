"""A night's surroundings: the database made ready, Prefect's API up, the flow at hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from flows.commands.database import writable
from flows.progress import step
from flows.server import prefect_api
from flows.settings import Settings, claim_prefect, install
from flows.summary import Night
from flows.terminal import Screen
from flows.watch_file import warn_of_channels, watches_of

RunNight = Callable[[Sequence[str], datetime], Night]


@contextmanager
def nights(settings: Settings, screen: Screen) -> Iterator[RunNight]:
    """Yield what runs one night for some sources as of an instant; many nights share one API.

    Raises what `surroundings` raises.
    """
    with surroundings(settings, screen):
        with step("load Prefect"):
            from flows.nightly import nightly  # noqa: PLC0415 - it takes seconds
        screen.go_on()

        def run(sources: Sequence[str], now: datetime) -> Night:
            return asyncio.run(nightly(list(sources), now))

        yield run


@contextmanager
def surroundings(settings: Settings, screen: Screen, *, own: bool = False) -> Iterator[None]:
    """Make all ready for flows: database, watches, the API, and Prefect's settings for it.

    `own` asks for an API of this run's own. Raises DatabaseError for a database that cannot be
    used, WatchError for watches that make no sense, ServerError for no Prefect API.
    """
    writable(settings).dispose()
    watches = watches_of(settings)
    install(settings)
    with screen.watching(), prefect_api(settings, screen.wait, own=own) as url:
        warn_of_channels(settings, watches)
        claim_prefect(settings, url)
        yield

"""`onrecord schedule`: nights by the clock, and watch runs between them, until stopped."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import typer
from rich.console import Console

from flows.commands.night import surroundings
from flows.commands.run import chosen_sources
from flows.happenings import Happening
from flows.lease import AlreadyRunningError, lease
from flows.schedule_view import as_dict, as_lines
from flows.settings import Settings, claim_prefect, utc_now
from flows.terminal import Screen, print_json, print_lines
from storage.failure import Failure

if TYPE_CHECKING:
    from flows.timetable import Timetable

NIGHTLY = "30 2 * * *"


class AlreadyScheduledError(Failure):
    """Another process serves this home's schedule; the message says since when."""


@dataclass(frozen=True, slots=True)
class Times:
    """What the user asked for: a cron line or an interval for nights, one for watch runs."""

    nightly: str | None
    every: str | None
    watch: str | None
    zone: str


def serve_schedule(names: Sequence[str], times: Times, *, as_json: bool) -> int:
    """Serve the schedule until Ctrl-C or SIGTERM, then 0.

    Raises typer.BadParameter for times that make no sense, before anything is started.
    """
    settings = Settings.from_env()
    chosen = chosen_sources(settings, names)
    timetable = timetable_of(settings, times)
    screen = Screen(Console(stderr=True), as_json=as_json)
    zone = ZoneInfo(times.zone)

    def say(happening: Happening) -> None:
        # Progress and lines may share one terminal.
        screen.go_on()
        if as_json:
            print_json(as_dict(happening))
        else:
            print_lines(as_lines(happening, zone))

    try:
        with _sigterm_too(), _alone(settings.home), surroundings(settings, screen, own=True):
            from flows.schedule import Schedule, serve  # noqa: PLC0415 - it takes seconds

            name = name_of(settings.home)
            schedule = Schedule(name, tuple(chosen), timetable, utc_now, say)
            _until_stopped(lambda stop: serve(schedule, stop), screen)
    except KeyboardInterrupt:
        pass  # It came before anything was served; what was started has ended.
    Console(stderr=True).print("Stopped.")
    return 0


def timetable_of(settings: Settings, times: Times) -> Timetable:
    """When nights and watch runs are due; raises typer.BadParameter."""
    # Prefect's settings are read when it is loaded, and its API has no address yet.
    (settings.home / "prefect").mkdir(parents=True, exist_ok=True)
    claim_prefect(settings, "")
    from flows import timetable  # noqa: PLC0415 - it takes seconds

    if times.nightly and times.every:
        raise typer.BadParameter("give either --nightly or --every", param_hint="--every")
    with _naming("--zone"):
        zone = timetable.zone_of(times.zone)
    with _naming("--every" if times.every else "--nightly"):
        night = (
            timetable.interval(times.every, zone, timetable.SHORTEST_NIGHT)
            if times.every
            else timetable.cron(times.nightly or NIGHTLY, zone, utc_now())
        )
    if not times.watch:
        return {"night": night}
    with _naming("--watch"):
        watch = timetable.interval(times.watch, zone, timetable.SHORTEST_WATCH)
    return {"night": night, "watch": watch}


@contextmanager
def _naming(option: str) -> Iterator[None]:
    from flows.timetable import TimetableError  # noqa: PLC0415 - it takes seconds

    try:
        yield
    except TimetableError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None


def name_of(home: Path) -> str:
    """The name of a home's schedule, should several homes share one Prefect server."""
    return str(home).strip("/").replace("/", ".")


@contextmanager
def _sigterm_too() -> Iterator[None]:
    """Let SIGTERM ask for what Ctrl-C asks for."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    try:
        # No source has a name with a space.
        with lease(home, "the schedule", utc_now()):
            yield
    except AlreadyRunningError as error:
        raise AlreadyScheduledError(f"{error}; stop it first.") from None


def _until_stopped(
    serve: Callable[[threading.Event], Coroutine[None, None, None]], screen: Screen
) -> None:
    """Serve in another thread: in the main one Prefect's engine takes SIGTERM for itself."""
    stop = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        serving = pool.submit(copy_context().run, asyncio.run, serve(stop))
        try:
            serving.result()
        except KeyboardInterrupt:
            screen.wait("Stopping; what was fetched is kept. A second signal ends at once …")
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_DFL)
            stop.set()
            serving.result()

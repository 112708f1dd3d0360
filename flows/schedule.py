"""The nightly by the clock: Prefect holds what is due next, and this process runs it.

Each run is planned as a flow run of one Prefect deployment, in the database of the home: so
what came due while nobody was there is known at the next start, as is what a kill cut short.
The runs happen here, one at a time, where alerts find their terminal. Prefect's own runner
would give each a process that outlives a killed runner, and Prefect's scheduler service would
plan many ahead, of which each would have to be made up for; it also fails on SQLAlchemy 2.1.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

import httpx
from prefect.client.orchestration import PrefectClient, get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterDeploymentId,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import State, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.context import refresh_global_settings_context
from prefect.flow_engine import run_flow_async
from prefect.states import Scheduled

from flows.happenings import Began, CutShort, Ended, Happening, Kind, Next, Skipped
from flows.nightly import nightly
from flows.summary import Night
from flows.timetable import Timetable, between, first_after
from storage.failure import Failure

# A clock that was set, or a machine that slept, is noticed within this.
LOOK_SECONDS = 10.0
# What Prefect answers at once.
MOST_RUNS = 200


class ScheduleError(Failure):
    """The schedule cannot go on; the message says why."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """One home's schedule: its `name` among Prefect's deployments, its sources and its times."""

    name: str
    sources: tuple[str, ...]
    timetable: Timetable
    clock: Callable[[], datetime]
    say: Callable[[Happening], None]


async def serve(schedule: Schedule, stop: threading.Event) -> None:
    """Run what comes due until `stop` is set, which cuts short what runs.

    One run makes up for all that came due while nobody was there, or whose process died.
    Raises ScheduleError if Prefect's API goes away.
    """
    # Prefect was loaded, for the timetable, before its API had an address.
    refresh_global_settings_context()
    stopped = asyncio.create_task(asyncio.to_thread(stop.wait))
    try:
        async with get_client() as client:
            deployment = await client.create_deployment(
                await client.create_flow(nightly), schedule.name, enforce_parameter_schema=False
            )
            serving = _Serving(client, deployment, schedule, stopped)
            await serving.take_up()
            while not stopped.done():
                await serving.turn()
    except httpx.HTTPError as error:
        raise ScheduleError(f"Prefect's API fails ({type(error).__name__}: {error}).") from error
    finally:
        # The thread that waits for it would hold up the end of this process.
        stop.set()


@dataclass(frozen=True, slots=True)
class Planned:
    """A run that Prefect holds: of which kind, and when it is or was due."""

    run: UUID
    kind: Kind
    due: datetime


def choose(due: Sequence[Planned]) -> Planned:
    """The one run that makes up for all that are due.

    A night does all that a watch run does, and the latest all that was due before it.
    """
    return max(due, key=lambda each: (each.kind == "night", each.due))


@dataclass(frozen=True, slots=True)
class _Serving:
    """A deployment that is being served; at most one run of a kind is planned at a time."""

    client: PrefectClient
    deployment: UUID
    schedule: Schedule
    stopped: asyncio.Task[bool]

    async def take_up(self) -> None:
        """Go on from what the last process left: what it cut short, missed, or planned."""
        cut = [StateType.RUNNING, StateType.PENDING, StateType.CRASHED]
        runs = await self.client.read_flow_runs(
            flow_run_filter=FlowRunFilter(
                deployment_id=FlowRunFilterDeploymentId(any_=[self.deployment]),
                state=FlowRunFilterState(type=FlowRunFilterStateType(any_=cut)),
            ),
            sort=FlowRunSort.EXPECTED_START_TIME_DESC,
            limit=MOST_RUNS,
        )
        for run in runs:
            again: State[None] = Scheduled(scheduled_time=run.expected_start_time)
            await self.client.set_flow_run_state(run.id, again, force=True)
        now = self.schedule.clock()
        for planned in await self._planned():
            # The times may have been changed since.
            if planned.due > now or planned.kind not in self.schedule.timetable:
                await self.client.delete_flow_run(planned.run)
        await self._plan()

    async def turn(self) -> None:
        """Run what is due, or wait for a while."""
        now = self.schedule.clock()
        planned = await self._planned()
        due = [each for each in planned if each.due <= now]
        if due:
            await self._run(due)
        else:
            seconds = min((each.due - now).total_seconds() for each in planned)
            await asyncio.wait({self.stopped}, timeout=min(seconds, LOOK_SECONDS))

    async def _planned(self) -> list[Planned]:
        runs = await self.client.get_scheduled_flow_runs_for_deployments([self.deployment])
        return [
            Planned(run.id, "night" if run.parameters["digests"] else "watch", due)
            for run in runs
            if (due := run.expected_start_time)
        ]

    async def _plan(self) -> None:
        """Give each kind that has no run planned its next one, and tell what is next."""
        now = self.schedule.clock()
        planned = {each.kind: each.due for each in await self._planned()}
        for kind, rhythm in self.schedule.timetable.items():
            if kind not in planned:
                planned[kind] = await first_after(rhythm, now)
                await self.client.create_flow_run_from_deployment(
                    self.deployment,
                    parameters={
                        "sources": list(self.schedule.sources),
                        "digests": kind == "night",
                    },
                    state=Scheduled(scheduled_time=planned[kind]),
                )
        if min(planned.values()) > now:
            self.schedule.say(Next(planned["night"], planned.get("watch")))

    async def _run(self, due: list[Planned]) -> None:
        """Run one of what is due for all of it, then plan what comes next."""
        chosen = choose(due)
        for each in due:
            if each is not chosen:
                await self.client.delete_flow_run(each.run)
        began = self.schedule.clock()
        rhythm = self.schedule.timetable[chosen.kind]
        missed = len(await between(rhythm, chosen.due, began))
        self.schedule.say(Began(chosen.kind, chosen.due, began, missed))
        await self._until_ended(chosen, began)
        if not self.stopped.done():
            await self._skip(chosen, began)
            await self._plan()

    async def _until_ended(self, chosen: Planned, began: datetime) -> None:
        about, say = (chosen.kind, chosen.due), self.schedule.say
        run = await self.client.read_flow_run(chosen.run)
        asked = run.parameters | {"sources": list(self.schedule.sources), "now": began}
        running = run_flow_async(nightly, run, asked)
        night = asyncio.create_task(running)
        await asyncio.wait({night, self.stopped}, return_when=asyncio.FIRST_COMPLETED)
        cut_short = not night.done()
        if cut_short:
            night.cancel()
            await asyncio.wait({night})
        if cut_short or night.cancelled():
            say(CutShort(*about))
            return
        error, now = night.exception(), self.schedule.clock()
        if error is None:
            say(Ended(*about, now, cast("Night", night.result())))
        else:
            say(Ended(*about, now, None, f"{type(error).__name__}: {error}"))

    async def _skip(self, ended: Planned, began: datetime) -> None:
        """Runs never overlap: leave out what came due meanwhile, but no night for a watch run."""
        now = self.schedule.clock()
        left_out = self.schedule.timetable.keys() & {ended.kind, "watch"}
        for kind in left_out:
            if due := await between(self.schedule.timetable[kind], began, now):
                self.schedule.say(Skipped(kind, tuple(due), ended.kind))
        for each in await self._planned():
            if each.kind in left_out and each.due <= now:
                await self.client.delete_flow_run(each.run)

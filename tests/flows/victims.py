"""Processes to be killed, forked from one that has loaded everything, so that each costs little.

`python -m tests.flows.victims` reads a job a line, a JSON object, and answers each in a line:
`{"task": name, …}` forks a process and gives its number, `{"wait": number, "most": seconds}`
waits for its end, by a kill after so many seconds, and gives its exit code.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from multiprocessing import forkserver
from pathlib import Path
from signal import SIGKILL
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Victim:
    """A process of a nursery."""

    nursery: Nursery
    number: int

    def kill(self) -> None:
        """End it at once, wherever it is, if it has not ended yet."""
        with suppress(ProcessLookupError):
            os.kill(self.number, SIGKILL)

    def wait(self, most: float | None = None) -> int:
        """Its exit code; -9 where it was killed, as it is after `most` seconds. Ask once."""
        return self.nursery.ask({"wait": self.number, "most": most})


@dataclass(frozen=True)
class Nursery:
    """The process that forks victims."""

    process: subprocess.Popen[str]

    def start(self, task: str, home: Path, database_url: str, **more: str) -> Victim:
        """Fork a process that does a task of this module for a home."""
        job = {"task": task, "home": str(home), "database_url": database_url, **more}
        return Victim(self, self.ask(job))

    def ask(self, line: dict[str, Any]) -> int:
        """The answer to one line."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(line) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@contextmanager
def nursery() -> Iterator[Nursery]:
    """A nursery for as long as the context lasts."""
    command = [sys.executable, "-m", "tests.flows.victims"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        yield Nursery(process)
        assert process.stdin
        process.stdin.close()


def store(home: str, database_url: str, *, now: str, catalogue: str, days: str = "14") -> None:
    """Store all that lies in the spool as of that instant; new is what has so few days."""
    from flows.settings import Settings  # noqa: PLC0415 - the nursery has loaded it
    from flows.spooling import ingest_one, spool_folder  # noqa: PLC0415
    from spiders import spool  # noqa: PLC0415

    window = timedelta(days=int(days))
    settings = Settings(Path(home), database_url, catalogue=catalogue, window=window, workers=1)
    spool.salvage(spool_folder(settings))
    while ingest_one(settings, datetime.fromisoformat(now)) is not None:
        pass


def night(home: str, database_url: str, *, now: str, catalogue: str, secret: str) -> None:
    """Store all that lies in the spool, and tell what is new."""
    store(home, database_url, now=now, catalogue=catalogue)
    tell(home, database_url, secret=secret)


def tell(home: str, database_url: str, *, secret: str) -> None:
    """Tell what is due until nothing is pending; another sender is waited for."""
    from flows.alerts.delivery import deliver  # noqa: PLC0415
    from flows.alerts.means import means  # noqa: PLC0415
    from flows.lease import AlreadyRunningError  # noqa: PLC0415
    from flows.settings import Settings, utc_now  # noqa: PLC0415
    from storage.database import connect  # noqa: PLC0415

    engine = connect(database_url)
    ready = means(Settings(Path(home), database_url), lambda _: False, utc_now)
    ready = replace(ready, env={**ready.env, "ONRECORD_WEBHOOK_SECRET": secret})
    while True:
        try:
            if not deliver(engine, ready).pending:
                return
        except AlreadyRunningError:
            time.sleep(0.02)


TASKS: dict[str, Callable[..., None]] = {"store": store, "night": night, "tell": tell}


def main() -> None:
    """Fork and wait until the input ends."""
    import flows.alerts.apprise_channel  # noqa: PLC0415
    import flows.alerts.means  # noqa: PLC0415
    import flows.spooling  # noqa: F401, PLC0415
    from flows.alerts.webhook import _authorities  # noqa: PLC0415

    _authorities()
    # A forkserver of its own would load everything again for each victim.
    forkserver.set_forkserver_preload(["flows.warm"])
    forkserver.ensure_running()
    forkserver._forkserver.ensure_running = lambda: None  # type: ignore[method-assign]
    for line in sys.stdin:
        job = json.loads(line)
        answer = _end_of(job["wait"], job["most"]) if "wait" in job else _fork(**job)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _fork(task: str, **given: str) -> int:
    number = os.fork()
    if number == 0:
        try:
            sys.stdin.close()
            TASKS[task](**given)
        except BaseException:  # noqa: BLE001 - it is told, and the test fails by the exit code
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return number


def _end_of(number: int, most: float | None) -> int:
    until = time.monotonic() + (math.inf if most is None else most)
    while (ended := os.waitpid(number, os.WNOHANG)) == (0, 0) and time.monotonic() < until:
        time.sleep(0.002)
    if ended == (0, 0):
        os.kill(number, SIGKILL)
        ended = os.waitpid(number, 0)
    return os.waitstatus_to_exitcode(ended[1])


if __name__ == "__main__":
    main()

"""Real nights against the press room: `onrecord run` as a user's own process."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from storage.database import connect
from tests.flows.state import State, state_of
from tests.press.room import Press

WAIT_SECONDS = 120


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code, JSON lines of its output, all that it said besides."""

    code: int
    lines: list[dict[str, Any]]
    errors: str

    @property
    def alerts(self) -> list[dict[str, Any]]:
        """The statements that were told."""
        return [line["alert"]["statement"] for line in self.lines if "alert" in line]

    @property
    def sources(self) -> dict[str, Any]:
        """The night's part of each source."""
        sources: dict[str, Any] = self.lines[-1]["night"]["sources"]
        return sources


@dataclass(frozen=True)
class Home:
    """A user's home for nights against one press room, on a Prefect API that runs already."""

    folder: Path
    press: Press
    prefect_url: str | None
    # Of the room's four sites most nights need two.
    catalogue: str = "tests.press.catalogue"

    @property
    def environment(self) -> dict[str, str]:
        """The variables under which commands run."""
        return {
            **os.environ,
            "ONRECORD_HOME": str(self.folder),
            "ONRECORD_SOURCES": self.catalogue,
            "ONRECORD_PREFECT_API_URL": self.prefect_url or "",
            **{f"ONRECORD_PRESS_{site.upper()}": url for site, url in self.press.urls.items()},
        }

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start `onrecord` with these arguments."""
        return subprocess.Popen(
            [sys.executable, "-m", "flows.cli", *arguments],
            env=self.environment,
            cwd=self.folder.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *sources: str) -> Ended:
        """One night to its end."""
        process = self.start("run", "--json", *sources)
        out, errors = process.communicate(timeout=WAIT_SECONDS)
        return Ended(process.returncode, [json.loads(line) for line in out.splitlines()], errors)

    def run_killed(self, when: Callable[[], bool]) -> bool:
        """One night that is killed as soon as `when` holds; False if it ended before."""
        process = self.start("run", "--json")
        end = time.monotonic() + WAIT_SECONDS
        while process.poll() is None and time.monotonic() < end:
            if when():
                process.send_signal(signal.SIGKILL)
                process.communicate()
                return True
            time.sleep(0.002)
        process.communicate()
        return False

    def copy(self, folder: Path) -> Home:
        """The same home as it stands now, in another place."""
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder)

    def processes(self) -> list[int]:
        """The processes that run for this home, found by their environment."""
        mark = f"ONRECORD_HOME={self.folder}\0".encode()
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (entry / "environ").read_bytes() and int(entry.name) != os.getpid():
                    found.append(int(entry.name))
            except OSError:
                continue
        return found

    def processes_within(self, seconds: float) -> list[int]:
        """The processes that still run for this home after so many seconds, or as soon as none."""
        end = time.monotonic() + seconds
        while (found := self.processes()) and time.monotonic() < end:
            time.sleep(0.1)
        return found

    def state(self) -> State:
        """What must be the same whatever happened on the way: keys, grouping, alerts."""
        engine = connect(f"sqlite:///{self.folder / 'onrecord.db'}")
        found = state_of(engine)
        engine.dispose()
        return {**found, "spool": {path.name for path in (self.folder / "spool").iterdir()}}

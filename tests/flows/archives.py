"""Real backfills of a long archive: `onrecord backfill` as a user's own process."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from storage.alert_models import AlertRow
from storage.database import connect, reading
from storage.models import ArticleRow, PageRow, StatementRow
from tests.press.archive import Archive

WAIT_SECONDS = 300


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code, JSON lines of its output, all that it said besides."""

    code: int
    lines: list[dict[str, Any]]
    errors: str

    def line(self, name: str) -> dict[str, Any]:
        """What was told under a name."""
        found: dict[str, Any] = next(line[name] for line in self.lines if name in line)
        return found


@dataclass(frozen=True)
class ArchiveHome:
    """A user's home for backfills of one archive, on a Prefect API that runs already."""

    folder: Path
    archive: Archive
    prefect_url: str
    delay: float = 0.0

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start `onrecord` with these arguments."""
        surroundings = {
            "ONRECORD_HOME": str(self.folder),
            "ONRECORD_SOURCES": "tests.press.archive_catalogue",
            "ONRECORD_PREFECT_API_URL": self.prefect_url,
            "ONRECORD_PRESS_MINISTRY": self.archive.url,
            "ONRECORD_PRESS_DELAY": str(self.delay),
        }
        return subprocess.Popen(
            [sys.executable, "-m", "flows.cli", *arguments],
            env={**os.environ, **surroundings},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str) -> Ended:
        """A command to its end."""
        process = self.start(*arguments, "--json")
        out, errors = process.communicate(timeout=WAIT_SECONDS)
        return Ended(process.returncode, [json.loads(line) for line in out.splitlines()], errors)

    def run_until(
        self, when: Callable[[], bool], *arguments: str, by: signal.Signals = signal.SIGKILL
    ) -> int | None:
        """A command that is sent a signal as soon as `when` holds; None if it ended before."""
        process = self.start(*arguments, "--json")
        end = time.monotonic() + WAIT_SECONDS
        while process.poll() is None and time.monotonic() < end:
            if when():
                process.send_signal(by)
                process.communicate()
                return process.returncode
            time.sleep(0.005)
        process.communicate()
        return None

    def counts(self) -> dict[str, int]:
        """How many rows the record has of what matters."""
        rows = {"pages": PageRow, "articles": ArticleRow, "alerts": AlertRow}
        engine = connect(f"sqlite:///{self.folder / 'onrecord.db'}")
        with reading(engine) as session:
            found = {
                name: session.scalar(select(func.count()).select_from(row)) or 0
                for name, row in rows.items()
            }
        engine.dispose()
        return found

    def newness(self) -> dict[str, int]:
        """How many statements were judged how."""
        engine = connect(f"sqlite:///{self.folder / 'onrecord.db'}")
        with reading(engine) as session:
            rows = session.execute(
                select(StatementRow.newness, func.count()).group_by(StatementRow.newness)
            )
            found: dict[str, int] = {row[0]: row[1] for row in rows}
        engine.dispose()
        return found

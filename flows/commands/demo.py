"""`onrecord demo`: two nights against a local press room, from an empty record."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console

from flows.commands.database import readable
from flows.commands.night import nights
from flows.commands.run import chosen_sources
from flows.settings import CHECKOUT, Settings, export
from flows.statement_view import as_lines
from flows.tables import counts_line, night_table, reports_table, steps_table
from flows.terminal import Screen, print_lines
from storage import queries
from storage.database import reading
from storage.failure import Failure
from storage.views import ReportLine, StatementView


class NoPressRoomError(Failure):
    """The press room is not there, or did not start."""


@dataclass(frozen=True, slots=True)
class PressRoom:
    """The process that serves the two sites; it ends when its standard input does."""

    child: subprocess.Popen[str]

    def turn_to_night(self, number: int) -> None:
        """Let the sites show what they show on that night."""
        if self.child.stdin and self.child.stdout:
            self.child.stdin.write(f"night {number}\n")
            self.child.stdin.flush()
            # It answers once the sites have turned.
            self.child.stdout.readline()


def run_demo() -> int:
    """Run both nights and tell what came of them; 1 if a source failed."""
    home = CHECKOUT / "var" / "demo"
    _make_empty(home)
    settings = replace(
        Settings.from_env({}),
        home=home,
        database_url=f"sqlite:///{home / 'onrecord.db'}",
        catalogue="tests.press.catalogue",
    )
    screen = Screen(Console(stderr=True))
    with press_room() as press, nights(settings, screen) as run_night:
        sources = chosen_sources(settings, [])
        first = datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read
        print_lines(["", "Night one: everything is there already, so nothing is new."])
        one = run_night(sources, first)
        Console().print(night_table(one))
        for statement in _statements(settings):
            print_lines(["", *as_lines(statement)])
        press.turn_to_night(2)
        second = first + timedelta(days=1)
        print_lines(["", "Night two, a day later: reprints, a new date, and one new statement."])
        two = run_night(sources, second)
        Console().print(night_table(two), reports_table(_reports(settings, second)))
    with reading(readable(settings)) as session:
        print_lines([counts_line(queries.summary_counts(session))])
    Console().print(steps_table(screen.steps))
    print_lines([f"The record of this demo stays: ONRECORD_HOME={home} onrecord show"])
    return 1 if one.failed or two.failed else 0


def _make_empty(home: Path) -> None:
    """Remove what an earlier demo left, but for Prefect's own files, which take long to make."""
    home.mkdir(parents=True, exist_ok=True)
    for entry in home.iterdir():
        if entry.is_dir() and entry.name != "prefect":
            shutil.rmtree(entry)
        elif entry.is_file():
            entry.unlink()


@contextmanager
def press_room() -> Iterator[PressRoom]:
    """Serve the press room's two sites on loopback ports; raises NoPressRoomError."""
    if not (CHECKOUT / "tests" / "press").is_dir():
        raise NoPressRoomError("The demo needs the checkout: its sites lie in tests/press.")
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.press"],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        line = child.stdout.readline() if child.stdout else ""
        if not line:
            raise NoPressRoomError("The press room did not start: python -m tests.press says why.")
        addresses = json.loads(line)
        export(ONRECORD_PRESS_BLOG=addresses["blog"], ONRECORD_PRESS_MINISTRY=addresses["ministry"])
        yield PressRoom(child)
    finally:
        child.terminate()
        child.communicate()


def _statements(settings: Settings) -> list[StatementView]:
    with reading(readable(settings)) as session:
        lines = queries.statements(session, limit=1000)
        return [queries.statement(session, line.id) for line in reversed(lines)]


def _reports(settings: Settings, since: datetime) -> list[ReportLine]:
    with reading(readable(settings)) as session:
        return queries.reports(session, since=since)

"""A person's terminal: progress bars while a run works; plain lines where there is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.progress import TaskID as BarId

from flows.printable import json_line, printable
from flows.progress import Event, Notice, Pace, StepDone, Warned, Working, listening
from flows.statement_view import as_dict, as_lines

ALERTS = {
    "new": "a new statement",
    "change": "the official text was changed",
    "official": "the official text is out",
}


def print_lines(lines: Iterable[str]) -> None:
    """Results go to standard output, at once, so that a crash afterwards cannot lose them."""
    for line in lines:
        sys.stdout.write(f"{printable(line)}\n")
    sys.stdout.flush()


def print_json(value: object) -> None:
    """One JSON line on standard output; instants in ISO form."""
    sys.stdout.write(json_line(value) + "\n")
    sys.stdout.flush()


def _pace(event: Pace) -> str:
    """One line: how far a long walk has come, how fast, and how long it goes on."""
    of = "" if event.total is None else f" of {event.total}"
    left = event.seconds_left
    # timedelta writes hours, minutes and seconds.
    end = "" if left is None else f", {timedelta(seconds=round(left))} left"
    return f"{event.source}: {event.done}{of} items, {event.pages_per_second:.1f} pages/s{end}"


class Screen:
    """Shows what a run tells; progress and warnings go to `console`, alerts to standard output."""

    def __init__(self, console: Console, *, as_json: bool = False) -> None:
        self.steps: list[StepDone] = []
        self._as_json = as_json
        self._console = console
        self._bars: dict[tuple[str, str], BarId] = {}
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            redirect_stdout=False,
            disable=not console.is_terminal,
        )

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Show progress for what runs inside."""
        with self._progress, listening(self.hear):
            yield

    def wait(self, message: str) -> None:
        """Say what is being waited for, until `go_on`."""
        if not self._console.is_terminal:
            self._console.print(message, markup=False, highlight=False)
            return
        self._clear()
        self._bars["", message] = self._progress.add_task(message, total=None)

    def go_on(self) -> None:
        """The wait is over."""
        self._clear()

    def _clear(self) -> None:
        for bar in self._bars.values():
            self._progress.remove_task(bar)
        self._bars.clear()

    def hear(self, event: Event) -> None:
        """Show one event of the run."""
        match event:
            case Working():
                self._work(event)
            case Pace():
                self._say(_pace(event))
            case StepDone():
                self.steps.append(event)
            case Warned():
                line = printable(f"! {event.message}")
                self._progress.console.print(line, style="yellow", markup=False)
            case Notice():
                self._notice(event)

    def _say(self, line: str) -> None:
        self._progress.console.print(printable(line), markup=False, highlight=False)

    def _work(self, event: Working) -> None:
        key = (event.source, event.step)
        if key not in self._bars:
            self._bars[key] = self._progress.add_task(f"{event.source}: {event.step}", total=None)
        self._progress.update(self._bars[key], completed=event.done, total=event.total)

    def _notice(self, event: Notice) -> None:
        # The bars and the alerts may share one terminal.
        self._progress.stop()
        if self._as_json:
            about = {"kind": event.about.kind, "changes": event.about.changes}
            told = {"key": event.key, "watch": event.watch, **about}
            print_json({"alert": told | {"statement": as_dict(event.statement)}})
        else:
            changes = (f"    {line}" for line in event.about.changes)
            head = f"ALERT: {ALERTS[event.about.kind]}"
            print_lines(["", head, *changes, *as_lines(event.statement), ""])

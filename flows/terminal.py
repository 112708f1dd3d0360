"""A person's terminal: progress bars while a run works; plain lines where there is no terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.progress import TaskID as BarId

from flows.progress import Event, StepDone, Warned, Working, listening


class Screen:
    """Shows what a run tells; every text of ours goes to standard error, results to output."""

    def __init__(self, console: Console) -> None:
        self.steps: list[StepDone] = []
        self._console = console
        self._bars: dict[tuple[str, str], BarId] = {}
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Show progress for what runs inside."""
        with self._progress, listening(self.hear):
            yield

    def say(self, message: str) -> None:
        """One line of what is being waited for or what happened."""
        self._progress.console.print(message, style="dim", markup=False, highlight=False)

    def hear(self, event: Event) -> None:
        """Show one event of the run."""
        match event:
            case Working():
                self._work(event)
            case StepDone():
                self.steps.append(event)
            case Warned():
                self._progress.console.print(f"! {event.message}", style="yellow", markup=False)

    def _work(self, event: Working) -> None:
        key = (event.source, event.step)
        if key not in self._bars:
            self._bars[key] = self._progress.add_task(f"{event.source}: {event.step}", total=None)
        self._progress.update(self._bars[key], completed=event.done, total=event.total)

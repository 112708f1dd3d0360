"""What a run tells while it works: events, and the one listener that hears them.

Flows must not know whether a terminal, a log or nobody listens; Prefect stores a flow's
parameters, so the listener travels in a context variable instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from time import monotonic, thread_time

from storage.about import NEW, About
from storage.views import StatementView


@dataclass(frozen=True, slots=True)
class Working:
    """A source's work goes on: `done` of `total` (None: not known yet) in a named step."""

    source: str
    step: str
    done: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """How a long walk goes on: `done` of `total` items (None: not known yet).

    In the `seconds` of this run `new` items were done, and `pages` list and article pages read.
    """

    source: str
    done: int
    total: int | None
    new: int
    pages: int
    seconds: float

    @property
    def pages_per_second(self) -> float:
        """Politeness and reading included."""
        return self.pages / self.seconds if self.seconds else 0.0

    @property
    def seconds_left(self) -> float | None:
        """At the pace so far; None where there is none yet."""
        if self.total is None or not self.new:
            return None
        return max(0, self.total - self.done) * self.seconds / self.new


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step has ended: wall seconds, and CPU seconds of its thread and its processes."""

    step: str
    seconds: float
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Warned:
    """One sentence that a person should read although the run goes on."""

    message: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One alert as a person reads it: its key, the watch, the statement, what is told of it."""

    key: str
    watch: str
    statement: StatementView
    about: About = NEW


Event = Working | Pace | StepDone | Warned | Notice

_listener: ContextVar[Callable[[Event], None] | None] = ContextVar("listener", default=None)


@contextmanager
def listening(listener: Callable[[Event], None]) -> Iterator[None]:
    """Hand every event told inside to `listener`, which may be called from several threads."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def tell(event: Event) -> bool:
    """Hand one event to whoever listens; False if nobody does."""
    listener = _listener.get()
    if listener is not None:
        listener(event)
    return listener is not None


@dataclass(slots=True)
class Elsewhere:
    """CPU seconds that other processes spent for a step, as they themselves report them."""

    cpu_seconds: float = 0.0


@contextmanager
def step(name: str) -> Iterator[Elsewhere]:
    """Tell the wall and CPU seconds of what runs inside, the CPU of this thread and elsewhere."""
    began, cpu_began, elsewhere = monotonic(), thread_time(), Elsewhere()
    try:
        yield elsewhere
    finally:
        used = thread_time() - cpu_began + elsewhere.cpu_seconds
        tell(StepDone(name, monotonic() - began, used))

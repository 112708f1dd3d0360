"""A run's own clock: it starts at the instant that it is handed and goes on from there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic


class Clock:
    """Call it for the instant: `start` (aware) and the monotonic seconds since."""

    def __init__(self, start: datetime, ticks: Callable[[], float] = monotonic) -> None:
        self._start, self._ticks, self._began = start, ticks, ticks()

    def __call__(self) -> datetime:
        """The instant now, never before the one that was told last."""
        return self._start + timedelta(seconds=self._ticks() - self._began)

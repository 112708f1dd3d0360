"""What a schedule tells while it is served: what is next, what began, how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from flows.summary import Night

Kind = Literal["night", "watch"]

LATE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Next:
    """When the next night and the next watch run are due (None: there are no watch runs)."""

    night: datetime
    watch: datetime | None


@dataclass(frozen=True, slots=True)
class Began:
    """A run began `at` that was `due` then; it makes up for `missed` others as well."""

    kind: Kind
    due: datetime
    at: datetime
    missed: int

    @property
    def is_late(self) -> bool:
        """Whether nobody was there, or free, when it was due."""
        return self.at - self.due > LATE


@dataclass(frozen=True, slots=True)
class Ended:
    """A run ended: what it came to, or the error that kept it from coming to anything."""

    kind: Kind
    due: datetime
    at: datetime
    night: Night | None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Runs were left out because another, of kind `behind`, still went on when they were due."""

    kind: Kind
    due: tuple[datetime, ...]
    behind: Kind


@dataclass(frozen=True, slots=True)
class CutShort:
    """A run was stopped on its way: what it fetched is kept, the next start makes up for it."""

    kind: Kind
    due: datetime


Happening = Next | Began | Ended | Skipped | CutShort

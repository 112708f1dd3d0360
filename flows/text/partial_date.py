"""A day as a text gives it: often without its year, sometimes without its day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Year, month and day as far as they are written; a month needs no year ("May 3")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError where the parts make no day of any calendar year."""
        # 2000 is a leap year, so that 29 February without a year stays possible.
        dt.date(self.year or 2000, self.month or 1, self.day or 1)

    def completed_from(self, other: PartialDate) -> PartialDate:
        """Take from `other` the larger units that are missing here, never a smaller one.

        Nothing is taken that would make no day of the calendar: the 31st beside one of November.
        """
        try:
            if self.month is None and self.day is not None and other.month is not None:
                return replace(self, month=other.month, year=self.year or other.year)
            if self.year is None and other.year is not None:
                return replace(self, year=other.year)
        except ValueError:
            return self
        return self

    def __str__(self) -> str:
        """ISO as far as it goes: `2021-09-27`, `2021-09`, `2021`, `--09-27`; else empty."""
        if self.month is None:
            return f"{self.year:04d}" if self.year and self.day is None else ""
        head = f"{self.year:04d}-" if self.year else "--"
        if self.day is None:
            return f"{head}{self.month:02d}" if self.year else ""
        return f"{head}{self.month:02d}-{self.day:02d}"

"""Dates found in running text by rules: what the readers of all languages share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from flows.text.partial_date import PartialDate
from storage.records import Span

Kind = Literal["day", "month", "range", "year"]


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A date with its offsets in what was read; `relative` ones were reckoned from a stamp."""

    date: PartialDate
    kind: Kind
    start: int
    end: int
    relative: bool = False


# A rule's name and its pattern; and what makes a date of a match, or None.
Rule = tuple[str, re.Pattern[str]]
Read = Callable[[str, re.Match[str]], FoundDay | None]


def by_rules(text: str, rules: Iterable[Rule], read: Read) -> tuple[FoundDay, ...]:
    """The dates of a sentence in order; where two overlap, that of the earlier rule."""
    found: list[FoundDay] = []
    for kind, pattern in rules:
        for match in pattern.finditer(text):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            day = read(kind, match)
            if day is not None:
                found.append(day)
    return tuple(sorted(found, key=lambda f: f.start))


def days_before(today: date, back: int, span: Span) -> FoundDay:
    """The day so many days `back`, told by words such as "yesterday"."""
    day = today - timedelta(days=back)
    return FoundDay(PartialDate(day.year, day.month, day.day), "day", *span, relative=True)

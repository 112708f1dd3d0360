"""What becomes of measures: restated, strengthened, new, no longer mentioned.

A measure is held against what the same body said before. It is strengthened where it has a
figure, a day or an instrument that no earlier form of it had.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from flows.text.likeness import Likeness, Point, point
from storage.records import Measure

# Of two statements, measures have to be liker than of two reports of one: officials have set
# phrases. Across languages two details and a term have to be in common.
RESTATED, RESTATED_ACROSS = 0.6, 0.8
# A statement that has fewer of an earlier one's measures than this part is on something else.
SAME_SUBJECT = 1 / 3
MOST_MEASURES = 60

Standing = Literal["new", "restated", "strengthened"]


@dataclass(frozen=True, slots=True)
class Said:
    """The measures of a statement on record; `day` is ISO."""

    statement: int
    day: str
    lang: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Descent:
    """A measure, how it stands to earlier ones, the `last` and the `first` of those.

    `gained` is what they did not have: "figure 2,800", "day 2032", "instrument fund".
    """

    measure: Measure
    standing: Standing
    last: Said | None = None
    first: Said | None = None
    gained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """How each measure stands to the statements that were `compared`, the latest first.

    `left_out` are measures of `predecessor`, the latest of them on the same subject, that are
    no longer mentioned.
    """

    descents: tuple[Descent, ...] = ()
    compared: tuple[Said, ...] = ()
    predecessor: Said | None = None
    left_out: tuple[Measure, ...] = ()


def lineage(measures: Sequence[Measure], lang: str, earlier: Sequence[Said]) -> Lineage:
    """How measures of a statement stand to those of the body's earlier statements."""
    measures = measures[:MOST_MEASURES]
    latest_first = sorted(earlier, key=lambda said: (said.day, said.statement), reverse=True)
    now = [point(measure, lang) for measure in measures]
    before = [_points(said) for said in latest_first]
    likeness = Likeness(now, *before)
    held = list(zip(latest_first, before, strict=True))
    descents = tuple(
        _descent(measure, each, held, likeness) for measure, each in zip(measures, now, strict=True)
    )
    predecessor, left_out = _left_out(now, held, likeness)
    return Lineage(descents, tuple(latest_first), predecessor, left_out)


Held = Sequence[tuple[Said, Sequence[Point]]]


def _points(said: Said) -> list[Point]:
    return [point(measure, said.lang) for measure in said.measures[:MOST_MEASURES]]


def _is_restated(one: Point, other: Point, likeness: Likeness) -> bool:
    least = RESTATED if one.lang == other.lang else RESTATED_ACROSS
    return likeness(one, other) >= least


def _descent(measure: Measure, now: Point, held: Held, likeness: Likeness) -> Descent:
    forms = [
        (said, each)
        for said, points in held
        for each in points
        if _is_restated(now, each, likeness)
    ]
    if not forms:
        return Descent(measure, "new")
    gained = tuple(_gained(now, [each for _, each in forms]))
    standing: Standing = "strengthened" if gained else "restated"
    return Descent(measure, standing, forms[0][0], forms[-1][0], gained)


def _gained(now: Point, forms: Sequence[Point]) -> Iterator[str]:
    new = now.figures.difference(*(form.figures for form in forms))
    yield from (f"figure {_grouped(each)}" for each in sorted(new))
    for kind, have, had in (
        ("day", now.days, [form.days for form in forms]),
        ("instrument", now.instruments, [form.instruments for form in forms]),
    ):
        yield from (f"{kind} {each}" for each in sorted(have.difference(*had)))


def _grouped(figure: str) -> str:
    """A plain magnitude with its thousands apart: "1,500,000,000"."""
    whole, point_, rest = figure.partition(".")
    return f"{int(whole):,}{point_}{rest}" if whole.isdecimal() else figure


def _left_out(
    now: Sequence[Point], held: Held, likeness: Likeness
) -> tuple[Said | None, tuple[Measure, ...]]:
    """The latest statement on the same subject, and those of its measures that are gone."""
    for said, points in held:
        gone = [
            measure
            for measure, each in zip(said.measures, points, strict=False)
            if not any(_is_restated(one, each, likeness) for one in now)
        ]
        common = len(points) - len(gone)
        if common and common >= SAME_SUBJECT * min(len(now), len(points)):
            return said, tuple(gone)
    return None, ()

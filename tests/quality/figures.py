"""A figure of quality: sums over pages put through a formula, with a bootstrap interval."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Row = tuple[float, ...]
Formula = Callable[[Sequence[float]], float]

# So many resamples give the ends of a 95 % interval to about a tenth of its width.
RESAMPLES = 400
SEED = 20_261_124
# A part so far under the whole shows a reader that was made for the other parts.
FAR_UNDER = 0.08


def f1(sums: Sequence[float]) -> float:
    """F1 of (true positives, false positives, false negatives)."""
    right, false, missed = sums
    return 2 * right / ((2 * right + false + missed) or 1.0)


def share(sums: Sequence[float]) -> float:
    """The share of (hits, cases); a mean where hits are scores."""
    hits, cases = sums
    return hits / (cases or 1.0)


def f1_of_means(sums: Sequence[float]) -> float:
    """F1 of mean precision and mean recall, of (precision, its cases, recall, its cases)."""
    precision, recall = share(sums[:2]), share(sums[2:])
    return 2 * precision * recall / ((precision + recall) or 1.0)


def count(sums: Sequence[float]) -> float:
    """The number of hits of (hits, cases)."""
    return sums[0]


@dataclass(frozen=True, slots=True)
class Figure:
    """A named figure: one row of addends a page, and the formula for the sums of the columns.

    `parts` are rows of parts of the set, which are reported and have no floor.
    """

    name: str
    formula: Formula
    rows: tuple[Row, ...]
    parts: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    @property
    def value(self) -> float:
        """The figure over all pages."""
        return self._of(self.rows)

    @property
    def is_count(self) -> bool:
        """Whether it is a number of cases, and no rate from 0 to 1."""
        return self.formula is count

    def cases(self) -> int:
        """How many cases a count is of."""
        return round(sum(row[1] for row in self.rows))

    def part_values(self) -> dict[str, float]:
        """The figure over each part."""
        return {name: self._of(rows) for name, rows in self.parts.items()}

    def parts_behind(self) -> list[str]:
        """The names of the parts that stay more than `FAR_UNDER` under the whole."""
        whole = self.value
        return [name for name, own in self.part_values().items() if own < whole - FAR_UNDER]

    def interval(self) -> tuple[float, float]:
        """The ends of the 95 % interval: pages drawn with replacement, always the same draws."""
        draw = random.Random(SEED)
        found = sorted(
            self._of(draw.choices(self.rows, k=len(self.rows))) for _ in range(RESAMPLES)
        )
        cut = RESAMPLES // 40
        return found[cut], found[-cut - 1]

    def _of(self, rows: Iterable[Row]) -> float:
        return self.formula([sum(column) for column in zip(*rows, strict=True)])

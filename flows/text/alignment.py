"""Which measure of one article is which of another: by likeness first, then by its place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from flows.text.likeness import ALIKE, Likeness, Point

# A list of measures longer than this is a document, and compared as far as this.
MOST_MEASURES = 60
# What leaves no other choice, where words cannot be compared.
SOMEWHAT_ALIKE = 0.15
Pairs = list[tuple[int, int]]
Scores = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Positions of measures: `pairs` of both sides, and what is alone on each.

    `unsure` are those alone in two languages of which some may be one, and none can be told.
    """

    pairs: tuple[tuple[int, int], ...]
    dropped: tuple[int, ...]
    added: tuple[int, ...]
    unsure: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())

    @property
    def moved(self) -> tuple[tuple[int, int], ...]:
        """The fewest pairs without which the others stand in one order on both sides."""
        kept = _longest_rising([other for _, other in self.pairs])
        return tuple(pair for n, pair in enumerate(self.pairs) if n not in kept)


def align(one: Sequence[Point], other: Sequence[Point]) -> Alignment:
    """Which of the first `MOST_MEASURES` of each side are one."""
    one, other = one[:MOST_MEASURES], other[:MOST_MEASURES]
    likeness = Likeness(one, other)
    scores = {(i, j): likeness(a, b) for i, a in enumerate(one) for j, b in enumerate(other)}
    pairs = _by_likeness(scores)
    across = bool(one and other) and one[0].lang != other[0].lang
    if across:
        pairs = sorted([*pairs, *_by_preference(scores, pairs)])
        # A list is translated as it stands; what is retold here and there has no order.
        if len(one) == len(other) or 2 * len(pairs) >= min(len(one), len(other)):
            pairs = sorted([*pairs, *_by_place(pairs, len(one), len(other))])
    alone = [i for i in range(len(one)) if i not in {i for i, _ in pairs}]
    alone_2 = [j for j in range(len(other)) if j not in {j for _, j in pairs}]
    if across and alone and alone_2:
        return Alignment(tuple(pairs), (), (), (tuple(alone), tuple(alone_2)))
    return Alignment(tuple(pairs), tuple(alone), tuple(alone_2))


def _by_likeness(scores: Scores) -> Pairs:
    """Greedily the likest; of equals those that stand nearest to each other."""
    ranked = sorted((-score, abs(i - j), i, j) for (i, j), score in scores.items())
    taken: dict[int, int] = {}
    for score, _, i, j in ranked:
        if -score >= ALIKE and i not in taken and j not in taken.values():
            taken[i] = j
    return sorted(taken.items())


def _by_preference(scores: Scores, pairs: Pairs) -> Pairs:
    """Of those alone, pairs that are somewhat alike and twice as much as any other pair of both."""
    ones, others = {i for i, _ in pairs}, {j for _, j in pairs}
    open_ = [(i, j) for i, j in scores if i not in ones and j not in others]
    rows: defaultdict[int, Pairs] = defaultdict(list)
    columns: defaultdict[int, Pairs] = defaultdict(list)
    for i, j in open_:
        rows[i].append((i, j))
        columns[j].append((i, j))
    found: Pairs = []
    for i, j in open_:
        rivals = (scores[pair] for pair in (*rows[i], *columns[j]) if pair != (i, j))
        least = max(SOMEWHAT_ALIKE, 2 * max(rivals, default=0.0))
        if scores[i, j] >= least:
            found.append((i, j))
    return found


def _by_place(pairs: Pairs, length: int, length_2: int) -> Pairs:
    """Pairs of those alone between two pairs that are alike, where both sides have as many."""
    kept = _longest_rising([j for _, j in pairs])
    fixed = [pair for n, pair in enumerate(pairs) if n in kept]
    ones, others = {i for i, _ in pairs}, {j for _, j in pairs}
    found: Pairs = []
    for (i, j), (i_2, j_2) in pairwise([(-1, -1), *fixed, (length, length_2)]):
        alone = [n for n in range(i + 1, i_2) if n not in ones]
        alone_2 = [n for n in range(j + 1, j_2) if n not in others]
        if len(alone) == len(alone_2):
            found += zip(alone, alone_2, strict=True)
    return found


def _longest_rising(values: Sequence[int]) -> set[int]:
    """The positions of a longest rising subsequence."""
    ends: list[int] = []
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for n, value in enumerate(values):
        at = bisect_left(ends, value)
        before[n] = tails[at - 1] if at else None
        ends[at : at + 1] = [value]
        tails[at : at + 1] = [n]
    kept: set[int] = set()
    last: int | None = tails[-1] if tails else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept

"""Group articles that carry one statement, as the record would, without a record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from flows.text.fingerprint import ONE_TEXT, fingerprint, same_text
from flows.text.match import asked, keys, other_occasion, same_statement, sketch
from storage.records import Article, Fingerprint, Match, Reading, Sketch

# A key that so many articles have tells nothing; later holders are compared with these alone.
MAX_HOLDERS = 200


def group(items: Sequence[tuple[Article, Reading]]) -> list[int | None]:
    """A label for each article, the same for those that carry one statement; None for no statement.

    Articles meet only where they have a key in common, so that the work grows with the number
    of articles and not with its square.
    """
    spoken = [i for i, (_, reading) in enumerate(items) if reading.is_statement]
    sketches = {i: sketch(*items[i]) for i in spoken}
    prints = {i: fingerprint(items[i][0].text) for i in spoken}
    roots = {i: i for i in spoken}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for i in spoken:
        text = (*prints[i].bands, prints[i].digest)
        for j in _holders(holders, (*asked(sketches[i]), *text)):
            if _root(roots, i) != _root(roots, j) and _same(i, j, prints, sketches):
                roots[_root(roots, i)] = _root(roots, j)
        for key in (*keys(sketches[i]), *text):
            if len(holders[key]) < MAX_HOLDERS:
                holders[key].append(i)
    labels = {root: n for n, root in enumerate(dict.fromkeys(_root(roots, i) for i in spoken))}
    return [labels[_root(roots, i)] if i in roots else None for i in range(len(items))]


def _same(
    i: int, j: int, prints: dict[int, Fingerprint], sketches: dict[int, Sketch]
) -> Match | None:
    text = same_text(prints[i], prints[j])
    if text and (text.score >= ONE_TEXT or not other_occasion(sketches[i], sketches[j])):
        return text
    return same_statement(sketches[i], sketches[j])


def _holders(holders: dict[str, list[int]], looked_up: Sequence[str]) -> list[int]:
    return sorted({j for key in looked_up if key for j in holders.get(key, ())})


def _root(roots: dict[int, int], i: int) -> int:
    while roots[i] != i:
        roots[i] = roots[roots[i]]
        i = roots[i]
    return i

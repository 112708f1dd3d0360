"""Compare one grouping with another, item by item, so that the items can be drawn again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping

from tests.quality.figures import Row

Labels = Mapping[str, Hashable]


def bcubed(gold: Labels, found: Labels) -> dict[str, Row]:
    """B-cubed of each item as (precision, 1, recall, 1), zeros where one side lacks the item.

    Bagga and Baldwin, 1998. `gold` and `found` give each item's label; items may differ.
    """
    golden, grouped = _members(gold), _members(found)
    rows: dict[str, Row] = {}
    for item in {**gold, **found}:
        together = golden.get(gold.get(item), set()) & grouped.get(found.get(item), set())
        both = len(together) if item in gold and item in found else 0
        rows[item] = (
            both / len(grouped[found[item]]) if item in found else 0.0,
            float(item in found),
            both / len(golden[gold[item]]) if item in gold else 0.0,
            float(item in gold),
        )
    return rows


def pairs(gold: Labels, found: Labels, one: set[str], other: set[str]) -> dict[str, Row]:
    """Pairs of an item of `one` with an item of `other`: (right, wrong, missed) for each item."""
    rows: dict[str, Row] = {}
    for a in one:
        partners = [b for b in other if b != a]
        same = [(gold[a] == gold[b], found[a] == found[b]) for b in partners]
        rows[a] = (
            sum(g and f for g, f in same),
            sum(f and not g for g, f in same),
            sum(g and not f for g, f in same),
        )
    return rows


def _members(labels: Labels) -> dict[Hashable, set[str]]:
    members: defaultdict[Hashable, set[str]] = defaultdict(set)
    for item, label in labels.items():
        members[label].add(item)
    return dict(members)

"""Enumerated lists in government work reports: 一是…二是…三是…."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flows.text.chinese.enumeration import lists, outermost
from flows.text.chinese.script import view
from tests.quality.figures import Figure, share

# An item begins at its marker, give or take a blank and a quotation mark.
NEAR = 2
Passage = dict[str, Any]
# Ordinal of an item and its offset.
Listed = list[tuple[int, int]]


def items(folder: Path) -> list[Passage]:
    """Passages with their lists."""
    lines = (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read(passage: Passage) -> Listed:
    """All items of the lists that stand in no other, be it measures that they list or not."""
    body = view(passage["text"])
    return [
        (item.number, body.span(item.start, item.end)[0])
        for listing in outermost(lists(body.text))
        for item in listing.items
    ]


def figures(passages: Sequence[Passage], found: Sequence[Listed]) -> list[Figure]:
    """The share of passages whose list is exact in length, ordinals and where items start."""
    rows = tuple(
        (float(is_exact(passage["measures"], listed)), 1.0)
        for passage, listed in zip(passages, found, strict=True)
    )
    return [Figure("lists exact", share, rows)]


def is_exact(gold: Sequence[Passage], found: Listed) -> bool:
    """Whether a list has the gold's items, no other, each beginning where it should."""
    return len(gold) == len(found) and all(
        one["ordinal"] == number and abs(one["start"] - start) <= NEAR
        for one, (number, start) in zip(gold, found, strict=True)
    )

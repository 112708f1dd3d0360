"""Persons and posts in Chinese sentences that report speech."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flows.text.chinese.persons import mentions
from flows.text.chinese.script import view
from flows.text.chinese.unposted import unposted
from storage.records import Span
from tests.quality.figures import Figure, f1

Sentence = dict[str, Any]
# Spans by kind: "name", "position".
Found = dict[str, set[Span]]


def items(folder: Path) -> list[Sentence]:
    """Sentences that hold a name, a post and a verb of speaking, with what is what in them."""
    lines = (folder / "speaker_sentences_train.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read(sentence: Sentence) -> Found:
    """Spans of the persons' names and of their posts."""
    body = view(sentence["text"])
    posted = mentions(body.text)
    found = [*posted, *unposted(body.text, posted)]
    return {
        "name": {body.span(*m.name) for m in found if m.name},
        "position": {body.span(*m.post) for m in found if m.post},
    }


def figures(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Figure]:
    """F1 of exact spans, for names and for posts; the gold also marks who does not speak."""
    return [
        Figure(f"{kind} F1", f1, tuple(map(_counts, [gold(s, kind) for s in sentences], own)))
        for kind in ("name", "position")
        for own in [[one[kind] for one in found]]
    ]


def gold(sentence: Sentence, kind: str) -> set[Span]:
    """The marked spans of a kind, end exclusive."""
    marked = sentence["label"].get(kind, {})
    return {(start, end + 1) for spans in marked.values() for start, end in spans}


def _counts(golden: set[Span], own: set[Span]) -> tuple[float, float, float]:
    return float(len(golden & own)), float(len(own - golden)), float(len(golden - own))

"""Persons and posts in Chinese sentences that report speech."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from flows.text.chinese.persons import mentions
from flows.text.chinese.script import fold, view
from flows.text.chinese.unposted import unposted
from flows.text.chinese.words import VERB
from storage.records import Span
from tests.quality.figures import Figure, f1

Sentence = dict[str, Any]
# Spans by kind: "name", "position".
Found = dict[str, set[Span]]
_SPEAKS = re.compile(f"[^,。;:、“”!?]{{0,14}}?(?:{VERB.pattern})")


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
        "position": {
            body.span(*post) for m in found if m.post for post in _parted(body.text, *m.post)
        },
    }


def _parted(text: str, start: int, end: int) -> Iterator[Span]:
    """Several posts of one person, each apart as the gold marks them."""
    for post in re.finditer("[^、]+", text[start:end]):
        yield start + post.start(), start + post.end()


def figures(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Figure]:
    """F1 of exact spans, for names and for posts: of all that the gold marks, with many who do
    not speak, and of those who stand before a verb of speaking."""
    pairs = list(zip(sentences, found, strict=True))
    return [
        *(
            Figure(f"{kind} F1", f1, tuple(_counts(gold(s, kind), one[kind]) for s, one in pairs))
            for kind in ("name", "position")
        ),
        Figure("speakers' names F1", f1, tuple(_speakers(s, one) for s, one in pairs)),
        Figure("speakers' posts F1", f1, tuple(_posts(s, one) for s, one in pairs)),
    ]


def _speakers(sentence: Sentence, found: Found) -> tuple[float, float, float]:
    """Counts of the names of those who speak; whoever is marked as a person is no mistake."""
    said = speaking(sentence)
    right, missed = said & found["name"], said - found["name"]
    return float(len(right)), float(len(found["name"] - gold(sentence, "name"))), float(len(missed))


def _posts(sentence: Sentence, found: Found) -> tuple[float, float, float]:
    """Counts of the posts right before or behind those names."""
    names = speaking(sentence)
    golden, own = (
        {p for p in posts if any(p[1] == name[0] or p[0] == name[1] for name in names)}
        for posts in (gold(sentence, "position"), found["position"])
    )
    return _counts(golden, own)


def speaking(sentence: Sentence) -> set[Span]:
    """The marked names behind which a verb of speaking follows in the same clause."""
    text = fold(sentence["text"])
    return {name for name in gold(sentence, "name") if _SPEAKS.match(text, name[1])}


def gold(sentence: Sentence, kind: str) -> set[Span]:
    """The marked spans of a kind, end exclusive."""
    marked = sentence["label"].get(kind, {})
    return {(start, end + 1) for spans in marked.values() for start, end in spans}


def _counts(golden: set[Span], own: set[Span]) -> tuple[float, float, float]:
    return float(len(golden & own)), float(len(own - golden)), float(len(golden - own))

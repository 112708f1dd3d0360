"""An article's text in pieces, each with the tags that stand there: what both views show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

# What is told apart, in the order of a legend.
KINDS = ("speaker", "event", "date", "place", "measure", "quote", "figure", "earlier")
_OCCASION = {"event": "event", "event_date": "date", "place": "place"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a document: its kind and number, its value, why it was read and how sure that is.

    `span` counts characters of the document's text; None where it stands in the title alone.
    """

    kind: str
    name: str
    value: str
    span: tuple[int, int] | None
    rule: str
    confidence: float


Piece = tuple[str, tuple[Tag, ...]]


def tags_of(shape: Mapping[str, Any]) -> list[Tag]:
    """The tags of a document in the shape of `flows.shape`, by kind."""
    return [*_speakers(shape), *_occasion(shape), *_others(shape)]


def _speakers(shape: Mapping[str, Any]) -> Iterator[Tag]:
    for speaker in shape["speakers"]:
        value = ", ".join(filter(None, (speaker["name"], speaker["post"], speaker["org"])))
        yield _tag("speaker", speaker, f"{value} (main)" if speaker["main"] else value)


def _occasion(shape: Mapping[str, Any]) -> Iterator[Tag]:
    for name, found in shape["occasion"].items():
        yield _tag(_OCCASION[name], found, shape[name])


def _others(shape: Mapping[str, Any]) -> Iterator[Tag]:
    for measure in shape["measures"]:
        yield _tag("measure", measure, measure["head"], f"measure {measure['ordinal']}")
    for quote in shape["quotes"]:
        yield _tag("quote", quote, f"{quote['speaker'] or '?'}: “{quote['start']} …”")
    for figure in shape["figures"]:
        yield _tag("figure", figure, f"{figure['value']} {figure['unit']}")
    for earlier in shape["earlier"]:
        parts = (earlier["speaker"], earlier["event"], earlier["date"])
        yield _tag("earlier", earlier, ", ".join(filter(None, parts)))


def _tag(kind: str, found: Mapping[str, Any], value: str, name: str = "") -> Tag:
    span = (found["span"][0], found["span"][1]) if found["span"] else None
    return Tag(kind, name or kind, value, span, found["rule"], found["confidence"])


def pieces(text: str, tags: Sequence[Tag]) -> Iterator[Piece]:
    """The whole text, cut where a tag begins or ends; the outermost tag of a piece comes first."""
    placed = [(*tag.span, tag) for tag in tags if tag.span and tag.span[0] < tag.span[1]]
    placed.sort(key=lambda one: (one[0], -one[1]))
    cuts = sorted({0, len(text), *(at for start, end, _ in placed for at in (start, end))})
    inside: list[tuple[int, int, Tag]] = []
    following = 0
    for start, end in pairwise(cuts):
        inside = [one for one in inside if one[1] > start]
        while following < len(placed) and placed[following][0] == start:
            inside.append(placed[following])
            following += 1
        yield text[start:end], tuple(tag for _, _, tag in inside)


def announced(shape: Mapping[str, Any]) -> str | None:
    """How many measures the text announces beside those that were found; None if none."""
    if shape["announced"] is None:
        return None
    return f"{shape['announced']} announced, {len(shape['measures'])} found"

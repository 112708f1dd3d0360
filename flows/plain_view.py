"""A read document as a page of plain text, its tags marked in place with brackets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flows.marked import Tag, announced, pieces, tags_of

OPEN, CLOSE = "⟦", "⟧"
# A page that writes our marks itself must not seem to be tagged.
_FOREIGN = str.maketrans({OPEN: "[", CLOSE: "]"})


def as_text(shape: Mapping[str, Any]) -> str:
    """One document in the shape of `flows.shape`: its text with its tags, then a line for each."""
    if "rejection" in shape:
        return f"== {shape['id']}\nrejected: {shape['rejection']}\n"
    text = marked(shape["text"], tags_of(shape)) if shape["is_statement"] else shape["text"]
    return "\n".join([*head_lines(shape), "", text, "", *tag_lines(shape), ""])


def head_lines(shape: Mapping[str, Any]) -> Iterator[str]:
    """Name, title, publication, and whether the document is a statement, with the reason."""
    yield f"== {shape['id']}"
    yield shape["title"]
    if shape["published_at"]:
        yield f"published   {shape['published_at']}"
    yield f"statement   {'yes' if shape['is_statement'] else 'no'} ({shape['why']})"


def marked(text: str, tags: Sequence[Tag]) -> str:
    """The text with each tag between marks: ⟦measure 1: build quays⟧."""
    written: list[str] = []
    before: tuple[Tag, ...] = ()
    for piece, inside in [*pieces(text, tags), ("", ())]:
        same = 0
        while same < min(len(before), len(inside)) and before[same] is inside[same]:
            same += 1
        written.append(CLOSE * (len(before) - same))
        written.extend(f"{OPEN}{tag.name}: " for tag in inside[same:])
        written.append(piece.translate(_FOREIGN))
        before = inside
    return "".join(written)


def tag_lines(shape: Mapping[str, Any]) -> Iterator[str]:
    """One line for each tag: what it is, its value, the rule that found it, its confidence."""
    for tag in tags_of(shape):
        why = f"{tag.rule}, " if tag.rule else ""
        yield f"{tag.name:<12}{tag.value}  ({why}{tag.confidence:.2f})"
    if counted := announced(shape):
        yield f"measures    {counted}"

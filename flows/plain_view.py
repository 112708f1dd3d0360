"""A read document as a page of plain text for a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def as_text(shape: dict[str, Any]) -> str:
    """The tags of one document in the shape of `flows.shape`, a line each, then its text."""
    if "rejection" in shape:
        return f"== {shape['id']}\nrejected: {shape['rejection']}\n"
    head = [f"== {shape['id']}", shape["title"], *_head(shape)]
    return "\n".join([*head, *tag_lines(shape), "", shape["text"], ""])


def _head(shape: dict[str, Any]) -> Iterator[str]:
    if shape["published_at"]:
        yield f"published   {shape['published_at']}"
    yield f"statement   {'yes' if shape['is_statement'] else 'no'} ({shape['why']})"


def tag_lines(shape: dict[str, Any]) -> Iterator[str]:
    """One line for each tag: speakers, occasion, measures, quotes, figures, earlier ones."""
    for speaker in shape["speakers"]:
        mark = " (main)" if speaker["main"] else ""
        parts = (speaker["name"], speaker["post"], speaker["org"])
        yield f"speaker     {', '.join(p for p in parts if p)}{mark}"
    for name in ("event", "event_date", "place"):
        if shape[name]:
            yield f"{name:<12}{shape[name]}"
    for measure in shape["measures"]:
        yield f"measure {measure['ordinal']:<4}{measure['head']}"
    for quote in shape["quotes"]:
        yield f"quote       {quote['speaker'] or '?'}: “{quote['start']} …”"
    for figure in shape["figures"]:
        yield f"figure      {figure['value']} {figure['unit']}"
    for earlier in shape["earlier"]:
        parts = (earlier["speaker"], earlier["event"], earlier["date"])
        yield f"earlier     {', '.join(p for p in parts if p)}"

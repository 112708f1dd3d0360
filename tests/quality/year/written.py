"""A text as it leaves its author."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Written:
    """A title and paragraphs in a language."""

    lang: str
    title: str
    paragraphs: tuple[str, ...]

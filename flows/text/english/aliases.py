"""The short forms by which a text calls those whom it once named in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# More names than this fill lists, not reports.
MAX_NAMES = 400


@dataclass(frozen=True, slots=True)
class Called:
    """One place that calls a person: offsets in the sentence and the full name."""

    start: int
    end: int
    name: str


class Aliases:
    """Full names, their surnames and given names, and posts that only one person holds.

    A form that fits two persons means the one who comes first in `names`.
    """

    def __init__(self, names: Sequence[str], posts: Iterable[tuple[str, str]] = ()) -> None:
        owner: dict[str, str] = {}
        for name in names[:MAX_NAMES]:
            words = name.split()
            for alias in (name, words[-1], " ".join(words[-2:]), words[0]):
                if len(alias) > 1 and alias[-1] != ".":
                    owner.setdefault(alias, name)
        self._owner = owner
        holders: dict[str, set[str]] = {}
        for post, name in posts:
            holders.setdefault(post.rsplit(maxsplit=1)[-1].lower(), set()).add(name)
        self._holder = {post: min(own) for post, own in holders.items() if len(own) == 1}
        ordered = sorted(owner, key=len, reverse=True)
        alternatives = "|".join(map(re.escape, ordered)) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])")

    def in_text(self, text: str) -> list[Called]:
        """Every place in `text` that calls one of them by name."""
        return [
            Called(m.start(), m.end(), self._owner[m.group()]) for m in self._pattern.finditer(text)
        ]

    def holder(self, post: str) -> str | None:
        """Who holds a post, if just one person does."""
        return self._holder.get(post.rsplit(maxsplit=1)[-1].lower())

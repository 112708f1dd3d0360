"""Patterns that a search tries only where they can begin."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gated:
    """A pattern that is tried only where `gate` matches: a search passes the rest by quickly.

    `gate` has to match wherever `whole` does, and should begin with a set of characters.
    """

    whole: re.Pattern[str]
    gate: re.Pattern[str]

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Each match of the whole pattern in order, as `re.Pattern.finditer` gives them."""
        over = start
        for place in self.gate.finditer(text, start, end):
            at = place.start()
            if at >= over and (found := self.whole.match(text, at, end)):
                over = found.end()
                yield found

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match of the whole pattern."""
        return next(self.finditer(text, start, end), None)


def beginning(words: Iterable[str]) -> re.Pattern[str]:
    """A gate for a pattern that begins with one of `words`: their first and second characters."""
    words = tuple(words)
    first, second, alone = (
        re.escape("".join(sorted(set(characters))))
        for characters in (
            (word[0] for word in words),
            (word[1] for word in words if len(word) > 1),
            (word for word in words if len(word) == 1),
        )
    )
    either = f"(?:(?=[{second}])|(?<=[{alone}]))" if alone else f"(?=[{second}])"
    return re.compile(f"[{first}]{either}")

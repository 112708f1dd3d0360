"""The short forms by which a text calls those whom it once named in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.text.english.hints import ascii_runs, small_words

# More names than this fill lists, not reports.
MAX_NAMES = 400
# A word that can open a name; an apostrophe in it belongs to it only before a capital.
_WORD = re.compile(r"(?<![\w-])(?:[ae]l-)?[^\W\d_a-z](?:[\w-]|'(?=[A-Z])|\.(?= [A-Z]))*")
_GOES_ON = re.compile(r"[\w-]")


@dataclass(frozen=True, slots=True)
class Called:
    """One place that calls a person: offsets in the sentence and the full name.

    A `plain` name is known by its capitals alone, and may be that of a thing.
    """

    start: int
    end: int
    name: str
    plain: bool = False


class Aliases:
    """Full names, their surnames and given names, and posts that only one person holds.

    A form that fits two persons means the one who comes first in `names`.
    """

    def __init__(
        self,
        names: Sequence[str],
        posts: Iterable[tuple[str, str]] = (),
        plain: Sequence[str] = (),
    ) -> None:
        self._plain = frozenset(plain)
        owner: dict[str, str] = {}
        for name in [*names, *plain][:MAX_NAMES]:
            words = name.split()
            # Eddie Hu Wai-ming is called Hu.
            surname = words[-2] if len(words) > 2 and "-" in words[-1] else words[-1]
            for alias in (name, words[-1], " ".join(words[-2:]), words[0], surname):
                if len(alias) > 1 and alias[-1] != ".":
                    owner.setdefault(alias, name)
        self._owner = owner
        holders: dict[str, set[str]] = {}
        for post, name in posts:
            holders.setdefault(post.rsplit(maxsplit=1)[-1].lower(), set()).add(name)
        self._holder = {post: min(own) for post, own in holders.items() if len(own) == 1}
        self._by_word: dict[str, list[str]] = {}
        for alias in sorted(owner, key=len, reverse=True):
            self._by_word.setdefault(alias.split()[0], []).append(alias)
        runs = [ascii_runs(word) for word in self._by_word]
        # Without one of these a text calls nobody; a name without ASCII letters is always tried.
        self._hints = frozenset(run[0] for run in runs) if all(runs) else None

    def in_text(self, text: str) -> list[Called]:
        """Every place in `text` that calls one of them by name."""
        if self._hints is not None and self._hints.isdisjoint(small_words(text)):
            return []
        found: list[Called] = []
        end = 0
        for word in _WORD.finditer(text):
            start = word.start()
            if start < end:
                continue
            for alias in self._by_word.get(word.group(), ()):
                if text.startswith(alias, start) and not _GOES_ON.match(text, start + len(alias)):
                    end = start + len(alias)
                    name = self._owner[alias]
                    found.append(Called(start, end, name, name in self._plain))
                    break
        return found

    def holder(self, post: str) -> str | None:
        """Who holds a post, if just one person does."""
        return self._holder.get(post.rsplit(maxsplit=1)[-1].lower())

"""Ask what a sentence holds before a pattern is tried on it."""

from __future__ import annotations

import functools
from collections.abc import Iterable

# Each byte that is no ASCII letter becomes a blank, capitals become small.
_LETTERS = bytes(b | 32 if chr(b).isalpha() and b < 128 else 32 for b in range(256))


def ascii_runs(text: str) -> list[str]:
    """The unbroken runs of ASCII letters in `text`, in small letters."""
    return text.encode("ascii", "replace").translate(_LETTERS).decode("ascii").split()


@functools.lru_cache(maxsize=2048)
def small_words(text: str) -> frozenset[str]:
    """The words of a sentence in small letters, kept for all that ask about it."""
    return frozenset(ascii_runs(text))


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether one of `parts` stands in `text`; a plain loop, for it runs on every sentence."""
    for part in parts:  # noqa: SIM110 - any() would build a generator each time
        if part in text:
            return True
    return False

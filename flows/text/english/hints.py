"""Ask what a sentence holds before a pattern is tried on it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

_SMALL = re.compile("[a-z]+")


@functools.lru_cache(maxsize=2048)
def small_words(text: str) -> frozenset[str]:
    """The words of a sentence in small letters, kept for all that ask about it."""
    return frozenset(_SMALL.findall(text.lower()))


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether one of `parts` stands in `text`; a plain loop, for it runs on every sentence."""
    for part in parts:  # noqa: SIM110 - any() would build a generator each time
        if part in text:
            return True
    return False

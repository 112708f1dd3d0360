"""Ask what a sentence holds before a pattern is tried on it."""

from __future__ import annotations

from collections.abc import Iterable


def holds(text: str, parts: Iterable[str]) -> bool:
    """Whether one of `parts` stands in `text`; a plain loop, for it runs on every sentence."""
    for part in parts:  # noqa: SIM110 - any() would build a generator each time
        if part in text:
            return True
    return False

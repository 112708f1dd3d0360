"""The words between quotation marks, the typewriter's single ones among them."""

from __future__ import annotations

import re
from bisect import bisect_right

from flows.text.quotes import quoted_spans
from storage.records import Span

# An apostrophe is no mark: one opens behind a colon or a comma, and closes behind a stop.
_SINGLE = re.compile(
    r"(?<=[:,] )'(?P<said>(?=[A-Z])(?:[^'\n]|'(?=\w)|(?<=s)'(?= [a-z])){20,1500}?"
    r"[.,!?\u2026])'(?=[\s.,)]|$)"
)


def quoted(text: str) -> tuple[Span, ...]:
    """Spans of what stands in quotation marks, outermost only, in order of the text."""
    spans = quoted_spans(text)
    if "'" not in text:
        return spans
    starts = [start for start, _ in spans]
    single = (match.span("said") for match in _SINGLE.finditer(text))
    apart = (span for span in single if not _overlaps(span, spans, starts))
    return tuple(sorted((*spans, *apart)))


def _overlaps(span: Span, spans: tuple[Span, ...], starts: list[int]) -> bool:
    number = bisect_right(starts, span[1]) - 1
    return number >= 0 and spans[number][1] > span[0]

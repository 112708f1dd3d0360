"""Which part of a sentence tells of the speaking itself, and which is what was said."""

from __future__ import annotations

import re

from storage.records import Span

# What is said begins here at the latest: "said that …", "told reporters the office would …".
_CONTENT = re.compile(
    r"\b(?:that|which|who|would|will|could|should|must|might|is|are|was|were)\b"
    r"|\bto (?!(?:the|an?|reporters|journalists|lawmakers|members)\b)[a-z]|[,:\"“]"
)
# Verbs whose content follows at once, unless a time, a place or a hearer does.
_SAYING = re.compile(
    r"(?:said|says|added|adds|noted|notes|stressed|argued|explained|explains|believes|believed"
    r"|emphasi[sz]ed|indicated|confirmed|revealed|acknowledged|admitted|warned|stated|states"
    r"|predicted|claimed|insisted|estimated|disclosed|reiterated)"
)
_ADVERBIAL = re.compile(
    r" (?:in|on|at|during|over|back|to|before|last|earlier|previously|as|once|several|some|a few"
    r"|(?:a|an|one|two|three|\d{1,2}) (?:years?|months?|weeks?|days)|this|yesterday|today|from|when"
    r"|[A-Z][a-z]{2,5}day)\b"
)
# Behind a verb that closes its sentence stand at most a time, a place and a hearer.
_CLOSES = re.compile(rf"(?:{_ADVERBIAL.pattern}[^,:;\"“]{{0,100}})?[.!]?[\"”]?$")


def told_part(text: str, start: int, end: int) -> Span:
    """The stretch of a sentence around its verb at `start` to `end` that tells of the speaking.

    In "Fees fell last month, Hu said on Monday" that is what stands behind the comma.
    """
    saying = _SAYING.fullmatch(text[start:end].lower()) is not None
    content = _CONTENT.search(text, end)
    if saying and not _ADVERBIAL.match(text, end):
        stop = end
    else:
        stop = content.start() if content else len(text)
    if saying and _CLOSES.match(text, end) and not (content and content.group() == "that"):
        return _last_clause(text, start), len(text)
    return 0, stop


def _last_clause(text: str, start: int) -> int:
    """Where the clause of the verb at `start` begins: behind the last comma or mark before it."""
    return max(text.rfind(mark, 0, start) for mark in ',"”') + 1

"""Whose words stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.english.speech import Attribution
from flows.text.english.words import words
from flows.text.quotes import quoted_spans
from storage.records import Quote, Span

# Marks around so few words set them off; nobody is quoted.
SCARE_WORDS = 3
_REACH = 260
_TITLED = re.compile(
    r"(?:titled|entitled|theme(?:d| of| was| is| :)?|called|named)[: ,]{0,2}[\"“‘]$"
)
_WORD = re.compile(r"\w[\w'’-]*")
_SMALL = frozenset(words("of the and for on in to a an at by with from"))


def quotes(text: str, spoken: Sequence[Attribution], main: str | None) -> tuple[Quote, ...]:
    """Quoted words of more than three words with their speaker; titles and themes are none."""
    found: list[Quote] = []
    for start, end in quoted_spans(text):
        said = text[start:end]
        if len(_WORD.findall(said[:400])) <= SCARE_WORDS or _is_title(text, start, said):
            continue
        previous = found[-1] if found else None
        speaker = _speaker(text, (start, end), spoken) or _carried(text, start, previous) or main
        found.append(Quote(said, speaker, (start, end)))
    return tuple(found)


def _is_title(text: str, start: int, said: str) -> bool:
    """Whether the marks hold a document's or an event's name: its words are capitalised."""
    parts = [w for w in re.findall(r"[A-Za-z][\w'’-]*", said) if w.lower() not in _SMALL]
    capitals = sum(w[0].isupper() for w in parts)
    if len(parts) >= 2 and capitals >= 0.8 * len(parts):
        return True
    return bool(_TITLED.search(text[max(0, start - 40) : start]))


def _speaker(text: str, span: Span, spoken: Sequence[Attribution]) -> str | None:
    """Behind the marks (`," said Hu`), then before them (`Hu said: "`), in the same paragraph."""
    floor = text.rfind("\n", max(0, span[0] - 2000), span[0]) + 1
    after = text.find("\n", span[1], span[1] + _REACH)
    ceiling = after if after >= 0 else span[1] + _REACH
    behind = [a for a in spoken if span[1] <= a.start < min(ceiling, span[1] + 90)]
    goes_on = (
        "," in text[max(span[0], span[1] - 1) : span[1] + 2] or "…" in text[span[1] - 3 : span[1]]
    )
    if behind and goes_on:
        return behind[0].name or behind[0].org
    before = [a for a in spoken if floor <= a.start < span[0]]
    if before:
        return before[-1].name or before[-1].org
    if behind:
        return behind[0].name or behind[0].org
    return None


def _carried(text: str, start: int, previous: Quote | None) -> str | None:
    if previous is None or text.count("\n", previous.span[1], start) > 2:
        return None
    return previous.speaker

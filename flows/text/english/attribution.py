"""Whose words stand in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from flows.text.english.speakers import Voices
from flows.text.english.speech import Attribution
from flows.text.english.words import words
from storage.records import Quote, Span

# Marks around so few words set them off; nobody is quoted.
SCARE_WORDS = 3
# So far behind the marks the verb may stand.
_NEAR = 90
_REACH = 260
# …," said a person close to the talks.
_UNNAMED = re.compile(
    r"[”\"'’,. ]{1,4}(?:(?:said|says|added|asked|wrote) (?:a|an|one|another)\b"
    r"|(?:a|an|one|another) (?:[\w'-]{1,20} ){1,6}(?:said|says|added|asked|wrote)\b)"
)
_ENDS = re.compile(r"[.!?]\s|\n")
_ENDS_SOON = re.compile(r" ?(?:\.|$|\n)")
_TITLED = re.compile(
    r"(?:titled|entitled|theme(?:d| of| was| is| :)?|called|named|dubbed|so-called"
    r"|(?:meeting|forum|seminar|conference|workshop|session|report|article|study|paper|lecture)"
    r" on)[: ,]{0,2}[\"“‘]$"
)
# What a reporter asked is no word of who answers.
_QUESTION = re.compile(r"\bquestions?\b[\w ,:]{0,20}[\"“‘]$")
_WORD = re.compile(r"\w[\w'’-]*")
_SMALL = frozenset(words("of the and for on in to a an at by with from"))


def quotes(text: str, quoted: Sequence[Span], heard: Voices) -> tuple[Quote, ...]:
    """Quoted words of more than three words with their speaker; titles and themes are none."""
    found: list[Quote] = []
    for start, end in quoted:
        said = text[start:end]
        if len(_WORD.findall(said[:400])) <= SCARE_WORDS or _is_title(text, start, said):
            continue
        speaker, rule = _whose(text, (start, end), heard, found[-1] if found else None)
        found.append(Quote(said, speaker, (start, end), rule))
    return tuple(found)


def _whose(text: str, span: Span, heard: Voices, previous: Quote | None) -> tuple[str | None, str]:
    """Who says the quoted words, and the rule that tells it."""
    if _UNNAMED.match(text, span[1]):
        return None, "unnamed"
    speaker, rule = _reported(text, span, heard.acts)
    if speaker:
        return speaker, rule
    if carried := _carried(text, span[0], previous):
        return carried, "goes on"
    main = heard.main
    return (main.name or main.org if main else None), "main speaker"


def _is_title(text: str, start: int, said: str) -> bool:
    """Whether the marks hold a name, with its words capitalised, a theme or a question."""
    parts = [w for w in re.findall(r"[A-Za-z][\w'’-]*", said) if w.lower() not in _SMALL]
    capitals = sum(w[0].isupper() for w in parts)
    if len(parts) >= 2 and capitals >= 0.8 * len(parts):
        return True
    before = text[max(0, start - 40) : start]
    return bool(_TITLED.search(before) or _QUESTION.search(before))


def _reported(text: str, span: Span, spoken: Sequence[Attribution]) -> tuple[str | None, str]:
    """Behind the marks (`," said Hu`), then before them (`Hu said: "`), in the same paragraph."""
    floor = text.rfind("\n", max(0, span[0] - 2000), span[0]) + 1
    next_act = bisect_left(spoken, span[1], key=_start)
    behind = spoken[next_act] if next_act < len(spoken) else None
    before = spoken[
        bisect_left(spoken, floor, key=_start) : bisect_left(spoken, span[0], key=_start)
    ]
    if behind and _follows(text, span[1], behind):
        return behind.who, "said behind"
    if before:
        return before[-1].who, "said before"
    if behind and behind.start - span[1] < _REACH and "\n" not in text[span[1] : behind.start]:
        return behind.who, "said nearby"
    return None, ""


def _start(act: Attribution) -> int:
    return act.start


def _follows(text: str, end: int, act: Attribution) -> bool:
    """Whether the quotation that ends at `end` is the object of `act`: `…," said Hu Ming`."""
    between = text[end : act.start]
    if len(between) > _NEAR or _ENDS.search(between.lstrip("”\"'’ ")):
        return False
    goes_on = text[end - 1 : end] in ",…?!" or between[1:2] == ","
    # In translations a full stop may part the quotation from who says it.
    return goes_on or bool(_ENDS_SOON.match(text, act.end))


def _carried(text: str, start: int, previous: Quote | None) -> str | None:
    if previous is None or text.count("\n", previous.span[1], start) > 2:
        return None
    return previous.speaker

"""How many measures a text says that it lists: "put forward six suggestions"."""

from __future__ import annotations

import re

from flows.text.english.words import any_of, lowered, words

_NUMBERS = {
    word: number
    for number, word in enumerate(
        words("two three four five six seven eight nine ten eleven twelve"), 2
    )
}
_COUNT = rf"(?P<count>{any_of(_NUMBERS)}|[2-9]|[12]\d)"
# In small letters, as the text is given to it.
# Six measures, three concrete policy proposals, five aspects.
_COUNTED = re.compile(
    rf"\b{_COUNT}(?:[ -][a-z]{{2,14}}){{0,3}}? (?:measures|steps|suggestions|proposals"
    r"|recommendations|initiatives|tasks|priorities|requirements|(?P<vague>points|aspects))\b"
)
# What makes a number of them an announcement.
_OPENED = re.compile(
    r"\b(?:put(?:s|ting)? forward|propos(?:es?|ed|ing)|announc(?:es?|ed|ing)|made|makes|following"
    r"|outlin(?:es?|ed|ing)|suggest(?:s|ed)?|offer(?:s|ed)?|unveil(?:s|ed)?|set(?:s|ting)? out"
    r"|rais(?:es?|ed)|list(?:s|ed)|present(?:s|ed)|take|adopt|issued?|focus(?:es|ed)? on)"
    r" (?:(?:the|a|its|his|her|these|following) ){0,2}$",
    re.IGNORECASE,
)
_ASPECTS = re.compile(r"\b(?:from|in) (?:the )?(?:following )?$", re.IGNORECASE)
_BEFORE = 60
# Six measures have been taken: no announcement.
_DONE = re.compile(r" (?:[a-z]{2,14} ){0,3}(?:ha(?:s|ve|d) been|were|was|taken in|since)\b")


def announced(title: str, text: str) -> int | None:
    """The number of measures that the headline, else the text, announces first; None if none."""
    headline = _COUNTED.search(lowered(title))
    if headline:
        return _number(headline)
    return next((_number(m) for m in _COUNTED.finditer(lowered(text)) if _opens(text, m)), None)


def _opens(text: str, counted: re.Match[str]) -> bool:
    if _DONE.match(text, counted.end()):
        return False
    before = text[max(0, counted.start() - _BEFORE) : counted.start()]
    if counted["vague"] and _ASPECTS.search(before):
        return True
    return bool(_OPENED.search(before)) or text[counted.end() : counted.end() + 1] == ":"


def _number(counted: re.Match[str]) -> int:
    word = counted["count"]
    return _NUMBERS.get(word) or int(word)

"""Cut a text into sentences, as spans, without changing its offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

# A longer text is read to here; no statement needs more, and hostile pages end here.
MAX_TEXT = 60_000
# What runs on for longer is no sentence of prose; it is cut.
MAX_SENTENCE = 1_500
MAX_SENTENCES = 1_200

_FOLDED = {"’": "'", "‘": "'", "\u00a0": " ", "\t": " ", "\u3000": " ", "\u2011": "-", "，": ","}
_STOP = re.compile(r"[.!?。…]['\"”’)\]」»]{0,3}(?:(?=[ \n])|(?=[A-Z][a-z]|[\"“][A-Z])|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Gen|Sen|Rep|Gov|St|No|vs|etc|Inc|Ltd|Co|Corp|Jr|Sr|Jan|Feb|Mar|Apr|"
    r"Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun|[A-Z])|\b[A-Z]\.[A-Z])\.$"
)


_LONGEST = 6

# The number that opens an item of a list: "1." ends no sentence.
_NUMBERED = re.compile(r"(?:^|[:;] )\s{0,8}[-•(]?\s?\d{1,2}\.$")


class Sentence(NamedTuple):
    """One sentence: its words with straight apostrophes, offsets in the text, its paragraph."""

    text: str
    start: int
    end: int
    paragraph: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; a newline always ends one, a missing blank does not."""
    folded = text[:MAX_TEXT]
    for written, plain in _FOLDED.items():
        folded = folded.replace(written, plain)
    found: list[Sentence] = []
    start = 0
    for number, line in enumerate(folded.split("\n")):
        found += _of_line(line, start, number)
        start += len(line) + 1
        if len(found) >= MAX_SENTENCES:
            break
    return tuple(found[:MAX_SENTENCES])


def _of_line(line: str, offset: int, paragraph: int) -> list[Sentence]:
    found = []
    begin = 0
    for end in [*_ends(line), len(line)]:
        for cut in range(begin, end, MAX_SENTENCE):
            piece = line[cut : min(end, cut + MAX_SENTENCE)]
            start = cut + len(piece) - len(piece.lstrip())
            words = piece.strip()
            if len(words) > 1:
                place = offset + start
                found.append(Sentence(words, place, place + len(words), paragraph))
        begin = end
    return found


def _ends(line: str) -> list[int]:
    return [
        stop.end()
        for stop in _STOP.finditer(line)
        if line[stop.start()] != "." or not _is_inner(line, stop.start(), stop.end())
    ]


def _is_inner(line: str, at: int, end: int) -> bool:
    """Whether the full stop at `at` ends no sentence."""
    if line[max(0, at - 1) : at].isdigit():
        return bool(_NUMBERED.search(line, max(0, at - 8), end))
    # No abbreviation is so long a word.
    if at > _LONGEST and line[at - _LONGEST : at].isalpha():
        return False
    return bool(_ABBREVIATION.search(line, max(0, at - 8), at + 1))

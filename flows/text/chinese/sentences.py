"""Cut a plain view into sentences, as spans of the view's text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storage.records import Span

# What runs on for longer is no sentence of prose; it is cut.
MAX_SENTENCE = 1_000
MAX_SENTENCES = 1_500
# A sentence ends at its stop with the marks that close behind it, and at a newline.
_STOP = re.compile(r"[。!?]{1,3}[”’」』\")]{0,2}|\n")
# A line that ends so was broken inside a sentence.
_BROKEN = re.compile(r"(?:[,、(]|[长任记员席]|出席|参加|召开|[在于和与及的])$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, its offsets in the view's text, and the number of its paragraph."""

    text: str
    start: int
    end: int
    paragraph: int

    def span(self, start: int, end: int) -> Span:
        """A stretch of the sentence as a span of the view's text."""
        return self.start + start, self.start + end


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; a line broken after 、 or a post runs on in the next."""
    found: list[Sentence] = []
    begin = paragraph = 0
    for end, is_line in [*_ends(text), (len(text), True)]:
        for start in range(begin, end, MAX_SENTENCE):
            found += _piece(text, start, min(end, start + MAX_SENTENCE), paragraph)
        begin, paragraph = end, paragraph + is_line
        if len(found) >= MAX_SENTENCES:
            break
    return tuple(found[:MAX_SENTENCES])


def _ends(text: str) -> list[tuple[int, bool]]:
    """Offsets where a sentence ends, and whether its line ends there."""
    return [
        (stop.end(), stop.group() == "\n")
        for stop in _STOP.finditer(text)
        if stop.group() != "\n" or not _BROKEN.search(text, max(0, stop.start() - 2), stop.start())
    ]


def _piece(text: str, start: int, end: int, paragraph: int) -> list[Sentence]:
    words = text[start:end]
    bare = words.strip()
    if not bare:
        return []
    first = start + len(words) - len(words.lstrip())
    return [Sentence(bare, first, first + len(bare), paragraph)]

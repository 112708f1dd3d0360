"""Pair quotation marks of all kinds into spans of the words between them."""

from __future__ import annotations

import re

from storage.records import Span

# What lies beyond is not read, so that a hostile page costs no more than a long one.
MAX_TEXT = 200_000
# A longer stretch between two marks is a mark that nobody closed.
MAX_QUOTE = 6_000

# Marks of one family close each other: pages mix “ ” with the typewriter's mark.
_FAMILIES = {
    "“": "double", "”": "double", '"': "double", "„": "double", "‟": "double", "＂": "double",
    "‘": "single", "’": "single", "«": "angle", "»": "angle",
    "「": "corner", "」": "corner", "『": "white corner", "』": "white corner",
}  # fmt: skip
_OPENING = frozenset("“„‟‘«「『")
_STRAIGHT = frozenset('"＂')
_OPENING_BEFORE = frozenset("([{-—–/:：,，、（《【")
_CLOSING_AFTER = frozenset(".,;:!?)]}-—–/…。，；：！？）》】、")
_MARK = re.compile("[" + "".join(_FAMILIES) + "]")


class _Marks:
    """The mark that is open while a text is read, and the spans that were closed so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[Span] = []
        self._start = -1
        self._family = ""

    @property
    def family(self) -> str:
        return self._family

    def open(self, mark: int) -> None:
        self._start, self._family = mark + 1, _FAMILIES[self.text[mark]]

    def close(self, end: int) -> None:
        """End the open quotation at `end`, or before it where it runs on for too long."""
        if end - self._start > MAX_QUOTE:
            end = self._paragraph_end()
        words = self.text[self._start : min(end, self._start + MAX_QUOTE)]
        start = self._start + len(words) - len(words.lstrip())
        if words.strip():
            self.spans.append((start, start + len(words.strip())))
        self._family = ""

    def give_up(self, before: int) -> None:
        """Nobody closed the mark: it holds its paragraph's rest, unless another opens in there."""
        end = self._paragraph_end()
        if end <= before:
            self.close(end)
        self._family = ""

    def _paragraph_end(self) -> int:
        end = self.text.find("\n", self._start, self._start + MAX_QUOTE)
        return end if end >= 0 else min(len(self.text), self._start + MAX_QUOTE)


def quoted_spans(text: str) -> tuple[Span, ...]:
    """Spans of the words inside quotation marks, outermost only, in order of the text.

    A mark left open at a paragraph's end is carried on where the next paragraph opens with
    one, closed by a later closing mark, and otherwise holds the rest of its paragraph.
    Apostrophes are no marks. Linear in the first `MAX_TEXT` characters.
    """
    text = text[:MAX_TEXT]
    marks = _Marks(text)
    for match in _MARK.finditer(text):
        _take(marks, match.start())
    if marks.family:
        marks.give_up(len(text))
    return tuple(marks.spans)


def _take(marks: _Marks, at: int) -> None:
    """Let the mark at `at` open or close a quotation, or pass it over."""
    family = _FAMILIES[marks.text[at]]
    if _is_apostrophe(marks.text, at) or (marks.family and family != marks.family):
        return
    if not _opens(marks.text, at, is_open=bool(marks.family)):
        if marks.family:
            marks.close(at)
    else:
        if marks.family:
            marks.give_up(at)
        marks.open(at)


def _is_apostrophe(text: str, at: int) -> bool:
    return text[at] == "’" and text[at + 1 : at + 2].isalnum() and text[at - 1 : at].isalnum()


def _opens(text: str, at: int, *, is_open: bool) -> bool:
    """Whether the mark opens: by its shape, and by its neighbours where the shape leaves doubt."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    free_before = not before or before.isspace() or before in _OPENING_BEFORE
    free_after = not after or after.isspace() or after in _CLOSING_AFTER
    if text[at] in _STRAIGHT:
        return free_before if free_before != free_after else not is_open
    if text[at] in _OPENING:
        return not (text[at] == "“" and is_open and free_after and not free_before)
    # A closing mark that opens: ”word”, as Swedish writes it and some editors mistype it.
    return text[at] == "”" and not is_open and free_before and not free_after

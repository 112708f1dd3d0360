"""A plain text file: its title, its by-line and its lines without furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from flows.text.blocks import one_line
from flows.text.furniture import HEAD_LINES, cut_furniture
from flows.text.instants import has_clock, instant
from flows.text.language import han_count
from flows.text.origin import Origin
from storage.records import FoundDate

# A headline is shorter; a Han character takes the place of about two Latin ones.
MAX_TITLE = 220
MAX_STAMP = 80
_SENTENCE_END = re.compile(r"[.。;；,，:：…]\s{0,2}$")
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|strong|em|b|i|a|li|ul|ol|h[1-6]|img)\b[^<>]{0,300}>", re.IGNORECASE
)
# Beside its date a stamp names at most its label and a source.
MAX_BESIDE = 30
MENU_TITLE, MENU_ENTRIES = 14, 3
_WRITTEN_OUT = re.compile(r"[。！？!?]|\b(?:on|in|since|by) \w{1,20} \d")
_MONTH_NAME = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}", re.IGNORECASE
)
_BESIDE = re.compile(r"[^\W\d_]")
_PUBLISHED = re.compile(r"published|posted|发[布佈]|發[布佈]", re.IGNORECASE)
_UPDATED = re.compile(r"updated|modified|更新|修改", re.IGNORECASE)
_AUTHOR = re.compile(r"(?:author|by|作者)\s{0,2}[:：]\s{0,2}(?P<name>.{2,60})$", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:source|来源|转自|转载自|稿件来源|信息来源)\s{0,2}[:：]\s{0,2}(?P<name>.{2,60})$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlainText:
    """What a plain text file holds; `dates` are those of its own by-line."""

    title: str
    lines: tuple[str, ...]
    dates: tuple[FoundDate, ...]
    author: str | None
    origin: Origin


def read_plain(text: str, zone: ZoneInfo) -> PlainText:
    """Part a text into title and lines, and read the by-line among its first lines."""
    raw = [one_line(line) for line in _MARKUP.sub("\n", text).split("\n")]
    filled = [line for line in raw if line]
    head = filled[:HEAD_LINES]
    lines = cut_furniture(filled)
    number = _title_line(lines, raw)
    return PlainText(
        title="" if number is None else lines[number],
        lines=tuple(lines if number is None else lines[number + 1 :]),
        dates=_dates(head, zone),
        author=_first(_AUTHOR, head),
        origin=Origin(None, _first(_SOURCE, head)),
    )


def _title_line(lines: list[str], raw: list[str]) -> int | None:
    """Number of the title's line: the first, or the next where short menu entries stand before."""
    for number, line in enumerate(lines[: MENU_ENTRIES + 1]):
        if not _is_title(lines[number:], raw):
            break
        if len(line) + han_count(line) >= MENU_TITLE:
            return number
    return 0 if lines and _is_title(lines, raw) else None


def _is_title(lines: list[str], raw: list[str]) -> bool:
    """Short, no sentence's end, and parted from what follows by another line or its length."""
    first = lines[0]
    if len(first) + han_count(first) > MAX_TITLE or _SENTENCE_END.search(first):
        return False
    number = raw.index(first)
    # A blank line, or a by-line that was furniture.
    parted = number + 1 < len(raw) and raw[number + 1] != "".join(lines[1:2])
    return len(lines) == 1 or parted or len(lines[1]) > len(first)


def _dates(head: list[str], zone: ZoneInfo) -> tuple[FoundDate, ...]:
    """Dates of the lines that hold a date and little else.

    The publication comes before an update, a time of day before a mere day.
    """
    stamps = [_from_label(line) for line in head if _is_stamp(line)]
    found = [
        FoundDate(moment, line, "visible") for line in stamps if (moment := instant(line, zone))
    ]
    found.sort(key=lambda date: (bool(_UPDATED.match(date.text)), not has_clock(date.instant)))
    return tuple(found)


def _is_stamp(line: str) -> bool:
    if len(line) > MAX_STAMP or _WRITTEN_OUT.search(line):
        return False
    return len(_BESIDE.findall(_MONTH_NAME.sub("", line))) <= MAX_BESIDE


def _from_label(line: str) -> str:
    """The line from the word on that labels the publication, which may follow an update's."""
    label = _PUBLISHED.search(line)
    return line[label.start() :] if label else line


def _first(pattern: re.Pattern[str], lines: list[str]) -> str | None:
    return next((found["name"].strip() for line in lines if (found := pattern.match(line))), None)

"""A plain text file: its title, its by-line and its lines without furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from flows.text.blocks import one_line
from flows.text.furniture import HEAD_LINES, cut_furniture
from flows.text.instants import instant
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
_STAMP = re.compile(
    r"(?:(?:(?:发布|发表|刊发)?(?:时间|日期)|published|posted|date|updated)\b.{0,3})?.{0,30}\d{4}",
    re.IGNORECASE,
)
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
    title = lines[0] if lines and _is_title(lines, raw) else ""
    return PlainText(
        title=title,
        lines=tuple(lines[1:] if title else lines),
        dates=_dates(head, zone),
        author=_first(_AUTHOR, head),
        origin=Origin(None, _first(_SOURCE, head)),
    )


def _is_title(lines: list[str], raw: list[str]) -> bool:
    """Short, no sentence's end, and parted from what follows by a blank line or its length."""
    first = lines[0]
    if len(first) + han_count(first) > MAX_TITLE or _SENTENCE_END.search(first):
        return False
    number = raw.index(first)
    blank_after = number + 1 < len(raw) and not raw[number + 1]
    return len(lines) == 1 or blank_after or len(lines[1]) > len(first)


def _dates(head: list[str], zone: ZoneInfo) -> tuple[FoundDate, ...]:
    """Dates of the lines that hold a date and little else; the publication before an update."""
    stamps = [line for line in head if len(line) <= MAX_STAMP and _STAMP.match(line)]
    found = [
        FoundDate(moment, line, "visible")
        for line in sorted(stamps, key=lambda line: bool(_UPDATED.match(line)))
        if (moment := instant(line, zone))
    ]
    return tuple(found)


def _first(pattern: re.Pattern[str], lines: list[str]) -> str | None:
    return next((found["name"].strip() for line in lines if (found := pattern.match(line))), None)

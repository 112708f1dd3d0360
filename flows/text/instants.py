"""Moments as pages write them: the first instant that a short text gives."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
YEARS = range(1990, 2100)
_CLOCK = (
    r"(?P<hour>[012]?\d)[:：时](?P<minute>[0-5]\d)(?:[:：分](?P<second>[0-5]\d)(?:\.\d{1,9})?)?"
    r"\s{0,2}(?P<half>[ap]\.?m\b)?"
    r"\s{0,2}(?P<offset>Z\b|UTC\b|GMT\b|[+-][012]\d:?[0-5]\d)?"
)
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_DAYS = (
    re.compile(
        r"(?<!\d)(?P<year>\d{4})\s?[-/.年]\s?(?P<month>\d{1,2})\s?[-/.月]\s?(?P<day>\d{1,2})"
    ),
    re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?=T\d|$)"),
    re.compile(rf"\b{_MONTH}\s{_DAY},?\s{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s{_MONTH},?\s{_YEAR}", re.IGNORECASE),
)
_AFTER = re.compile(rf"[日T,\s]{{0,4}}(?:at\s|星期.\s?|\(.{{1,3}}\)\s?)?{_CLOCK}", re.IGNORECASE)
_BEFORE = re.compile(rf"{_CLOCK}[,\s]{{0,4}}$", re.IGNORECASE)


def instant(text: str, zone: ZoneInfo) -> dt.datetime | None:
    """The first moment written in `text` (numbers, Chinese or English), or None.

    An offset that the text states is kept; without one the moment is in `zone`, and a day
    without a clock time is its midnight there.
    """
    for pattern in _DAYS:
        if day := pattern.search(text):
            clock = _AFTER.match(text, day.end()) or _BEFORE.search(text[: day.start()])
            return _build(day, clock, zone)
    return None


def has_clock(moment: dt.datetime) -> bool:
    """Whether a moment says more than its day."""
    return bool(moment.hour or moment.minute or moment.second)


def _build(day: re.Match[str], clock: re.Match[str] | None, zone: ZoneInfo) -> dt.datetime | None:
    parts = day.groupdict()
    month = parts.get("month") or MONTHS.index(parts["name"].lower()) + 1
    if int(parts["year"]) not in YEARS:
        return None
    try:
        date = dt.date(int(parts["year"]), int(month), int(parts["day"]))
        time = _time(clock, zone) if clock else dt.time(tzinfo=zone)
    except ValueError:
        return None
    return dt.datetime.combine(date, time)


def _time(clock: re.Match[str], zone: ZoneInfo) -> dt.time:
    hour = int(clock["hour"])
    half = (clock["half"] or "").lower()[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    second = int(clock["second"] or 0)
    return dt.time(hour, int(clock["minute"]), second, tzinfo=_offset(clock["offset"]) or zone)


def _offset(text: str | None) -> dt.tzinfo | None:
    """The zone of a written offset such as +08:00, +0800, Z; None where none is written."""
    if not text:
        return None
    if text[0] not in "+-":
        return dt.UTC
    digits = text[1:].replace(":", "")
    span = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-span if text[0] == "-" else span)

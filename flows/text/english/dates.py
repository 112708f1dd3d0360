"""Dates within a sentence: May 3, the 21st, Monday, October last year, 7th to 10th."""

from __future__ import annotations

import functools
import re
from datetime import date, datetime, timedelta

from flows.text.english.words import MONTHS, WEEKDAYS, any_of, words
from flows.text.found_days import FoundDay, Rule, by_rules, days_before
from flows.text.partial_date import PartialDate

# A statement is reported within these days; an older weekday is another week's.
WEEK = 7
_MONTH_NUMBER = {name[:3]: number for number, name in enumerate(MONTHS, 1)}
_MONTH = rf"(?P<month>{any_of([*MONTHS, *(m[:3] for m in MONTHS), 'sept'])})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TO = r" ?(?:to|-|–|and|until) ?(?:the )?"
_LAST = r"[0-3]?\d(?:st|nd|rd|th)"
# "On the 4th" is a day, "the 4th Post Summit" is none.
_ON = "|".join(rf"(?<={word} )" for word in words("on from since until by ing.of noon.of"))
_RULES: tuple[Rule, ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("range", rf"\b{_MONTH} {_DAY}{_TO}(?:[a-z]{{3,9}} )?{_LAST}?\b(?:,? {_YEAR})?"),
        ("range", rf"\b{_DAY}{_TO}{_LAST}?(?: of)? {_MONTH}(?:,? {_YEAR})?"),
        ("range", rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th){_TO}{_LAST}\b"),
        ("day", rf"\b{_MONTH} {_DAY}\b(?!%)(?:,? {_YEAR})?"),
        ("day", rf"\b{_DAY}(?: of)? {_MONTH}\b(?:,? {_YEAR})?"),
        ("day", r"\b(?P<year>20\d\d)[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)\b"),
        ("day", r"(?<![\w.-])(?P<day>[0-3]?\d)([-.])(?P<month>[01]?\d)\2(?P<year>20\d\d)\b"),
        ("month", rf"\b{_MONTH},? {_YEAR}\b"),
        ("month last year", rf"\b{_MONTH} (?:of )?(?:last year|(?=the previous year))"),
        ("last month", rf"\blast {_MONTH}\b"),
        ("month", rf"\b(?:in|since) {_MONTH}(?= |,|$)"),
        ("weekday", rf"\b(?P<weekday>{any_of(WEEKDAYS)})\b"),
        ("today", r"\b(?:today|this (?:morning|afternoon|evening))\b"),
        ("yesterday", r"\byesterday\b"),
        ("day", rf"(?:{_ON})the (?P<day>[0-3]?\d)(?:st|nd|rd|th)(?=(?-i: [a-z])|[,.]|$)"),
    )
)  # fmt: skip

_WITHOUT_MONTH = tuple(rule for rule in _RULES if _MONTH not in rule[1].pattern)
# Both are given small letters.
_ANY_MONTH = re.compile("|".join(name[:3] for name in MONTHS))
# Without one of these a sentence holds no date.
_HINT = re.compile(r"\d|day\b|last |morning|afternoon|evening|\b(?:in|since) [a-z]")


@functools.lru_cache(maxsize=1024)
def find_dates(text: str, today: date | None = None) -> tuple[FoundDay, ...]:
    """The dates of `text` in order, without overlaps; words such as "Monday" need `today`."""
    low = text.lower()
    if not _HINT.search(low):
        return ()
    rules = _RULES if _ANY_MONTH.search(low) else _WITHOUT_MONTH
    return by_rules(text, rules, lambda kind, match: _read(kind, match, today))


def _read(kind: str, match: re.Match[str], today: date | None) -> FoundDay | None:
    groups = match.groupdict()
    span = match.span()
    if kind in ("weekday", "today", "yesterday"):
        return _reckoned(kind, groups.get("weekday") or "", today, span)
    try:
        partial = PartialDate(
            _int(groups.get("year")), _month(groups.get("month")), _int(groups.get("day"))
        )
    except ValueError:
        return None
    if kind == "month last year" or (kind == "last month" and today):
        year = None if today is None else _year_before(partial.month or 1, today, kind)
        return FoundDay(PartialDate(year, partial.month), "month", *span, relative=True)
    if kind == "last month":
        return FoundDay(PartialDate(None, partial.month), "month", *span, relative=True)
    return FoundDay(
        partial, "month" if kind == "month" else "range" if kind == "range" else "day", *span
    )


def _year_before(month: int, today: date, kind: str) -> int:
    if kind == "last month" and month < today.month:
        return today.year
    return today.year - 1


def _reckoned(
    kind: str, weekday: str, today: date | None, span: tuple[int, int]
) -> FoundDay | None:
    if today is None:
        return None
    back = {"today": 0, "yesterday": 1}.get(kind, 0)
    if weekday:
        back = (today.weekday() - WEEKDAYS.index(weekday.lower())) % WEEK
    return days_before(today, back, span)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month(name: str | None) -> int | None:
    if not name:
        return None
    return int(name) if name.isdigit() else _MONTH_NUMBER[name[:3].lower()]


def completed(found: PartialDate, published: datetime | None) -> PartialDate:
    """Give a date that lacks year or month those of the last such day up to publication."""
    if published is None or found.day is None or found.year:
        return found
    # A day later, because the page may stand in another zone than the event.
    limit = published.date() + timedelta(days=1)
    if found.month is None:
        months = ((limit.year, limit.month), _month_before(limit))
    else:
        months = ((limit.year, found.month), (limit.year - 1, found.month))
    for year, month in months:
        try:
            if date(year, month, found.day) <= limit:
                return PartialDate(year, month, found.day)
        except ValueError:
            continue
    return found


def _month_before(day: date) -> tuple[int, int]:
    return (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)

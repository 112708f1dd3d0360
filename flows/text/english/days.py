"""The day of a statement, among all the days that its article names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from flows.text.english.datelines import Line
from flows.text.english.dates import completed, find_dates
from flows.text.english.encounters import FoundEvent
from flows.text.english.sentences import Sentence
from flows.text.found_days import FoundDay
from flows.text.partial_date import PartialDate
from storage.records import Span

# What is told beside these words happens on another day than the statement.
_OTHER_DAY = re.compile(
    r"(?:effect|effective|force|until|before|deadline|since|published|updated|photo|registration"
    r"|will be held|(?<!as )scheduled|due|copyright|born|by|after|starting|beginning|starts|begins"
    r"|commencing|ending)\b[^.]{0,20}$",
    re.IGNORECASE,
)
# News of the 10th, yesterday: the day of the report stands before that of the statement.
_YESTERDAY = re.compile(r",? yesterday\b")
_STAMP = re.compile(
    r"(?:updated|published|posted|date|photo)\b|\d{4}-\d{1,2}-\d{1,2}|.{0,80}\b(?:source|author|editor)"
    r" ?:",
    re.IGNORECASE,
)
# A shorter line with a date is a stamp, not a sentence.
_SHORTEST = 28
# With an hour of the day in it, a longer one is a stamp too.
_LONGEST_STAMP = 60
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
# The lines above a speech: its title, who gives it, where and when.
_HEAD_LINES = 12
_YEAR_IN_NAME = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")

Placed = tuple[FoundDay, Sentence]
Precision = Literal["day", "monthday", "range", "none"]


def find_day(
    lead: Sequence[Sentence],
    event: Sentence | None,
    line: Line | None,
    published: datetime | None,
    aside: Sequence[Span] = (),
) -> Placed | None:
    """The day told first, the event's sentence and written days before others.

    None in the spans `aside`.
    """
    today = _today(line, published)
    best: tuple[int, Placed] | None = None
    for order, sentence in enumerate(lead):
        if _is_stamp(sentence) and not (line and line[0] is sentence):
            continue
        for day in find_dates(sentence.text, today):
            if day.kind == "month" or _OTHER_DAY.search(sentence.text[: day.start][-60:]):
                continue
            at = sentence.start + day.start
            if any(start <= at < end for start, end in aside):
                continue
            score = -order + (3 if sentence is event else 0) + (0 if day.relative else 1)
            score += 0 if day.date.month else -4
            score -= 4 * bool(_YESTERDAY.match(sentence.text, day.end))
            # The dateline tells when it was written; what follows it, when it was said.
            score -= 2 * bool(line and line[0] is sentence and day.start < line[1].end())
            if best is None or score > best[0]:
                best = (score, (day, sentence))
    return best[1] if best else None


def day_of_speech(title: str, sents: Sequence[Sentence]) -> Placed | None:
    """The day above a speech that is given in full: in its headline, or on a line of its own."""
    head = Sentence(title, -len(title), 0, 0)
    for sentence in (head, *sents[:_HEAD_LINES]):
        for day in find_dates(sentence.text):
            if day.kind == "day" and day.date.month:
                return day, sentence
    return None


def day_rule(placed: Placed | None, event: Sentence | None, line: Line | None) -> str:
    """The name of the rule by which `find_day` chose a day, empty for none."""
    if placed is None:
        return ""
    day, sentence = placed
    if day.relative:
        return "reckoned day"
    if sentence is event:
        return "day of the event"
    return "dateline" if line and line[0] is sentence else "day in the lead"


def _is_stamp(sentence: Sentence) -> bool:
    text = sentence.text
    clock = len(text) < _LONGEST_STAMP and _CLOCK.search(text)
    return bool(_STAMP.match(text) or clock) or len(text) < _SHORTEST


def _today(line: Line | None, published: datetime | None) -> date | None:
    """The day from which "Monday" counts: the dateline's, else that of publication."""
    if line and published:
        for day in find_dates(line[0].text[:60]):
            full = completed(day.date, published)
            if full.year and full.month and full.day:
                return date(full.year, full.month, full.day)
    return published.date() if published else None


def written(
    placed: Placed | None, event: FoundEvent | None, published: datetime | None
) -> tuple[str | None, Span | None]:
    """The day in ISO: its year from the text, else the event's name, else the publication."""
    if placed is None or placed[0].kind == "range":
        return None, None
    day, sentence = placed
    found = day.date
    years = set(_YEAR_IN_NAME.findall(event.name)) if event else set()
    if found.year is None and found.month and len(years) == 1:
        found = found.completed_from(PartialDate(year=int(years.pop())))
    found = completed(found, published)
    span = (sentence.start + day.start, sentence.start + day.end)
    # What stands in the headline has no place in the text.
    return (str(found), span if span[0] >= 0 else None) if str(found) else (None, None)


def precision(placed: Placed | None, found: str | None) -> Precision:
    """How far the day is known; a range names no day."""
    if placed is not None and placed[0].kind == "range":
        return "range"
    if found is None:
        return "none"
    return "monthday" if found.startswith("--") else "day"

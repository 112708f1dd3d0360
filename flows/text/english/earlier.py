"""Statements that an article mentions as made before the one that it reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from flows.text.english.dates import FoundDay, find_dates
from flows.text.english.events import find_events
from flows.text.english.sentences import Sentence
from flows.text.english.speech import Attribution
from flows.text.english.words import MONTHS, any_of
from flows.text.partial_date import PartialDate
from storage.records import Earlier, Occasion

MAX_EARLIER = 20
_CUE = re.compile(
    r"\b(?:previously|once (?:stated|said|pointed)|earlier (?:this|said|stated|in)"
    r"|had (?:said|stated|earlier|previously)|at the end of last|re-?(?:released|issued|published)"
    rf"|last (?:year|month|week|{any_of(MONTHS)})|in {any_of(MONTHS)}\b"
    r"|a (?:year|month|week) (?:ago|earlier)|was a speech by|in an earlier)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")


def earlier(
    sents: Sequence[Sentence],
    spoken: Sequence[Attribution],
    occasion: Occasion,
    published: datetime | None,
) -> tuple[tuple[Earlier, ...], frozenset[int]]:
    """Earlier statements, and the numbers of the sentences that tell of them."""
    today = reference_day(occasion, published)
    found: dict[int, Earlier] = {}
    first = min((a.sentence for a in spoken), default=0)
    for act in spoken:
        if act.sentence in found or len(found) >= MAX_EARLIER:
            continue
        sentence = sents[act.sentence]
        cue = _CUE.search(sentence.text)
        if cue is None or act.sentence == first:
            continue
        event = next((e for e in find_events(sentence.text) if e.name != occasion.event), None)
        found[act.sentence] = Earlier(
            act.name or act.org,
            event.name if event else None,
            _day(sentence, event.name if event else "", today),
            (sentence.start, sentence.end),
        )
    return tuple(found.values()), frozenset(found)


def reference_day(occasion: Occasion, published: datetime | None) -> date | None:
    """The day from which "last year" counts: the statement's, else the page's."""
    if occasion.date and not occasion.date.startswith("--"):
        return date.fromisoformat(occasion.date)
    return published.date() if published else None


def _day(sentence: Sentence, event: str, today: date | None) -> str | None:
    """The date in the sentence as far as it goes, else the year in the event's name."""
    dates = [d for d in find_dates(sentence.text) if d.kind != "range"]
    dates = [d for d in find_dates(sentence.text, today) if not _weekday_only(d, dates)]
    for day in dates:
        if text := str(day.date):
            return text
    year = _YEAR.search(event)
    return str(PartialDate(year=int(year[1]))) if year else None


def _weekday_only(day: FoundDay, plain: Sequence[FoundDay]) -> bool:
    return day.relative and day.kind == "day" and not any(d.start == day.start for d in plain)

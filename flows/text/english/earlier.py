"""Statements that an article mentions as made before the one that it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from flows.text.english.dates import FoundDay, find_dates
from flows.text.english.encounters import FoundEvent
from flows.text.english.events import find_events
from flows.text.english.person_names import last_name_in
from flows.text.english.persons import NAME
from flows.text.english.sentences import Sentence
from flows.text.english.speech import Attribution
from flows.text.english.words import MONTHS, any_of
from flows.text.partial_date import PartialDate
from storage.records import Earlier, Occasion

MAX_EARLIER = 20
_CUE = re.compile(
    r"\b(?:previously|once (?:stated|said|pointed)|earlier (?:this|said|stated|in)|as early as"
    r"|had (?:said|stated|earlier|previously)|at the end of last|re-?(?:released|issued|published)"
    rf"|last (?:year|month|week|{any_of(MONTHS)})|in {any_of(MONTHS)}\b|back in"
    r"|a (?:year|month|week) (?:ago|earlier)|in an? (?:earlier|previous))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_SPEECH = r"(?:speech|talk|address|remarks|instructions?|lecture|article|report)"
# President Hu Ming's speech at …; a speech by the mayor, Hu Ming, at …
_OWNED = re.compile(
    rf"(?P<name>{NAME}) ?'s? (?:[a-z]{{2,12}} ){{0,2}}{_SPEECH} (?:at|during|to|in|on) "
)
_SPEECH_BY = re.compile(rf"\b{_SPEECH} (?:by|of) ")
_NAMED = re.compile(NAME)
_NAME_REACH = 140
# What is said begins here; a date behind it belongs to what is said.
_CONTENT = re.compile(r"\b(?:that|which|who)\b|[,:\"“]")
_ENTITLED = re.compile(r"\b(?:entitled|titled) [“\"](?P<title>[^”\"]{3,160})[”\"]")


def earlier(
    sents: Sequence[Sentence],
    spoken: Sequence[Attribution],
    occasion: Occasion,
    published: datetime | None,
) -> tuple[tuple[Earlier, ...], frozenset[int]]:
    """Earlier statements, and the numbers of the sentences whose acts of speaking they are."""
    today = reference_day(occasion, published)
    first = min((act.sentence for act in spoken), default=0)
    acts: dict[int, Earlier] = {}
    for act in spoken:
        sentence = sents[act.sentence]
        if act.sentence in acts or act.sentence == first:
            continue
        cue = _has_cue(sentence, act, occasion.date)
        if cue or _is_before(sentence, today, occasion.date):
            told = _told(sentence, act.who, sentence.text, occasion, today)
            acts[act.sentence] = replace(told, rule="told as before" if cue else "earlier day")
    found = [*acts.values(), *_mentioned(sents, acts, occasion, today)]
    found.sort(key=lambda told: told.span)
    return tuple(found[:MAX_EARLIER]), frozenset(acts)


def reference_day(occasion: Occasion, published: datetime | None) -> date | None:
    """The day from which "last year" counts: the statement's, else the page's."""
    if occasion.date and not occasion.date.startswith("--"):
        return date.fromisoformat(occasion.date)
    return published.date() if published else None


def _same_month(cue: str, day: str | None) -> bool:
    """Whether "in May" is the month of the statement itself."""
    month = cue.lower().removeprefix("in ")
    return bool(day) and month in MONTHS and f"-{MONTHS.index(month) + 1:02d}-" in (day or "")


def _has_cue(sentence: Sentence, act: Attribution, day: str | None) -> bool:
    """Whether an earlier time is told of the act itself, not of what it says."""
    end = act.end - sentence.start
    content = _CONTENT.search(sentence.text, end)
    limit = content.start() if content else len(sentence.text)
    cue = _CUE.search(sentence.text, 0, limit)
    return cue is not None and not _same_month(cue.group(), day)


def _is_before(sentence: Sentence, today: date | None, day: str | None) -> bool:
    """Whether a day in the sentence lies before the statement's own, `day` (ISO or --MM-DD)."""
    own = (day or "")[-5:]
    for found in find_dates(sentence.text):
        told = found.date
        if found.relative or not told.month or found.kind == "range":
            continue
        if told.year:
            if today and date(told.year, told.month, told.day or 28) < today:
                return True
        elif told.day and own and f"{told.month:02d}-{told.day:02d}" < own:
            return True
    return False


def _mentioned(
    sents: Sequence[Sentence],
    acts: dict[int, Earlier],
    occasion: Occasion,
    today: date | None,
) -> Iterator[Earlier]:
    """Speeches that are spoken of: the president's talk at a session, an article by Hu Ming."""
    for number, sentence in enumerate(sents):
        if number in acts:
            continue
        text = sentence.text
        who = [(m.start(), last_name_in(m["name"])) for m in _OWNED.finditer(text)]
        who += [(m.start(), _first_name(text, m.end())) for m in _SPEECH_BY.finditer(text)]
        for start, name in who:
            told = _told(sentence, name, text[start:], occasion, today)
            if name and told.event:
                yield replace(told, rule="speech mentioned")


def _first_name(text: str, start: int) -> str | None:
    runs = _NAMED.finditer(text, start, start + _NAME_REACH)
    return next((name for run in runs if (name := last_name_in(run.group()))), None)


def _told(
    sentence: Sentence, who: str | None, text: str, occasion: Occasion, today: date | None
) -> Earlier:
    titled = _ENTITLED.search(text)
    named = (event for event in find_events(text) if event.name != occasion.event)
    event: FoundEvent | None = next(named, None)
    name = event.name if event and event.weight == 2 else None
    name = name or (titled["title"] if titled else None) or (event.name if event else None)
    return Earlier(who, name, _day(text, name or "", today), (sentence.start, sentence.end))


def _day(text: str, event: str, today: date | None) -> str | None:
    """The date in the text as far as it goes, else the year in it or in the event's name."""
    plain = [d for d in find_dates(text) if d.kind != "range"]
    for day in find_dates(text, today):
        if not _weekday_only(day, plain) and str(day.date):
            return str(day.date)
    year = _YEAR.search(event) or _YEAR.search(text)
    return str(PartialDate(year=int(year[1]))) if year else None


def _weekday_only(day: FoundDay, plain: Sequence[FoundDay]) -> bool:
    return day.relative and day.kind == "day" and not any(d.start == day.start for d in plain)

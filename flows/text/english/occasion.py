"""When and where a statement was made: the event, its hosts, the day and the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from flows.text.english.dates import FoundDay, completed, find_dates
from flows.text.english.events import FoundEvent, find_events
from flows.text.english.sentences import Sentence
from flows.text.english.speech import Attribution
from flows.text.english.words import MONTHS, WEEKDAYS, any_of
from flows.text.partial_date import PartialDate
from storage.records import Occasion, Span

# The act of speaking is told at the beginning; what stands further down is background.
LEAD_SENTENCES = 10
_AT = re.compile(
    r"\b(?:at|during|attended|attending|addressed|tells?|told|to|in|of) (?:the |an? )?[\"“]?$"
)
_HOSTED = re.compile(
    r"\b(?:(?:co-?)?(?:hosted|sponsored|organi[sz]ed)|with) (?:jointly )?by (?:the )?"
)
_HOSTS_END = re.compile(
    r" (?:was|were|is|has|will|took|opened|kicked|said|in [A-Z])"
    r"|,? (?:held|which|who|with|on)\b|[.;]"
)
_PLACE_NAME = (
    r"(?P<place>[A-Z][a-z'A-Z-]{2,20}(?: [A-Z][a-z'-]{2,20}){0,3}"
    r"(?:, [A-Z][a-z'-]{2,20}(?: [A-Z][a-z]{2,20}){0,2})?)"
)
_HELD_IN = re.compile(
    r"\b(?:held|took place|taking place|opened|kicked off|convened|concluded|hosted|opens)\b"
    r"(?: [a-z]+| on [A-Z][a-z]+ \d{1,2},?){0,3}? ?(?:in|at) " + _PLACE_NAME
)
_EVENT_IN = re.compile(r" in " + _PLACE_NAME)
_DATELINE = re.compile(
    r"^\(?(?:[A-Z][\w' ]{2,30}, )?"
    r"(?P<place>[A-Z][A-Z ]{2,24}|[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?)"
    r"(?:, [A-Z][\w.]{1,15})?(?:, (?=[A-Z][a-z]{2,8}\.? \d)[^()—–]{3,18}?)? ?"
    r"(?:\([\w\s/.-]{2,30}\) ?)?(?:--|—|–|- )"
)
_NO_PLACE = re.compile(
    rf"^(?:{any_of([*MONTHS, *WEEKDAYS])}|The|His|Her|Share|Photo|Read)\b", re.IGNORECASE
)
_CITY_EVENT = re.compile(r"^(?P<place>[A-Z][a-z]{3,14}) (?:forum|summit|conference|meeting)$")
# What is told beside these words happens on another day than the statement.
_OTHER_DAY = re.compile(
    r"(?:effect|effective|force|until|before|deadline|since|published|updated|photo|registration"
    r"|will be held|scheduled|due|copyright|born|by)\b[^.]{0,20}$",
    re.IGNORECASE,
)
_STAMP = re.compile(r"(?:updated|published|posted|date|photo)\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:previously|earlier|once (?:stated|said)|last (?:year|month|week)|later, at)\b",
    re.IGNORECASE,
)
_YEAR_IN_NAME = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")


def occasion(
    title: str, sents: Sequence[Sentence], spoken: Sequence[Attribution], published: datetime | None
) -> Occasion:
    """Event, hosts, day and place of the statement, from its lead and the acts of speaking."""
    lead = [s for s in _lead(sents, spoken) if not _EARLIER.search(s.text)]
    sentence, event = _event(lead)
    dateline = _dateline(sents)
    day = _day(lead, sentence, dateline, published)
    place, place_span = _place(lead, sentence, event, sents)
    if event is None:
        event = next((e for e in find_events(title) if e.weight == 1), None)
        if event and place is None and (city := _CITY_EVENT.match(event.name)):
            place = city["place"]
    span = (
        (sentence.start + event.start, sentence.start + event.end) if sentence and event else None
    )
    found, date_span = _written(day, event, published)
    return Occasion(
        event=event.name if event else None,
        hosts=_hosts(sentence, event),
        date=found,
        precision=_precision(day, found),
        place=place,
        event_span=span,
        date_span=date_span,
        place_span=place_span,
    )


def _lead(sents: Sequence[Sentence], spoken: Sequence[Attribution]) -> list[Sentence]:
    chosen = dict.fromkeys(
        [*range(min(LEAD_SENTENCES, len(sents))), *(a.sentence for a in spoken[:8])]
    )
    return [sents[number] for number in sorted(chosen)]


def _event(lead: Sequence[Sentence]) -> tuple[Sentence | None, FoundEvent | None]:
    best: tuple[int, Sentence, FoundEvent] | None = None
    for order, sentence in enumerate(lead):
        for event in find_events(sentence.text):
            score = 10 * event.weight - order
            if _AT.search(sentence.text[: event.start]):
                score += 4
            if re.match(
                r".{0,400}?\b(?:held|took place|opened|kicked off|convened)\b",
                sentence.text[event.end :],
            ):
                score += 4
            if best is None or score > best[0]:
                best = (score, sentence, event)
    return (best[1], best[2]) if best else (None, None)


def _hosts(sentence: Sentence | None, event: FoundEvent | None) -> tuple[str, ...]:
    if sentence is None or event is None:
        return ()
    hosted = _HOSTED.search(sentence.text, event.end)
    if hosted is None:
        return ()
    end = _HOSTS_END.search(sentence.text, hosted.end())
    listed = sentence.text[hosted.end() : end.start() if end else len(sentence.text)][:600]
    parts = re.split(r", and (?:the )?|, (?:the )?", listed)
    if len(parts) == 1:
        parts = re.split(r" and (?=the )", listed)
    return tuple(part.removeprefix("the ").strip() for part in parts if part[:1].isupper())


def _dateline(sents: Sequence[Sentence]) -> tuple[Sentence, re.Match[str]] | None:
    for sentence in sents[:LEAD_SENTENCES]:
        match = _DATELINE.match(sentence.text)
        if match and not _NO_PLACE.match(match["place"]):
            return sentence, match
    return None


Placed = tuple[FoundDay, Sentence]


def _day(
    lead: Sequence[Sentence],
    event: Sentence | None,
    dateline: tuple[Sentence, re.Match[str]] | None,
    published: datetime | None,
) -> Placed | None:
    today = _today(dateline, published)
    best: tuple[int, Placed] | None = None
    for order, sentence in enumerate(lead):
        for day in find_dates(sentence.text, today):
            if (
                day.kind == "month"
                or _OTHER_DAY.search(sentence.text[: day.start])
                or _is_stamp(sentence)
            ):
                continue
            score = -order + (3 if sentence is event else 0) + (0 if day.relative else 1)
            score += 0 if day.date.month else -4
            if best is None or score > best[0]:
                best = (score, (day, sentence))
    return best[1] if best else None


def _is_stamp(sentence: Sentence) -> bool:
    return bool(_STAMP.match(sentence.text)) or len(sentence.text) < 28


def _today(
    dateline: tuple[Sentence, re.Match[str]] | None, published: datetime | None
) -> date | None:
    if dateline and published:
        for day in find_dates(dateline[0].text[:60]):
            full = completed(day.date, published)
            if full.year and full.month and full.day:
                return date(full.year, full.month, full.day)
    return published.date() if published else None


def _written(
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
    return (str(found), span) if str(found) else (None, None)


def _precision(
    placed: Placed | None, found: str | None
) -> Literal["day", "monthday", "range", "none"]:
    if placed is not None and placed[0].kind == "range":
        return "range"
    if found is None:
        return "none"
    return "monthday" if found.startswith("--") else "day"


def _place(
    lead: Sequence[Sentence],
    event_sentence: Sentence | None,
    event: FoundEvent | None,
    sents: Sequence[Sentence],
) -> tuple[str | None, Span | None]:
    ordered = [*([event_sentence] if event_sentence else []), *lead]
    for sentence in ordered:
        match = _HELD_IN.search(sentence.text)
        if match is None and sentence is event_sentence and event is not None:
            match = _EVENT_IN.match(sentence.text, event.end)
        if match and not _NO_PLACE.match(match["place"]):
            return match["place"], _shift(match.span("place"), sentence)
    dateline = _dateline(sents)
    if dateline:
        return dateline[1]["place"], _shift(dateline[1].span("place"), dateline[0])
    return None, None


def _shift(span: Span, sentence: Sentence) -> Span:
    return span[0] + sentence.start, span[1] + sentence.start

"""When and where a statement was made: the event, its hosts, the day and the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from flows.text.english.days import day_rule, find_day, precision, written
from flows.text.english.encounters import FoundEvent
from flows.text.english.events import find_events
from flows.text.english.places import dateline, find_place, place_of_name
from flows.text.english.sentences import Sentence
from flows.text.english.speakers import Voices
from flows.text.english.speech import Attribution
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
_EARLIER = re.compile(
    r"\b(?:previously|earlier|once (?:stated|said)|last (?:year|month|week)|later, at"
    r"|(?:was|ran|published) a (?:speech|talk|lecture) by)\b",
    re.IGNORECASE,
)
# What is announced is not what was said.
_COMING = re.compile(r"\b(?:next|upcoming|forthcoming)\b", re.IGNORECASE)
_WILL_BE = re.compile(r".{0,80}?\bwill (?:be held|open|take place)\b")
_WAS_HELD = re.compile(r".{0,400}?\b(?:held|took place|opened|kicked off|convened)\b")


def occasion(
    title: str, sents: Sequence[Sentence], heard: Voices, published: datetime | None
) -> Occasion:
    """Event, hosts, day and place of the statement, from its lead and the acts of speaking."""
    lead = [s for s in _lead(sents, heard.acts) if not _EARLIER.search(s.text)]
    sentence, event = _event(lead, [p.span for p in heard.people if p.span])
    line = dateline(sents)
    day = find_day(lead, sentence, line, published)
    place, place_span, place_rule = find_place(lead, event, sentence, line) or (None, None, "")
    if event is None:
        event = next((e for e in find_events(title) if e.weight == 1 or _said_at(title, e)), None)
        if place is None and event and (place := place_of_name(event.name)):
            place_rule = "event's name"
    span = (
        (sentence.start + event.start, sentence.start + event.end) if sentence and event else None
    )
    found, date_span = written(day, event, published)
    return Occasion(
        event=event.name if event else None,
        hosts=_hosts(sentence, event),
        date=found,
        precision=precision(day, found),
        place=place,
        event_span=span,
        date_span=date_span,
        place_span=place_span,
        event_rule=_event_rule(event, span),
        date_rule=day_rule(day, sentence, line) if found else "",
        place_rule=place_rule,
    )


def _event_rule(event: FoundEvent | None, span: Span | None) -> str:
    if event is None:
        return ""
    if span is None:
        return "headline"
    return "event in capitals" if event.weight > 1 else "event in small letters"


def _lead(sents: Sequence[Sentence], spoken: Sequence[Attribution]) -> list[Sentence]:
    first = [*range(min(LEAD_SENTENCES, len(sents))), *(act.sentence for act in spoken[:8])]
    return [sents[number] for number in sorted(set(first))]


def _said_at(text: str, event: FoundEvent) -> bool:
    return bool(_AT.search(text[: event.start][-20:]))


def _event(
    lead: Sequence[Sentence], persons: Sequence[Span]
) -> tuple[Sentence | None, FoundEvent | None]:
    """The event named most clearly: by name, told to be held, or at which somebody spoke."""
    best: tuple[int, Sentence, FoundEvent] | None = None
    for order, sentence in enumerate(lead):
        for event in find_events(sentence.text):
            place = sentence.start + event.start
            rest = sentence.text[event.end :]
            if any(start <= place < end for start, end in persons):
                continue
            # A bare "meeting" or "article" names nothing that could be found again.
            if " " not in event.name or _COMING.search(event.name) or _WILL_BE.match(rest):
                continue
            score = 10 * event.weight - order
            score += 4 * _said_at(sentence.text, event) + 4 * bool(_WAS_HELD.match(rest))
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

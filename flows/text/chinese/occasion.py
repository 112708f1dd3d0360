"""When and where a statement was made: the event, its hosts, the day and the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from flows.text.chinese.dateline import dateline
from flows.text.chinese.dates import find_dates
from flows.text.chinese.day import Day, day_of
from flows.text.chinese.earlier import CUE, has_year, is_old
from flows.text.chinese.events import FoundEvent, find_events
from flows.text.chinese.place import in_name, online, place_of
from flows.text.chinese.script import View
from flows.text.chinese.sentences import Sentence, sentences
from flows.text.chinese.speech import Act, asks, is_turn
from storage.records import Occasion, Span

# The act of speaking is told at the beginning; what stands further down is background.
LEAD_SENTENCES = 10
# 大会在江州举行。胡明出席并表示…: who speaks in the next words speaks at the event.
NEXT = 30
HEADLINE = "headline"
_HELD = re.compile(r".{0,60}?(?:召开|举行|举办|开幕|开启|启动|拉开|落幕|闭幕)")
_ATTENDED = re.compile(
    r"(?:出席了?|参加了?|在|召开了?|举行了?|举办了?|主持(?:召开)?)[^,。;]{0,30}$"
)
# 贯彻在大会上的讲话精神: at another time.
_ITS_SPIRIT = re.compile("上的?[^,。]{0,10}(?:讲话|报告|指示|批示)[^,。]{0,4}精神")
# 介绍大会筹备情况: of what is told.
_TOPIC = re.compile("(?:介绍|通报|围绕|聚焦|办好|祝愿|预祝)$")
_HOSTED = re.compile(
    r"由(?P<hosts>[^。;]{2,120}?)(?:联合|共同)?(?:主办|举办|承办)|主办(?:方|"
    r"单位)[为是:](?P<named>[^。;]{2,80})"
)


def occasion(
    head: View,
    body: View,
    sents: Sequence[Sentence],
    spoken: Sequence[Act],
    published: datetime | None,
) -> Occasion:
    """Event, hosts, day and place of the statement, from its lead and the acts of speaking.

    What the text leaves out is taken from the headline, without a span.
    """
    lead = _lead(sents, spoken, published)
    speaking = [act.start for act in spoken]
    sentence, event = _event(lead, speaking)
    opening = dateline(sents)
    named = (sentence, event.name) if sentence and event else None
    day = day_of(lead, speaking, named, opening, published)
    told = [act.start for act in spoken if not is_turn(body.text, act)]
    held = place_of([sentence, *lead] if sentence else lead, told)
    held = held or (in_name(sentence, event.start, event.end) if sentence and event else None)
    sent = opening.place if opening else None
    place, place_rule = _place(held, sent, lead)
    where = sentence.span(event.start, event.end) if sentence and event else None
    above = _headline(head, published)
    if day.precision == "none":
        day = Day(above.date, above.precision, rule=HEADLINE if above.date else "")
    return Occasion(
        event=body.words(*where) if where else above.event,
        hosts=_hosts(body, sentence),
        date=day.date,
        precision=day.precision,
        place=body.words(*place) if place else above.place,
        event_span=body.span(*where) if where else None,
        date_span=body.span(*day.span) if day.span else None,
        place_span=body.span(*place) if place else None,
        event_rule=_event_rule(event, above),
        date_rule=day.rule,
        place_rule=place_rule or above.place_rule,
    )


def _place(
    held: Span | None, sent: Span | None, lead: Sequence[Sentence]
) -> tuple[Span | None, str]:
    """Where something was held, else from where the report was sent, else on the net; the rule."""
    if held:
        return held, "held in"
    if sent:
        return sent, "dateline"
    place = online(lead)
    return place, "held in" if place else ""


def _event_rule(event: FoundEvent | None, above: Occasion) -> str:
    if event is None:
        return above.event_rule
    return "whole name" if event.weight > 1 else "kind of event"


def _headline(head: View, published: datetime | None) -> Occasion:
    """What a headline tells of event, day and place."""
    lines = sentences(head.text)
    event = next((e for e in find_events(head.text) if e.weight == 2 and len(e.name) < 30), None)
    named = (lines[0], event.name) if event else None
    day = day_of(lines, (), named, None, published)
    place = place_of(lines)
    return Occasion(
        event=head.words(event.start, event.end) if event else None,
        date=day.date if day.date and len(day.date) > 4 else None,
        precision=day.precision,
        place=head.words(*place) if place else None,
        event_rule=HEADLINE if event else "",
        place_rule=HEADLINE if place else "",
    )


def _lead(
    sents: Sequence[Sentence], spoken: Sequence[Act], published: datetime | None
) -> list[Sentence]:
    """The sentences that may tell of the occasion: the first, and those with acts of speaking."""
    chosen = {*range(min(LEAD_SENTENCES, len(sents))), *(a.sentence for a in spoken[:8])}
    first = spoken[0].sentence if spoken else 0
    today = published.date() if published else None
    opening = [
        day.date for one in sents[: first + 1] for day in find_dates(one.text) if day.date.day
    ]
    yearless = bool(opening) and not any(day.year for day in opening)
    asked = {one.paragraph for one in sents if asks(one.text)}
    return [
        sents[n]
        for n in sorted(chosen - {n for n in chosen if sents[n].paragraph in asked})
        if n <= first
        or not (_is_past(sents[n].text, today) or (yearless and has_year(sents[n].text)))
    ]


def _is_past(words: str, today: date | None) -> bool:
    """Whether a sentence tells of what was said before."""
    return bool(CUE.search(words)) or any(is_old(d.date, today) for d in find_dates(words))


def _event(
    lead: Sequence[Sentence], speaking: Sequence[int]
) -> tuple[Sentence | None, FoundEvent | None]:
    """The event that is attended or held, or at which somebody speaks; early ones win."""
    found: list[tuple[float, Sentence, FoundEvent]] = []
    for order, sentence in enumerate(lead):
        verbs = [at - sentence.start for at in speaking if at >= sentence.start]
        floor = 0
        for event in find_events(sentence.text):
            score = _nearness(sentence.text, event, verbs, floor) - 0.5 * order
            floor = event.end
            if (
                speaking
                and sentence.start > speaking[0]
                and not _HELD.match(sentence.text, event.end)
            ):
                score -= 3
            if score > 0:
                found.append((score, sentence, event))
    if not found:
        return None, None
    _, _, best = max(found, key=lambda one: one[0])
    # A page calls its event once by the full name, and then in short.
    fuller = [one for one in found if one[2].name.endswith(best.name)]
    _, sentence, event = max(fuller, key=lambda one: len(one[2].name))
    return sentence, event


def _nearness(words: str, event: FoundEvent, verbs: Sequence[int], floor: int) -> float:
    """How much tells that the statement was made at the event.

    `verbs` are offsets of speaking; `floor` is where the event before it ends.
    """
    attended = bool(_ATTENDED.search(words[max(floor, event.start - 34) : event.start]))
    held = bool(_HELD.match(words, event.end))
    if event.name.endswith("活动") and not (attended or held or "“" in event.name):
        return 0
    # What stands behind the verb is an event of which the speaker tells.
    told = any(at < event.start and words[at] != ":" for at in verbs)
    if told or _TOPIC.search(words, 0, event.start) or _ITS_SPIRIT.match(words, event.end):
        return 0
    speaks = not told and any(at < len(words) + NEXT for at in verbs)
    score = 4.0 * event.weight + 4 * attended + 3 * held + 3 * speaks - 4 * told
    return score if attended or held or speaks else score - 4


def _hosts(body: View, sentence: Sentence | None) -> tuple[str, ...]:
    hosted = _HOSTED.search(sentence.text) if sentence else None
    if sentence is None or hosted is None:
        return ()
    group = "hosts" if hosted["hosts"] else "named"
    start = sentence.start + hosted.start(group)
    found = []
    for part in re.finditer(r"[^、,]+?(?=[、,]|以及|$)", hosted[group]):
        words = body.words(start + part.start(), start + part.end()).removeprefix("以及")
        if len(words) > 1:
            found.append(words)
    return tuple(found)

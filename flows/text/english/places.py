"""Where something was held or said: held in Portville; PORTVILLE, May 3 (Lakenews) --."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.text.english.bodies import has_body_noun
from flows.text.english.datelines import NO_PLACE, NTH, PAPER, TIME, WORD, Line
from flows.text.english.encounters import FoundEvent
from flows.text.english.events import find_events
from flows.text.english.sentences import Sentence
from flows.text.english.words import (
    BODY_NOUNS,
    CITIES,
    DEMONYM,
    EVENT_NOUNS,
    POST_MODIFIERS,
    POSTS,
    SPEECH_VERBS,
    any_of,
    words,
)
from storage.records import Span

_PLACE = (
    rf"(?P<place>(?!{TIME}\b)[A-Z][A-Za-z'’-]{{2,20}}(?: (?:{WORD}|of (?={WORD})|&)){{0,5}}"
    # In Portville, Anna Berg said: whom a verb of speaking follows is no land.
    rf"(?:(?:,| in) (?!{TIME}\b|{WORD}(?: {WORD}){{0,2}} {any_of(SPEECH_VERBS)}\b)"
    r"(?:[a-z]{4,8} [A-Z]\w{2,12}'s )?"
    rf"{WORD}(?: {WORD}){{0,2}}(?! \d))?)"
)
_DAY = rf"(?:{TIME}(?: {NTH})?|{NTH}(?: of)?(?: {TIME})?)(?:,? 20\d\d)?,?"
_HELD = re.compile(
    r"(?<!\bbe )\b(?:held|took place|taking place|takes place|opened|kicked off|convened|concluded"
    r"|hosted|opens|kicks off|launched|gathered|(?:told|at|during|attended) an? (?:\w{3,14} ){0,2}"
    r"(?:meeting|conference|forum|seminar|event|summit|ceremony|briefing|rally))\b"
    r"(?: (?:both )?(?:in[- ]person|offline|online) and (?:online|offline|virtually|in[- ]person))?"
    rf"(?: [a-z]+|(?: on (?:the )?)?(?:(?:morning|afternoon|evening) of)? ?{_DAY}"
    rf"| from {_DAY} (?:to|until|through) {_DAY}){{0,3}}? ?"
    rf"(?:in|at) (?:the )?(?:[a-z]{{4,12}} [A-Z]\w{{2,12}}'s )?"
    rf"(?:(?:[A-Z]?\w{{3,14}} ){{0,2}}(?:city|town|province) of )?{_PLACE}"
)
_ONLINE = re.compile(
    r"\b(?:held|took place|convened|opened)\b(?:(?! (?:in[- ]person|offline)\b)[\w ]){0,20}?"
    r" (?:via )?(?P<place>online|virtually|by video link|video link)\b(?! and\b)"
)
_AFTER_EVENT = re.compile(
    r"(?: \([A-Z]\w{1,12}\))?"
    r"(?:,? (?:(?:co-)?hosted|organi[sz]ed|sponsored|convened|held) by [^,.;]{3,80}?"
    r"(?= (?:on|in|at) ))?"
    rf"(?:(?: on {_DAY})?,? (?:in|at) (?:the )?|, | \((?=[A-Z][a-z][^()]{{2,40}}\))){_PLACE}"
)
# In Portville, the forum was held.
_IN_FRONT = re.compile(
    rf"(?:^|, )[Ii]n {_PLACE}, (?:the|an?|\d{{4}}) [^.;]{{5,160}}?"
    r" (?:(?:was|were|is) (?:[a-z]{5,12}ly )?(?:held|convened)|opened|kicked off|opens)\b"
)
_VISITED = re.compile(rf"\b(?:visit|trip|tour) (?:to|of|in) {_PLACE}")
# Reporters Anna Berg and Peter Novak reported from Portville.
_REPORTED_FROM = re.compile(
    rf"^(?:Our |By )?(?:[Ss]taff )?[Rr]eporters? .{{4,60}}? report(?:ed|s|ing) from {_PLACE}"
)
_SAID_IN = re.compile(
    rf"\b(?:[Ii]n|at) (?:the )?{_PLACE}"
    rf"(?=,? (?:on (?:{TIME}|(?:the )?\d)|{TIME}|yesterday|today)\b)"
)
# Hu said this on Friday in Portville; it was held there ten days ago.
_SAID_ON = re.compile(
    rf"\b(?:said|told|spoke|speaking|announced|made)\b[^.;,]{{0,40}} (?:on )?{_DAY}"
    rf" in (?:the )?{_PLACE}"
    r"(?=[,.]|$| (?:at|during|that)\b)"
)
# Hu told reporters in Portville that halls will open.
_TOLD_IN = re.compile(
    r"\b(?:said|stated|announced|spoke|told (?:the )?(?:reporters|journalists|media|press))"
    rf" in {_PLACE}(?= that\b|[,.]|$)"
)
# Speaking at the Post University.
_SPEAKING_AT = re.compile(rf"\b[Ss]p(?:eaking|oke) at (?:the )?{_PLACE}(?=,| on\b|[.]|$)")
# Speaking to reporters in Portville on the sidelines of a forum.
_SPEAKING_IN = re.compile(
    r"\b[Ss](?:peaking|poke)(?: (?:to|with) (?:the )?(?:press|reporters|journalists|media))? "
    rf"in (?:the )?{_PLACE}(?=,? (?:at|on|after|during|ahead|following|before)\b|,)"
)
_AGO = re.compile(
    r"[, ]{1,2}(?:(?:\d{1,2}|a|two|three|several|some) (?:days?|weeks?|months?|years?)"
    r" (?:ago|earlier)|last (?:week|month|year))\b"
)
_LABEL = re.compile(rf"^(?:Venue|Location|Place) ?: {_PLACE}")
_CITY = any_of(city.title() for city in CITIES)
# A line that names but the place: Portville | 10 a.m. May 3.
_LONE = re.compile(rf"(?P<place>(?:New )?{_CITY})(?=$| ?\|)")
_MET_IN = re.compile(
    r"\b(?:held|met|interview|meetings?|talks|conference|briefing|forum|visit(?:ed|ing)?|spoke|speaking)\b"
    rf"[^.;]{{0,100}}? in (?P<place>(?:New )?{_CITY})\b"
)
# Above a speech, and in reports of some: …, Portville, 3 May 2031.
_BEFORE_DAY = re.compile(
    rf", {_PLACE}(?=, (?:on )?(?:{TIME} \d{{1,2}}|\d{{1,2}} {TIME})(?:, | )20\d\d)"
)
# Portville hosted a meeting.
_HOST_CITY = re.compile(
    rf"^(?:The city of )?{_PLACE} (?:hosted|hosts|is hosting|played host to) (?:an? |the )"
)
# What people meet on, not where.
_FIELDS = frozenset(
    words(
        "manufacturing industry agriculture finance banking healthcare health education energy"
        " transport technology science trade commerce government governance research business"
        " logistics tourism retail action practice public private person parliament full english"
        " chinese french aviation construction medicine defence defense security payments media"
        " mandarin cantonese spanish german japanese korean russian arabic hindi"
    )
)
_NATION = re.compile(DEMONYM)
_VENUE = re.compile(r"(?:University|Cent(?:er|re)|Hall|Institute|College)$")
# What is said at an event is named in the headline of its wording.
_GIVEN = re.compile(r"\b(?:[Rr]emarks|[Ss]peech|[Aa]ddress|[Ss]tatement)\b")
_IN_NAME = re.compile(rf"(?:20\d\d |\d{{1,2}}[a-z]{{2}} )?(?P<place>{_CITY})\b(?!['’])")
_CITY_EVENT = re.compile(rf"^(?P<place>[A-Z][a-z]{{3,14}}) {any_of(EVENT_NOUNS)}$")
_SAYING = (_SAID_IN, _SAID_ON, _SPEAKING_IN, _TOLD_IN)
# Where no place is told in so many words, the first sentences are asked again.
_FIRST = 3

# The place, where it stands, and the rule that found it.
Placed = tuple[str, Span, str]


def find_place(
    lead: Sequence[Sentence],
    event: FoundEvent | None,
    event_sentence: Sentence | None,
    line: Line | None,
    persons: frozenset[str],
) -> Placed | None:
    """Where the event was held, else where it was said, else the dateline's place.

    No place opens with one of `persons`, the words of the speakers' names.
    """
    for found in _held_in(lead, event, event_sentence, line):
        if found and found[0].split()[0].strip(",") not in persons:
            return found
    if line is not None:
        return line[1]["place"].strip(), _shift(line[1].span("place"), line[0]), "dateline"
    return next((found for found in _said_in(lead) if found), None)


def _held_in(
    lead: Sequence[Sentence],
    event: FoundEvent | None,
    event_sentence: Sentence | None,
    line: Line | None,
) -> Iterator[Placed | None]:
    """Where the event was held, the surest first."""
    opening = line[0] if line else None
    if event and event_sentence:
        yield _of_event(event_sentence, event)
    yield from (_first(_BEFORE_DAY, s, "before the day") for s in lead[:2] if s is not opening)
    yield from (_first(_LABEL, sentence, "label") for sentence in lead)
    yield from (_first(_HOST_CITY, sentence) for sentence in lead[:_FIRST])
    for sentence in lead:
        yield _first(_HELD, sentence) or _first(_ONLINE, sentence) or _first(_IN_FRONT, sentence)


def _said_in(lead: Sequence[Sentence]) -> Iterator[Placed | None]:
    """Where something was said, the surest first."""
    for sentence in lead:
        yield from (_first(pattern, sentence, "said in") for pattern in _SAYING)
        if (at := _first(_SPEAKING_AT, sentence, "said in")) and _is_venue(at[0]):
            yield at
    yield from (_placed(lone, s, "line of its own") for s in lead if (lone := _LONE.match(s.text)))
    yield from (_first(_REPORTED_FROM, s, "reported from") for s in lead[:_FIRST])
    for sentence in lead[:_FIRST]:
        if " will be " not in sentence.text:
            yield _first(_MET_IN, sentence, "met in") or _first(_VISITED, sentence, "visited")


def place_above(title: str) -> tuple[str, None, str] | None:
    """The place in a headline that ends in place and day, as those of speeches do."""
    match = _BEFORE_DAY.search(title)
    if match is None or has_body_noun(match["place"]):
        return None
    return match["place"], None, "headline"


def place_at_end(title: str) -> tuple[str, None, str] | None:
    """The place with which a headline ends behind an event: Remarks at the Mail Days in Sundby."""
    ends = (event.end for event in find_events(title) if event.weight > 1)
    found = (_AFTER_EVENT.fullmatch(title, end) for end in ends)
    behind = next((match for match in found if match), None)
    if behind is None or has_body_noun(behind["place"]):
        return None
    told = behind.group().startswith(" in ") or _GIVEN.search(title)
    return (behind["place"], None, "headline") if told else None


def place_of_name(event: str) -> tuple[str, None, str] | None:
    """The city of "Portville Forum", and a known one of "2031 Oslo Mail Forum"."""
    match = _CITY_EVENT.match(event) or _IN_NAME.match(event)
    return (match["place"], None, "event's name") if match else None


def _of_event(sentence: Sentence, event: FoundEvent) -> Placed | None:
    found = _first(_HELD, sentence) or _first(_ONLINE, sentence)
    if found is not None:
        return found
    # Where the meeting is, its plenary is.
    others = (other.end for other in find_events(sentence.text) if other.weight > 1)
    behind = (_AFTER_EVENT.match(sentence.text, end) for end in (event.end, *others))
    placed = (_placed(after, sentence, "behind the event") for after in behind if after)
    return next((place for place in placed if place), None)


def _first(pattern: re.Pattern[str], sentence: Sentence, rule: str = "held in") -> Placed | None:
    match = pattern.search(sentence.text)
    if match is None or _AGO.match(sentence.text, match.end()):
        return None
    return _placed(match, sentence, rule)


def _placed(match: re.Match[str], sentence: Sentence, rule: str) -> Placed | None:
    place = _untitled(match["place"])
    body = has_body_noun(place) and not _is_venue(place) and not place.isupper()
    if any(word.lower() in POSTS for word in place.partition(",")[0].split()[:3]):
        return None
    nation = _NATION.fullmatch(place)
    if nation or NO_PLACE.match(place) or place.lower() in _FIELDS or PAPER.search(place) or body:
        return None
    start = match.start("place")
    return place, _shift((start, start + len(place)), sentence), rule


def _is_venue(place: str) -> bool:
    """Whether a hall or a school is named, with or without its city."""
    return _VENUE.search(re.split(", | in ", place, maxsplit=1)[0]) is not None


def _untitled(place: str) -> str:
    """`Portville` of "in Portville, Finance Minister Hu Ming": no post and no body is a place."""
    city, _, rest = place.partition(", ")
    titled = any(word.lower() in (*POSTS, *BODY_NOUNS, *POST_MODIFIERS) for word in rest.split())
    return city if titled else place


def _shift(span: Span, sentence: Sentence) -> Span:
    return span[0] + sentence.start, span[1] + sentence.start

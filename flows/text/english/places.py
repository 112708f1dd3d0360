"""Where something was held or said: held in Portville; PORTVILLE, May 3 (Lakenews) --."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from flows.text.english.bodies import has_body_noun
from flows.text.english.encounters import FoundEvent
from flows.text.english.events import find_events
from flows.text.english.sentences import Sentence
from flows.text.english.words import (
    BODY_NOUNS,
    CITIES,
    EVENT_NOUNS,
    MONTHS,
    PLACES,
    POST_MODIFIERS,
    POSTS,
    WEEKDAYS,
    any_of,
    words,
)
from storage.records import Span

_TIME = f"(?i:{any_of([*MONTHS, *WEEKDAYS, *(m[:3] for m in MONTHS), 'sept'])})"
_WORD = r"[A-Z][a-z'’-]{2,20}"
_PLACE = (
    rf"(?P<place>(?!{_TIME}\b)[A-Z][A-Za-z'’-]{{2,20}}(?: (?:{_WORD}|of (?={_WORD})|&)){{0,5}}"
    rf"(?:(?:,| in) (?!{_TIME}\b)(?:[a-z]{{4,8}} [A-Z]\w{{2,12}}'s )?"
    rf"{_WORD}(?: {_WORD}){{0,2}}(?! \d))?)"
)
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:{_TIME}(?: {_NTH})?|{_NTH}(?: of)?(?: {_TIME})?)(?:,? 20\d\d)?,?"
_HELD = re.compile(
    r"(?<!\bbe )\b(?:held|took place|taking place|takes place|opened|kicked off|convened|concluded"
    r"|hosted|opens|kicks off|launched|gathered|(?:told|at|during|attended) an? (?:\w{3,14} ){0,2}"
    r"(?:meeting|conference|forum|seminar|event|summit|ceremony|briefing|rally))\b"
    rf"(?: [a-z]+|(?: on (?:the )?)?(?:(?:morning|afternoon|evening) of)? ?{_DAY}"
    rf"| from {_DAY} (?:to|until|through) {_DAY}){{0,3}}? ?"
    rf"(?:in|at) (?:the )?(?:[a-z]{{4,12}} [A-Z]\w{{2,12}}'s )?"
    rf"(?:(?:[A-Z]?\w{{3,14}} ){{0,2}}(?:city|town|province) of )?{_PLACE}"
)
_ONLINE = re.compile(
    r"\b(?:held|took place|convened|opened)\b[\w ]{0,20}?"
    r" (?P<place>online|virtually|by video link)\b"
)
_AFTER_EVENT = re.compile(
    r"(?: \([A-Z]\w{1,12}\))?"
    r"(?:,? (?:(?:co-)?hosted|organi[sz]ed|sponsored|convened|held) by [^,.;]{3,80}?"
    r"(?= (?:on|in|at) ))?"
    rf"(?:(?: on {_DAY})?,? (?:in|at) (?:the )?|, | \((?=[A-Z][a-z][^()]{{2,40}}\))){_PLACE}"
)
_SAID_IN = re.compile(
    rf"\b(?:[Ii]n|at) (?:the )?{_PLACE}(?=,? (?:on (?:{_TIME}|the \d)|{_TIME}|yesterday|today)\b)"
)
# Hu said this on Friday in Portville; it was held there ten days ago.
_SAID_ON = re.compile(
    rf"\b(?:said|told|spoke|speaking|announced|made)\b[^.;,]{{0,40}} (?:on )?{_DAY}"
    rf" in (?:the )?{_PLACE}"
    r"(?=[,.]|$| (?:at|during|that)\b)"
)
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
    r"\b(?:held|met|meetings?|talks|conference|briefing|forum|visit(?:ed|ing)?|spoke|speaking)\b"
    rf"[^.;]{{0,100}}? in (?P<place>(?:New )?{_CITY})\b"
)
# Above a speech, and in reports of some: …, Portville, 3 May 2031.
_BEFORE_DAY = re.compile(
    rf", {_PLACE}(?=, (?:on )?(?:{_TIME} \d{{1,2}}|\d{{1,2}} {_TIME})(?:, | )20\d\d)"
)
_AGENCY = r"(?:(?:\([\w\s/.,:'-]{2,60}\)|/[\w .-]{2,24}/) ?)?"
_DATELINE = re.compile(
    r"^[\[(]?(?:(?:[A-Z]\w+ ){1,3}(?:Agency|Net|Daily|News|Network),? )?"
    r"(?:(?!(?:On|At|In)\b)[A-Z][\w' ]{2,30}, )?"
    rf"(?P<place>(?!{_TIME}\b)(?:[A-Z][A-Z/'’ ]{{1,24}}[A-Z]|{_WORD}(?: {_WORD}){{0,2}}))"
    rf"(?:, (?!{_TIME}\b)[A-Z][\w.]{{1,15}})?"
    rf"(?P<day>,? ?(?<![a-z])(?=(?:\d{{1,2}} )?{_TIME}\b)[^()—–]{{3,22}}?)? ?{_AGENCY}"
    r"(?P<mark>--|—|–|- |[)\]]|\. |: |$|(?<=\) )(?=[\"“A-Z]))",
)
# BEIJING, April 24 China will do more, without a dash.
_CAPITAL_LINE = re.compile(
    rf"^(?P<place>[A-Z][A-Z ]{{2,24}}[A-Z]),(?P<day> {_TIME}\.? \d{{1,2}})(?P<mark>)(?= [A-Z][a-z])"
)
# Portville hosted a meeting.
_HOST_CITY = re.compile(
    rf"^(?:The city of )?{_PLACE} (?:hosted|hosts|is hosting|played host to) (?:an? |the )"
)
# Lake News Agency, Portville, reported May 3 (Anna Berg): how translations open.
_TRANSLATED_LINE = re.compile(
    r"^(?:[A-Z][\w'.]{1,16} ){0,3}(?:Agency|Service|Net|Daily|News|Online|CNS|Xinhua|Ecns\.cn"
    r"|[Cc]hinanews(?:\.com)?),?(?: from)? "
    rf"(?P<place>(?!{_TIME}\b){_WORD}(?: {_WORD}){{0,2}})(?:, {_WORD}(?: {_WORD})?)?,? "
    rf"(?:reported )?(?:on )?(?P<day>{_TIME} {_NTH}(?:,? 20\d\d)?)(?P<mark>)(?=[ ,:(–—-]|$)"
)
_NO_PLACE = re.compile(
    rf"^(?:{_TIME}|The|His|Her|Its|Share|Photo|Read|Source|Xinhua|Reuters|TASS|AFP|Yonhap|Bloomberg|Kyodo|This|That|He|She|It|We|They|By|Update)\b",
    re.IGNORECASE,
)
# What people meet on, not where.
_FIELDS = frozenset(
    words(
        "manufacturing industry agriculture finance banking healthcare health education energy"
        " transport technology science trade commerce government governance research business"
        " logistics tourism retail action practice public private person parliament full english"
        " chinese french aviation construction medicine defence defense security payments media"
    )
)
_VENUE = re.compile(r"(?:University|Cent(?:er|re)|Hall|Institute|College)$")
_PAPER = re.compile(r"\b(?:Daily|News|Times|Post|Journal|Press|Magazine|Herald|Tribune)$")
_CITY_EVENT = re.compile(rf"^(?P<place>[A-Z][a-z]{{3,14}}) {any_of(EVENT_NOUNS)}$")
_LINES = 10
# Where no place is told in so many words, the first sentences are asked again.
_FIRST = 3

# The place, where it stands, and the rule that found it.
Placed = tuple[str, Span, str]
Line = tuple[Sentence, re.Match[str]]


def dateline(sents: Sequence[Sentence]) -> Line | None:
    """The sentence that opens with place and day, or place and agency, before a dash."""
    for sentence in sents[:_LINES]:
        lines = (p.match(sentence.text) for p in (_CAPITAL_LINE, _TRANSLATED_LINE, _DATELINE))
        match = next((line for line in lines if line), None)
        if match is None or _NO_PLACE.match(match["place"]) or _PAPER.search(match["place"]):
            continue
        city = match["place"].rsplit(maxsplit=1)[-1].lower() in PLACES
        loose = match["mark"] in (")", "]", ". ", "")
        colon = match["mark"] == ": " and not (city or match["place"].isupper())
        # Coins — pieces of metal — are no place.
        agency = "(" in match.group() or "/" in match.group()
        small = sentence.text[match.end() :].lstrip()[:1].islower()
        if small and not (city or agency or match["day"] or match["place"].isupper()):
            continue
        if match["day"] or not (loose or colon):
            return sentence, match
    return None


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
    told = [_of_event(event_sentence, event)] if event and event_sentence else []
    told += [_first(_BEFORE_DAY, sentence, "before the day") for sentence in lead[:2]]
    told += [_first(_LABEL, sentence, "label") for sentence in lead]
    told += [_first(_HOST_CITY, sentence) for sentence in lead[:_FIRST]]
    told += [_first(_HELD, sentence) or _first(_ONLINE, sentence) for sentence in lead]
    for found in told:
        if found and found[0].split()[0].strip(",") not in persons:
            return found
    if line is not None:
        return line[1]["place"].strip(), _shift(line[1].span("place"), line[0]), "dateline"
    said = (
        found
        for sentence in lead
        for pattern in (_SAID_IN, _SAID_ON, _SPEAKING_IN)
        if (found := _first(pattern, sentence, "said in"))
    )
    alone = (_placed(lone, s, "line of its own") for s in lead if (lone := _LONE.match(s.text)))
    met = (_first(_MET_IN, s, "met in") for s in lead[:_FIRST])
    return next((found for found in chain(said, alone, met) if found), None)


def place_above(title: str) -> tuple[str, None, str] | None:
    """The place in a headline that ends in place and day, as those of speeches do."""
    match = _BEFORE_DAY.search(title)
    if match is None or has_body_noun(match["place"]):
        return None
    return match["place"], None, "headline"


def place_of_name(event: str) -> str | None:
    """The city of "Portville Forum"."""
    match = _CITY_EVENT.match(event)
    return match["place"] if match else None


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
    body = has_body_noun(place) and not _VENUE.search(place) and not place.isupper()
    if place.split()[0].lower() in POSTS:
        return None
    if _NO_PLACE.match(place) or place.lower() in _FIELDS or _PAPER.search(place) or body:
        return None
    start = match.start("place")
    return place, _shift((start, start + len(place)), sentence), rule


def _untitled(place: str) -> str:
    """`Portville` of "in Portville, Finance Minister Hu Ming": no post and no body is a place."""
    city, _, rest = place.partition(", ")
    titled = any(word.lower() in (*POSTS, *BODY_NOUNS, *POST_MODIFIERS) for word in rest.split())
    return city if titled else place


def _shift(span: Span, sentence: Sentence) -> Span:
    return span[0] + sentence.start, span[1] + sentence.start

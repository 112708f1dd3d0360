"""Events without a name of their own: interviews, articles, phone calls, visits, hearings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.text.english.hints import small_words
from flows.text.english.postless import SPEECH_OPENING
from flows.text.english.words import MONTHS, WEEKDAYS, any_of, words

_ARTICLE = r"(?:an? |the |his |her |its |their )?"
_KIND = r"(?:[A-Z][\w'-]{1,20} |[a-z]{4,14} ){0,3}"
_TITLE = r"(?:,? (?:titled |entitled |called )?[\"“](?=[A-Z])[^\"”]{4,120}[\"”])?"
_WRITTEN = re.compile(
    r"\b(?P<before>[Ii]n|published|wrote|[Tt]hrough|gave|with|of|by|[Dd]uring|[Vv]ia|on|to|penned"
    rf"|issued) {_ARTICLE}"
    rf"(?P<event>(?!(?:which|that|who|whom)\b){_KIND}"
    r"(?:article|interview|letter|op-ed|statement|blog(?: ?post)?|podcast|essay|tweet|reply)\b"
    r"(?:(?: in| with| to| on| at| published (?:in|on|by)| discussing) (?:the |an? )?"
    r"(?!he\b|his\b|her\b|that\b|its\b)[\w'-]{2,24}\.?(?: [A-Z\d][\w'-]{0,24}){0,5}(?: magazine)?)?"
    rf"{_TITLE})"
)
# Any letter may be sent to somebody; these are mostly spoken of, not spoken in.
_ONLY_IN = frozenset(("of", "by", "with", "to", "on"))
_WHEN = re.compile(rf" on (?:the \d|{any_of([*MONTHS, *WEEKDAYS])}).*", re.IGNORECASE)
_ENCOUNTER = re.compile(
    rf"\b(?:[Dd]uring|[Ii]n|[Oo]n|[Aa]t|[Aa]fter|held|holds|holding) {_ARTICLE}"
    r"(?P<event>(?:[a-z-]{4,14} ){0,2}"
    r"(?:(?:phone |telephone |video |conference )(?:call|conversation|meeting|talks)"
    r"|meetings?(?: via video link)?|talks|call|conversation|visit|trip|tour"
    r"|inspection(?: tour)?)"
    r" (?:with|to|of|in|at) (?:the |his |her |its )?(?:[A-Z][\w'’.&-]{1,24}|[a-z]{4,14}(?:['’]s)?)"
    r"(?: (?:(?:of|and|for|the) ){0,2}(?:[A-Z\d][\w'’.&-]{0,24}"
    r"|(?!(?:that|where|who|which|was|were|said|held|after|before|during|and)\b)"
    r"[a-z]{3,14})){0,8})"
)
# At the launch of a hub, in an inaugural speech.
_OPENING = re.compile(
    r"\b(?:at|during|attended|following|after|witnessed) (?:the |an? |its |their )"
    r"(?P<event>(?:official |formal |virtual )?(?:swearing[- ]in|inauguration|launch(?:ing)?"
    r"|opening|commissioning|ground-?breaking|unveiling|handover|signing|presentation)"
    r"(?: ceremony)? of (?:the |an? |its )?"
    r"[\w'’&-]{2,24}(?: (?!(?:on|in|at|that|where|which|who|was|were|said|by|and|held|with|from"
    r"|has|had|to)\b)[\w'’&-]{2,24}){0,8})"
)
_SPEECH = re.compile(
    r"\b(?:[Ii]n|[Dd]uring) (?:an? |the |his |her |its )"
    r"(?P<event>(?:inaugura(?:l|tion)|New Year's?|budget|maiden|farewell|televised|national day"
    r"|State of the (?:Nation|Union)) (?:speech|address|message))\b"
)
_PANEL = re.compile(
    r"\b(?:at|during|on|to) an? (?P<event>(?:[a-z]{4,12} )?panel(?: discussion)? (?:on|about)"
    r"(?: (?!(?:on|in|at|that|where|which|said|held|with)\b)[\w'’&-]{2,24}){1,6})"
)
# At an event on letters: what it was about, or of which kind, names it.
_OCCASION = re.compile(
    r"\b(?:at|during|[Aa]ttend(?:ed|ing)|[Aa]ddress(?:ed|ing)) (?:an?|the|its|their) "
    r"(?P<event>(?:[\"“][^”\"]{3,80}[”\"] |(?!same\b|whole\b|main\b)[a-z][a-z-]{2,14} ){0,2}"
    r"(?:event|function|panel discussion)\b"
    r"(?: (?:on|about|for|marking|celebrating|focus(?:ed|ing)(?: on)?)"
    rf"(?! (?:the \d|{any_of([*MONTHS, *WEEKDAYS])}))"
    r"(?: (?!(?:on|in|at|that|where|which|said|held|with|and)\b)[\w'’&-]{2,24}){1,6})?)",
    re.IGNORECASE,
)
# Addressing the Letter Camp organised by the Post Office: who made it tells that it is an event.
_ORGANISED = re.compile(
    r"\b(?:[Aa]ddress(?:ed|ing)|[Ii]naugurat(?:ed|ing)|[Aa]ttend(?:ed|ing)|[Ss]peaking at|said at)"
    r" (?:the |an? )?"
    r"(?P<event>[A-Z][\w'’&-]{1,20}(?: (?:(?:of|on|for|and) )?[A-Z][\w'’&-]{1,20}){1,6})"
    r" (?=(?:organi[sz]ed|hosted) by\b)"
)
# A label above a speech.
_LABEL = re.compile(r"^(?:Event|Occasion|Conference) ?: (?P<event>[^:;]{4,120})$")
# Before a committee or a parliament somebody speaks at its hearing.
_NAMES = r"[A-Z][\w'’.&-]{1,24}(?: (?:(?:of|and|for|on|the) ){0,2}[A-Z][\w'’.&-]{1,24}){0,8}"
_BEFORE = re.compile(
    r"\b(?:told|tells|attended|attending|addressed|addresses|addressing|before|appearing before"
    r"|spoke to|speaking to"
    r"|speech to|address to|testimony to|testified to) (?:the |a |an |members of the )?"
    rf"(?P<event>(?:{_NAMES}|[a-z]{{4,14}}(?= (?:committee|panel)))"
    r" (?:[Cc]ommittee|[Pp]anel|[Pp]arliament|[Aa]ssembly|Congress|Senate|Council|Forum|Club"
    rf"|Chamber)\b(?: (?:on|of) (?:the )?{_NAMES})?)"
)
# At Lakefair Portville 2031: the year tells that an event is meant.
_EDITION = re.compile(
    r"\b(?:[Aa]t|[Dd]uring|[Ii]naugurat(?:ed|es|ing)|[Oo]pened|[Aa]ttend(?:ed|s|ing)"
    r"|[Aa]ddress(?:ed|es|ing)) (?:the )?"
    rf"(?P<event>(?:(?!{any_of(m.title() for m in MONTHS)}\b)[A-Z][\w'’&!-]{{1,20}} ){{1,6}}"
    r"20[0-4]\d)\b"
)
_BROADCAST = re.compile(
    r"\b(?:on|in|to) (?:an? |the |his |her |its )?"
    r"(?P<event>(?:[\w'-]{2,16} ){0,2}(?:radio|television|TV|talk|news) (?:program(?:me)?|show))\b"
)
# Introductory statement by Hu Ming, Governor of the Post Bank, at the Letter Days, Portville.
_PIECE = r"(?:[^\s,;:.()]{1,30}|\([A-Z][\w-]{1,12}\))"
_END = (
    r"(?:at|in|on (?=\d|the \d|[A-Z][a-z]+ \d|[A-Z][a-z]+day)|today|yesterday|this|held|hosted"
    r"|organi[sz]ed|after|before|during)\b"
)
_SPEECH_AT = re.compile(
    rf"{SPEECH_OPENING}.{{0,60}}? (?:by|of) .{{4,200}}?,? (?:at|to|before) (?:an? |the )?"
    rf"(?P<event>(?!a\b|the\b){_PIECE}(?: (?!{_END}){_PIECE}){{1,18}})"
)
# In each of them, one of the words before it.
_PIECES = frozenset(
    words("article interview letter op statement blog blogpost podcast essay tweet reply")
)
_FORMS = tuple(
    (frozenset(words(hints)), pattern)
    for hints, pattern in (
        ("call conversation meeting meetings talks visit trip tour inspection", _ENCOUNTER),
        (
            (
                "swearing inauguration launch launching opening commissioning ground "
                "groundbreaking unveiling handover signing presentation"
            ),
            _OPENING,
        ),
        ("speech address message", _SPEECH),
        ("panel", _PANEL),
        ("event function panel", _OCCASION),
        ("organised organized hosted", _ORGANISED),
        (
            "committee panel parliament assembly congress senate council forum club chamber",
            _BEFORE,
        ),
        ("program programme show", _BROADCAST),
    )
)


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event named in a sentence, with offsets in it; `weight` tells how sure its form is."""

    name: str
    start: int
    end: int
    weight: int


def encounters(text: str) -> Iterator[FoundEvent]:
    """Interviews, articles, letters, talks with somebody, hearings before a committee."""
    if speech := _SPEECH_AT.match(text):
        yield _at(speech, speech["event"], 3)
    held = small_words(text)
    for match in () if _PIECES.isdisjoint(held) else _WRITTEN.finditer(text):
        name = _WHEN.sub("", match["event"])
        bare = " " not in name
        if not (bare and match["before"] in _ONLY_IN):
            yield _at(match, name, 0 if bare else 1)
    if label := _LABEL.match(text):
        yield _at(label, label["event"], 3)
    for hints, pattern in _FORMS:
        for match in () if hints.isdisjoint(held) else pattern.finditer(text):
            yield _at(match, match["event"], 1)
    for match in _EDITION.finditer(text) if " 20" in text else ():
        yield _at(match, match["event"], 1)


def _at(match: re.Match[str], name: str, weight: int) -> FoundEvent:
    start = match.start("event")
    return FoundEvent(name, start, start + len(name), weight)

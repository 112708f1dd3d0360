"""Events named in a sentence: by a name in capitals, by a noun in small letters."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from flows.text.english.encounters import FoundEvent, encounters
from flows.text.english.words import EVENT_NOUNS, MONTHS, WEEKDAYS, any_of, lowered, phrases, words

_NOUN = any_of(EVENT_NOUNS)
# Nouns that in small letters seldom name an event.
_ONLY_NAMED = frozenset(
    words("week fair gala congress dialogue festival assembly talks panel launch gathering")
)
_SMALL_NOUN = any_of(
    [
        *(set(EVENT_NOUNS) - _ONLY_NAMED),
        *phrases(
            "press conference|news conference|collective study|group study|collective learning"
        ),
    ]
)
# Small nouns that close a name in capitals: the Senate Post Committee hearing.
_CLOSING = phrases(
    "forum|conference|summit|meeting|seminar|workshop|expo|hearing|briefing|symposium|webinar"
    "|roundtable|press conference|news conference"
)
_PIECE = r"(?:[\"“]?[A-Z0-9][\w·+&'’./-]{0,40}[”\"]?|\((?:the )?[A-Z0-9][\w-]{1,12}\))"
_RUN = re.compile(
    rf"(?<![\w-]){_PIECE}(?: (?:(?:of|and|for|the|on|in|de|&|–|-) (?:the )?)?{_PIECE}){{0,22}}"
    rf"(?: {any_of(_CLOSING)}\b)?"
)
# A hall or an office is no event, though its name may hold one's noun.
_NO_VENUE = r"(?! (?:Cent(?:er|re)|Hall|Room|Building|Committee|Organi[sz]|Board|Office|Bureau))"
# Parliaments bear the nouns of events.
_BODY = re.compile(
    r"\b(?:People's (?:Congress|Assembly)|Consultative Conference"
    r"|(?:Legislative|National|Federal|State) Assembly"
    r"|U\.?S\.? Congress)$"
)
_HOLIDAY = re.compile(r"\b(?:Spring|Mid-Autumn|Dragon Boat|Lantern) Festival|\bGolden Week$")
_LAST_NOUN = re.compile(
    rf"\b{_NOUN}s?\b{_NO_VENUE}(?!.{{0,300}}\b{_NOUN}s?\b{_NO_VENUE})", re.IGNORECASE
)
_TOPIC = re.compile(r" (?:on|for|of) (?:the )?\S")
_TOPIC_END = re.compile(
    rf" (?:in|at|on {any_of([*MONTHS, *WEEKDAYS])}|on the \d\w*|on \d\w*)\b", re.IGNORECASE
)
_YEAR = re.compile(r" (?:19|20)\d\d\b")
_THEME = re.compile(
    r" (?:(?:focus(?:ing|ed) )?on(?! the sidelines)|of|about|dedicated to) (?:the )?[\w'-]{2,30}"
    r"(?: (?!was|were|is|held|hosted|opened|closed|began|took|kicked|in\b(?! charge\b)"
    r"|on\b|at\b|said|that\b)[\w'-]{2,30}){0,7}"
)
# Words that stand before an event, never in its name.
_SMALL_WORDS = words(
    "have had has our my your this that these those on in at to for with and was were is an "
    "before after during it its he she they we all each every any no said which who "
    "held conducted chaired attended convened hosted addressed"
)
_CALLED = re.compile(r" (?:called|titled|entitled|named|dubbed|on) [\"“][^\"”]{2,120}[\"”]")
# In small letters, as a sentence is given to it.
_SMALL = re.compile(
    r"(?:^|\b)(?:at|during|to|tells?|told|attend(?:ed|ing)|in|of|address(?:ed|ing)|held|convened|hosted|conducted"
    r"|gives?|gave|chaired|before|via|'s|^the|, the|^a) (?:an? |the |its |his |her |this )?"
    r"(?P<event>(?:[\"“][^\"”]{2,60}[\"”] )?"
    rf"(?:(?!{any_of(_SMALL_WORDS)} )[\w'&-]{{2,20}} ){{0,4}}(?:sub-)?{_SMALL_NOUN})\b"
)
# On May 3, the letter and canal mail forum was held: its name may join what it is on.
_WAS_HELD = re.compile(
    r"(?:^|, )[Tt]he (?P<event>[a-z][\w-]{2,20}(?: [a-z][\w-]{1,20}){1,9}"
    rf" {any_of(_CLOSING)})(?: and the [^,.;]{{5,120}}?)?,? (?:was|were)"
    r" (?:\w{4,12} )?(?:held|convened|opened)\b"
)
_TODAY = re.compile(
    r"(?:today|yesterday|this (?:morning|afternoon|week|month)|\w{3,6}day)'s ", re.IGNORECASE
)
# What is spoken of with its matter or its name is no event in passing.
_SURE = re.compile(r" of |[\"“]")
_IN_TIME = re.compile(r"(?:on|of|in) (?:the )?(?:\d|[A-Z][a-z]+day\b)|.*\b(?:said|that|was|is)\b")
_TRIM = re.compile(
    rf"^(?:(?:On|At|In|An?|The|During|And|By|Of|Of the|{any_of([*MONTHS, *WEEKDAYS])}"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? 20\d\d)?|the) ,? ?)+",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=512)
def find_events(text: str) -> tuple[FoundEvent, ...]:
    """Events in one sentence: named in capitals, in small letters, or written pieces.

    Kept for a while, for the same sentences are asked for the occasion, places, and what was
    said earlier.
    """
    small = [*_held(text), *_small(text)]
    named = [
        event
        for event in _named(text)
        if not any(e.start <= event.start and event.end <= e.end for e in small if e.weight == 2)
    ]
    others = [*small, *encounters(text)]
    return (
        *named,
        *(o for o in others if not any(e.start < o.end and o.start < e.end for e in named)),
    )


def _held(text: str) -> Iterator[FoundEvent]:
    """The event that a sentence tells to have been held, in small letters."""
    if (held := _WAS_HELD.search(text)) is not None:
        yield FoundEvent(held["event"], held.start("event"), held.end("event"), 1)


def _small(text: str) -> Iterator[FoundEvent]:
    for match in _SMALL.finditer(lowered(text)):
        start, end = match.span("event")
        name = text[start:end]
        if name.split()[-1][0].isupper():
            continue
        if today := _TODAY.match(name):
            start, name = start + today.end(), name[today.end() :]
        if cut := _IN_TIME.match(name):
            start += cut.end() if name[cut.end() - 1 : cut.end()].isspace() else 0
        theme = _CALLED.match(text, end) or _THEME.match(text, end)
        if theme and not _TOPIC_END.match(text, end):
            end = theme.end()
        yield FoundEvent(text[start:end], start, end, 2 if _SURE.search(text[start:end]) else 1)


def _named(text: str) -> Iterator[FoundEvent]:
    for run in _RUN.finditer(text):
        noun = _LAST_NOUN.search(run.group())
        if noun is None or _is_body(run.group()[: noun.end()]):
            continue
        cut = _TRIM.match(run.group()[: noun.end()])
        start = run.start() + (cut.end() if cut else 0)
        end = run.start() + noun.end() + _topic(run.group()[noun.end() :])
        name = text[start:end].strip('"“” ')
        if " " in name or any(c.isdigit() for c in name):
            at = text.index(name, start)
            yield FoundEvent(name, at, at + len(name), 2)


def _is_body(name: str) -> bool:
    """Whether a parliament is named, and no session of it; or days on which nobody meets."""
    if _HOLIDAY.search(name):
        return True
    return bool(_BODY.search(name)) and not re.search(r"\d|Session|Plenary|Meeting", name)


def _topic(rest: str) -> int:
    """How much of what follows the event's noun in capitals belongs to its name."""
    if year := _YEAR.match(rest):
        return year.end()
    if not _TOPIC.match(rest):
        return 0
    end = _TOPIC_END.search(rest)
    return end.start() if end else len(rest)

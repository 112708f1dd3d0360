"""Names of events: forums, meetings, articles, interviews."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.text.english.words import EVENT_NOUNS, any_of

_NOUN = rf"{any_of(EVENT_NOUNS)}"
_CAP = r"[\"“]?(?:[A-Z0-9][\w·+&'’./-]{0,40})(?:[”\"]|)"
_RUN = re.compile(
    rf"(?<![\w-]){_CAP}(?: (?:(?:of|and|for|the|on|in|de|&|–|-) (?:the )?)?{_CAP}){{0,22}}"
    r"(?: (?:forum|conference|summit|meeting|seminar|workshop|symposium|session|expo)\b)?"
)
_LAST_NOUN = re.compile(rf"\b{_NOUN}s?\b(?!.{{0,300}}\b{_NOUN}s?\b)", re.IGNORECASE)
_THEME = re.compile(
    r" (?:on|of|for) (?:the )?[A-Za-z][\w-]{2,30}"
    r"(?: (?!was|were|is|held|hosted|in\b|on\b|at\b|said)[\w-]{2,30}){0,7}"
)
_SMALL = re.compile(
    r"\b(?:at|during|to|tells?|told|attended|in|of|'s) (?:an? |the |its |his )?"
    r"(?P<event>(?:[\w'-]{2,20} ){0,4}"
    rf"(?:press conference|news conference|news briefing|{_NOUN}))\b(?! of)"
)
_WRITTEN = re.compile(
    r"\b(?P<event>(?:(?:keynote|opening) )?"
    r"(?:article|interview|letter|op-ed|statement|blog post|podcast)"
    r"(?:(?: in| with| to| on| at| published in| discussing) (?:the |an? )?"
    r"[\w'-]{2,24}(?: [A-Z][\w'-]{1,24}){0,5}(?: magazine)?)?)"
)
_PUBLISHED = re.compile(
    r"\b(?:in|published|wrote|through|gave|with|of|by) (?:an? |the |his |her )?$"
)
_TRIM = re.compile(
    r"^(?:(?:On|At|In|The|During|And|By|Of|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?|the) ,? ?)+"
)


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event named in a sentence, with offsets in it; `weight` tells how sure its form is."""

    name: str
    start: int
    end: int
    weight: int


def find_events(text: str) -> Iterator[FoundEvent]:
    """Events in one sentence: named in capitals, in small letters, or written pieces."""
    named = list(_named(text))
    yield from named
    for match in _SMALL.finditer(text):
        start, end = match.span("event")
        if not any(e.start < end and start < e.end for e in named):
            theme = _THEME.match(text, end)
            end = theme.end() if theme and text[end : end + 3] == " on" else end
            yield FoundEvent(text[start:end], start, end, 1)
    for match in _WRITTEN.finditer(text):
        if _PUBLISHED.search(text[: match.start()]):
            yield FoundEvent(
                match["event"], *match.span("event"), 1 if " " in match["event"] else 0
            )


def _named(text: str) -> Iterator[FoundEvent]:
    for run in _RUN.finditer(text):
        noun = _LAST_NOUN.search(run.group())
        if noun is None:
            continue
        words = run.group()[: noun.end()]
        cut = _TRIM.match(words)
        start = run.start() + (cut.end() if cut else 0)
        end = run.start() + noun.end()
        if noun.end() < len(run.group()) and noun.group().lower() in (
            "workshop",
            "seminar",
            "forum",
            "conference",
            "dialogue",
        ):
            rest = run.group()[noun.end() :]
            if re.match(r" (?:on|for|of) ", rest):
                end = run.end()
        name = text[start:end].strip('"“” ')
        if " " in name or any(c.isdigit() for c in name):
            at = text.index(name, start)
            yield FoundEvent(name, at, at + len(name), 2)

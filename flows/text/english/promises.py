"""The promises and demands of one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.english.openings import openings
from flows.text.english.series import Phrase, series
from flows.text.english.things import listed, things
from storage.records import Span

# So many phrases spell a slogan out, which stands so many characters before the first.
LIST = 2
NEAR = 12
_COLON = re.compile(r"[\"”' ]{0,3}:")
_JOINED = re.compile(
    r"(?:,? and|,? but|[,;])(?: (?:that|is|are|it|we|they|he|she|also|then|will|would|should|has"
    r"|have|must|I))*(?: |$)$"
)


def promises(text: str) -> list[tuple[Phrase, str]]:
    """The actions that a sentence promises or urges, each with the rule that found it."""
    found = [(p, "measures including") for p in listed(text)]
    spans = [(p.start, p.end) for p, _ in found]
    for begin, at, rule in sorted(openings(text)):
        _cut_before(begin, text, found)
        if not any(p.start <= at <= p.end for p, _ in found):
            found += [(p, rule) for p in series(text, at) if not _overlaps(p, spans)]
    for begin, phrase, rule in things(text):
        _cut_before(begin, text, found)
        if not _overlaps(phrase, [(p.start, p.end) for p, _ in found]):
            found.append((phrase, rule))
    return _without_slogan(sorted(found, key=lambda item: item[0].start), text)


def _without_slogan(found: list[tuple[Phrase, str]], text: str) -> list[tuple[Phrase, str]]:
    """A slogan before a colon is no measure where two behind it spell it out."""
    return [
        (phrase, rule)
        for number, (phrase, rule) in enumerate(found)
        if not (
            _COLON.match(text, phrase.end)
            and number + LIST < len(found)
            and found[number + 1][0].start - phrase.end < NEAR
        )
    ]


def _cut_before(begin: int, text: str, found: list[tuple[Phrase, str]]) -> None:
    """Let the phrase end in which another promise opens behind "and"."""
    for number, (phrase, rule) in enumerate(found):
        if phrase.start < begin < phrase.end and (joint := _JOINED.search(text[:begin])):
            found[number] = (phrase.cut(joint.start()), rule)


def _overlaps(phrase: Phrase, spans: Sequence[Span]) -> bool:
    return any(start < phrase.end and phrase.start < end for start, end in spans)

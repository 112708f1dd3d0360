"""Who says what, sentence by sentence: verbs of speaking and their subjects."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from flows.text.english.aliases import Aliases
from flows.text.english.bodies import find_bodies
from flows.text.english.hints import small_words
from flows.text.english.sentences import Sentence
from flows.text.english.subjects import CHAIRING, ISSUED, SPEAKING, VERB, Clause, Subject, chair_of
from flows.text.english.words import lowered
from storage.records import Span

# "was told", "when asked": somebody else speaks.
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|[Ww]hen) $")
_ACCORDING = re.compile(
    r"\b(?:according to|(?:statement|remarks?|comments?|announcement)"
    r" (?:(?:was|were) made by|came from)) ",
    re.IGNORECASE,
)
# Without one of these a sentence names no source.
_SOURCES = frozenset(("according", "made", "came"))
# Without one of these, or a turn's colon, it tells nothing of who speaks.
_TELLS = SPEAKING | CHAIRING | _SOURCES
# Who declares an event open tells nothing.
_OPENS = re.compile(r"announced? the (?:official )?(?:opening|start) of the \w", re.IGNORECASE)
# A turn of a transcript: the name, a colon, the words.
_TURN = re.compile(r"(?: \([^()]{1,40}\))? ?:(?: |$)")
TURN = ":"
# So many sentences back the full name of "the ministry" is looked for.
_LOOK_BACK = 8


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of speaking in a sentence with its subject: a person's full name or a body."""

    sentence: int
    start: int
    end: int
    verb: str
    name: str | None
    org: str | None
    post: str | None = None

    @property
    def who(self) -> str:
        """The person's full name, or the body's."""
        return self.name or self.org or ""


def attributions(
    sents: Sequence[Sentence], aliases: Aliases, quoted: Sequence[Span]
) -> tuple[Attribution, ...]:
    """All verbs of speaking whose subject is known, in order; "he" is the one who spoke last.

    What stands in the `quoted` spans is said by somebody, and tells of nobody's speaking.
    """
    found: list[Attribution] = []
    starts = [start for start, _ in quoted]
    last: Subject = (None, None, None)
    bodies: list[str] = []
    chair: str | None = None
    for number, sentence in enumerate(sents):
        held = small_words(sentence.text)
        if found and _TELLS.isdisjoint(held) and ":" not in sentence.text:
            continue
        people = aliases.in_text(sentence.text)
        chair = chair_of(sentence.text, people) or chair
        clause = Clause(sentence.text, people, aliases, chair)
        if people and (turn := _TURN.match(sentence.text, people[0].end)) and not people[0].start:
            last = (people[0].name, None, None)
            begin = sentence.start + turn.start()
            found.append(Attribution(number, begin, begin + 1, TURN, *last))
        for source in () if _SOURCES.isdisjoint(held) else _ACCORDING.finditer(sentence.text):
            if subject := clause.source(source):
                last = subject
                begin, end = sentence.start + source.start(), sentence.start + source.end()
                found.append(Attribution(number, begin, end, "according to", *last))
        for verb in _verbs(sentence.text):
            place = sentence.start + verb.start()
            subject = None if _inside(place, starts, quoted) else clause.subject(verb, last)
            if subject is None:
                continue
            subject = _in_full(subject, bodies, sents[max(0, number - _LOOK_BACK) : number])
            last = subject
            end = sentence.start + verb.end()
            found.append(Attribution(number, place, end, verb.group().lower(), *subject))
        if not found and people:
            last = (people[0].name, None, None)
    return tuple(sorted(found, key=lambda act: act.start))


def _verbs(text: str) -> list[re.Match[str]]:
    """The verbs of speaking in a sentence, without those in the passive."""
    if SPEAKING.isdisjoint(small_words(text)):
        return []
    verbs = sorted([*VERB.finditer(lowered(text)), *ISSUED.finditer(text)], key=re.Match.start)
    return [v for v in verbs if not _OPENS.match(text, v.start()) and _is_active(text, v.start())]


def _is_active(text: str, at: int) -> bool:
    return _PASSIVE.search(text, max(0, at - 6), at) is None


def _in_full(subject: Subject, bodies: list[str], before: Sequence[Sentence]) -> Subject:
    """The subject with the full name of "the ministry"; full names are kept in `bodies`."""
    name, org, post = subject
    if org is None:
        return subject
    named = (s.text[a:b] for s in reversed(before) for a, b in find_bodies(s.text))
    known = chain(reversed(bodies), named)
    if org.isupper():
        return name, next((body for body in known if _initials(body) == org), org), post
    if org != org.lower():
        bodies.append(org)
        return subject
    noun = org.rsplit(maxsplit=1)[-1]
    return name, next((body for body in known if noun in body.lower().split()), org), post


def _initials(body: str) -> str:
    return "".join(word[0] for word in body.split() if word[0].isupper())


def _inside(place: int, starts: Sequence[int], quoted: Sequence[Span]) -> bool:
    number = bisect_right(starts, place) - 1
    return number >= 0 and place < quoted[number][1]

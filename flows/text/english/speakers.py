"""The speakers of an article, the main one chosen by whose words it reports most."""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flows.text.english.aliases import Aliases
from flows.text.english.homes import with_body
from flows.text.english.offices import in_office
from flows.text.english.person_names import last_name_in
from flows.text.english.persons import NAME_RUN, Mention, mentions
from flows.text.english.postless import (
    SPEECH_BY,
    headline_mentions,
    headline_names,
    paired_mentions,
    postless_mentions,
    speech_mentions,
)
from flows.text.english.sentences import Sentence
from flows.text.english.speech import Attribution, attributions
from flows.text.english.turns import in_full, moderators, turn_weights
from flows.text.english.untitled import (
    HEADLINE,
    above_greeting,
    in_first_person,
    in_headline,
    in_turns,
    short_name,
    with_post,
)
from flows.text.english.words import COMMENTATORS
from storage.records import Span, Speaker

# No report quotes more persons than this by name.
MAX_SPEAKERS = 20
_NAMED = re.compile(NAME_RUN)
_BETWEEN_WORDS = bytes.maketrans(string.punctuation.encode(), b" " * len(string.punctuation))
# What follows is a thing or a place.
_NO_PERSON = re.compile(r"\b(?:the|of|in|at|from|an?|this|its) $")
_LEADER = re.compile(r"\b(?:premier|minister|president|governor|mayor)$", re.IGNORECASE)
# Who leads the Party's group within a body also leads the body.
_PARTY = re.compile(
    r"(?:leading )?Party(?: leadership| leading)? (?:group|committee)", re.IGNORECASE
)
Runs = list[re.Match[str]]


@dataclass(frozen=True, slots=True)
class Voices:
    """Everybody whose words an article reports, the main speaker first; each act of speaking."""

    people: tuple[Speaker, ...]
    acts: tuple[Attribution, ...]

    @property
    def main(self) -> Speaker | None:
        """Whose words the article reports most."""
        return next((speaker for speaker in self.people if speaker.main), None)


def voices(title: str, sents: Sequence[Sentence], quoted: Sequence[Span]) -> Voices:
    """Who speaks in an article; `quoted` are the spans between its quotation marks."""
    people: dict[str, Speaker] = {}
    runs = [list(_NAMED.finditer(sentence.text)) for sentence in sents]
    found = _mentions(title, sents, runs)
    for mention in found:
        people[mention.name] = _merged(people.get(mention.name), mention, title)
    posts = [(s.post, name) for name, s in people.items() if s.post]
    spans = [(m.start, m.end) for m in found if m.start >= 0]
    plain = _plain_names(sents, runs, people, spans)
    acts = attributions(sents, Aliases(list(people), posts, plain), quoted)
    if in_full(sents) and (author := next((act.name for act in acts if act.name in people), None)):
        people[author] = replace(people[author], rule=SPEECH_BY)
    if not acts and (author := above_greeting(sents, people)):
        people[author] = replace(people[author], rule=SPEECH_BY)
    hosts = moderators(sents, acts)
    heard = {name: s for name, s in people.items() if name not in hosts} or people
    ranked = [with_body(s, sents, title) for s in _ranked(heard, acts, title, len(sents))]
    # A person who is only named leaves the word to the body that speaks.
    silent = not any(act.name in people for act in acts) and not _announced(ranked)
    if silent and (body := _speaking_body(acts, title)):
        ranked = body
    if not ranked or not in_office(ranked[0]):
        ranked = in_headline(plain, acts, title) or ranked
    if not ranked or ranked[0].name is None:
        ranked = in_turns(acts, hosts, len(sents)) or ranked
    ranked = [with_post(ranked[0], title), *ranked[1:]] if ranked else []
    if not ranked and not acts and (names := headline_names(title)) and in_first_person(sents):
        ranked = [Speaker(names[0], None, None, main=True, rule=HEADLINE)]
    return Voices(tuple(ranked[:MAX_SPEAKERS]), acts)


def _announced(ranked: Sequence[Speaker]) -> bool:
    return bool(ranked) and (ranked[0].rule == SPEECH_BY or ranked[0].span is None)


def _mentions(title: str, sents: Sequence[Sentence], runs: Sequence[Runs]) -> tuple[Mention, ...]:
    """Persons with post or body in the text, then those of the headline."""
    found: list[Mention] = []
    for sentence, names in zip(sents, runs, strict=True):
        found.extend(
            replace(m, start=m.start + sentence.start, end=m.end + sentence.start)
            for m in _in_sentence(sentence.text, names)
        )
    heads = [*mentions(title), *headline_mentions(title)]
    return (*found, *(replace(m, start=-1, end=-1) for m in heads))


def _in_sentence(text: str, names: Runs) -> Iterator[Mention]:
    posted = list(speech_mentions(text, mentions(text)))
    yield from posted
    for mention in postless_mentions(text, names):
        # The Bureau of Small and Medium-sized Enterprises of the Ministry is one body.
        if not any(known.start <= mention.start < known.end for known in posted):
            yield mention
    yield from paired_mentions(text)


def _plain_names(
    sents: Sequence[Sentence],
    runs: Sequence[Runs],
    people: dict[str, Speaker],
    taken: Sequence[Span],
) -> list[str]:
    """Names without a post, which may be whose words stand in quotation marks.

    None of them stands in the `taken` spans, where a person is named with post and body, ends
    with the surname of such a person, or holds a word that the text writes small elsewhere.
    """
    found: dict[str, None] = {}
    known = {word for name in people for word in (name.split()[0], name.split()[-1])}
    text = "\n".join(sentence.text for sentence in sents)
    written = set(text.encode().translate(_BETWEEN_WORDS).decode().split())
    starts = [start for start, _ in taken]
    for sentence, names in zip(sents, runs, strict=True):
        for run in names:
            number = bisect_right(starts, sentence.start + run.start()) - 1
            inside = number >= 0 and sentence.start + run.start() < taken[number][1]
            if inside or _NO_PERSON.search(sentence.text[: run.start()][-8:]):
                continue
            name = last_name_in(run.group().removesuffix("'s"))
            parts = name.split() if name else []
            if name and parts[-1] not in known and written.isdisjoint(p.lower() for p in parts):
                found[name] = None
    return list(found)


def _merged(known: Speaker | None, mention: Mention, title: str) -> Speaker:
    """What is known of a person with what one more mention says."""
    span = None if mention.start < 0 else (mention.start, mention.end)
    new = Speaker(mention.name, mention.post, mention.org, span=span, rule=mention.rule)
    if known is None:
        return new
    second = mention.rule == "second post"
    in_title = bool(mention.post) and (mention.post or "").lower() in title.lower()
    # A seat in a committee says less of its holder than the office held beside it.
    seat = bool(mention.org) and (
        (known.post or "").lower().startswith("member")
        or _PARTY.fullmatch(known.org or "") is not None
    )
    both = (known.span[0], span[1]) if second and known.span and span else known.span
    fits = in_office(new) or not in_office(known)
    if second and ((fits and (in_title or seat)) or (in_office(new) and not in_office(known))):
        return replace(new, span=both)
    # A vice premier stays one, though he sits in a committee as well.
    sits = bool(_LEADER.search(known.post or "")) and (mention.post or "").startswith("member")
    if mention.org and not known.org and not sits:
        return replace(known, org=mention.org) if known.post and not mention.post else new
    rule = SPEECH_BY if mention.rule == SPEECH_BY else known.rule
    return replace(known, post=known.post or mention.post, rule=rule, span=both)


def _ranked(
    people: dict[str, Speaker], acts: Sequence[Attribution], title: str, sentences: int
) -> list[Speaker]:
    """Those who speak, by how often, one in the headline before others, officials first."""
    counts: dict[str, float] = {}
    for act, weight in zip(acts, turn_weights(acts, sentences), strict=True):
        if act.name in people:
            counts[act.name] = counts.get(act.name, 0) + weight
    for name, known in people.items():
        if known.rule == SPEECH_BY:
            counts[name] = counts.get(name, 0) + 8
    if not counts and people:
        counts = {next((n for n in people if n in title), next(iter(people))): 0.5}
    in_title = set(re.findall(r"[\w'-]+", title))
    scored = {
        name: count
        + (2 if name in title or short_name(name) in in_title else 0)
        - (4 if COMMENTATORS.search(people[name].post or "") else 0)
        for name, count in counts.items()
    }
    # Whoever holds an office speaks before those who comment, however much they say.
    order = sorted(scored, key=lambda name: (not in_office(people[name]), -scored[name]))
    return [replace(people[name], main=not number) for number, name in enumerate(order)]


def _speaking_body(acts: Sequence[Attribution], title: str) -> list[Speaker]:
    """The body that speaks most, where no person does."""
    bodies = [act.org for act in acts if act.org]
    if not bodies:
        return []
    body = max(dict.fromkeys(bodies), key=lambda name: (bodies.count(name), name in title))
    first = next(act for act in acts if act.org == body)
    span = (first.start, first.end)
    return [Speaker(None, first.post, body, main=True, span=span, rule="body speaks")]

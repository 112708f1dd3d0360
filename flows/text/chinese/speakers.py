"""The speakers of an article, the main one chosen by whose words it reports most."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from flows.text.chinese.headline import Headline
from flows.text.chinese.persons import Mention, body_of, mentions
from flows.text.chinese.promising import promising
from flows.text.chinese.script import View
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.speech import Act, acts
from flows.text.chinese.subject import Subject
from flows.text.chinese.subjects import Subjects
from flows.text.chinese.transcripts import without_hosts
from flows.text.chinese.unposted import unposted
from flows.text.chinese.words import COMMENTATOR, MEDIUM_POSTS
from storage.records import Speaker

# No report quotes more persons than this by name.
MAX_SPEAKERS = 20
# Words reported beyond this weigh no more.
LONG = 300
# Of two who say as much, the first is reported.
FIRST = 0.5


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks in an article: everybody, the main one first, and each act of speaking.

    `given` tells how a name that acts carry is written; `in_headline` whether the main speaker
    speaks in the headline.
    """

    speakers: tuple[Speaker, ...]
    acts: tuple[Act, ...]
    given: dict[str, str]
    in_headline: bool

    @property
    def main(self) -> str | None:
        """The main speaker's name, or body, as given."""
        return next((s.name or s.org for s in self.speakers if s.main), None)

    def name(self, act: Act) -> str | None:
        """The name, or body, of an act's speaker as given."""
        called = act.who.name or act.who.org
        return self.given.get(called, called) if called else None

    def but(self, sentences: Set[int]) -> tuple[Speaker, ...]:
        """The speakers but those who speak in the numbered sentences alone."""
        told = {self.name(act) for act in self.acts if act.sentence in sentences}
        told -= {self.name(act) for act in self.acts if act.sentence not in sentences}
        return tuple(s for s in self.speakers if s.main or (s.name or s.org) not in told)


def voices(head: Headline, body: View, sents: Sequence[Sentence]) -> Voices:
    """Everybody whose words are reported in text or headline."""
    posted = mentions(body.text)
    found = [*posted, *unposted(body.text, posted)]
    people: dict[str, Speaker] = {}
    for view, mention in [*((body, m) for m in found), *((head.view, m) for m in head.found)]:
        if mention.name is not None:
            key = view.text[slice(*mention.name)].replace(" ", "")
            people[key] = _merged(people.get(key), _speaker(view, mention, in_text=view is body))
    subjects = Subjects(body.text, found, Subjects(head.view.text, head.found).forms)
    spoken = without_hosts(body.text, acts(sents, subjects))
    ranked = _ranked(people, spoken, head.names()[:1], body)
    ranked = ranked or _headline_body(head) or promising(body)
    keys = [key for key, person in people.items() if ranked and person.name == ranked[0].name]
    return Voices(
        tuple(ranked[:MAX_SPEAKERS]),
        spoken,
        {key: s.name or key for key, s in people.items()} | _named_bodies(body, spoken),
        any(head.speaks(key) for key in keys),
    )


def _named_bodies(view: View, spoken: Sequence[Act]) -> dict[str, str]:
    """How the text writes the bodies that speak for themselves."""
    bodies = {act.who.org: act.who for act in spoken if act.who.org and act.who.name is None}
    return {org: _given(view, who, org) for org, who in bodies.items()}


def _headline_body(head: Headline) -> list[Speaker]:
    """The body that a headline lets speak where the text names nobody."""
    body = head.body()
    return [Speaker(None, None, body, main=True, rule="headline body")] if body else []


def _speaker(view: View, mention: Mention, *, in_text: bool) -> Speaker:
    def words(span: tuple[int, int] | None) -> str | None:
        return view.words(*span) if span else None

    span = view.span(mention.start, mention.end) if in_text else None
    org = body_of(view.text, mention)
    return Speaker(
        words(mention.name), words(mention.post), words(org), span=span, rule=mention.rule
    )


def _merged(known: Speaker | None, new: Speaker) -> Speaker:
    """The fuller of two mentions; the text's before the headline's."""
    if known is None:
        return new
    wealth = (bool(known.org) + bool(known.post), bool(known.span))
    return new if (bool(new.org) + bool(new.post), bool(new.span)) > wealth else known


def _ranked(
    people: dict[str, Speaker], spoken: Sequence[Act], headed: Sequence[str], view: View
) -> list[Speaker]:
    scores: dict[str, float] = {}
    bodies: dict[str, Subject] = {}
    for number, act in enumerate(spoken):
        key = act.who.name or act.who.org or ""
        if act.who.name is None:
            bodies.setdefault(key, act.who)
        end = spoken[number + 1].start if number + 1 < len(spoken) else len(view.text)
        scores[key] = scores.get(key, 0) + 1 + min(end - act.start, LONG) / LONG
        if not number:
            scores[key] += FIRST
    for name in headed:
        scores[name] = scores.get(name, 0) + 2
    for key in scores:
        scores[key] += _standing(people.get(key))
    order = sorted(scores, key=lambda key: -scores[key])
    found = [people.get(key) or _body(view, bodies.get(key)) for key in order]
    ranked = [s for s in found if s and not MEDIUM_POSTS.search(s.post or "")]
    return [replace(speaker, main=not number) for number, speaker in enumerate(ranked)]


def _standing(speaker: Speaker | None) -> float:
    """Persons in office before those who comment, and those before bodies."""
    if speaker is None:
        return -1.5
    if COMMENTATOR.search(speaker.post or ""):
        return -3
    return 1 if speaker.post else 0


def _body(view: View, who: Subject | None) -> Speaker | None:
    if who is None or who.org is None:
        return None
    rule = "unnamed official" if who.post else "body speaks"
    post = _given(view, who, who.post) if who.post else None
    return Speaker(None, post, _given(view, who, who.org), span=view.span(*who.span), rule=rule)


def _given(view: View, who: Subject, words: str) -> str:
    """Words of a subject as the text writes them."""
    start = view.text.find(words, *who.span)
    return view.words(start, start + len(words)) if start >= 0 else words

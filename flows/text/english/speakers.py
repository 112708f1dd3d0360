"""The speakers of an article, the main one chosen by whose words it reports most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.text.english.persons import Mention, headline_mention, mentions
from flows.text.english.sentences import Sentence
from flows.text.english.speech import Aliases, Attribution, attributions
from flows.text.english.words import COMMENTATORS
from storage.records import Speaker

# No report quotes more persons than this by name.
MAX_SPEAKERS = 20


def find_mentions(title: str, sents: Sequence[Sentence]) -> tuple[Mention, ...]:
    """Persons with post or body in the body of the text, then those of the headline."""
    found: list[Mention] = []
    for sentence in sents:
        found.extend(
            replace(m, start=m.start + sentence.start, end=m.end + sentence.start)
            for m in mentions(sentence.text)
        )
    heads = [*mentions(title), *headline_mention(title)]
    return (*found, *(replace(m, start=-1, end=-1) for m in heads))


def speakers(
    title: str, sents: Sequence[Sentence]
) -> tuple[tuple[Speaker, ...], tuple[Attribution, ...]]:
    """Everybody whose words are reported, the main speaker first, and each act of speaking."""
    found = find_mentions(title, sents)
    people: dict[str, Speaker] = {}
    for mention in found:
        people[mention.name] = _merged(people.get(mention.name), mention, title)
    spoken = attributions(sents, Aliases(tuple(people)))
    ranked = _ranked(people, spoken, title)
    ranked = _with_bodies(ranked, spoken)
    return tuple(ranked[:MAX_SPEAKERS]), spoken


def _merged(known: Speaker | None, mention: Mention, title: str) -> Speaker:
    span = None if mention.start < 0 else (mention.start, mention.end)
    new = Speaker(mention.name, mention.post, mention.org, span=span, rule=mention.rule)
    if known is None:
        return new
    better = mention.org and not known.org
    if mention.rule == "second post" and mention.post and mention.post.lower() in title.lower():
        return replace(new, span=known.span)
    if better and known.post and not mention.post:
        return replace(known, org=mention.org)
    if better:
        return new
    if not known.post and mention.post:
        return replace(known, post=mention.post)
    return known


def _ranked(people: dict[str, Speaker], spoken: Sequence[Attribution], title: str) -> list[Speaker]:
    counts: dict[str, float] = {}
    for act in spoken:
        if act.name:
            counts[act.name] = counts.get(act.name, 0) + 1
    if not counts and people:
        counts = {next((n for n in people if n in title), next(iter(people))): 0.5}
    scored = {
        name: count
        + (2 if name in title or name.split()[-1] in title.split() else 0)
        - (4 if COMMENTATORS.search(people[name].post or "") else 0)
        for name, count in counts.items()
    }
    order = sorted(scored, key=lambda name: -scored[name])
    return [replace(people[name], main=not number) for number, name in enumerate(order)]


def _with_bodies(ranked: list[Speaker], spoken: Sequence[Attribution]) -> list[Speaker]:
    """Bodies that speak are kept where no person does; a missing body is taken from them."""
    bodies = [act.org for act in spoken if act.org]
    if ranked:
        main = ranked[0]
        if main.org is None and main.post and bodies and " of " in main.post:
            ranked[0] = replace(main, org=bodies[0])
        return ranked
    if not bodies:
        return []
    body = max(dict.fromkeys(bodies), key=bodies.count)
    first = next(act for act in spoken if act.org == body)
    return [Speaker(None, None, body, main=True, span=(first.start, first.end), rule="body speaks")]

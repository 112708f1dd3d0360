"""The speakers of an article, the main one chosen by whose words it reports most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from flows.text.chinese.bodies import body_before, ends_as_body
from flows.text.chinese.persons import Mention, implied_body, mentions
from flows.text.chinese.script import View
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.speech import Act, acts
from flows.text.chinese.subjects import Subject, Subjects
from flows.text.chinese.unposted import unposted
from flows.text.chinese.words import COMMENTATOR, FIRM, MEDIUM_POSTS
from storage.records import Speaker

# No report quotes more persons than this by name.
MAX_SPEAKERS = 20
# Words reported beyond this weigh no more.
LONG = 300
_COLON = re.compile(r"(?:【[^】]{1,12}】)?(?P<who>[^:,。\s]{2,24}):")


def speakers(
    head: View, body: View, sents: Sequence[Sentence]
) -> tuple[tuple[Speaker, ...], tuple[Act, ...], dict[str, str]]:
    """Everybody whose words are reported, the main one first; each act of speaking; names as given."""
    posted = mentions(body.text)
    found = [*posted, *unposted(body.text, posted)]
    head_posted = mentions(head.text)
    in_head = [*head_posted, *unposted(head.text, head_posted)]
    people: dict[str, Speaker] = {}
    for view, mention in [*((body, m) for m in found), *((head, m) for m in in_head)]:
        if mention.name is not None:
            key = view.text[slice(*mention.name)].replace(" ", "")
            people[key] = _merged(people.get(key), _speaker(view, mention, in_text=view is body))
    spoken = acts(sents, Subjects(body.text, found))
    headed = _headed(head, in_head)
    given = {key: s.name or key for key, s in people.items()}
    ranked = _ranked(people, spoken, headed, len(body.text))
    return tuple(ranked[:MAX_SPEAKERS] or _headline_body(head)), spoken, given


def _speaker(view: View, mention: Mention, *, in_text: bool) -> Speaker:
    def words(span: tuple[int, int] | None) -> str | None:
        return view.words(*span) if span else None

    span = view.span(mention.start, mention.end) if in_text else None
    org = mention.org or implied_body(view.text, mention)
    return Speaker(
        words(mention.name), words(mention.post), words(org), span=span, rule=mention.rule
    )


def _merged(known: Speaker | None, new: Speaker) -> Speaker:
    """The fuller of two mentions; the text's before the headline's."""
    if known is None:
        return new
    wealth = (bool(known.org) + bool(known.post), bool(known.span))
    return new if (bool(new.org) + bool(new.post), bool(new.span)) > wealth else known


def _headed(head: View, found: Sequence[Mention]) -> str | None:
    """Whom the headline names as speaking."""
    named = [head.text[slice(*m.name)] for m in found if m.name]
    return named[0] if named else None


def _headline_body(head: View) -> list[Speaker]:
    """`邮政部:将…`: the body that a headline lets speak where the text names nobody."""
    colon = _COLON.match(head.text)
    start, end = body_before(head.text, colon.end("who")) if colon else (0, 0)
    body = head.text[start:end]
    if not ends_as_body(body) or FIRM.search(body):
        return []
    return [Speaker(None, None, head.words(start, end), main=True, rule="headline body")]


def _ranked(
    people: dict[str, Speaker], spoken: Sequence[Act], headed: str | None, length: int
) -> list[Speaker]:
    scores: dict[str, float] = {}
    bodies: dict[str, Subject] = {}
    for number, act in enumerate(spoken):
        key = act.who.name or act.who.org or ""
        if act.who.name is None:
            bodies.setdefault(key, act.who)
        end = spoken[number + 1].start if number + 1 < len(spoken) else length
        scores[key] = scores.get(key, 0) + 1 + min(end - act.start, LONG) / LONG
    if headed in people:
        scores[headed] = scores.get(headed, 0) + 2
    for key in scores:
        scores[key] += _standing(people.get(key))
    order = sorted(scores, key=lambda key: -scores[key])
    found = [people.get(key) or _body(bodies.get(key)) for key in order]
    ranked = [s for s in found if s and not MEDIUM_POSTS.search(s.post or "")]
    return [replace(speaker, main=not number) for number, speaker in enumerate(ranked)]


def _standing(speaker: Speaker | None) -> float:
    """Persons in office before those who comment, and those before bodies."""
    if speaker is None:
        return -1.5
    if COMMENTATOR.search(speaker.post or ""):
        return -3
    return 1 if speaker.post else 0


def _body(who: Subject | None) -> Speaker | None:
    if who is None or who.org is None:
        return None
    rule = "unnamed official" if who.post else "body speaks"
    return Speaker(None, who.post, who.org, span=who.span, rule=rule)

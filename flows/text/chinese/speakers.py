"""The speakers of an article, the main one chosen by whose words it reports most."""

from __future__ import annotations

from collections.abc import Sequence

from flows.text.chinese.persons import Mention, mentions
from flows.text.chinese.script import View
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.speech import Act, Aliases, acts
from flows.text.chinese.unposted import unposted
from flows.text.chinese.words import COMMENTATOR, MEDIUM_POSTS
from storage.records import Speaker

# No report quotes more persons than this by name.
MAX_SPEAKERS = 20
# Words reported beyond this weigh no more.
LONG = 300


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
    aliases = Aliases(body.text, found)
    spoken = acts(body.text, sents, found, aliases)
    headed = _headed(head, in_head)
    given = {key: s.name or key for key, s in people.items()}
    ranked = _ranked(people, spoken, headed, len(body.text))
    return tuple(ranked[:MAX_SPEAKERS]), spoken, given


def _speaker(view: View, mention: Mention, *, in_text: bool) -> Speaker:
    def words(span: tuple[int, int] | None) -> str | None:
        return view.words(*span) if span else None

    span = view.span(mention.start, mention.end) if in_text else None
    return Speaker(
        words(mention.name), words(mention.post), words(mention.org), span=span, rule=mention.rule
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


def _ranked(
    people: dict[str, Speaker], spoken: Sequence[Act], headed: str | None, length: int
) -> list[Speaker]:
    scores: dict[tuple[str | None, str | None], float] = {}
    for number, act in enumerate(spoken):
        key = (act.name, None if act.name else act.org)
        end = spoken[number + 1].start if number + 1 < len(spoken) else length
        scores[key] = scores.get(key, 0) + 1 + min(end - act.start, LONG) / LONG
    if headed:
        scores[headed, None] = scores.get((headed, None), 0) + 2
    for key in scores:
        scores[key] += _standing(people.get(key[0] or ""), named=key[0] is not None)
    order = sorted(scores, key=lambda key: -scores[key])
    found: list[Speaker] = []
    for key in order:
        speaker = people.get(key[0]) if key[0] else _body(key[1], spoken)
        if speaker is None or MEDIUM_POSTS.search(speaker.post or ""):
            continue
        found.append(_copy(speaker, main=not found))
    return found


def _standing(speaker: Speaker | None, *, named: bool) -> float:
    if speaker is None:
        return -1.5 if not named else 0
    if COMMENTATOR.search(speaker.post or ""):
        return -3
    return 1 if speaker.post else 0


def _body(org: str | None, spoken: Sequence[Act]) -> Speaker | None:
    if org is None:
        return None
    act = next(a for a in spoken if a.name is None and a.org == org)
    rule = "unnamed official" if act.post else "body speaks"
    return Speaker(None, act.post, org, span=act.subject, rule=rule)


def _copy(speaker: Speaker, *, main: bool) -> Speaker:
    return Speaker(speaker.name, speaker.post, speaker.org, main, speaker.span, speaker.rule)

"""Main speakers whose post the text does not tell: by the headline, or a transcript's turns."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Sequence
from dataclasses import replace

from flows.text.english.held_posts import POST
from flows.text.english.owners import body_before
from flows.text.english.person_names import is_pinyin_name
from flows.text.english.sentences import Sentence
from flows.text.english.speech import TURN, Attribution
from flows.text.english.turns import turn_weights
from storage.records import Speaker

HEADLINE = "named in the headline"
TRANSCRIPT = "turn of a transcript"
# The lines above a speech, and how it opens.
_HEADER = 8
_MAX_LINE = 160
_GREETS = re.compile(
    r"(?:good (?:morning|afternoon|evening|day)|ladies and gentlemen|dear|distinguished|excellenc"
    r"|honou?rable|respected|friends|colleagues|thank you)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur)\b")


def in_headline(plain: Sequence[str], acts: Sequence[Attribution], title: str) -> list[Speaker]:
    """Who is named in the headline, without a post anywhere, and reported to speak."""
    speaking = {act.name: act for act in acts if act.name in plain}
    return [
        Speaker(name, None, None, main=True, span=(act.start, act.end), rule=HEADLINE)
        for name, act in speaking.items()
        if name and re.search(rf"\b{re.escape(short_name(name))}\b", title)
    ][:1]


def in_turns(acts: Sequence[Attribution], hosts: Container[str], sentences: int) -> list[Speaker]:
    """Who has the longest turn of a transcript that names nobody's post."""
    lengths: dict[str, float] = {}
    for act, weight in zip(acts, turn_weights(acts, sentences), strict=True):
        if act.verb == TURN and act.name and act.name not in hosts:
            lengths[act.name] = lengths.get(act.name, 0) + weight
    if not lengths:
        return []
    name = max(lengths, key=lambda one: lengths[one])
    return [Speaker(name, None, None, main=True, rule=TRANSCRIPT)]


def with_post(speaker: Speaker, title: str) -> Speaker:
    """A speaker whose post the headline alone tells: Post Bank governor Ming."""
    if speaker.post or speaker.name is None:
        return speaker
    at = title.find(short_name(speaker.name))
    post = next((m for m in POST.finditer(title[: max(at, 0)]) if m.end() + 1 == at), None)
    if post is None:
        return speaker
    org = speaker.org or body_before(title[: post.start()], post.group())
    return replace(speaker, post=post.group(), org=org)


def above_greeting(sents: Sequence[Sentence], names: Container[str]) -> str | None:
    """Whose name, with a post behind its comma, is the last line before a speech greets."""
    for line, greeting in itertools.pairwise(sents[:_HEADER]):
        name = line.text.partition(",")[0]
        alone = len(line.text) <= _MAX_LINE and not line.text.endswith((".", ":", "!"))
        if name in names and alone and _GREETS.match(greeting.text):
            return name
    return None


def in_first_person(sents: Sequence[Sentence]) -> bool:
    """Whether a text speaks as "I" and "we" throughout, as an address does."""
    return sum(1 for s in sents if _FIRST_PERSON.search(s.text)) >= max(3, len(sents) // 6)


def short_name(name: str) -> str:
    """How a headline calls a person: by surname."""
    parts = name.split()
    return parts[0] if is_pinyin_name(parts) else parts[-1]

"""The body of a speaker whose post names none: the one that was named last before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from flows.text.english.bodies import find_bodies
from flows.text.english.sentences import Sentence
from flows.text.english.words import BODY_NOUNS, STATE_BODIES, phrases
from storage.records import Speaker

# A body is taken for that of a post only if it was named so near before.
_BODY_REACH = 400
# A longer body of a headline may be the whole headline, written in capitals.
_LONGEST_HEAD = 40
_IN_CAPITALS = re.compile(r"[A-Z]+(?: [A-Z]+)+")
# Who holds a field of government heads its ministry, and no other body.
_FIELD_MINISTER = re.compile(
    r"\b(?!(?:vice|deputy|first|former|acting|assistant|senior|cabinet|state)\b)[a-z]{3,} minister$"
)
_MINISTRY = re.compile(r"\b(?:ministry|department|office)\b", re.IGNORECASE)
# Posts of a state, which belong to no body.
_WITHOUT_BODY = frozenset(
    phrases(
        "president|prime minister|premier|vice premier|senator|financial secretary"
        "|chief secretary|foreign secretary|home secretary"
    )
)


def with_body(speaker: Speaker, sents: Sequence[Sentence], title: str) -> Speaker:
    """A post without its body takes the public body that was named last before it.

    "The ministry" takes the one of its kind that was named last.
    """
    kind = speaker.org if speaker.org in BODY_NOUNS else None
    if speaker.org and kind is None:
        return speaker
    post = (speaker.post or "").lower()
    if speaker.span is None or post in _WITHOUT_BODY:
        return speaker
    own = _MINISTRY if _FIELD_MINISTER.search(post) else STATE_BODIES
    before = [
        (s.start + start, s.text[start:end])
        for s in sents
        if speaker.span[0] - _BODY_REACH <= s.start <= speaker.span[0]
        for start, end in find_bodies(s.text)
        # A place in capitals, as before an agency's name, is no body.
        if own.search(s.text[start:end])
        and not _IN_CAPITALS.fullmatch(s.text[start:end])
        and (kind is None or kind in s.text[start:end].lower().split())
    ]
    near = [body for place, body in before if place < speaker.span[0]]
    titled = () if kind else find_bodies(title)
    heads = [
        title[a:b]
        for a, b in titled
        if own.search(title[a:b])
        and (b - a < _LONGEST_HEAD or any(title[a:b] in s.text for s in sents))
    ]
    body = next(iter(near[::-1]), None) or next(iter(heads), None)
    return replace(speaker, org=body) if body else speaker

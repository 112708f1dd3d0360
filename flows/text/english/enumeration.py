"""Enumerated lists, and whether they list measures."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.text.english.actions import base_form
from flows.text.english.leads import lead, opens_bullets
from flows.text.english.markers import Mark, find_marks, in_groups
from flows.text.english.sentences import Sentence
from flows.text.english.verbs import ACTIONS

_IDLE = re.compile(
    r"^(?:it is necessary |we (?:must|should|will|need to|shall) |must |should |will |need to |to "
    r"|is |efforts? should be made to "
    r"|(?:it|they|the (?:ministry|government|state|country|authorities|department|bank|bureau"
    r"|commission|council)) (?:will|should|must|shall|needs? to) (?!be )){1,4}",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"^(?:it is necessary|we (?:must|should|will|need|shall)|must|should|will|to |need)",
    re.IGNORECASE,
)
# "He also urged …" behind the last item is no part of it.
_NEW_ACT = re.compile(
    r"(?:He|She|They|[A-Z]\w+(?: [A-Z]\w+)?) (?:also|further|added|urged|called|stressed|noted)\b"
    r"|(?:At the same time|In addition|Meanwhile|Moreover|Besides|On [^,]{3,30}), "
    r"(?:he|she|they|[A-Z]\w+(?: [A-Z]\w+)?) (?:\w+ )?(?:said|believes|stressed|pointed|noted|urged"
    r"|suggested|called|emphasi[sz]ed|mentioned|added|revealed)\b"
)
_HEAD_END = re.compile(r"[;:…?!]|[.,](?!\d)| [-–—] |$")
_CLAUSE_END = re.compile(r"[.;:?!]")
_DEMANDS = re.compile(
    r"\b(?:should|must|(?<!there )will(?! not)|needs? to|ha(?:s|ve) to|necessary to|efforts? to)\b"
)
# On the one hand, Hu Ming, the minister, said, it is necessary to …
_ATTRIBUTED = re.compile(
    r"(?:[\w' .-]{2,40}, ){0,2}[\w' .-]{0,80}\b(?:said|stated|noted|added|stressed|pointed out"
    r"|explained|clarified|believes|suggested|proposed|emphasi[sz]ed),? (?:that )?"
)
# "In terms of standards, we will …": the action stands behind the comma.
_SCOPE = re.compile(
    r"(?:in terms of|with regard to|as for|regarding|in the field of|for|at the level of)"
    r" [\w' -]{3,60}, ",
    re.IGNORECASE,
)
# Of what an item with one of these speaks, it says something.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|may|might|do|does|did|will|would)\b|n't\b"
)
MAX_SLOGAN = 12
MAX_HEAD = 160
# An item's explanation is at most so many lines long.
MAX_BODY = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One enumerated item: its number, head, where its marker, its words begin and it ends."""

    number: int
    head: str
    marked: int
    start: int
    end: int


def lists(sents: Sequence[Sentence], count: int | None = None) -> list[list[Item]]:
    """The lists that plans, promises or proposals open, each with its items in order.

    A list of as many items as the page announces measures (`count`) may name them by nouns.
    """
    marks = find_marks(sents)
    found = [_items(group, sents, marks, count) for group in in_groups(marks)]
    return [items for items in found if items]


def _items(
    group: list[Mark], sents: Sequence[Sentence], marks: Sequence[Mark], count: int | None
) -> list[Item]:
    """The items of one list; none where it tells of what was, is or stands in the way."""
    told = [(mark, _told(mark, sents)) for mark in group]
    acts = sum(_is_action(words) or mark.to for mark, words in told)
    kind = lead(group[0], sents)
    named = group[0].bullet and opens_bullets(group[0], sents)
    if kind == "other" and not (named or all(mark.to for mark in group)):
        return []
    announced = len(group) == count and kind == "plan"
    slogans = announced and all(_is_slogan(words) for _, words in told)
    if not (named or slogans) and (2 * acts < len(group) or (kind == "" and acts < len(group))):
        return []
    # Sites set menus and sub-headlines in bullets, too.
    if group[0].bullet and not named and (kind != "plan" or acts < len(group)):
        return []
    items = [
        Item(mark.number or 0, head, at + mark.start, at + mark.end, _item_end(mark, sents, marks))
        for mark, words in told
        if (head := _head(words))
        for at in (sents[mark.sentence].start,)
    ]
    return _with_bodies(items, group, sents)


def _with_bodies(items: list[Item], group: list[Mark], sents: Sequence[Sentence]) -> list[Item]:
    """Where each item is a line with its explanation below, the last has one, too."""
    lines = [sents[mark.sentence].paragraph for mark in group]
    below = min((later - one for one, later in itertools.pairwise(lines)), default=1) - 1
    if not (items and 0 < below <= MAX_BODY):
        return items
    inside = [s.end for s in sents[group[-1].sentence :] if s.paragraph <= lines[-1] + below]
    return [*items[:-1], replace(items[-1], end=max(items[-1].end, *inside))]


def _told(mark: Mark, sents: Sequence[Sentence]) -> str:
    """What stands behind a marker in its sentence, or in the next where it stands alone."""
    return sents[mark.sentence].text[mark.end :].lstrip(' ,:"“')


def _is_action(words: str) -> bool:
    attributed = _ATTRIBUTED.match(words)
    words = words[attributed.end() :] if attributed else words
    clause = _CLAUSE_END.split(words, maxsplit=1)[0]
    return bool(_MODAL.match(words) or _DEMANDS.search(clause)) or _opens_with_action(clause)


def _is_slogan(words: str) -> bool:
    """Whether an item names its matter and says nothing of it: "the building of halls"."""
    clause = _CLAUSE_END.split(words, maxsplit=1)[0]
    return 0 < len(clause.split()) <= MAX_SLOGAN and not _FINITE.search(clause)


def _head(words: str) -> str:
    """The slogan of an item: its first clause without "we should" and the like."""
    for aside in (_ATTRIBUTED, _SCOPE):
        found = aside.match(words)
        words = words[found.end() :] if found else words
    idle = _IDLE.match(words)
    words = words[idle.end() :] if idle else words
    end = _HEAD_END.search(words)
    return words[: end.start() if end else len(words)].strip(' "”“')[:MAX_HEAD]


def _opens_with_action(head: str) -> bool:
    opening, _, rest = head.lower().partition(" ")
    second = rest.partition(" ")[0]
    return base_form(opening) in ACTIONS or (
        opening.endswith("ly") and base_form(second) in ACTIONS
    )


def _item_end(mark: Mark, sents: Sequence[Sentence], marks: Sequence[Mark]) -> int:
    """An item runs to the next marker in its paragraph or to its paragraph's end."""
    paragraph = sents[mark.sentence].paragraph
    end = sents[mark.sentence].end
    for other in marks:
        later = (other.sentence, other.start) > (mark.sentence, mark.start)
        if later and sents[other.sentence].paragraph == paragraph:
            return sents[other.sentence].start + other.start
    for sentence in sents[mark.sentence :]:
        if sentence.paragraph != paragraph or _NEW_ACT.match(sentence.text):
            break
        end = sentence.end
    return max(end, sents[mark.sentence].end)

"""Enumerated lists, and whether they list measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.english.actions import ACTIONS, base_form
from flows.text.english.markers import Mark, find_marks, in_groups
from flows.text.english.sentences import Sentence

_OBSTACLES = re.compile(
    r"""\b(?:
    achievements?|achieved|progress|results|includes?|consists?|problems?|difficult(?:y|ies)
    |(?:some|three|two|four|several|following)\ (?:\w+\ ){0,2}work\ has\ been
    |ha(?:s|ve)\ been\ carried\ out|challenges?\ (?:are|is)|phenomen(?:a|on)|trends?
    |things\ to\ note|experiences?|features?|highlights|characteristics|reasons?
    |risks?\ (?:are|include)|noting\ several|lessons?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PLANS = re.compile(
    r"""\b(?:
    next\ steps?|in\ the\ next|follow-up|will|should|must|suggest(?:s|ed|ions?)?
    |propos(?:es|ed|als?)|specifically|measures?|key\ tasks?|recommend\w*|urge[sd]?
    |call(?:s|ed)\ (?:for|on)|need\ to|necessary|steps|efforts|priorities|plans?\ to
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
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
)
_HEAD_END = re.compile(r"[,;.:…?!]| [-–—] |$")
_CLAUSE_END = re.compile(r"[.;:?!]")
_DEMANDS = re.compile(r"\b(?:should|must|will|needs? to|ha(?:s|ve) to|necessary to|efforts? to)\b")
# "In terms of standards, we will …": the action stands behind the comma.
_SCOPE = re.compile(
    r"(?:in terms of|with regard to|as for|regarding|in the field of|for|at the level of)"
    r" [\w' -]{3,60}, ",
    re.IGNORECASE,
)
MAX_HEAD = 160


@dataclass(frozen=True, slots=True)
class Item:
    """One enumerated item: its place in its list, head, text and span in the article."""

    number: int
    head: str
    start: int
    end: int
    rule: str


def enumerated(sents: Sequence[Sentence]) -> list[Item]:
    """The items of every list that a plan, promise or proposal opens, in order of the text."""
    marks = find_marks(sents)
    items: list[Item] = []
    for group in in_groups(marks):
        items += _items(group, sents, marks)
    return items


def _items(group: list[Mark], sents: Sequence[Sentence], marks: Sequence[Mark]) -> list[Item]:
    """The items of one list; none where it tells of what was, is or stands in the way."""
    told = [(mark, _told(mark, sents)) for mark in group]
    acts = sum(_is_action(words) or mark.to for mark, words in told)
    kind = _lead(group[0], sents)
    if kind == "other" and not all(mark.to for mark in group):
        return []
    if 2 * acts < len(group) or (kind == "" and acts < len(group)):
        return []
    # Sites set menus and sub-headlines in bullets, too.
    if group[0].bullet and (kind != "plan" or acts < len(group)):
        return []
    return [
        Item(mark.number or 0, head, begin, _item_end(mark, sents, marks), "enumerated")
        for mark, words in told
        if (head := _head(words))
        for begin in (sents[mark.sentence].start + mark.end,)
    ]


def _lead(first: Mark, sents: Sequence[Sentence]) -> str:
    """What leads into a list: "plan", "other" (achievements, problems, parts), or nothing."""
    before = [sents[first.sentence].text[: first.start]]
    before += [s.text for s in sents[max(0, first.sentence - 2) : first.sentence]][::-1]
    for text in before:
        if _OBSTACLES.search(text):
            return "plan" if _PLANS.search(text) else "other"
        if _PLANS.search(text):
            return "plan"
    return ""


def _told(mark: Mark, sents: Sequence[Sentence]) -> str:
    """What stands behind a marker in its sentence, or in the next where it stands alone."""
    return sents[mark.sentence].text[mark.end :].lstrip(' ,:"“')


def _is_action(words: str) -> bool:
    clause = _CLAUSE_END.split(words, maxsplit=1)[0]
    return bool(_MODAL.match(words) or _DEMANDS.search(clause)) or _opens_with_action(clause)


def _head(words: str) -> str:
    """The slogan of an item: its first clause without "we should" and the like."""
    scope = _SCOPE.match(words)
    words = words[scope.end() :] if scope else words
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

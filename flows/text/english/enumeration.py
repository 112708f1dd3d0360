"""Enumerated lists: the first is to …, Secondly, …, (3) …; and whether they list measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.english.actions import ACTIONS, base_form
from flows.text.english.sentences import Sentence
from flows.text.english.words import any_of, words

# Longer lists are tables of contents or attacks.
MAX_MARKERS = 400
_ORDINALS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_NUMBERS = {word: number for number, word in enumerate(_ORDINALS, 1)}
_CARDINALS = {
    word: number
    for number, word in enumerate(words("one two three four five six seven eight nine ten"), 1)
}
_NOUN = (
    r"(?: (?:measure|step|task|suggestion|proposal|point|aspect|thing|priority|recommendation"
    r"|key task|area))?"
)
_ORDINAL = r"(?:" + "|".join(_NUMBERS) + r")"
_OPENS = (
    r"(?:(?:^|(?<=[;:,.\"“] )|(?<=[;:,.\"“])|(?<=that )|(?<=is )|(?<=are )|(?<= and ))"
    r"(?:and )?(?:[-•] ?)?)"
)
_MARKER = re.compile(
    rf"{_OPENS}(?:"
    rf"(?:the )?(?P<is>{_ORDINAL}|last){_NOUN} (?:is|was|are)(?: to)?(?= )"
    rf"|(?P<comma>{_ORDINAL})(?:ly)?(?:,| of all,?|:)(?= |[A-Z])"
    r"|(?P<cardinal>one|two|three|four|five|six)(?: is to(?= )|,(?= (?:to |[a-z]{4,}[^,]{8})))"
    r"|(?P<other>the other is to)(?= )"
    r"|(?P<last>(?:finally|lastly|last but not least)),?(?= )"
    r"|on (?P<hand>the one|one|the other) hand,?(?= ))"
    rf"|\bthe (?P<isto>{_ORDINAL}){_NOUN} (?:is|was|will be) to(?= )"
    r"|^(?:(?:step|measure|task|suggestion|proposal|point) )?"
    r"\(?(?P<digit>\d{1,2})(?:[.)]\)?|:) ?(?=[A-Z\"“])"
    r"|(?<=[;:,] )(?:and )?\(?(?P<inline>\d{1,2})[.)]\)? ?(?=[A-Za-z])"
    r"|^(?:step|measure|task|suggestion|proposal|point)"
    r" (?P<named>one|two|three|four|five|six)[:,.] ?"
    r"|^(?P<circled>[①-⑩]) ?",
    re.IGNORECASE,
)
# Without one of these a sentence holds no marker.
_BULLET = re.compile(r"[•*·▪–-] ?(?=[A-Za-z])(?!(?:first|second|third|one|two)\b)", re.IGNORECASE)
_HINT = re.compile(
    rf"\b(?:{any_of(words('finally last lastly one two three four five hand other'))}"
    rf"|{any_of(_NUMBERS)})|(?:^|[;:,] )\W{{0,4}}(?:\d|[①-⑩])|^[a-z]{{4,10}} \d",
    re.IGNORECASE,
)
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


@dataclass(frozen=True, slots=True)
class _Mark:
    sentence: int
    number: int | None
    start: int
    end: int
    to: bool
    bullet: bool = False


def enumerated(sents: Sequence[Sentence]) -> list[Item]:
    """The items of every list that a plan, promise or proposal opens, in order of the text."""
    marks = _marks(sents)
    items: list[Item] = []
    for group in _groups(marks):
        items += _items(group, sents, marks)
    return items


def _marks(sents: Sequence[Sentence]) -> list[_Mark]:
    found: list[_Mark] = []
    for index, sentence in enumerate(sents):
        if bullet := _BULLET.match(sentence.text):
            number = _next_bullet(found, index, sents)
            found.append(_Mark(index, number, bullet.start(), bullet.end(), to=False, bullet=True))
            continue
        if not _HINT.search(sentence.text):
            continue
        found.extend(
            _Mark(index, _number(m), m.start(), m.end(), m.group().endswith(" to"))
            for m in _MARKER.finditer(sentence.text)
        )
        if len(found) >= MAX_MARKERS:
            break
    return found[:MAX_MARKERS]


def _next_bullet(found: Sequence[_Mark], index: int, sents: Sequence[Sentence]) -> int:
    """A bullet on the next line goes on with its list; any other opens one."""
    last = found[-1] if found else None
    if last is None or not last.bullet or last.number is None:
        return 1
    near = sents[index].paragraph - sents[last.sentence].paragraph <= 2
    return last.number + 1 if near else 1


def _number(match: re.Match[str]) -> int | None:
    if digits := match["digit"] or match["inline"]:
        return int(digits)
    if match["circled"]:
        return ord(match["circled"]) - ord("①") + 1
    if match["hand"]:
        return 2 if match["hand"].lower() == "the other" else 1
    if match["other"]:
        return 2
    found = match["is"] or match["isto"] or match["comma"] or match["cardinal"] or match["named"]
    word = (found or "").lower()
    return _NUMBERS.get(word) or _CARDINALS.get(word)


def _groups(marks: Sequence[_Mark]) -> list[list[_Mark]]:
    """Marks that count upwards from one; "finally" closes a list, a lost first is allowed."""
    groups: list[list[_Mark]] = []
    expected = 1
    for mark in marks:
        if groups and (mark.number is None or (mark.number != 1 and mark.number >= expected)):
            groups[-1].append(mark)
        elif mark.number in (1, 2):
            groups.append([mark])
        else:
            continue
        expected = (mark.number or expected) + 1
    return groups


def _items(group: list[_Mark], sents: Sequence[Sentence], marks: Sequence[_Mark]) -> list[Item]:
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


def _lead(first: _Mark, sents: Sequence[Sentence]) -> str:
    """What leads into a list: "plan", "other" (achievements, problems, parts), or nothing."""
    before = [sents[first.sentence].text[: first.start]]
    before += [s.text for s in sents[max(0, first.sentence - 2) : first.sentence]][::-1]
    for text in before:
        if _OBSTACLES.search(text):
            return "plan" if _PLANS.search(text) else "other"
        if _PLANS.search(text):
            return "plan"
    return ""


def _told(mark: _Mark, sents: Sequence[Sentence]) -> str:
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


def _item_end(mark: _Mark, sents: Sequence[Sentence], marks: Sequence[_Mark]) -> int:
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

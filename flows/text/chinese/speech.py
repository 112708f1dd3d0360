"""Who says what, sentence by sentence: every verb of speaking with its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.chinese.sentences import Sentence
from flows.text.chinese.subject import Subject
from flows.text.chinese.subjects import Subjects
from flows.text.chinese.words import POST, VERBS

# More verbs than this stand in no report.
MAX_VERBS = 3_000
# 胡明指出,省长多次强调…: who is named so near behind a verb of speaking is cited by its subject.
CITED = 2
# A turn's colon stands so near the beginning of its sentence.
LONGEST_TURN = 42
# A reporter's question; with a colon, all of its paragraph.
_ASKED = re.compile(
    r"(?:问|[^\s,。;:]{0,20}记者(?:提?问)?):|[【[][^】\]\n]{0,20}记者[^】\]\n]{0,4}[】\]]"
)
_ASKS = re.compile(rf"{_ASKED.pattern}|(?:有|一[位名])?[^\s,。;:]{{0,8}}记者(?:提问|问[,:道到及])")
_TURN = re.compile(
    r"[【[](?P<marked>[^\n】\]]{2,38})[】\]]|"
    r"(?P<who>[^\s,。;:“”](?:[^\n,。;:“”]{0,38}[^\s,。;:“”])):"
)
# A post and a name.
_LINE = re.compile(rf"[^,。;:!?“”()]{{0,30}}{POST.pattern}\s{{0,2}}[^,。;:!?“”()]{{2,12}}")
_STOPS = frozenset(",。;:!?")
# What stands between a turn's name and its words.
_TURN_ENDS = frozenset(":】]")


@dataclass(frozen=True, slots=True)
class Act:
    """A verb of speaking, or the colon of a transcript's turn, with its subject.

    `sentence` counts sentences; `start` and `end` are offsets in the view's text.
    """

    sentence: int
    start: int
    end: int
    who: Subject


def acts(sents: Sequence[Sentence], subjects: Subjects) -> tuple[Act, ...]:
    """All acts of speaking whose subject is known, in order.

    他 is the one who spoke last, or of whose doings the sentence before tells.
    """
    said: list[Act] = []
    tried = 0
    last: Subject | None = None
    asked = -1
    for number, sentence in enumerate(sents):
        turn = _turn(sentence, number, subjects)
        if turn is None and asks(sentence.text):
            asked = sentence.paragraph if _ASKED.match(sentence.text) else asked
            continue
        if turn is None and sentence.paragraph == asked:
            continue
        asked = -1
        if turn is not None:
            said.append(turn)
            last = turn.who
        verbs = list(VERBS.finditer(sentence.text))
        heard = len(said)
        for verb in verbs:
            who = subjects.of(sentence, verb, last)
            if who is not None:
                cites = len(said) > heard and 0 <= who.span[0] - said[-1].end <= CITED
                last = last if cites else who
                said.append(
                    Act(number, sentence.start + verb.start(), sentence.start + verb.end(), who)
                )
        if len(said) == heard and turn is None:
            last = subjects.topic(sentence) or last
        tried += len(verbs)
        if tried >= MAX_VERBS:
            break
    return tuple(said)


def asks(words: str) -> bool:
    """Whether a sentence is a reporter's question."""
    return ("问" in words or "记者" in words) and bool(_ASKS.match(words))


def is_turn(text: str, act: Act) -> bool:
    """Whether an act of `text` is a name with a colon or in brackets, before its words: 胡明:…."""
    return text[act.start : act.start + 1] in (*_TURN_ENDS, "\n")


def _turn(sentence: Sentence, number: int, subjects: Subjects) -> Act | None:
    """`胡明:…` at the beginning of a sentence."""
    if _TURN_ENDS.isdisjoint(sentence.text[:LONGEST_TURN]):
        return _line(sentence, number, subjects)
    turn = _TURN.match(sentence.text)
    if turn is None:
        return None
    group = "who" if turn["who"] else "marked"
    first = sentence.start + turn.start(group)
    for start, end, name in subjects.people(turn[group]):
        if end == len(turn[group]):
            span = (first + start, first + end)
            return Act(number, span[1], span[1] + 1, Subject(span, name))
    return None


def _line(sentence: Sentence, number: int, subjects: Subjects) -> Act | None:
    """`邮政部部长 胡明` in a line of its own, above the words."""
    words = sentence.text
    if len(words) > LONGEST_TURN or not _STOPS.isdisjoint(words) or not _LINE.fullmatch(words):
        return None
    for start, end, name in subjects.people(sentence.text):
        if end == len(sentence.text) and start:
            span = (sentence.start + start, sentence.end)
            return Act(number, span[1], span[1] + 1, Subject(span, name))
    return None

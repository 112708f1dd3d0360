"""Who says what, sentence by sentence: every verb of speaking with its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.chinese.sentences import Sentence
from flows.text.chinese.subjects import Subject, Subjects
from flows.text.chinese.words import VERB

# More verbs than this stand in no report.
MAX_VERBS = 3_000
_TURN = re.compile(r"(?P<who>[^\s,。;:“”]{2,40}):")


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
    for number, sentence in enumerate(sents):
        turn = _turn(sentence, number, subjects)
        if turn is not None:
            said.append(turn)
            last = turn.who
        verbs = list(VERB.finditer(sentence.text))
        heard = len(said)
        for verb in verbs:
            who = subjects.of(sentence, verb, last)
            if who is not None:
                last = who
                said.append(
                    Act(number, sentence.start + verb.start(), sentence.start + verb.end(), who)
                )
        if len(said) == heard and turn is None:
            last = subjects.topic(sentence) or last
        tried += len(verbs)
        if tried >= MAX_VERBS:
            break
    return tuple(said)


def _turn(sentence: Sentence, number: int, subjects: Subjects) -> Act | None:
    """`胡明:…` at the beginning of a sentence."""
    turn = _TURN.match(sentence.text)
    if turn is None:
        return None
    for start, end, name in subjects.people(turn["who"]):
        if end == turn.end("who"):
            span = (sentence.start + start, sentence.start + end)
            return Act(number, span[1], span[1] + 1, Subject(span, name))
    return None

"""The turns of a transcript: how long each is, and who only hands the word to others."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from flows.text.english.hints import small_words
from flows.text.english.sentences import Sentence
from flows.text.english.speech import TURN, Attribution

# So many sentences stand above a speech that is given in full.
_HEAD = 8
_IN_FULL = re.compile(
    r"\bfull (?:\w{4,10} )?(?:text|transcript)\b.{0,30}\b(?:follows|below)"
    r"|\bfollowing is the full (?:\w{4,10} )?(?:text|transcript)|^full text\b",
    re.IGNORECASE,
)
# A longer turn counts no more than one of so many sentences.
LONGEST_TURN = 30
# So many sentences of a turn are worth one act of speaking that is told.
_ACT = 3
_HANDS_OVER = re.compile(
    r"\b(?:(?:the floor|the word) (?:is yours|to)|next question|(?:please )?allow me to introduce"
    r"|[Pp]resent (?:here|today) are|they will (?:introduce|explain|brief|answer)"
    r"|(?:are|be) joined by|(?:has|have) joined us|will brief you"
    r"|(?:answer|take) (?:your|these|this) questions?|raise (?:your|the) questions?)\b",
    re.IGNORECASE,
)


# Who is glad to brief and to answer gives the briefing.
_GLAD = re.compile(r"\bI(?: am|'m|’m) (?:\w{2,10} ){1,4}to\b.{0,160}\b(?:brief|answer|take)\b")


def in_full(sents: Sequence[Sentence]) -> bool:
    """Whether a text announces that it gives a speech or an article in full."""
    return any(
        "full" in small_words(sentence.text) and _IN_FULL.search(sentence.text)
        for sentence in sents[:_HEAD]
    )


def turn_weights(acts: Sequence[Attribution], sentences: int) -> list[float]:
    """What each act counts: one that is told 1, a turn by how many of the `sentences` it has."""
    turns = [act.sentence for act in acts if act.verb == TURN]
    return [
        1 if act.verb != TURN else max(1, _length(act, turns, sentences) / _ACT) for act in acts
    ]


def _length(act: Attribution, turns: Sequence[int], sentences: int) -> int:
    following = bisect_right(turns, act.sentence)
    end = turns[following] if following < len(turns) else sentences
    return min(LONGEST_TURN, end - act.sentence)


def moderators(sents: Sequence[Sentence], acts: Sequence[Attribution]) -> frozenset[str]:
    """Who opens a press conference and asks for questions, and says nothing else."""
    turns = [act.sentence for act in acts if act.verb == TURN]
    found = set()
    for act in acts:
        if act.verb == TURN and act.name:
            said = sents[act.sentence : act.sentence + _length(act, turns, len(sents))]
            if any(_HANDS_OVER.search(s.text) and not _GLAD.search(s.text) for s in said):
                found.add(act.name)
    return frozenset(found)

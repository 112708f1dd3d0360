"""Who says what, sentence by sentence: verbs of speaking and their subjects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.english.bodies import has_body_noun, read_body
from flows.text.english.sentences import Sentence
from flows.text.english.words import POSTS, SPEECH_VERBS, any_of

VERB = re.compile(
    rf"\b(?:{any_of(SPEECH_VERBS)}|attended (?:the \w{{1,12}} )?and (?:delivered|gave|made|spoke)"
    r"|delivered an? \w{0,12} ?(?:speech|address|remarks)|in (?:his|her|their) (?:speech|remarks)"
    r")\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    rf"\b(?:he|she|(?:the|this) (?:\w{{1,12}} ){{0,2}}{any_of(POSTS)})\b(?! of)", re.IGNORECASE
)
_BODY_SUBJECT = re.compile(
    r"(?:^|[.,;\"”] ?|\b(?:that|but|and|however,) )(?P<the>[Tt]he )?(?=[A-Za-z])"
)
_SOURCE = re.compile(
    r"\b(?:according to|allegedly|reported by|as reported|citing|quoted by)\b", re.IGNORECASE
)
_BEFORE_VERB = re.compile(
    r"(?: \([A-Z]\w{1,12}\))?"
    r"(?: (?:has|have|had|also|again|on \w+|officially|recently|yesterday|today|,)){0,4} ?"
)
_REACH = 240


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of speaking in a sentence with its subject: a person's full name or a body."""

    sentence: int
    start: int
    end: int
    verb: str
    name: str | None
    org: str | None


class Aliases:
    """The short forms by which a text calls the persons that it once named in full."""

    def __init__(self, names: Sequence[str]) -> None:
        owners: dict[str, set[str]] = {}
        for name in names:
            words = name.split()
            for alias in {name, words[0], words[-1], " ".join(words[-2:])}:
                if len(alias) > 1:
                    owners.setdefault(alias, set()).add(name)
        self._owner = {alias: min(own) for alias, own in owners.items() if len(own) == 1}
        ordered = sorted(self._owner, key=len, reverse=True)
        alternatives = "|".join(map(re.escape, ordered)) or r"(?!)"
        self._pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])")

    def in_text(self, text: str) -> list[tuple[int, int, str]]:
        """Every mention in `text`: start, end, full name."""
        return [(m.start(), m.end(), self._owner[m.group()]) for m in self._pattern.finditer(text)]


def attributions(sents: Sequence[Sentence], aliases: Aliases) -> tuple[Attribution, ...]:
    """All verbs of speaking whose subject is known, in order; "he" is the one who spoke last."""
    found: list[Attribution] = []
    last: tuple[str | None, str | None] = (None, None)
    for number, sentence in enumerate(sents):
        people = aliases.in_text(sentence.text)
        previous = 0
        for verb in VERB.finditer(sentence.text):
            subject = _subject(sentence.text, previous, verb, people, last)
            previous = verb.end()
            if subject is None:
                continue
            last = subject
            place = sentence.start + verb.start()
            found.append(
                Attribution(
                    number, place, sentence.start + verb.end(), verb.group().lower(), *subject
                )
            )
        if not found and people:
            last = (people[0][2], None)
    return tuple(found)


def _subject(
    text: str,
    lower: int,
    verb: re.Match[str],
    people: list[tuple[int, int, str]],
    last: tuple[str | None, str | None],
) -> tuple[str | None, str | None] | None:
    begin = max(0, verb.start() - _REACH)
    after = [p for p in people if 0 <= p[0] - verb.end() < 120]
    inverted = text[: verb.start()].rstrip()[-1:] in ("”", '"', ",") and after
    if (
        inverted
        and text[verb.end() : after[0][0]].count(",") <= 1
        and verb.group().lower() in ("said", "says", "added", "noted", "wrote")
    ):
        return after[0][2], None
    before = [p for p in people if begin <= p[0] and p[1] <= verb.start()]
    pronouns = [m.start() for m in _PRONOUN.finditer(text, begin, verb.start())]
    if before and (
        not pronouns or pronouns[-1] < before[-1][0] or _apposed(text, before[-1], pronouns[-1])
    ):
        return before[-1][2], None
    if pronouns and pronouns[-1] >= lower and last != (None, None):
        return last
    return _body_subject(text, lower, verb)


def _apposed(text: str, person: tuple[int, int, str], pronoun: int) -> bool:
    """`Hu Ming, the head of …, said`: the post explains the name, it is no other subject."""
    return "," in text[person[1] : person[1] + 2] or text[person[1] : pronoun].count(",") >= 1


def _body_subject(text: str, lower: int, verb: re.Match[str]) -> tuple[None, str] | None:
    for match in _BODY_SUBJECT.finditer(text, lower, verb.start()):
        end = read_body(text, match.end())
        body = text[match.end() : end]
        rest = text[end : verb.start()]
        plain = _BEFORE_VERB.fullmatch(rest)
        if (
            body
            and plain
            and has_body_noun(body)
            and not _SOURCE.search(text[max(0, match.start() - 30) : match.end()])
        ):
            return None, body
    return None

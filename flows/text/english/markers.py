"""The marks of enumerated lists: the first is to, Secondly, (3), bullets; and their grouping."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.english.hints import holds
from flows.text.english.sentences import Sentence
from flows.text.english.words import words

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
    r"|key task|area|pillar|focus|requirement|initiative|direction|goal))?"
)
_ORDINAL = r"(?:" + "|".join(_NUMBERS) + r")"
_OPENS = (
    r"(?:(?:^|(?<=[;:,.\"“] )|(?<=[;:,.\"“])|(?<=that )|(?<=is )|(?<=are )|(?<= and ))"
    r"(?:and )?(?:[-•] ?)?)"
)
_MARKER = re.compile(
    rf"{_OPENS}(?:"
    rf"(?:the )?(?P<is>{_ORDINAL}|last){_NOUN} (?:is|was|are)(?: to)?(?= )"
    rf"|(?:the )?(?P<comma>{_ORDINAL})(?:ly)?(?:{_NOUN},|{_NOUN}:| of all,?)(?= |[A-Z])"
    r"|(?:number |point )?(?P<cardinal>one|two|three|four|five|six)"
    r"(?: is to(?= )|,(?= (?:to |we |[a-z]{4,}[^,]{8})))"
    r"|(?P<other>the other is to)(?= )"
    rf"|the (?P<elided>{_ORDINAL}) to(?= (?!last\b))"
    r"|(?P<last>(?:finally|lastly|last but not least)),?(?= )"
    r"|on (?P<hand>the one|one|the other) hand,?(?= ))"
    rf"|\bthe (?P<isto>{_ORDINAL}){_NOUN} (?:is|was|will be) to(?= )"
    r"|^(?:(?:step|measure|task|suggestion|proposal|point) )?"
    r"\(?(?P<digit>\d{1,2})(?:[.)]\)?|:) ?(?=[A-Z\"“])"
    r"|(?<=[;:,] )(?:and )?\(?(?P<inline>\d{1,2})[.)]\)? ?(?=[A-Za-z])"
    r"|^(?:step|measure|task|suggestion|proposal|point)"
    r" (?P<named>one|two|three|four|five|six)[:,.] ?"
    r"|^(?P<circled>[①-⑩]) ?"
    r"|^\(?(?P<letter>[a-h])\) ?(?=[A-Za-z])",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•*·▪–-] ?(?=[A-Za-z])(?!(?:first|second|third|one|two)\b)", re.IGNORECASE)
# Without one of these a sentence holds no marker: asking for them first is cheap.
_CARDINAL_HINTS = tuple(f"{word}{rest}" for word in _CARDINALS for rest in (" is", ",", ":", "."))
_HINTS = (*_NUMBERS, *_CARDINAL_HINTS, "finally", "last", " hand", "the other is")
_DIGIT = re.compile(r"(?:^|[;:,] )\W{0,4}(?:\d|[①-⑩])|^[a-z]{4,10} \d|^\(?[a-h]\)", re.IGNORECASE)
# In each of them.
_SOME_DIGIT = re.compile(r"[\d①-⑩)]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its sentence, number, place in it; `to` where it calls for a verb."""

    sentence: int
    number: int | None
    start: int
    end: int
    to: bool
    bullet: bool = False


def find_marks(sents: Sequence[Sentence]) -> list[Mark]:
    """All marks of a text in order, at most `MAX_MARKERS`."""
    found: list[Mark] = []
    for index, sentence in enumerate(sents):
        if bullet := _BULLET.match(sentence.text):
            number = _next_bullet(found, index, sents)
            found.append(Mark(index, number, bullet.start(), bullet.end(), to=False, bullet=True))
            continue
        if not (holds(sentence.text.lower(), _HINTS) or _has_digit(sentence.text)):
            continue
        found.extend(
            Mark(index, _number(m), m.start(), m.end(), m.group().endswith(" to"))
            for m in _MARKER.finditer(sentence.text)
        )
        if len(found) >= MAX_MARKERS:
            break
    return found[:MAX_MARKERS]


def _has_digit(text: str) -> bool:
    return bool(_SOME_DIGIT.search(text) and _DIGIT.search(text))


def _next_bullet(found: Sequence[Mark], index: int, sents: Sequence[Sentence]) -> int:
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
    if match["letter"]:
        return ord(match["letter"].lower()) - ord("a") + 1
    if match["hand"]:
        return 2 if match["hand"].lower() == "the other" else 1
    if match["other"]:
        return 2
    ordinal = match["is"] or match["isto"] or match["comma"] or match["elided"]
    word = (ordinal or match["cardinal"] or match["named"] or "").lower()
    return _NUMBERS.get(word) or _CARDINALS.get(word)


def in_groups(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Marks that count upwards from one; "finally" closes a list, a lost first is allowed."""
    groups: list[list[Mark]] = []
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

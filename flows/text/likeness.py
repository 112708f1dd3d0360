"""How alike two measures are: their words within one language, their details across languages.

The details are those that matching compares of whole articles: figures, names, places, days.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flows.text.content import content_words, latin_names
from flows.text.mentions import mentions
from flows.text.names import simplify
from flows.text.numbers import numbers
from flows.text.sounds import heard, names_in, sounds_of
from flows.text.terms import instruments, terms
from storage.records import Measure

# From here on two measures are one: half of the words, or a detail that no other measure has
# and a term beside it.
ALIKE = 0.5
# What a detail is worth that one measure of each side has. A figure of one digit stands anywhere.
FIGURE, SMALL_FIGURE, NAME, MENTION, TERM = 0.5, 0.2, 0.5, 0.4, 0.3
# What all details together may add where words are compared too.
MOST_BESIDE_WORDS = 0.3
MAX_TEXT = 2_000

_HAN_RUN = re.compile("[\u3400-\u9fff]{2,200}")


@dataclass(frozen=True, slots=True)
class Point:
    """What is compared of a measure: words of its head and of all of it, and its details.

    `worth` holds the details by key ("n:5000", "t:talent"); `names` and `sounds` find Chinese
    names across scripts.
    """

    lang: str
    head: frozenset[str]
    words: frozenset[str]
    worth: dict[str, float]
    instruments: frozenset[str]
    names: tuple[str, ...]
    sounds: str

    @property
    def figures(self) -> frozenset[str]:
        """Its quantities as plain magnitudes."""
        return frozenset(key[2:] for key in self.worth if key.startswith("n:"))

    @property
    def days(self) -> frozenset[str]:
        """The days and years that it names."""
        return frozenset(key[2:] for key in self.worth if key[:2] in ("d:", "y:"))


def point(measure: Measure, lang: str) -> Point:
    """What is compared of a measure of an article in that language."""
    head = simplify(measure.head[:MAX_TEXT])
    text = simplify(f"{measure.head}\n{measure.text}"[:MAX_TEXT])
    is_chinese = lang.startswith("zh")
    return Point(
        lang=lang[:2],
        head=_words(head, lang),
        words=_words(text, lang),
        worth=_worth(text, lang),
        instruments=instruments(text),
        names=() if is_chinese else names_in(text),
        sounds=sounds_of(text) if is_chinese else "",
    )


def _words(text: str, lang: str) -> frozenset[str]:
    """Stems, or pairs of characters: a head is too short for more."""
    if not lang.startswith("zh"):
        return frozenset(content_words(text, lang))
    runs = _HAN_RUN.findall(text)
    return frozenset(run[i : i + 2] for run in runs for i in range(len(run) - 1))


def _worth(text: str, lang: str) -> dict[str, float]:
    worth = {f"n:{n}": FIGURE if len(n) > 1 else SMALL_FIGURE for n in numbers(text)}
    worth |= {f"l:{name}": NAME for name in latin_names(text)}
    worth |= dict.fromkeys(mentions(text, lang), MENTION)
    return worth | {f"t:{term}": TERM for term in terms(text)}


class Likeness:
    """Compares points; what many of `held` have in common tells little."""

    def __init__(self, *held: Sequence[Point]) -> None:
        # In how many of one list's measures a word or detail stands, at most.
        self._counts: Counter[str] = Counter()
        for points in held:
            self._counts |= Counter(key for p in points for key in (*p.words, *p.worth))

    def __call__(self, one: Point, other: Point) -> float:
        """From 0 to 1."""
        details = self._details(one, other)
        if one.lang != other.lang:
            return min(1.0, details)
        share = max(self._share(one.head, other.head), self._share(one.words, other.words))
        return min(1.0, share + min(MOST_BESIDE_WORDS, details))

    def _share(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The part of the shorter one's words, by weight, that the other has too."""
        common = one & other
        if len(common) < 2 and one != other:
            return 0.0
        return self._sum(common) / (min(self._sum(one), self._sum(other)) or 1)

    def _details(self, one: Point, other: Point) -> float:
        common = one.worth.keys() & other.worth.keys()
        worth = sum(min(one.worth[key], other.worth[key]) * self._weight(key) for key in common)
        latin, chinese = (one, other) if other.sounds else (other, one)
        return worth + NAME * len(heard(latin.names, chinese.sounds))

    def _sum(self, keys: Iterable[str]) -> float:
        return sum(map(self._weight, sorted(keys)))

    def _weight(self, key: str) -> float:
        return 1 / max(1, self._counts[key])

"""Whether a word is a verb by which governments promise and urge."""

from __future__ import annotations

from functools import lru_cache

from flows.text.english.verbs import ACTIONS, NOUNS_TOO
from flows.text.english.words import words

# A verb that may be a noun is a verb before one of these.
_BEFORE_OBJECT = frozenset(
    words(
        "the a an its their our his her my your all more new this these those local rural every"
        " each on up out off down with against back over such key major as some any both many"
        " several various existing current national public private foreign domestic digital"
        " relevant certain other another high high-quality low-carbon it them us"
    )
)
_NO_OBJECT = frozenset(
    words(
        "of and or in for to at by from is are was were be has have had that which who will would"
        " can may than if when while but not must should"
    )
)
# Verbs that act through a preposition.
_THROUGH = {
    "to": frozenset(
        words("adhere respond contribute commit cater attend conform stick lend return")
    ),
    "for": frozenset(words("strive prepare apply care provide push plan fight")),
    "in": frozenset(words("invest participate engage join persevere lead")),
    "from": frozenset(words("learn refrain benefit")),
    "on": frozenset(words("insist focus concentrate")),
    "by": frozenset(words("abide stand")),
}
# Of verbs in form, they tell of no act.
_PREPOSITIONS = frozenset(words("including following"))


@lru_cache(maxsize=4096)
def base_form(word: str) -> str:
    """The base form of a regular gerund ("building" gives "build"); other words unchanged."""
    if not word.endswith("ing") or len(word) < 6:
        return word
    stem = word[:-3]
    doubled = stem[:-1] if stem[-1] == stem[-2] else stem
    return next((form for form in (stem, stem + "e", doubled) if form in ACTIONS), word)


def is_verb(word: str, following: str) -> bool:
    """Whether `word`, within a series and before `following`, is a verb of acting."""
    if word not in ACTIONS:
        return False
    if following in _BEFORE_OBJECT or word in _THROUGH.get(following, ()):
        return True
    return not (word in NOUNS_TOO or following in _NO_OBJECT)


def is_gerund(word: str) -> bool:
    """Whether `word` is the gerund of a verb of acting."""
    return word.endswith("ing") and word not in _PREPOSITIONS and base_form(word) in ACTIONS


@lru_cache(maxsize=4096)
def is_participle(word: str) -> bool:
    """Whether `word` is the past participle of a verb of acting, regular or one of the common."""
    if word in _PARTICIPLES:
        return True
    if not word.endswith("ed") or len(word) < 5:
        return False
    stem = word[:-2]
    forms = {stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem}
    return not forms.isdisjoint(ACTIONS) or (stem[-1] == "i" and stem[:-1] + "y" in ACTIONS)


_PARTICIPLES = frozenset(
    words(
        "built cut set put made drawn taken given brought kept laid led lent met paid rebuilt"
        " rewritten written withdrawn overcome drafted borne sought overhauled raised begun"
        " looked dealt fought forbidden frozen held stopped spent sped overseen undertaken upheld"
    )
)

"""What a number counts: the noun behind it, or the one of which it tells the number."""

from __future__ import annotations

import re

from flows.text.english.words import any_of, words

# Longer names of what is counted are cut.
_MAX_WORDS = 3
# Words in capitals that may stand before a noun: 20 Lakeland Post halls.
_MAX_NAMES = 3
_WORD = re.compile(r"[ -](\d{0,2}[A-Za-z][\w'’+-]{0,24})")
_LEADING = re.compile(
    r" (?:(?:of )?(?:our|my|its|the) (?:(?:own|[a-z]{4,8}'s) )?(?=[a-z])"
    r"|(?:of (?!the\b)|(?:new|other|additional|further|different|more) ))"
)
_SHARE_OF = re.compile(r" of (?:the |all |our |its |their )?(?:\w{2,14}'s )?(?=[a-z])")
# Words that end the name of what is counted, and those that never open it.
_ENDS = frozenset(
    words(
        "and or to in on at by for from with have has are were is was so than that the which who"
        " as of across since will this last would could can had a an it but been taking joined"
        " under into per when while if not also says said"
    )
)
_NO_UNIT = _ENDS | frozenset(
    words(
        "respectively annually globally nationwide worldwide internationally down up more less"
        " based going out year-on-year"
    )
)
# These are whole though they do not end as a plural does.
_WHOLE = frozenset(
    words(
        "people personnel staff yuan won yen euro euros dollars pounds rupees renminbi baht krona"
        " kronor kroner francs rubles roubles pesos rand ringgit dirhams children women men"
    )
)
_AGE = re.compile(r" (?:years?|months?|weeks?|days?|hours?) (?:ago|old|earlier|later)\b")
_HEDGES = (
    "more than|over|about|around|nearly|almost|some|roughly|approximately|up to|at least"
    "|fewer than|less than|close to|as many as|a total of|just over|well over|just under"
)
HEDGE = f"(?:{_HEDGES})"
_COUNTED = re.compile(r"\b(?:number|total|amount|volume) of(?= [a-z])")
# … has reached 20 million and 10 million.
_REACHED = re.compile(
    r"\b(?:exceed(?:s|ed|ing)?|reach(?:es|ed|ing)?|surpass(?:es|ed|ing)?|is|was|stood at|hit"
    r"|rose to|grew to|increased to|totall?ed)"
    rf" (?:{HEDGE} )?(?:\d[\d.,]{{0,12}} (?:{any_of(words('thousand million billion'))} )?and )?$"
)
_REACH = 120


def unit_behind(text: str, end: int) -> str | None:
    """The noun that a number ending at `end` counts, with what stands before it; None if none."""
    if _AGE.match(text, end):
        return None
    leading = _LEADING.match(text, end)
    # The blank before the noun is what every word begins with.
    return _noun(text, leading.end() - 1 if leading else end)


def share_behind(text: str, end: int) -> str | None:
    """What a percentage that ends at `end` is a part of."""
    of = _SHARE_OF.match(text, end)
    return _noun(text, of.end() - 1 if of else end)


def unit_before(text: str, start: int) -> str | None:
    """What is counted by a number at `start`: "the number of users exceeded"."""
    before = text[max(0, start - _REACH) : start]
    if not _REACHED.search(before[-50:]):
        return None
    counted = [found.end() for found in _COUNTED.finditer(before)]
    return _noun(before, counted[-1]) if counted else None


def _noun(text: str, at: int) -> str | None:
    """Words up to the first plural; names before it count only where a plural follows."""
    taken: list[str] = []
    small = 0
    while small < _MAX_WORDS and len(taken) - small <= _MAX_NAMES:
        word = _WORD.match(text, at)
        if word is None or word[1].lower() in (_ENDS if taken else _NO_UNIT):
            break
        named = not word[1][0].islower()
        if named and small:
            break
        taken.append(word[1])
        at = word.end()
        small += not named
        if not named and (word[1] in _WHOLE or re.search(r"[^s]s$", word[1])):
            return " ".join(taken)
    return " ".join(taken) if taken and small == len(taken) else None

"""Foreign names as Chinese syllables write them: 玛丽特·索尔海姆 sounds like Marit Solheim."""

from __future__ import annotations

import functools
import re
from difflib import SequenceMatcher
from itertools import permutations

# Chinese syllables keep the consonants of a name, but not l from r, voice, or what is breathed:
# these stand for one another in the tables of foreign names (GB/T 17693).
_LETTERS = (
    ("sch|tch|zh|sh|ch|ts|c(?=[eiy])|[zx]", "s"), ("ph|[vw]", "f"), ("ck|[qcg]", "k"), ("j", "k"),
    ("b", "p"), ("d|th", "t"), ("l", "r"), ("ng", "n"), ("[aeiouyhü]", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip
_PINYIN = (("ng", "n"), ("zh|ch|sh|[czx]", "s"), ("w", "f"), ("[jqg]", "k"), *_LETTERS[4:])
# Names of one person agree in nearly all; two foreign names of as many consonants do not.
ALIKE, LEAST, MOST_WORDS = 0.82, 4, 4


@functools.lru_cache(maxsize=4096)
def sounds_alike(syllables: str, latin: str) -> bool:
    """Whether the pinyin of a transcribed name may be heard in a name's words in any order."""
    heard = _skeleton(syllables, _PINYIN)
    words = [_skeleton(word, _LETTERS) for word in latin.split()[:MOST_WORDS]]
    if min(len(heard), sum(map(len, words))) < LEAST:
        return False
    return any(
        SequenceMatcher(None, heard, _skeleton("".join(order), ()), autojunk=False).ratio() >= ALIKE
        for order in permutations(words)
    )


def _skeleton(name: str, rules: tuple[tuple[str, str], ...]) -> str:
    """The consonants of a name, alike ones by one letter and doubled ones once."""
    for pattern, kept in rules:
        name = re.sub(pattern, kept, name)
    return re.sub(r"(.)\1+", r"\1", name)

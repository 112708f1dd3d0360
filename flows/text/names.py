"""Names of persons in one normal form for both scripts: 胡明伟, 胡明偉, Hu Mingwei, Mingwei Hu."""

from __future__ import annotations

import functools
import re
import unicodedata

import opencc

from flows.text.pinyin import (
    common_readings,
    pinyin,
    surname_reading,
    surname_readings,
    umlauts_plain,
)
from flows.text.surnames import COMPOUND_SURNAMES, OTHER_ROMANISATIONS, SURNAMES, syllables

HONORIFICS = (
    "mr mrs ms miss mister madam madame dr prof professor sir lord lady dame hon comrade jr sr ii"
    " iii president minister governor chairman director secretary general premier senator"
)
HAN_HONORIFIC = re.compile(
    "(?:先生|女士|小姐|同志|博士|教授|院士|(?:副|总|原)?(?:部长|局长|司长|主任|主席|行长|总裁|市长|省长|总理))$"
)
MAX_NAME = 120
# Two syllables of a surname and two of a given name, six letters each.
LONGEST_PINYIN_NAME = 24
SURE, DRIFTED, PART, PERHAPS = 1.0, 0.8, 0.7, 0.5

_HONORIFICS = frozenset(HONORIFICS.split())
_HAN = re.compile("[\u3400-\u9fff]")
_NOT_HAN = re.compile("[^\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_]+")
_INSIDE_WORD = re.compile(r"[-‐‑'’`·.]")


@functools.cache
def _to_simplified() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplify(text: str) -> str:
    """`text` in NFKC and simplified script."""
    return str(_to_simplified().convert(nfkc(text)))


def nfkc(text: str) -> str:
    """`text` in the compatibility form NFKC; the check costs a tenth of the change."""
    return text if unicodedata.is_normalized("NFKC", text) else unicodedata.normalize("NFKC", text)


@functools.lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """One normal form of a person's name; empty where `name` holds no letters.

    Chinese names become "surname givenname" in pinyin whatever their script and order; others
    their lower-case words without diacritics, honorifics and initials, sorted. A key is its
    own key.
    """
    text = simplify(name[:MAX_NAME]).strip()
    if _HAN.search(text):
        return _han_key(_NOT_HAN.sub("", text))
    words = _latin_words(text)
    return _chinese_order(words, _surname_hint(text)) or " ".join(sorted(w.lower() for w in words))


def same_person(one: str, other: str) -> float:
    """How surely two names (or their keys) mean one person, from 0 to 1.

    1 the same name; 0.8 one romanisation drifted; 0.7 a given name, a surname or a shortened
    name beside the full one; 0.5 a foreign given name before a surname written otherwise.
    """
    a, b = name_key(one), name_key(other)
    if not a or not b:
        return 0.0
    if a == b:
        return SURE
    left, right = a.split(), b.split()
    if sorted(left) == sorted(right) or a.replace(" ", "") == b.replace(" ", ""):
        return DRIFTED
    if set(left) <= set(right) or set(right) <= set(left):
        return PART
    return _nearly_same(left, right)


def comparable(one: str, other: str) -> bool:
    """Whether two keys of which neither is the other's can tell two persons apart.

    They cannot where one transcribes a foreign name in Chinese syllables and the other spells
    one in its own letters: 史蒂夫 is "shidifu".
    """
    if is_transcription(one) == is_transcription(other):
        return True
    return is_chinese(other if is_transcription(one) else one)


def is_chinese(key: str) -> bool:
    """Whether a key is "surname givenname" in pinyin, of which there is one spelling."""
    return _is_chinese(key.split())


def is_transcription(key: str) -> bool:
    """Whether a key is a foreign name in Chinese syllables: 史蒂夫 is "shidifu"."""
    words = key.split()
    return len(words) == 1 and (syllables(words[0]) > 2 or len(words[0]) > LONGEST_PINYIN_NAME)


def name_words(key: str) -> tuple[str, ...]:
    """What an index keeps of a name's key: its words, those that are surnames in pinyin too.

    Two keys of one person by `same_person` nearly always have one in common.
    """
    words = key.split()
    readings = (p for p, others in OTHER_ROMANISATIONS.items() if not set(words).isdisjoint(others))
    return tuple(dict.fromkeys([*words, *readings]))


def _nearly_same(left: list[str], right: list[str]) -> float:
    """Two keys of which neither contains the other."""
    if _is_chinese(left) and _is_chinese(right):
        (surname, given), (surname_2, given_2) = left, right
        if surname + given == given_2 + surname_2 or given + surname == surname_2 + given_2:
            # Dou Guang Yuan, of which either end may be the surname.
            return DRIFTED
        if given == given_2 and _same_surname(surname, surname_2):
            return DRIFTED
        if surname != surname_2:
            is_near = given == given_2 and _one_letter_apart(surname, surname_2, least=3)
            return PERHAPS if is_near else 0.0
        return PART if _shortened(given, given_2) or _one_letter_apart(given, given_2) else 0.0
    if _is_chinese(left) != _is_chinese(right):
        chinese, foreign = (left, right) if _is_chinese(left) else (right, left)
        return _beside_foreign(chinese, foreign)
    return 0.0


def _beside_foreign(chinese: list[str], foreign: list[str]) -> float:
    """A name in pinyin beside one in another romanisation or with a foreign given name."""
    surname, given = chinese
    if not any(_same_surname(surname, word) for word in foreign):
        return 0.0
    return DRIFTED if given in foreign else PERHAPS


def _shortened(one: str, other: str) -> bool:
    """Whether one given name is the first syllable of the other."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and syllables(long[len(short) :]) > 0


def _is_chinese(words: list[str]) -> bool:
    return len(words) == 2 and words[0] in surname_readings() and syllables(words[1]) in (1, 2)


def _same_surname(one: str, other: str) -> bool:
    return (
        one == other
        or other in OTHER_ROMANISATIONS.get(one, ())
        or one in OTHER_ROMANISATIONS.get(other, ())
    )


def _one_letter_apart(one: str, other: str, least: int = 5) -> bool:
    """Whether one letter is added, lost or changed in names of which one has `least` letters."""
    short, long = sorted((one, other), key=len)
    if len(long) < least or len(long) - len(short) > 1:
        return False
    same = next(
        (i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short)
    )
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _han_key(han: str) -> str:
    bare = HAN_HONORIFIC.sub("", han) or han
    surname = next((s for s in COMPOUND_SURNAMES if bare.startswith(s)), bare[:1])
    known = len(surname) == 2 or surname in SURNAMES
    reading = surname_reading(surname)
    if bare == surname and known:
        return reading
    if known and len(bare) - len(surname) <= 2:
        return f"{reading} {pinyin(bare[len(surname) :])}"
    if len(bare) == 3:
        words = [reading, pinyin(bare[1:])]
        return _chinese_order(words, None) or " ".join(sorted(words))
    return pinyin(bare)


def _latin_words(text: str) -> list[str]:
    """The words of a name as written, without diacritics, honorifics and initials."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = _WORD.findall(_INSIDE_WORD.sub("", plain))
    kept = [w for w in words if len(w) > 1 and w.lower() not in _HONORIFICS]
    return kept or words


def _surname_hint(text: str) -> str | None:
    """The surname where writing shows it: before a comma, or alone in capitals."""
    words = _latin_words(text)
    if "," in text:
        return words[0].lower() if words else None
    capitals = [w for w in words if w.isupper() and len(w) > 1]
    return capitals[0].lower() if len(capitals) == 1 and len(words) > 1 else None


def _chinese_order(words: list[str], hint: str | None) -> str | None:
    """The key "surname givenname", or None where the words do not spell a Chinese name."""
    spelt = [umlauts_plain(w.lower()) for w in words]
    if not 2 <= len(spelt) <= 4 or not all(syllables(w) for w in spelt):
        return None
    at = _surname_place(spelt, hint)
    if at is None:
        return None
    given = "".join(w for i, w in enumerate(spelt) if i != at)
    return f"{spelt[at]} {given}" if syllables(given) in (1, 2) else None


def _surname_place(spelt: list[str], hint: str | None) -> int | None:
    """Index of the surname: the first word by custom, the last where only that can be one."""
    if hint in spelt and hint in surname_readings():
        return spelt.index(hint)
    first, last = spelt[0] in surname_readings(), spelt[-1] in surname_readings()
    if first and len(spelt) == 3:
        # Only who keeps the Chinese order writes each syllable apart.
        return 0
    if first and last:
        rare_first = spelt[0] not in common_readings() and spelt[-1] in common_readings()
        return len(spelt) - 1 if rare_first and len(spelt) > 1 else 0
    if first:
        return 0
    return len(spelt) - 1 if last else None

"""Han characters and surnames in pinyin, as they are written in romanised names."""

from __future__ import annotations

import functools

from pypinyin import lazy_pinyin

from flows.text.surnames import COMPOUND_SURNAMES, SURNAME_READINGS, SURNAMES

_UMLAUT = {"lv": "lu", "nv": "nu", "lve": "lue", "nve": "nue", "lyu": "lu", "nyu": "nu"}
# So many of the most frequent surnames are the likely ones of two.
COMMON = 100


def pinyin(han: str) -> str:
    """The syllables of Han characters in small letters, without tones and umlauts."""
    return "".join(map(umlauts_plain, lazy_pinyin(han)))


def umlauts_plain(syllable: str) -> str:
    """A syllable of pinyin with its ü written as u, however it was written: lv, lyu."""
    return _UMLAUT.get(syllable, syllable)


def surname_reading(surname: str) -> str:
    """A surname in pinyin, read as surnames are."""
    return SURNAME_READINGS.get(surname) or pinyin(surname)


@functools.cache
def surname_readings() -> frozenset[str]:
    """All surnames in pinyin, in small letters."""
    return frozenset(map(surname_reading, (*SURNAMES, *COMPOUND_SURNAMES)))


@functools.cache
def common_readings() -> frozenset[str]:
    """Readings of the hundred most frequent surnames: these win where two words could be one."""
    return frozenset(map(surname_reading, SURNAMES[:COMMON]))

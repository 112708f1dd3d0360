"""Countries, cities, bodies and days that a text names, by one key for both languages."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator

import babel

from flows.text.bodies import aliases
from flows.text.content import PLACES

# A report gives the statement first; its tail is background and other stories.
MAX_TEXT, MAX_MENTIONS = 6_000, 60
# The longest names that both languages know are those of bodies.
MOST_CHARACTERS, MOST_WORDS = 16, 9

_NAME_WORD = re.compile(r"[A-Za-z][\w.'-]{0,30}(?<![.'-])|\b[A-Z]\.[A-Z]\.")
_HAN_RUN = re.compile("[\u3400-\u9fff]{2,200}")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}")
_MONTH_FIRST = re.compile(rf"\b{_MONTH} (\d{{1,2}})(?!\d)")
_MONTH_IN_DIGITS = re.compile(r"(?<!\d)(\d{1,2})月(\d{1,2})[日号]|\b(?:19|20)\d\d-(\d\d)-(\d\d)\b")
_YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?![\d-])")


def mentions(text: str, lang: str) -> tuple[str, ...]:
    """Countries, cities, bodies, days and years that a text names, as keys for both languages.

    The oftenest first. Names of places are those of the Unicode CLDR.
    """
    head = text[:MAX_TEXT]
    named = _named_han(head) if lang.startswith("zh") else _named_latin(head)
    found = Counter(named)
    found.update(f"d:{day}" for day in _days(head.lower()))
    found.update(f"y:{year}" for year in _YEAR.findall(head))
    return tuple(key for key, _ in found.most_common(MAX_MENTIONS))


def _named_han(text: str) -> Iterator[str]:
    """Keys of the longest known names, character by character."""
    keys = _known_names("zh")
    beginnings = {name[:2] for name in keys}
    for run in _HAN_RUN.findall(text):
        at = 0
        while at < len(run):
            longest = MOST_CHARACTERS if run[at : at + 2] in beginnings else 0
            ends = (at + size for size in range(longest, 1, -1))
            end = next((end for end in ends if run[at:end] in keys), None)
            if end:
                yield keys[run[at:end]]
            at = end or at + 1


def _named_latin(text: str) -> Iterator[str]:
    """Keys of the longest known names that begin with a capital, word by word."""
    keys = _known_names("en")
    words = _NAME_WORD.findall(text.replace("’", "'"))
    at = 0
    while at < len(words):
        longest = MOST_WORDS if words[at][0].isupper() else 0
        ends = range(min(at + longest, len(words)), at, -1)
        spans = ((end, " ".join(words[at:end]).lower().removesuffix("'s")) for end in ends)
        end, name = next(((end, name) for end, name in spans if name in keys), (0, ""))
        if end:
            yield keys[name]
        at = end or at + 1


def _days(lower: str) -> Iterator[str]:
    """Days without their year, "07-26"."""
    for match in _MONTH_IN_DIGITS.finditer(lower):
        month, day = (int(part) for part in match.groups() if part)
        yield f"{month:02d}-{day:02d}"
    for match in _MONTH_FIRST.finditer(lower):
        yield f"{_MONTHS.index(match[1]) + 1:02d}-{int(match[2]):02d}"
    for match in _DAY_FIRST.finditer(lower):
        yield f"{_MONTHS.index(match[2]) + 1:02d}-{int(match[1]):02d}"


@functools.cache
def _known_names(language: str) -> dict[str, str]:
    """The key of each name of a place or a body, in lower case."""
    named, english = babel.Locale(language), babel.Locale("en")
    keys = {han if language == "zh" else key: f"p:{key}" for han, key in PLACES.items()}
    for code, name in named.territories.items():
        if code.isalpha() and len(code) == 2 and code != "CN":
            keys.setdefault(name.lower(), f"p:{english.territories[code].lower()}")
    for zone, names in babel.Locale("zh").time_zones.items():
        city = english.time_zones.get(zone, {}).get("city") or zone.rpartition("/")[2]
        city = city.lower().replace("_", " ")
        if "city" in names:
            keys.setdefault(names["city"] if language == "zh" else city, f"p:{city}")
    # An acronym stands in Latin letters in both languages, or is another word: who, sec.
    bodies = {alias: key for alias, key in aliases().items() if " " in alias or not alias.isascii()}
    return keys | {alias: f"b:{key}" for alias, key in bodies.items()}

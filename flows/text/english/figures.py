"""Quantities with their unit: more than 1,234 firms, $5 million, 8.5%, dozens of ports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.english.words import MONTHS, any_of
from storage.records import Figure

MAX_FIGURES = 200
_MAGNITUDE = r"(?: ?(?P<magnitude>hundred|thousand|million|billion|trillion|bn|mn|tn)\b)?"
_HEDGE = (
    r"more than|over|about|around|nearly|almost|some|roughly|approximately|up to|at least"
    r"|fewer than|less than"
)
_SMALL_NUMBER = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred"
)
_CURRENCY = r"US\$|HK\$|S\$|A\$|C\$|\$|€|£|¥|RMB ?"
_DIGITS = re.compile(
    rf"(?P<currency>{_CURRENCY})?(?<![\w.,/:·#-])"
    r"(?P<value>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?)(?![\d])"
    rf"(?P<letter>(?<=\d)[mk]\b)?{_MAGNITUDE}\+?(?P<percent> ?%| per ?cent\b| percentage points?)?"
)
_WORDS = re.compile(
    rf"\b(?:{_HEDGE}) (?P<value>{_SMALL_NUMBER}){_MAGNITUDE}(?= [a-z])|"
    rf"\b(?P<round>(?:{_SMALL_NUMBER}|one|several) (?:hundred|thousand|million|billion))(?= [a-z])|"
    r"\b(?P<vague>dozens|hundreds|thousands|tens of thousands|millions|billions) of(?= [a-z])",
    re.IGNORECASE,
)
# Words that end the name of what is counted.
_NO_UNIT = "and|or|to|in|on|at|by|for|from|with|have|has|are|were|is|was|so|than|that|the"
_ENDS_UNIT = (
    f"{_NO_UNIT}|which|who|as|of|across|since|will|this|last|would|could|can|had|a|an|it|but|been"
    "|taking|joined|under|into"
)
_UNIT = re.compile(
    rf" (?:of |new |other )?((?!(?:{_NO_UNIT})\b)[a-z][\w'-]{{1,24}}"
    # The first plural is what is counted; what follows it is a verb.
    rf"(?:(?<![a-rt-z]s)(?: (?!(?:{_ENDS_UNIT})\b)[a-z][\w'-]{{1,24}})){{0,2}})"
)
# The number of users exceeded …
_COUNTED = re.compile(
    r"\b(?:number|total|amount|volume) of (?P<unit>[a-z][\w -]{2,40}?)(?: has| have| in \w+)?"
    r" (?:exceeds?|exceeded|reache[ds]|is|was|stood at|hit|rose to|grew to|totall?ed)"
    rf"(?: (?:{_HEDGE}))? ?$"
)
_MONTH = any_of([*MONTHS, *(month[:3] for month in MONTHS), "sept"])
_DATE_BEFORE = re.compile(
    rf"\b{_MONTH}\.? (?:\d{{1,2}} ?[-–] ?)?$",
    re.IGNORECASE,
)
_DATE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)\b| ?(?:of )?{_MONTH}\b|[:/]\d|-\d|[A-Za-z]|[.)] |\)",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(
    r"(?:\b(?i:no|article|page|chapter|section|item|number|tel|version|phase|step|top)[.:]? ?"
    r"|[A-Z]{4,8},? ?[-+]?|[(#])$"
)
_TICKER_BEFORE = re.compile(r"[A-Z]{3,8},? ?[-+]$")
_RANGE = re.compile(r" ?(?:or|to|-|–) ?\d")


def figures(text: str) -> tuple[Figure, ...]:
    """The quantities of `text` in order; years, dates, codes, tickers and list numbers are none."""
    found = sorted([*_in_digits(text), *_in_words(text)], key=lambda figure: figure.span)
    return tuple(found[:MAX_FIGURES])


def _in_digits(text: str) -> Iterator[Figure]:
    for match in _DIGITS.finditer(text):
        value = match["value"]
        before = text[max(0, match.start() - 24) : match.start()]
        after = text[match.end("value") : match.end("value") + 12]
        bare = not (match["currency"] or match["percent"] or match["magnitude"])
        value += (match["letter"] or "") if match["currency"] else ""
        if _TICKER_BEFORE.search(before):
            continue
        if bare and (_no_quantity(value, before, after)):
            continue
        unit = _unit(text, match)
        if unit is None:
            continue
        amount = f"{value} {match['magnitude']}" if match["magnitude"] else value
        yield Figure(amount, unit, _what(text, match.end(), unit), match.span(), _rule(match))


def _rule(match: re.Match[str]) -> str:
    if match["percent"]:
        return "percent"
    return "currency" if match["currency"] else "number and noun"


def _no_quantity(value: str, before: str, after: str) -> bool:
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", value):
        return True
    if _DATE_BEFORE.search(before) or _DATE_AFTER.match(after) or _CODE_BEFORE.search(before):
        return True
    return bool(re.search(r"\d (?:or|to|-|–) $", before) or _RANGE.match(after))


def _unit(text: str, match: re.Match[str]) -> str | None:
    if match["percent"]:
        return "%"
    if match["currency"]:
        return str(match["currency"]).strip()
    if noun := _UNIT.match(text, match.end()):
        return str(noun[1])
    counted = _COUNTED.search(text[max(0, match.start() - 90) : match.start()])
    return counted["unit"] if counted else None


def _what(text: str, end: int, unit: str) -> str | None:
    if unit[0].isalpha() and unit.islower():
        return unit
    noun = _UNIT.match(text, end)
    return noun[1] if noun else None


def _in_words(text: str) -> Iterator[Figure]:
    for match in _WORDS.finditer(text):
        noun = _UNIT.match(text, match.end())
        if noun is None:
            continue
        value = match["vague"] or match["round"] or match["value"]
        if match["value"] and match["magnitude"]:
            value = f"{value} {match['magnitude']}"
        yield Figure(value.lower(), noun[1], noun[1], match.span(), "number in words")

"""Quantities with their unit: more than 1,234 firms, $5 million, 8.5%, dozens of ports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.english.words import MONTHS, any_of
from storage.records import Figure

MAX_FIGURES = 200
_MAGNITUDE = r"(?: ?(?P<magnitude>hundred|thousand|million|billion|trillion)\b)?"
_HEDGE = r"more than|over|about|around|nearly|almost|some|roughly|approximately|up to|at least|fewer than|less than"
_SMALL_NUMBER = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred"
_CURRENCY = r"US\$|HK\$|S\$|A\$|C\$|\$|€|£|¥|RMB ?"
_DIGITS = re.compile(
    rf"(?P<currency>{_CURRENCY})?(?<![\w.,/:·#-])(?P<value>\d{{1,3}}(?:,\d{{3}}){{1,5}}(?:\.\d+)?|\d{{1,12}}(?:\.\d{{1,6}})?)(?![\d])"
    rf"{_MAGNITUDE}\+?(?P<percent> ?%| per ?cent\b| percentage points?)?"
)
_WORDS = re.compile(
    rf"\b(?:{_HEDGE}) (?P<value>{_SMALL_NUMBER}){_MAGNITUDE}(?= [a-z])|"
    r"\b(?P<vague>dozens|hundreds|thousands|tens of thousands|millions|billions) of(?= [a-z])",
    re.IGNORECASE,
)
_UNIT = re.compile(r" (?:of |new |other )?((?!and\b|or\b|to\b|in\b|on\b|at\b|by\b|for\b|from\b|with\b|have\b|has\b|are\b|were\b|is\b|was\b|so\b|than\b|that\b|the\b)[a-z][\w'-]{1,24}(?: (?!and\b|or\b|to\b|in\b|on\b|at\b|by\b|for\b|from\b|with\b|have\b|has\b|are\b|were\b|is\b|was\b|so\b|than\b|that\b|which\b|who\b|as\b|of\b|across\b|since\b|will\b|this\b|last\b|the\b|would\b|could\b|can\b|had\b|a\b|an\b|it\b|but\b|been\b|taking\b|joined\b|under\b|into\b)[a-z][\w'-]{1,24}){0,2})")
_DATE_BEFORE = re.compile(rf"\b{any_of([*MONTHS, *(m[:3] for m in MONTHS), 'sept'])}\.? (?:\d{{1,2}} ?[-–] ?)?$", re.IGNORECASE)
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)\b| ?(?:of )?{any_of([*MONTHS, *(m[:3] for m in MONTHS)])}\b|[:/]\d|-\d|[A-Za-z]|[.)] |\)", re.IGNORECASE)
_CODE_BEFORE = re.compile(r"(?:\b(?i:no|article|page|chapter|section|item|number|tel|version|phase|step|top)[.:]? ?|[A-Z]{4,8},? ?[-+]?|[(#])$")
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
        if _TICKER_BEFORE.search(before):
            continue
        if bare and (_no_quantity(value, before, after)):
            continue
        unit = _unit(text, match)
        if unit is None:
            continue
        amount = f"{value} {match['magnitude']}" if match["magnitude"] else value
        yield Figure(amount, unit, _what(text, match.end(), unit), match.span())


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
    noun = _UNIT.match(text, match.end())
    return noun[1] if noun else None


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
        value = match["vague"] or match["value"]
        if match["value"] and match["magnitude"]:
            value = f"{value} {match['magnitude']}"
        yield Figure(value.lower(), noun[1], noun[1], match.span())

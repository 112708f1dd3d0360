"""Quantities with their unit: more than 1,234 firms, $5 million, 8.5%, dozens of ports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.english.figure_units import HEDGE, share_behind, unit_before, unit_behind
from flows.text.english.words import MONTHS, any_of, lowered
from storage.records import Figure

MAX_FIGURES = 200
_POWERS = "hundred|thousand|million|billion|trillion|bn|mn|tn|lakh|crore"
_MAGNITUDE = rf"(?:[ -]?(?P<magnitude>(?:(?:thousand|lakh) )?(?:{_POWERS}))\b)?"
_SMALL_NUMBER = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred"
)
_CURRENCY = (
    r"US\$|HK\$|NT\$|S\$|A\$|C\$|\$|€|£|¥|₹|(?:RMB|USD|EUR|GBP|CNY|SGD|HKD|JPY|INR) "
    r"|Rs\.? ?"
)
# A place where neither a currency nor a number may begin is passed over at once.
_OPENS = r"\d$€£¥₹UHNSACREGJI"
_NUMBER = (
    # Groups of three digits, groups of two as in India, or none.
    r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,2}(?:,\d{2}){1,4},\d{3}|\d{1,12}(?:\.\d{1,6})?"
)
_DIGITS = re.compile(
    rf"(?=[{_OPENS}])(?P<currency>{_CURRENCY})?(?<![\w.,/:·#-])"
    rf"(?P<value>{_NUMBER})(?!\d)(?P<to>[-–]\d{{1,4}}(?:\.\d{{1,3}})?(?![\d.]\d))?"
    rf"(?P<letter>(?<=\d)[mk]\b)?{_MAGNITUDE}\+?"
    r"(?P<percent> ?[%％]| ?pct\b| per ?cent\b| percentage points?)?"
)
_MANY = "hundreds|thousands|millions|billions|trillions"
# In small letters, as the text is given to it: that halves the search.
_WORDS = re.compile(
    rf"\b{HEDGE} (?P<value>{_SMALL_NUMBER}){_MAGNITUDE}(?= [a-z])|"
    rf"\b(?P<round>(?:{_SMALL_NUMBER}|one|several) (?:hundred|thousand|million|billion))(?= [a-z])|"
    rf"\b(?P<vague>dozens|tens of (?:{_MANY})|(?:{_MANY})(?: of (?:{_MANY}))?) of(?= [a-z])"
)
_MONTH = any_of([*MONTHS, *(month[:3] for month in MONTHS), "sept"])
_DATE_BEFORE = re.compile(
    rf"\b{_MONTH}\.? (?:\d{{1,2}} ?[-–] ?)?$",
    re.IGNORECASE,
)
_DATE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)\b| ?(?:of )?{_MONTH}\b|[:/]\d|-\w|[A-Za-z]|[.)] |\)",
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
        value += match["to"] or ""
        value += (match["letter"] or "") if match["currency"] else ""
        if _TICKER_BEFORE.search(before):
            continue
        if bare and (_no_quantity(value, before, after)):
            continue
        unit = _unit(text, match)
        if unit is None:
            continue
        amount = f"{value} {match['magnitude']}" if match["magnitude"] else value
        yield Figure(amount, unit, _what(text, match, unit), match.span(), _rule(match))


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
        return str(match["currency"]).strip(" .")
    return unit_behind(text, match.end()) or unit_before(text, match.start())


def _what(text: str, match: re.Match[str], unit: str) -> str | None:
    if match["percent"] or match["currency"]:
        return share_behind(text, match.end())
    return unit


def _in_words(text: str) -> Iterator[Figure]:
    for match in _WORDS.finditer(lowered(text)):
        unit = unit_behind(text, match.end())
        if unit is None:
            continue
        value = match["vague"] or match["round"] or match["value"]
        if match["value"] and match["magnitude"]:
            value = f"{value} {match['magnitude']}"
        yield Figure(value, unit, unit, match.span(), "number in words")

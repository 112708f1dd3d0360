"""The numbers of a text as plain magnitudes, the same in every language: 2.8万 is 28000."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from flows.text.names import nfkc

# What lies beyond is the page's tail, not the statement.
MAX_TEXT = 20_000
MAX_NUMBERS = 200
# How far a month, an ordinal's mark or a magnitude may stand from its digits.
CONTEXT = 14

_POWERS = {
    "十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8,
    "hundred": 2, "thousand": 3, "k": 3, "million": 6, "mn": 6, "m": 6, "billion": 9, "bn": 9,
    "trillion": 12, "tn": 12,
}  # fmt: skip
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
# Magnitudes told without a number are themselves a figure that reprints keep.
_VAGUE = {
    "dozens of": "10s", "数十": "10s", "數十": "10s", "几十": "10s", "幾十": "10s",
    "hundreds of": "100s", "数百": "100s", "數百": "100s", "thousands of": "1000s",
    "数千": "1000s", "數千": "1000s", "数万": "10000s", "數萬": "10000s",
    "millions of": "1000000s", "数百万": "1000000s", "數百萬": "1000000s",
    "billions of": "1000000000s", "数十亿": "1000000000s", "數十億": "1000000000s",
}  # fmt: skip

# Each pattern begins with a set of characters, so that the search skips what cannot match.
_NUMBER = re.compile(
    r"[0-9]{1,15}(?:,[0-9]{3}){0,5}(?:\.[0-9]{1,6})?"
    r"|[零〇一二两兩三四五六七八九十百千万萬亿億]{2,14}|[百千万萬亿億](?=[余餘多])"
)
_WORD_MAGNITUDE = re.compile(r"(?:hundred|thousand|million|billion|trillion)\b")
_VAGUE_NUMBER = re.compile("|".join(sorted(_VAGUE, key=len, reverse=True)))

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}"
# Names (G20), ordinals, dates, times, codes, by what stands before the digits.
_NO_QUANTITY_BEFORE = re.compile(
    rf"(?:[a-z][-‑]?|第\s?|[0-9][-/:.]|\b{_MONTH}\.?\s{{1,2}}|\b(?:no|article|page)\.?\s)\Z"
)
_NO_QUANTITY_AFTER = re.compile(
    rf"\s?[月日号時时點点届屆]|年代|[-/:][0-9]|\.[0-9]|(?:st|nd|rd|th)\b|\s(?:of\s)?{_MONTH}\b|[a-z]"
)
_MORE = "余餘多来來几幾"
# 千瓦, 千克, 千米 and such are units: their 千 counts no things.
_MAGNITUDE_AFTER = re.compile(
    rf"[{_MORE}]?\s?((?:[十百万萬亿億]|千(?![瓦克米伏安赫帕卡焦])){{1,2}})"
    r"|[\s-]?(trillion|billion|million|thousand|hundred|bn|mn|tn|[km])\b"
)
_PERCENT_AFTER = re.compile(r"\s?(?:%|per\s?cent|个百分点|個百分點|percentage points?)")
_ENUMERATOR_BEFORE = re.compile(r"(?:^|\n)\s{0,8}\(?$")
_ENUMERATOR_AFTER = re.compile(r"[.、)](?!\d)")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_HAN = re.compile("[\u3400-\u9fff]")


def numbers(text: str) -> tuple[str, ...]:
    """The distinct quantities of `text` as plain decimals, "12.5%", or "100s" for hundreds.

    Years, days, clock times, ordinals, enumerators and digits inside names are left out. At
    most `MAX_NUMBERS` of the first `MAX_TEXT` characters, in linear time.
    """
    lower = nfkc(text[:MAX_TEXT]).lower()
    found = dict.fromkeys(_VAGUE[m.group()] for m in _VAGUE_NUMBER.finditer(lower))
    found |= dict.fromkeys(_in_words(lower))
    found |= dict.fromkeys(_in_digits(_VAGUE_NUMBER.sub(" ; ", lower)))
    return tuple(found)[:MAX_NUMBERS]


def _in_words(text: str) -> Iterator[str]:
    """Numbers such as "two million"."""
    for magnitude in _WORD_MAGNITUDE.finditer(text):
        before = text[max(0, magnitude.start() - CONTEXT) : magnitude.start()]
        word = before.replace("-", " ").rstrip().rpartition(" ")[2]
        if word in _WORDS:
            yield _plain(Decimal(_WORDS[word]).scaleb(_POWERS[magnitude.group()]))


def _in_digits(text: str) -> Iterator[str]:
    """Numbers in digits or Chinese numerals, with the magnitudes behind them."""
    pending, end = Decimal(0), -1
    for match in _NUMBER.finditer(text):
        if match.start() < end:
            continue
        value, stop = _read(text, match)
        if value is None:
            continue
        # 2亿169万 is one number in two parts.
        if pending and (match.start() != end or value >= pending):
            yield _plain(pending)
            pending = Decimal(0)
        value, pending, end = value + pending, Decimal(0), stop
        if text[max(0, match.start() - 3) : match.start()] == "百分之":
            yield _plain(value) + "%"
        elif percent := _PERCENT_AFTER.match(text, stop):
            yield _plain(value) + "%"
            end = percent.end()
        else:
            pending = value
    if pending:
        yield _plain(pending)


def _read(text: str, match: re.Match[str]) -> tuple[Decimal | None, int]:
    """The value of a number with its magnitude and where it ends; None where it is no quantity."""
    start, end = match.span()
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if _HAN.match(match.group()) or match.group()[0] == "〇":
        value = _han_value(match.group())
    else:
        value = _digits_value(match.group(), before, after)
    if value is None or _NO_QUANTITY_BEFORE.search(before):
        return None, end
    magnitude = _MAGNITUDE_AFTER.match(after)
    if magnitude is None:
        return (None if _NO_QUANTITY_AFTER.match(after) else value), end
    power = sum(_POWERS[c] for c in magnitude[1]) if magnitude[1] else _POWERS[magnitude[2]]
    return value.scaleb(power), end + magnitude.end()


def _digits_value(digits: str, before: str, after: str) -> Decimal | None:
    if _YEAR.fullmatch(digits) and (not _HAN.match(after) or after[0] == "年"):
        return None
    coded = before.endswith("(") and after.startswith(")")
    listed = _ENUMERATOR_BEFORE.search(before) and _ENUMERATOR_AFTER.match(after)
    return None if coded or listed else Decimal(digits.replace(",", ""))


def _han_value(han: str) -> Decimal | None:
    """A number in Chinese numerals; None for a row of digits (十四五): it is a name."""
    total = section = 0
    digit: int | None = None
    for c in han:
        if c in _HAN_DIGITS:
            if digit:
                return None
            digit = _HAN_DIGITS[c]
        elif (size := 10 ** _POWERS[c]) >= 10**4:
            total, section, digit = (total + section + (digit or 0) or 1) * size, 0, None
        else:
            section, digit = section + (digit or 1) * size, None
    value = total + section + (digit or 0)
    return Decimal(value) if value >= 10 else None


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

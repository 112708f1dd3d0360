"""Dates within a text: 2021年9月27日, 9月27日, 27日, 今日, 周一, 四月十二日, 8日至10日."""

from __future__ import annotations

import functools
import re
from datetime import date, timedelta

from flows.text.found_days import FoundDay, Kind, Rule, by_rules, days_before
from flows.text.partial_date import PartialDate

# Without one of these a sentence tells no day.
_HINT = re.compile(
    r"[月日号年周星礼今昨前/.-](?:(?<=[\d一二三四五六七八九十本上][月日号])|(?<=上个月)|(?<=[\d去前]年)|"
    r"(?<=[今昨])[日天早晨晚(表强指召出宣说]|(?<=前)天|(?<=周)[一二三四五六日天]|(?<=星)期|(?<=礼)拜|"
    r"(?<=\d[-/.])\d)"
)
_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "0": 0}
_NUM = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
# 今(109)年, 109年: years of the republic.
_YEAR = (
    r"(?P<year>(?:19|20)\d\d|(?<!\d)1[0-4]\d|[一二][〇零○0一二三四五六七八九]{3}|"
    r"(?:今|去|明|前|本|当|同)(?:\(1\d\d\))?)年"
)
_MONTH = rf"(?P<month>{_NUM})月(?!份?以来)"
_DAY = rf"(?P<day>{_NUM})[日号]"
# 部长昨强调: what stands behind a day in one character.
_SAYS = "表示|强调|指出|召开|出席|宣布|说"
_TO = r"(?:至|到|-|—|~|–)"
# Without one of the characters in front a rule finds nothing.
_RULES: tuple[tuple[str, Rule], ...] = tuple(
    (needs, (kind, re.compile(pattern)))
    for needs, kind, pattern in (
        ("至到-—~–", "range", rf"(?:{_YEAR})?{_MONTH}{_NUM}[日号]?{_TO}(?:{_NUM}月)?{_DAY}"),
        ("至到-—~–", "range", rf"(?<![\d月]){_NUM}[日号]?{_TO}{_DAY}"),
        ("月", "day", rf"{_YEAR}{_MONTH}{_DAY}"),
        (
            "-/.",
            "day",
            r"(?<!\d)(?P<year>20\d\d)[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?!\d)",
        ),
        ("月", "day", rf"(?<!\d){_MONTH}{_DAY}"),
        ("月", "month", rf"{_YEAR}{_MONTH}"),
        ("月", "month", rf"(?<![\d个两第十]){_MONTH}(?=[,份初底末中以曾的在发就])"),
        (
            "日号",
            "day",
            rf"(?<![\d月百千万一二三四五六七八九十每]){_DAY}(?![报本元常前来均内后a-z])",
        ),
        ("月", "this month", rf"本月{_DAY}"),
        ("(", "day", r"(?:今|昨)\((?P<day>\d{1,2})\)[日天]?"),
        ("今", "today", rf"(?:今[日天]|今早|今晨|今(?={_SAYS}))"),
        ("昨", "yesterday", rf"(?:昨[日天]|昨晚|昨(?={_SAYS}))"),
        ("前", "before", r"前天"),
        ("周", "last week", r"上周(?P<weekday>[一二三四五六日天])"),
        (
            "周期拜",
            "weekday",
            r"(?<![每下])(?:本周|周|星期|礼拜)(?P<weekday>[一二三四五六日天])(?![^\n,。]{0,2}例)",
        ),
        ("上", "last month", rf"上个?月(?:{_DAY})?"),
        ("年", "year", r"(?P<year>(?:19|20)\d\d|去|前)年"),
    )
)
_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_RELATIVE_YEAR = {"今": 0, "本": 0, "当": 0, "去": -1, "明": 1, "前": -2}


@functools.lru_cache(maxsize=1024)
def find_dates(text: str, today: date | None = None) -> tuple[FoundDay, ...]:
    """The dates of `text` in order, without overlaps; words such as 昨日 need `today`."""
    if not _HINT.search(text):
        return ()
    characters = frozenset(text)
    rules = [rule for needs, rule in _RULES if not characters.isdisjoint(needs)]
    return by_rules(text, rules, lambda kind, match: _read(kind, match, today))


def _read(kind: str, match: re.Match[str], today: date | None) -> FoundDay | None:
    groups = match.groupdict()
    if kind not in ("day", "month", "range", "year"):
        day = _number(groups.get("day"))
        return _reckoned(kind, groups.get("weekday") or "", today, match.span(), day)
    try:
        partial = PartialDate(
            _year(groups.get("year"), today),
            _number(groups.get("month")),
            _number(groups.get("day")),
        )
    except ValueError:
        return None
    if kind == "year" and partial.year is None:
        return None
    return FoundDay(partial, _KINDS[kind], match.start(), match.end())


_KINDS: dict[str, Kind] = {"day": "day", "month": "month", "range": "range", "year": "year"}


def _reckoned(
    kind: str, weekday: str, today: date | None, span: tuple[int, int], day: int | None
) -> FoundDay | None:
    if today is None:
        return None
    if kind in ("last month", "this month"):
        before = today.replace(day=1) - timedelta(days=kind == "last month")
        try:
            found = PartialDate(before.year, before.month, day)
        except ValueError:
            return None
        return FoundDay(found, "day" if day else "month", *span, relative=True)
    if weekday:
        back = (today.weekday() - _WEEKDAYS[weekday]) % 7
        if kind == "last week":
            back = today.weekday() + 7 - _WEEKDAYS[weekday]
    else:
        back = {"today": 0, "yesterday": 1, "before": 2}[kind]
    return days_before(today, back, span)


def _year(words: str | None, today: date | None) -> int | None:
    if words is None:
        return None
    words = words.partition("(")[2].rstrip(")") or words
    if words in _RELATIVE_YEAR:
        return today.year + _RELATIVE_YEAR[words] if today else None
    if words == "同":
        return None
    year = int("".join(str(_DIGITS.get(c, c)) for c in words))
    # 109年9月: in years of the republic.
    return year if year > 1000 else year + 1911


def _number(words: str | None) -> int | None:
    """A month or day in digits or Chinese numerals: 二十七 is 27."""
    if words is None:
        return None
    if words.isascii():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS.get(words)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)

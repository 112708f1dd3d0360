"""How many measures a text says that it lists: 提出六点建议, 从四个方面, 八项举措."""

from __future__ import annotations

import re

_NUMBERS = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
# It begins with plain signs, so that a search tries few places; `_NUMBER` then looks closer.
_COUNT = r"(?P<count>[两二三四五六七八九十1-9][一二三四五六七八九\d]?)"
_NUMBER = re.compile(
    r"(?<![第一二两三四五六七八九十百千万\d.])"
    r"(?:[两二三四五六七八九]|十[一二三四五六七八九]?|[2-9]|[12]\d)"
)
_COUNTED = re.compile(
    rf"{_COUNT}(?:(?:个|项|条|点|大|方面)的?[\u3400-\u9fff]{{0,4}}?"
    "(?:措施|举措|建议|倡议|意见|要求|任务|工作|行动|方面)|方面)"
)
# What makes a number of them an announcement.
_OPENED = re.compile(
    r"(?:提出|推出|从|在|围绕|做好|抓好|采取|以下|如下|给出|部署)[^,。;:!?\n]{0,6}$"
)
_OPENS = re.compile("[^,。;!?\n]{0,4}:")
# 取得三方面进展: what was.
_DONE = re.compile(r"(?:取得|完成|开展|采取了|做了|已)[^,。;:!?\n]{0,12}$")
_BEFORE = 16


def announced(title: str, text: str) -> int | None:
    """The number of measures that the headline, else the text, announces first; None if none.

    Both as a view shows them: simplified, with plain marks.
    """
    counted = [m for m in _COUNTED.finditer(title) if _is_number(m)]
    counted = counted or [
        m for m in _COUNTED.finditer(text) if _is_number(m) and _announces(text, m)
    ]
    return _number(counted[0]["count"]) if counted else None


def _is_number(counted: re.Match[str]) -> bool:
    """Whether the signs are a whole number of two or more, and no part of a longer one."""
    return bool(_NUMBER.fullmatch(counted.string, *counted.span("count")))


def _announces(text: str, counted: re.Match[str]) -> bool:
    before = text[max(0, counted.start() - _BEFORE) : counted.start()]
    if _DONE.search(before):
        return False
    return bool(_OPENED.search(before) or _OPENS.match(text, counted.end()))


def _number(count: str) -> int:
    if count.isdigit():
        return int(count)
    rest = count.removeprefix("十")
    return 10 * (rest != count) + _NUMBERS.get(rest, 0)

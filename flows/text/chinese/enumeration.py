"""Enumerated lists: 一是…二是…, 第一,…, 首先…其次…, 1、…; and whether they list measures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.text.chinese.actions import ACTION, MODAL, NEVER_PLAN, NO_PLAN, PLAN, SELDOM_PLAN

# Longer lists are tables of contents or attacks.
MAX_MARKERS = 400
LEAD = 70
_NUMBERS = {c: i for i, c in enumerate("一二三四五六七八九十", 1)}
# 0 stands for the last, whatever its number.
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 0, "一方面": 1, "另一方面": 2}
_BEGIN = r"(?:^|(?<=[\n。;:,!?“”\"')\]>、 ])|(?<=\n ))"
_MARKER = re.compile(
    rf"{_BEGIN}(?:[-•·▪●◆]\s?)?(?:"
    r"(?P<word>首先|其次|再次|再者|最后|一方面|另一方面)(?:是|要|,|、)?"
    r"|(?:第)?(?P<is>[一二三四五六七八九十]{1,2})(?:个|点|项)?(?:方面|举措|措施|建议|任务|"
    r"工作)?(?P<verb>是|要|则是)[要、,]?"
    r"|其(?P<its>[一二三四五六七八九十])(?:是|,|、)"
    r"|第(?P<nth>[一二三四五六七八九十]{1,2})(?:个|点|项)?(?:方面|步|举措|措施|建议|条)?(?:措施|"
    r"建议|工作)?[,、:]"
    r"|[(]?(?P<digit>\d{1,2})(?:[、)]|[.](?!\d))\s?(?=[\u3400-\u9fff“])"
    r"|[(](?P<bracket>[一二三四五六七八九十]{1,2})[)]"
    r"|(?P<head>[一二三四五六七八九十]{1,2})、"
    r")"
)
_KINDS = ("is", "its", "nth", "word", "digit", "bracket", "head")
_HEAD_END = re.compile(r"[,;。:!?…\n]|$")
_IDLE = re.compile(r"^(?:我们|各方|各地)?(?:要|将|应当?|须|需要?|是|必须|就是要?)(?![素求点闻用])")
_SLOGAN = re.compile(r"[\u3400-\u9fff“”]{2,6}(?:,|、)[\u3400-\u9fff“”、]{4,22}(?=[,;。:]|$)")
MAX_HEAD = 60
MAX_HEADING = 40
_DONE = re.compile("已经?(?!有)|[\u3400-\u9fff]了(?!解)|达到?\\d|同比|增长\\d|累计|超过\\d")
_AHEAD = re.compile(
    "下一步|接下来|将从|将重点|建议|倡议|重点做好|提出[^了]{0,12}(?:建议|倡议|要求|意见)|今后|后续"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One enumerated item: its number, and where its head and its text stand in the view."""

    number: int
    head: tuple[int, int]
    start: int
    end: int
    lead: int
    action: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    number: int
    start: int
    end: int
    kind: str


def enumerated(text: str, stops: Sequence[int] = ()) -> list[Item]:
    """The items of every list that a plan, promise or proposal opens, in order of the text.

    Lists inside of an item are left out. A last item ends before the next of `stops`, the
    ascending offsets at which somebody begins to speak.
    """
    found: list[Item] = []
    for group in _groups(_marks(text)):
        items = _items(text, group, stops)
        inside = any(i.start < group[0].start < i.end for i in found)
        whole = len(items) > 1 or group[0].kind == "is"
        if whole and not inside and _is_plan(text, group[0], items):
            found += items
    return sorted(found, key=lambda item: item.start)


def _marks(text: str) -> list[_Mark]:
    found: list[_Mark] = []
    for match in _MARKER.finditer(text):
        kind = next(k for k in _KINDS if match[k])
        before = text[match.start() - 1 : match.start()]
        if kind in ("digit", "head") and before and before not in "\n。:;":
            continue
        found.append(_Mark(_number(kind, match[kind]), match.start(), match.end(), kind))
        if len(found) >= MAX_MARKERS:
            break
    return found


def _number(kind: str, words: str) -> int:
    if kind == "word":
        return _WORDS[words]
    if kind == "digit":
        return int(words)
    tens, ten, ones = words.rpartition("十")
    return (_NUMBERS.get(tens, 1) * 10 if ten else 0) + _NUMBERS.get(ones, 0)


def _groups(marks: Sequence[_Mark]) -> Iterator[list[_Mark]]:
    """Marks of one family that count upwards from one; 最后 closes a list."""
    open_groups: dict[str, list[_Mark]] = {}
    order: list[list[_Mark]] = []
    for mark in marks:
        group = open_groups.get(mark.kind)
        if group and (
            mark.number in (0, group[-1].number + 1)
            or group[-1].number < mark.number <= group[-1].number + 2
        ):
            group.append(mark)
        elif mark.number == 1:
            open_groups[mark.kind] = [mark]
            order.append(open_groups[mark.kind])
    yield from order


def _items(text: str, group: Sequence[_Mark], stops: Sequence[int]) -> list[Item]:
    found = []
    for number, mark in enumerate(group):
        last = number + 1 == len(group)
        end = _last_end(text, mark.end, stops) if last else group[number + 1].start
        head = _head(text, mark.end, end)
        if head[1] - head[0] >= 2:
            found.append(
                Item(mark.number, head, mark.start, end, group[0].start, _acts(text, mark, head))
            )
    return found


def _acts(text: str, mark: _Mark, head: tuple[int, int]) -> bool:
    """Whether an item tells an action that is still to come."""
    words = text[head[0] : head[1]]
    if _DONE.search(words):
        return False
    asked = (
        MODAL.match(text[mark.end : mark.end + 6])
        or MODAL.search(words)
        or text[mark.end - 1] == "要"
    )
    return bool(asked) or any(ACTION.match(part) for part in words.split(","))


def _last_end(text: str, at: int, stops: Sequence[int]) -> int:
    """The last item ends with its paragraph; a heading's item with the paragraph below it."""
    newline = text.find("\n", at + 1)
    if 0 <= newline - at < MAX_HEADING and not re.search("[。;!?]", text[at:newline]):
        newline = text.find("\n", newline + 1)
    end = newline if newline >= 0 else len(text)
    following = bisect_right(stops, at)
    return min(end, stops[following]) if following < len(stops) else end


def _head(text: str, at: int, limit: int) -> tuple[int, int]:
    while at < limit and text[at] in ' \n,、:“"':
        at += 1
    idle = _IDLE.match(text[at : at + 8])
    if idle and at + idle.end() < limit:
        at += idle.end()
    slogan = _SLOGAN.match(text, at, limit)
    if slogan:
        return at, slogan.end()
    stop = _HEAD_END.search(text, at, limit)
    end = stop.start() if stop else limit
    return at, min(end, at + MAX_HEAD)


def _is_plan(text: str, first: _Mark, items: Sequence[Item]) -> bool:
    """Whether the words before the first marker, or else the items themselves, tell of a plan."""
    lead = _lead(text, first.start)
    acting = sum(item.action for item in items) >= 0.6 * len(items)
    if not _AHEAD.search(lead):
        if NEVER_PLAN.search(lead) or NO_PLAN.search(lead):
            return False
        if SELDOM_PLAN.search(lead) and not acting:
            return False
    return acting or bool(PLAN.search(lead))


def _lead(text: str, at: int) -> str:
    """The sentence that opens the list; the one before where the list opens its own."""
    before = text[max(0, at - LEAD) : at].rstrip(' \n:,。;“"')
    return before[max(before.rfind(c) for c in "。;!?\n") + 1 :]

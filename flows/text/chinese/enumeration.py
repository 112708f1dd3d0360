"""Enumerated lists: 一是…二是…, 第一,…, 首先…其次…, 1、…, (一)…, ①…, whatever they list."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

# Longer lists are tables of contents or attacks.
MAX_MARKERS = 400
MAX_HEAD = 60
MAX_HEADING = 40
# A slogan and its gloss are one head where both are short.
MAX_SLOGAN = 16
_NUMBERS = {c: i for i, c in enumerate("一二三四五六七八九十", 1)}
# 0 stands for the last, whatever its number.
_WORDS = {"首先": 1, "其次": 2, "再次": 3, "再者": 3, "最后": 0}
_SIDES = {"一方面": 1, "另一方面": 2, "再一方面": 3}
_COUNTED = (
    "(?:个|点|项|条)?(?:方面|举措|措施|建议|任务|工作|重点|层面|维度|抓手|关键词?|步|要求|倡议)?"
)
_BEGIN = r"(?:^|(?<=[\n。;:,!?“”\"')\]>、… ])|(?<=\n ))"
_MARKER = re.compile(
    rf"{_BEGIN}(?:[-•·▪●◆]\s?)?(?:"
    r"(?P<word>首先|其次|再次|再者|最后)(?:是|要|,|、)?"
    r"|(?P<side>另一方面|再一方面|一方面)(?:是|要|,|、)?"
    rf"|第?(?P<is>[一二三四五六七八九十]{{1,2}}){_COUNTED}(?:是|要|则是|为)[要、,]?"
    r"|其(?P<its>[一二三四五六七八九十])(?:是|,|、|在于|为)"
    rf"|第(?P<nth>[一二三四五六七八九十]{{1,2}}){_COUNTED}(?:措施|建议|工作)?[,、:]"
    r"|[(]?(?P<digit>\d{1,2})(?:[、)]|[.](?!\d))\s?(?=[\u3400-\u9fff“])"
    r"|(?P<ring>[①-⑳⑴-⒇⒈-⒛])"
    r"|[(](?P<bracket>[一二三四五六七八九十]{1,2})[)]"
    r"|(?P<head>[一二三四五六七八九十]{1,2})、"
    r")"
)
_KINDS = ("word", "side", "is", "its", "nth", "digit", "ring", "bracket", "head")
# Kinds that stand for each other within one list: 首先…第二…三是….
_SPOKEN = ("word", "is", "its", "nth")
_HEAD_END = re.compile(r"[,;。:!?…\n]|$")
_IDLE = re.compile(r"^(?:我们|各方|各地)?(?:要|将|应当?|须|需要?|是|必须|就是要?)(?![素求点闻用])")
_SLOGAN = re.compile(r"[\u3400-\u9fff“”]{2,6}(?:,|、)[\u3400-\u9fff“”、]{4,22}(?=[,;。:]|$)")


# What is told besides the list, behind its last item.
_BESIDES = re.compile("(?<=[。;!?])(?:此外|另外|除此之外|与此同时)")


@dataclass(frozen=True, slots=True)
class Item:
    """One enumerated item: its number (0 for 最后), and the spans of its head and whole text."""

    number: int
    head: tuple[int, int]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of one list, and where it begins."""

    items: tuple[Item, ...]
    start: int


@dataclass(frozen=True, slots=True)
class _Mark:
    number: int
    start: int
    end: int
    kind: str


def lists(text: str, stops: Sequence[int] = ()) -> list[Listing]:
    """Every list of the text in order, also those that stand in an item of another.

    A last item ends before the next of `stops`, the ascending offsets at which somebody begins
    to speak. One item alone is a list where its marker can be nothing else: 一是.
    """
    return [
        Listing(tuple(_items(text, group, stops)), group[0].start)
        for group in _groups(_marks(text))
        if len(group) > 1 or (group[0].kind == "is" and group[0].number == 1)
    ]


def outermost(found: Iterable[Listing]) -> list[Listing]:
    """The lists that stand in no item of another."""
    kept: list[Listing] = []
    for listing in found:
        if not any(i.start < listing.start < i.end for outer in kept for i in outer.items):
            kept.append(listing)
    return kept


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
    if kind in ("word", "side"):
        return {**_WORDS, **_SIDES}[words]
    if kind == "digit":
        return int(words)
    if kind == "ring":
        return int(unicodedata.numeric(words))
    tens, ten, ones = words.rpartition("十")
    return (_NUMBERS.get(tens, 1) * 10 if ten else 0) + _NUMBERS.get(ones, 0)


def _groups(marks: Sequence[_Mark]) -> Iterator[list[_Mark]]:
    """Marks that count upwards; one number may be lost, and the first before two others."""
    running: list[list[_Mark]] = []
    order: list[list[_Mark]] = []
    for mark in marks:
        group = _continued(running, mark)
        if group is not None:
            # What was opened within the item before is over.
            del running[running.index(group) + 1 :]
            group.append(mark)
        elif mark.number == 1 or (mark.number == 2 and mark.kind in ("is", "nth")):
            running = [g for g in running if g[-1].kind != mark.kind]
            running.append([mark])
            order.append(running[-1])
    yield from (g for g in order if g[0].number == 1 or len(g) > 1)


def _continued(running: Sequence[list[_Mark]], mark: _Mark) -> list[_Mark] | None:
    """The running list in which a mark is the next: of its own kind, else of a kind like it."""
    for group in reversed(running):
        if group[-1].kind == mark.kind and _follows(group[-1], mark):
            return group
    for group in reversed(running):
        alike = group[-1].kind in _SPOKEN and mark.kind in _SPOKEN
        if alike and mark.number == group[-1].number + 1 > 1:
            return group
    return None


def _follows(last: _Mark, mark: _Mark) -> bool:
    if mark.kind == "side" and mark.number == 1 == last.number:
        return True
    return last.number > 0 and (mark.number == 0 or 0 < mark.number - last.number <= 2)


def _items(text: str, group: Sequence[_Mark], stops: Sequence[int]) -> Iterator[Item]:
    for number, mark in enumerate(group):
        last = number + 1 == len(group)
        end = _last_end(text, mark.end, stops) if last else group[number + 1].start
        yield Item(mark.number, _head(text, mark.end, end), mark.start, end)


def _last_end(text: str, at: int, stops: Sequence[int]) -> int:
    """The last item ends with its paragraph; a heading's item with the paragraph below it."""
    besides = _BESIDES.search(text, at)
    newline = text.find("\n", at + 1)
    if 0 <= newline - at < MAX_HEADING and not re.search("[。;!?]", text[at:newline]):
        newline = text.find("\n", newline + 1)
    end = newline if newline >= 0 else len(text)
    if besides:
        end = min(end, besides.start())
    following = bisect_right(stops, at)
    return min(end, stops[following]) if following < len(stops) else end


def _head(text: str, at: int, limit: int) -> tuple[int, int]:
    """The words behind a marker up to the first stop, without 要 and the like; may be empty."""
    while at < limit and text[at] in ' \n,、:“"':
        at += 1
    idle = _IDLE.match(text[at : at + 8])
    if idle and at + idle.end() < limit:
        at += idle.end()
    slogan = _SLOGAN.match(text, at, limit)
    if slogan and slogan.end() - at <= MAX_SLOGAN:
        return at, slogan.end()
    stop = _HEAD_END.search(text, at, limit)
    end = stop.start() if stop else limit
    return at, min(end, at + MAX_HEAD)

"""Names of events: forums, meetings, press conferences, articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.text.chinese.words import EVENT_NOUNS, any_of

MAX_EVENTS = 40
_NOUN = re.compile(
    rf"{any_of(EVENT_NOUNS)}(?:[”」》](?:集中采访活动|活动|上)?)?(?:\(\d{{4}}年?\))?(?!室|上下|员|所|场|厅)"
)
_RUN = re.compile(r"[\u3400-\u9fffA-Za-z0-9“”‘’「」『』《》·+&/()–—-]{1,60}$")
# Words behind which an event's name begins.
_BOUNDARY = re.compile(
    r".{0,60}(?:出席了?|参加了?|召开了?|举办了?|举行了?|组织召开|主持召开|主持|主办的?|承办的?|协办的?|日的?|月的?|"
    r"(?<!存)在(?!线)|[上下]午|为期.{1,3}天的|开启|亮相|走进|应邀|受邀|[日网社]电|讯|近日|日前|今天|昨天|今年|启动|开幕|"
    r"会同|联合|共同|公布|的(?=[首第]|“|新闻)|于(?=[第20]|“|新)|[部局委厅署省市院会]的|接受|发布|当天|本次|此次|该|"
    r"部长(?!通道|级|会)|表示|据|就|迎来|通过|以及|作为|参与|围绕|聚焦|题为|来自|由.{2,20}的)"
)
_PART = re.compile(r"^(?:之|—|-|·|的)?[“「](?=[^”」]{2,40}[”」]?$)")
_MERE = re.compile(
    r"^(?:会议|大会|活动|论坛|峰会|仪式|采访|专访|年会|通道|调研|节目|直播|热线|访谈|分会|例会|讲座|展会|开幕式)$"
)
WRITTEN = re.compile(
    r"(?P<event>(?:在《[^》]{2,20}》|在[^,。;:]{2,16}(?:网站|博客|公众号|杂志|报))?(?:上)?(?:发表?|刊登?|撰)(?:署名)?(?:文章?|博文)"
    r"|接受[^,。;:]{2,20}?(?:专访|采访))"
)


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event with offsets in what was read; `weight` tells how sure its form is."""

    name: str
    start: int
    end: int
    weight: int


def find_events(text: str) -> Iterator[FoundEvent]:
    """Events in one sentence, in order: named ones weigh 2, bare forms 1, written pieces 0."""
    last = 0
    for number, noun in enumerate(_NOUN.finditer(text)):
        if number >= MAX_EVENTS or noun.start() < last:
            continue
        end = _longest_end(text, noun.end())
        event = _named(text, last, noun.start(), end)
        if event is not None:
            last = end
            yield event
    for match in WRITTEN.finditer(text):
        yield FoundEvent(match["event"], *match.span("event"), 0)


def _longest_end(text: str, end: int) -> int:
    """A noun that follows at once belongs to the name: 大会开幕式, 论坛分论坛, 博览会”之“峰会”."""
    for _ in range(4):
        further = re.compile(
            rf"(?:[”」]?(?:之|的)?[“「]?[^,。;:、“”「」在\s]{{0,16}}?)?{_NOUN.pattern}"
        ).match(text, end)
        if further is None or further.end() - end > 28 or "上" in further.group()[:1]:
            return end
        end = further.end()
    return end


def _named(text: str, floor: int, at: int, end: int) -> FoundEvent | None:
    run = _RUN.search(text, max(floor, at - 60), at)
    start = run.start() if run else at
    boundary = _BOUNDARY.match(text, start, at)
    if boundary:
        start = boundary.end()
    start, end = _balanced(text, start, end)
    name = text[start:end]
    if len(name) < 3 or _MERE.match(name):
        return None
    return FoundEvent(name, start, end, 2 if len(name) > 5 else 1)


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """Without marks at the edges that have no partner inside."""
    words = text[start:end]
    for opening, closing in ("“”", "「」", "《》", "()"):
        if words.count(closing) > words.count(opening):
            if words.startswith(closing):
                start += 1
            elif words.endswith(closing):
                end -= 1
        elif words.count(opening) > words.count(closing):
            if words.startswith(opening):
                start += 1
        words = text[start:end]
    if words[:1] in "“「" and words[-1:] in "”」" and words.count(words[0]) == 1:
        start, end = start + 1, end - 1
    while start < end and text[start] in "的、,第”」》)—-" and not text.startswith("第", start):
        start += 1
    return start, end

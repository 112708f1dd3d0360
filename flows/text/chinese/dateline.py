"""The line that tells where and when a report was sent: 新华社北京9月27日电, 記者胡明/台北報導."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.chinese.cities import CITY
from flows.text.chinese.dates import find_dates
from flows.text.chinese.sentences import Sentence
from flows.text.partial_date import PartialDate
from storage.records import Span

# It stands at the head of one of the first sentences.
HEAD_SENTENCES, HEAD_CHARACTERS = 10, 80
_DATED = re.compile(
    r"(?:^|[(【《\s])(?P<agency>[\u3400-\u9fffA-Z]{0,10}(?:社|网|报|讯|台|客户端|之家|日报|记者|新闻|"
    r"经济|财经))?"
    r"(?P<place>[\u3400-\u9fff]{2,6}?)?(?P<date>(?:(?:\d{4}|[一二][〇零○0一二三四五六七八九]{3})年)?"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})日)"
    r"(?:\([^)]{0,20}\))?(?:电|讯|消息|报道|专电|专讯)"
)
_UNDATED = re.compile(
    rf"(?:记者|[本日晚早][报台社]|[网社台报])[^,。;:\n]{{0,16}}?(?P<place>{CITY})市?"
    r"(?:报[道导]|[电讯](?!信|息|号))"
)
# 新华社记者胡明北京9月27日电: who wrote it stands before the place.
_WRITER, _SHORTEST_NAME = "记者", 2
_KNOWN = re.compile(f"{CITY}$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """`新华社北京9月27日电`: its place, its date, and where it ends in the view's text."""

    place: Span | None
    date: PartialDate | None
    end: int


def dateline(sents: Sequence[Sentence]) -> Dateline | None:
    """The dateline among the first sentences; one without a day tells the place alone."""
    for sentence in sents[:HEAD_SENTENCES]:
        head = sentence.text[:HEAD_CHARACTERS]
        if match := _DATED.search(head):
            place, days = _place(match), find_dates(match["date"])
            return Dateline(
                sentence.span(*place) if place else None,
                days[0].date if days else None,
                sentence.start + match.end("date"),
            )
        if match := _UNDATED.search(head):
            start, end = match.span("place")
            return Dateline(sentence.span(start, end), None, sentence.start + end)
    return None


def _place(match: re.Match[str]) -> Span | None:
    """The place of a dated line, without the writer's name before it."""
    if not match["place"]:
        return None
    start, end = match.span("place")
    if (match["agency"] or "").endswith(_WRITER):
        sizes = (4, 3, 2)
        known = (end - n for n in sizes if _KNOWN.match(match.string, end - n, end))
        start = next((at for at in known if at >= start + _SHORTEST_NAME), start)
    return start, end

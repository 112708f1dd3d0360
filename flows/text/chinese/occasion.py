"""When and where a statement was made: the event, its hosts, the day and the place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from flows.text.chinese.dates import FoundDay, find_dates
from flows.text.chinese.earlier import CUE
from flows.text.chinese.events import FoundEvent, find_events
from flows.text.chinese.script import View
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.speech import Act
from flows.text.partial_date import PartialDate
from storage.records import Occasion

# The act of speaking is told at the beginning; what stands further down is background.
LEAD_SENTENCES = 10
# 大会在江州举行。胡明出席并表示…: who speaks in the next words speaks at the event.
NEXT = 30
_HELD = re.compile(r".{0,60}?(?:召开|举行|举办|开幕|开启|启动|拉开|落幕|闭幕)")
_ATTENDED = re.compile(r"(?:出席了?|参加了?|在|召开了?|举行了?|举办了?|主持召开)[^,。;]{0,30}$")
_HOSTED = re.compile(
    r"由(?P<hosts>[^。;]{2,120}?)(?:联合|共同)?(?:主办|举办|承办)|主办(?:方|"
    r"单位)[为是:](?P<named>[^。;]{2,80})"
)
_PLACE = r"(?P<place>[\u3400-\u9fff]{1,14}?(?:“[^”]{1,10}”[\u3400-\u9fff]{0,6})?)"
_IN_PLACE = re.compile(
    rf"[在于]{_PLACE}(?:以[^,。]{{2,8}}方式)?(?:隆重|成功|正式|顺利|联合|同步|盛大|会见|主持|"
    rf"共同|如期)?"
    r"(?:举行|召开|举办|开幕|出席|启动|拉开|闭幕|落幕|揭幕|参加|开启|接受|会见|开讲|举行)"
)
_NO_PLACE = re.compile(
    r"会上|会议(?!中心|厅)|大会|期间|论坛|(?<![线网])[上下中时后前]$|[日月年]|天$|[昨今近]|日前|"
    r"活动|部长|[的了和与以]|方面|采访|(?:机制|[部局委署厅办]|办公室|委员会)$"
)
_DATELINE = re.compile(
    r"(?:^|[(\s])(?P<agency>[\u3400-\u9fffA-Z]{0,10}(?:社|网|报|讯|台|客户端|之家|日报|记者|新闻|"
    r"经济|财经))?"
    r"(?P<place>[\u3400-\u9fff]{2,6}?)?(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)(?:\([^)]{0,20}\))?(?:电|"
    r"讯|消息|报道|专电)"
)
# What is told beside these words happens on another day than the statement.
_OTHER_DAY_AFTER = re.compile(
    "[起前]|之前|以来|之后|后,|[^,。;]{0,10}(?:生效|施行|实施|印发|出台|颁布|截止|发布(?!会|仪式|"
    "[^,。]{0,8}会上)的?)|[,]?将(?!在[^,。]{0,20}上表示)|至今|的?数据|,?本网|"
    "\\)?(?:正式)?(?:生效|施行|实施)"
)
_OTHER_DAY_BEFORE = re.compile(
    r"(?:截至|截止|自|从|将于|定于|拟于|至|到|预计|更新|发布时间|来源|此前|早在|"
    r"下周[一二三四五六日]\()$"
)
_YEAR_IN_NAME = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")

Placed = tuple[FoundDay, Sentence]
Dateline = tuple[Sentence, re.Match[str]]
Precision = Literal["day", "monthday", "range", "none"]


def occasion(
    head: View,
    body: View,
    sents: Sequence[Sentence],
    spoken: Sequence[Act],
    published: datetime | None,
) -> Occasion:
    """Event, hosts, day and place of the statement, from its lead and the acts of speaking."""
    lead = _lead(sents, spoken)
    sentence, event = _event(lead, spoken)
    dateline = _dateline(sents)
    today = _today(dateline, published)
    placed = _day(lead, spoken, sentence, dateline, today)
    day = _completed(placed, dateline, event, published)
    place = _place(lead, sentence)
    if place is None and dateline and dateline[1]["place"]:
        place = _shifted(dateline[1].span("place"), dateline[0])
    where = (
        (sentence.start + event.start, sentence.start + event.end) if sentence and event else None
    )
    date_span = (
        (placed[1].start + placed[0].start, placed[1].start + placed[0].end) if placed else None
    )
    return Occasion(
        event=body.words(*where) if where else _in_headline(head),
        hosts=_hosts(body, sentence),
        date=day,
        precision=_precision(placed, day),
        place=body.words(*place) if place else None,
        event_span=body.span(*where) if where else None,
        date_span=body.span(*date_span) if date_span and day else None,
        place_span=body.span(*place) if place else None,
    )


def _lead(sents: Sequence[Sentence], spoken: Sequence[Act]) -> list[Sentence]:
    chosen = dict.fromkeys(
        [*range(min(LEAD_SENTENCES, len(sents))), *(a.sentence for a in spoken[:8])]
    )
    first = spoken[0].sentence if spoken else 0
    return [sents[n] for n in sorted(chosen) if n <= first or not CUE.search(sents[n].text)]


def _in_headline(head: View) -> str | None:
    event = next((e for e in find_events(head.text) if e.weight == 2 and len(e.name) < 30), None)
    return head.words(event.start, event.end) if event else None


def _event(
    lead: Sequence[Sentence], spoken: Sequence[Act]
) -> tuple[Sentence | None, FoundEvent | None]:
    speaking = {act.start for act in spoken}
    best: tuple[float, Sentence, FoundEvent] | None = None
    for order, sentence in enumerate(lead):
        speaks = any(sentence.start <= at < sentence.end + NEXT for at in speaking)
        for event in find_events(sentence.text):
            score = 4.0 * event.weight - 0.5 * order
            attended = bool(_ATTENDED.search(sentence.text[max(0, event.start - 34) : event.start]))
            held = bool(_HELD.match(sentence.text, event.end))
            score += 4 * attended + 3 * held + 3 * speaks
            if not (attended or held or speaks):
                score -= 4
            if score > 0 and (best is None or score > best[0]):
                best = (score, sentence, event)
    return (best[1], best[2]) if best else (None, None)


def _hosts(body: View, sentence: Sentence | None) -> tuple[str, ...]:
    hosted = _HOSTED.search(sentence.text) if sentence else None
    if sentence is None or hosted is None:
        return ()
    group = "hosts" if hosted["hosts"] else "named"
    start = sentence.start + hosted.start(group)
    found = []
    for part in re.finditer(r"[^、,]+?(?=[、,]|以及|$)", hosted[group]):
        words = body.words(start + part.start(), start + part.end()).removeprefix("以及")
        if len(words) > 1:
            found.append(words)
    return tuple(found)


def _dateline(sents: Sequence[Sentence]) -> Dateline | None:
    for sentence in sents[:LEAD_SENTENCES]:
        match = _DATELINE.search(sentence.text[:80])
        if match:
            return sentence, match
    return None


def _today(dateline: Dateline | None, published: datetime | None) -> date | None:
    stamp = published.date() if published else None
    if dateline:
        written = find_dates(dateline[1]["date"])
        if written:
            full = written[0].date.completed_from(PartialDate(stamp.year if stamp else None))
            if full.year and full.month and full.day:
                return date(full.year, full.month, full.day)
    return stamp


def _day(
    lead: Sequence[Sentence],
    spoken: Sequence[Act],
    event: Sentence | None,
    dateline: Dateline | None,
    today: date | None,
) -> Placed | None:
    """The day nearest to the event or the act of speaking; else the dateline's."""
    speaking = [act.start for act in spoken]
    best: tuple[float, Placed] | None = None
    for order, sentence in enumerate(lead):
        for day in find_dates(sentence.text, today):
            if day.kind not in ("day", "range") or _other_day(sentence.text, day):
                continue
            score = (
                3.0 * (sentence is event)
                + 2 * any(sentence.start <= at < sentence.end for at in speaking)
                - order
            )
            score += 0.5 * (not day.relative) - 1.0 * (not day.date.month)
            score -= 5 * _in_dateline(sentence, day, dateline)
            if len(sentence.text) < 24 and "会" not in sentence.text:
                score -= 6
            if best is None or score > best[0]:
                best = (score, (day, sentence))
    return best[1] if best else None


def _in_dateline(sentence: Sentence, day: FoundDay, dateline: Dateline | None) -> bool:
    return bool(dateline and dateline[0] is sentence and day.start < dateline[1].end("date"))


def _other_day(words: str, day: FoundDay) -> bool:
    return bool(
        _OTHER_DAY_AFTER.match(words[day.end : day.end + 24])
        or _OTHER_DAY_BEFORE.search(words[max(0, day.start - 8) : day.start])
    )


def _completed(
    placed: Placed | None,
    dateline: Dateline | None,
    event: FoundEvent | None,
    published: datetime | None,
) -> str | None:
    """The day in ISO: its month from the dateline, its year from the event or the stamp."""
    if placed is None or placed[0].kind == "range":
        return None
    found = placed[0].date
    if dateline and (written := find_dates(dateline[1]["date"])):
        found = found.completed_from(written[0].date)
    years = set(_YEAR_IN_NAME.findall(event.name)) if event else set()
    if found.year is None and found.month and len(years) == 1:
        found = found.completed_from(PartialDate(year=int(years.pop())))
    if published is not None:
        found = found.completed_from(_stamp(found, published))
    return str(found) or None


def _stamp(found: PartialDate, published: datetime) -> PartialDate:
    """The stamp's year and month, or those before it where the day would lie in the future."""
    year, month = published.year, published.month
    if found.month is None and found.day and found.day > published.day + 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    elif found.month and (found.month, found.day or 1) > (month, published.day + 1):
        year -= 1
    return PartialDate(year, month)


def _precision(placed: Placed | None, found: str | None) -> Precision:
    if placed is not None and placed[0].kind == "range":
        return "range"
    if found is None:
        return "none"
    return "monthday" if found.startswith("--") else "day"


def _place(lead: Sequence[Sentence], event: Sentence | None) -> tuple[int, int] | None:
    for sentence in [*([event] if event else []), *lead]:
        for match in _IN_PLACE.finditer(sentence.text):
            if not _NO_PLACE.search(match["place"]):
                return _shifted(match.span("place"), sentence)
    return None


def _shifted(span: tuple[int, int], sentence: Sentence) -> tuple[int, int]:
    return span[0] + sentence.start, span[1] + sentence.start

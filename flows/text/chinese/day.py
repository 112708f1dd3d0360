"""The day of a statement: nearest to its event or to the act of speaking, and completed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from flows.text.chinese.dateline import Dateline
from flows.text.chinese.dates import find_dates
from flows.text.chinese.sentences import Sentence
from flows.text.found_days import FoundDay
from flows.text.partial_date import PartialDate
from storage.records import Span

# A shorter line is a stamp or a caption.
SHORT = 24
# What is told beside these words happens on another day than the statement.
_OTHER_DAY_AFTER = re.compile(
    "[起前是]|之前|以来|之后|后,|[^,。;]{0,10}(?:生效|施行|实施|印发|出台|颁布|截止|发布(?!会|仪式|"
    "[^,。]{0,8}会上)的?)|[,]?将(?!在[^,。]{0,20}上表示)|至今|的?数据|,?本网|"
    "\\)?(?:正式)?(?:生效|施行|实施)"
)
_OTHER_DAY_BEFORE = re.compile(
    r"(?:截至|截止|自|从|将于|定于|拟于|至|到|预计|更新|发布时间|来源|此前|早在|"
    r"下周[一二三四五六日]\()$"
)
_TOLD_AFTER = re.compile("消息|电|讯|报道")
_YEAR_IN_NAME = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")


Precision = Literal["day", "monthday", "range", "none"]


@dataclass(frozen=True, slots=True)
class Day:
    """The statement's day in ISO, how exact it is, where it stands in the view's text; the rule."""

    date: str | None = None
    precision: Precision = "none"
    span: Span | None = None
    rule: str = ""


def day_of(
    lead: Sequence[Sentence],
    speaking: Sequence[int],
    event: tuple[Sentence, str] | None,
    head: Dateline | None,
    published: datetime | None,
) -> Day:
    """The day told nearest to the event or to where somebody speaks; else the dateline's.

    `speaking` are the offsets of the acts of speaking; `event` is the sentence that names the
    event, and its name, whose year completes the day.
    """
    today = _today(head, published)
    told = [
        (
            _score(order, sentence, day, speaking, head)
            + 3.0 * bool(event and sentence is event[0]),
            day,
            sentence,
        )
        for order, sentence in enumerate(lead)
        for day in find_dates(sentence.text, today)
        if day.kind in ("day", "range") and not _other_day(sentence.text, day)
    ]
    months = [day.date for _, day, _ in told if day.date.month]
    found = [one for one in told if not _is_stamp(one[2].text, one[1])]
    if not found:
        return Day()
    _, day, sentence = max(found, key=lambda one: one[0])
    around = [head.date] if head and head.date else months[:1]
    return _read(day, sentence, event, around, published)


def _score(
    order: int, sentence: Sentence, day: FoundDay, speaking: Sequence[int], head: Dateline | None
) -> float:
    """How near a day stands to an act of speaking, and how whole it is; early ones win."""
    verbs = [at - sentence.start for at in speaking if sentence.start <= at < sentence.end]
    score = 0.5 * (not day.relative) - 1.0 * (not day.date.month) - order
    if verbs:
        # A day behind the verb is told by the speaker; one in a later sentence is another act's.
        score += 6 if day.end <= verbs[-1] else -3
        score -= 2 * (sentence.start > speaking[0])
    elif len(sentence.text) < SHORT and "会" not in sentence.text:
        score -= 6
    # 据邮政部7月14日消息 tells when others told of it.
    score -= 4 * bool(_TOLD_AFTER.match(sentence.text, day.end))
    # 25日至27日举行…。26日,胡明表示: the day of speaking, not those of the event.
    score -= 3 * (day.kind == "range")
    return score - 5 * bool(head and sentence.start + day.end <= head.end)


def _today(head: Dateline | None, published: datetime | None) -> date | None:
    """The day from which 昨日 counts: the dateline's, else the stamp's."""
    stamp = published.date() if published else None
    if head and head.date:
        around = _stamp(head.date, published) if published else PartialDate()
        full = head.date.completed_from(around)
        if full.year and full.month and full.day:
            return date(full.year, full.month, full.day)
    return stamp


def _is_stamp(words: str, day: FoundDay) -> bool:
    """2021-07-14: no report writes its days so; a bare stamp completes a day, and makes none."""
    return day.kind == "day" and "-" in words[day.start : day.end]


def _other_day(words: str, day: FoundDay) -> bool:
    return bool(
        _OTHER_DAY_AFTER.match(words[day.end : day.end + 24])
        or _OTHER_DAY_BEFORE.search(words[max(0, day.start - 8) : day.start])
    )


def _read(
    day: FoundDay,
    sentence: Sentence,
    event: tuple[Sentence, str] | None,
    around: Sequence[PartialDate],
    published: datetime | None,
) -> Day:
    """The day in ISO: its month from the dates around it, its year from the event or the stamp."""
    if day.kind == "range":
        return Day(precision="range")
    found = day.date
    for other in around:
        found = found.completed_from(other)
    years = set(_YEAR_IN_NAME.findall(event[1])) if event else set()
    if found.year is None and found.month and len(years) == 1:
        found = found.completed_from(PartialDate(year=int(years.pop())))
    # A stamp of another year than the event's is a reprint's.
    if published is not None and (not years or str(published.year) in years):
        found = found.completed_from(_stamp(found, published))
    if not str(found):
        return Day()
    precision: Precision = "monthday" if found.year is None else "day"
    return Day(str(found), precision, sentence.span(day.start, day.end), _rule(day))


def _rule(day: FoundDay) -> str:
    if day.relative:
        return "reckoned day"
    return "month and day" if day.date.month else "day alone"


def _stamp(found: PartialDate, published: datetime) -> PartialDate:
    """The stamp's year and month, or those before it where the day would lie in the future."""
    year, month = published.year, published.month
    if found.month is None and found.day and found.day > published.day + 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    elif found.month and (found.month, found.day or 1) > (month, published.day + 1):
        year -= 1
    return PartialDate(year, month)

"""Statements that an article mentions as made before the one that it reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from flows.text.chinese.dates import find_dates
from flows.text.chinese.events import FoundEvent, find_events
from flows.text.chinese.script import View, fold
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.speakers import Voices
from flows.text.chinese.speech import Act
from flows.text.partial_date import PartialDate
from storage.records import Earlier, Occasion

MAX_EARLIER = 20
# What was said so long before a page was published is not its news.
LONG_BEFORE = timedelta(days=30)
# Whose words others cite, whatever the day.
_CITED = re.compile("总书记|国家主席")
# 截至4月17日: until when is counted.
_UNTIL = re.compile("截[至止到]$")
# Words that set a statement before the one that is reported.
CUE = re.compile(
    r"(?:此前|早前|早些时候|当时|彼时|前些|[一两三半\d]个?[年月周天](?:之)?前|先前|早在|"
    r"(?<![\u3400-\u9fff][长任记员席])曾(?:经|于|在|就|多次|公开|明确|专门|表示|指|提|强调|[说称透介谈对向引撰发呼警承建]|"
    r"要求)|"
    r"上周|上个?月|去年|前年|[年月][初底]|今年两会|(?:今|"
    r"20\d\d)年\d{1,2}月(?!\d)|\d天前|\d个?月前|"
    r"在[^,。]{0,8}政府工作报告[中里]?(?=提出|指出|强调|明确)|不久前|前不久|日前在|(?<![\d月])\d{1,2}月(?:份|初|底|中旬))"
)

# 胡明2018年在…上指出.
_YEAR = re.compile(r"(?<!\d)(?P<year>20\d\d)年(?=[在,于]|[^,。;]{1,16}[上时中],)")
# How a clause ends that tells when or where something was said.
_WHEN = re.compile(
    "(?:[年月日号前上中时后初底天周会]|期间|专访|采访|两会|以来|消息|报道|时候|通道”?)$"
)


def earlier(
    body: View,
    sents: Sequence[Sentence],
    voices: Voices,
    occasion: Occasion,
    published: datetime | None,
) -> tuple[tuple[Earlier, ...], frozenset[int]]:
    """Earlier statements, and the numbers of the sentences that tell of them."""
    today = reference_day(occasion, published)
    leaders = {s.name for s in voices.speakers if not s.main and _CITED.search(fold(s.post or ""))}
    found: dict[int, Earlier] = {}
    seen = {min((a.sentence for a in voices.acts), default=0)}
    for act in voices.acts:
        if act.sentence in seen or len(found) >= MAX_EARLIER:
            continue
        seen.add(act.sentence)
        sentence, speaker = sents[act.sentence], voices.name(act)
        rule = "cited" if speaker in leaders else _told_before(sentence, act, occasion, today)
        if not rule or _same_day(sentence, occasion, today):
            continue
        event = _event(sentence, act, occasion)
        day = _day(sentence, today)
        found[act.sentence] = Earlier(
            speaker,
            body.words(*sentence.span(event.start, event.end)) if event else None,
            (str(day) or None) if day else None,
            body.span(sentence.start, sentence.end),
            rule,
        )
    return tuple(found.values()), frozenset(found)


def _event(sentence: Sentence, act: Act, occasion: Occasion) -> FoundEvent | None:
    """The event nearest before the verb, else the first; the statement's own if it is alone."""
    found = list(find_events(sentence.text))
    others = [event for event in found if event.name != occasion.event] or found
    before = [e for e in others if e.end <= act.start - sentence.start and e.weight]
    if before:
        return before[-1]
    return others[0] if others else None


def _told_before(sentence: Sentence, act: Act, occasion: Occasion, today: date | None) -> str:
    """The rule that sets the act earlier: a word before the verb, or a day before; "" if none."""
    told = sentence.text[: max(0, act.start - sentence.start)]
    if _cue(told, act.who.span[0] - sentence.start, today):
        return "told as before"
    if occasion.precision == "monthday" and has_year(told):
        return "earlier day"
    return "earlier day" if _is_before(_day(sentence, today), occasion, today) else ""


def _cue(told: str, subject: int, today: date | None) -> re.Match[str] | None:
    """The words that set a statement earlier, in what stands before its verb.

    A clause before the one of its `subject` may only tell when or where:
    去年建成的邮路通车,胡明表示 is none.
    """
    for cue in (*CUE.finditer(told), *_YEAR.finditer(told)):
        if cue.re is _YEAR and (today is None or int(cue["year"]) >= today.year):
            continue
        stop = told.find(",", cue.end())
        if stop < 0 or subject < cue.start() or _WHEN.search(told, cue.end() - 2, stop):
            return cue
    return None


def reference_day(occasion: Occasion, published: datetime | None) -> date | None:
    """The day from which 去年 counts: the statement's, else the page's."""
    if occasion.date and not occasion.date.startswith("--"):
        return date.fromisoformat(occasion.date)
    return published.date() if published else None


def _same_day(sentence: Sentence, occasion: Occasion, today: date | None) -> bool:
    days = [str(d.date) for d in find_dates(sentence.text, today)]
    return bool(occasion.date) and occasion.date in days


def _day(sentence: Sentence, today: date | None) -> PartialDate | None:
    """The first date of the sentence; one without a year lies before `today`."""
    for day in find_dates(sentence.text, today):
        found = day.date
        # 昨日 is reckoned from the page's day, which is not known here.
        if (
            day.kind == "range"
            or (day.relative and day.kind == "day")
            or _UNTIL.search(sentence.text, 0, day.start)
        ):
            continue
        if not (found.month or found.year):
            continue
        if found.year is None and today is not None:
            later = (found.month or 1, found.day or 1) > (today.month, today.day)
            found = replace(found, year=today.year - later)
        return found
    return None


def _is_before(day: PartialDate | None, occasion: Occasion, today: date | None) -> bool:
    """Whether a whole day lies before that of the statement, or long before the page's."""
    if day is None or not (day.year and day.month and day.day):
        return False
    return bool(occasion.date and str(day) < occasion.date) or is_old(day, today)


def has_year(words: str) -> bool:
    """Whether a sentence dates what it tells with the year.

    Where the page's own day needs none, that is another year's.
    """
    return any(day.date.year and day.date.day for day in find_dates(words))


def is_old(day: PartialDate, today: date | None) -> bool:
    """Whether a whole day lies so long before `today` that it is no news."""
    if today is None or not (day.year and day.month and day.day):
        return False
    return date(day.year, day.month, day.day) < today - LONG_BEFORE

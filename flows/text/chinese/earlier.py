"""Statements that an article mentions as made before the one that it reports."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from flows.text.chinese.dates import find_dates
from flows.text.chinese.events import find_events
from flows.text.chinese.script import View
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.speech import Act
from storage.records import Earlier, Occasion

MAX_EARLIER = 20
_CUE = re.compile(
    r"(?:此前|早前|先前|早在|曾(?:经)?(?!任)|上周|上个?月|去年|前年|年初|年底|今年\d{1,2}月|(?:20\d\d年)\d{1,2}月|\d天前|\d个?月前|"
    r"不久前|前不久|日前在|(?<![\d月])\d{1,2}月(?:份|初|底|中旬))"
)


def earlier(
    body: View,
    sents: Sequence[Sentence],
    spoken: Sequence[Act],
    given: Mapping[str, str],
    occasion: Occasion,
    published: datetime | None,
) -> tuple[tuple[Earlier, ...], frozenset[int]]:
    """Earlier statements, and the numbers of the sentences that tell of them."""
    today = reference_day(occasion, published)
    found: dict[int, Earlier] = {}
    first = min((a.sentence for a in spoken), default=0)
    for act in spoken:
        if act.sentence in found or len(found) >= MAX_EARLIER or act.sentence == first:
            continue
        sentence = sents[act.sentence]
        cue = _CUE.search(sentence.text, 0, max(0, act.start - sentence.start))
        if cue is None or _same_day(sentence, occasion, today):
            continue
        event = next((e for e in find_events(sentence.text) if e.name != occasion.event), None)
        found[act.sentence] = Earlier(
            given.get(act.who.name or "", act.who.name) or act.who.org,
            body.words(sentence.start + event.start, sentence.start + event.end) if event else None,
            _day(sentence, today),
            body.span(sentence.start, sentence.end),
        )
    return tuple(found.values()), frozenset(found)


def reference_day(occasion: Occasion, published: datetime | None) -> date | None:
    """The day from which 去年 counts: the statement's, else the page's."""
    if occasion.date and not occasion.date.startswith("--"):
        return date.fromisoformat(occasion.date)
    return published.date() if published else None


def _same_day(sentence: Sentence, occasion: Occasion, today: date | None) -> bool:
    days = [str(d.date) for d in find_dates(sentence.text, today)]
    return bool(occasion.date) and occasion.date in days


def _day(sentence: Sentence, today: date | None) -> str | None:
    for day in find_dates(sentence.text, today):
        if day.kind != "range" and (text := str(day.date)):
            return text
    return None

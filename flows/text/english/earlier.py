"""Statements that an article mentions as made before the one that it reports."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from flows.text.english.contents import told_part
from flows.text.english.dates import find_dates
from flows.text.english.encounters import FoundEvent
from flows.text.english.events import find_events
from flows.text.english.mentioned import mentioned_speeches, mentioned_words
from flows.text.english.occasion import told_in
from flows.text.english.postless import SPEECH_BY
from flows.text.english.sentences import Sentence
from flows.text.english.speakers import Voices
from flows.text.english.speech import Attribution
from flows.text.english.subjects import ISSUED
from flows.text.english.words import MONTHS, any_of
from flows.text.found_days import FoundDay
from flows.text.partial_date import PartialDate
from storage.records import Earlier, Occasion, Span

MAX_EARLIER = 20
_AGO = r"(?:a|an|one|two|three|several|some|few|many|\d{1,2})"
_CUE = re.compile(
    r"\b(?:previously(?! (?:led|served|worked|held|was|were|headed|chaired|been|known))"
    r"|once (?:stated|said|pointed)|as early as|back in|over the weekend"
    r"|^earlier\b|earlier (?:this|that|said|stated|told|warned|in|on)|days? earlier"
    r"|had (?:said|stated|earlier|previously|already)|re-?(?:released|issued|published)"
    r"|(?:at the end of )?last (?:year|month|week|spring|summer|autumn|fall|winter)\b(?!')"
    rf"|(?:last|in) {any_of(MONTHS)}\b|{_AGO} (?:years?|months?|weeks?|days) (?:ago|earlier)"
    r"|in an? (?:earlier|previous)|(?:the|that) same (?:month|year|week)"
    r"|quoted [^.;]{4,80} as saying)",
    re.IGNORECASE,
)
# So far from the verb, or from where the sentence begins, a time is that of something else.
_NEAR = 60
_AT = re.compile(r"\b(?:at|during|told|addressed) (?:the |an? )?[\"“]?$", re.IGNORECASE)
# "It is reported that last year …" says nothing yet of what was said.
_HEARSAY = re.compile(r"^(?:It (?:is|was|has been) [a-z]{4,12}|Reports say) that ")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_ENTITLED = re.compile(r"\b(?:entitled|titled) [“\"](?P<title>[^”\"]{3,160})[”\"]")


@dataclass(frozen=True, slots=True)
class Before:
    """Earlier statements; the numbers of sentences that tell one; the spans that speak of one."""

    statements: tuple[Earlier, ...]
    sentences: frozenset[int]
    spans: tuple[Span, ...]


def earlier(
    sents: Sequence[Sentence],
    heard: Voices,
    occasion: Occasion,
    published: datetime | None,
) -> Before:
    """The statements made before the one that was made on `occasion`."""
    today = reference_day(occasion, published)
    spoken, main = heard.acts, heard.main.name if heard.main else None
    in_full = heard.main is not None and heard.main.rule == SPEECH_BY
    # What is said first, or first by name, is the statement, unless that is a speech in full.
    first = () if in_full else (_first(spoken, None), _first(spoken, main))
    acts: dict[int, Earlier] = {}
    for act in spoken:
        sentence = sents[act.sentence]
        # A document that was issued is no statement.
        if act.sentence in acts or act.sentence in first or ISSUED.fullmatch(act.verb):
            continue
        cue = _has_cue(sentence, act, occasion.date)
        elsewhere = not cue and act.name != main and _elsewhere(sentence, occasion)
        if cue or elsewhere or _is_before(sentence, act, today, occasion.date):
            own = None if told_in(occasion, [(sentence.start, sentence.end)]) else occasion.event
            told = _told(sentence, act.who, sentence.text, own, today)
            acts[act.sentence] = replace(told, rule=_rule(cue, elsewhere))
    names = list(dict.fromkeys(act.name for act in spoken if act.name))
    mentioned = list(_mentioned(sents, acts, names, occasion, today))
    found = [*acts.values(), *(told for told, _ in mentioned)]
    found.sort(key=lambda told: told.span)
    aside = (*(told.span for told in acts.values()), *(span for _, span in mentioned))
    return Before(tuple(found[:MAX_EARLIER]), frozenset(acts), aside)


def _first(spoken: Sequence[Attribution], name: str | None) -> int:
    """The sentence in which somebody, or who bears `name`, speaks first; -1 if nobody does."""
    return min((act.sentence for act in spoken if name in (None, act.name)), default=-1)


def _rule(cue: bool, elsewhere: bool) -> str:
    return "told as before" if cue else "said elsewhere" if elsewhere else "earlier day"


def _elsewhere(sentence: Sentence, occasion: Occasion) -> bool:
    """Whether what somebody else said was said at another event, which is named."""
    if occasion.event is None or told_in(occasion, [(sentence.start, sentence.end)]):
        return False
    own = set(occasion.event.lower().split())
    return any(
        event.weight == 2
        and _AT.search(sentence.text[: event.start][-20:])
        and own.isdisjoint(word for word in event.name.lower().split() if len(word) > 3)
        for event in find_events(sentence.text)
    )


def reference_day(occasion: Occasion, published: datetime | None) -> date | None:
    """The day from which "last year" counts: the statement's, else the page's."""
    if occasion.date and not occasion.date.startswith("--"):
        return date.fromisoformat(occasion.date)
    return published.date() if published else None


def _same_month(cue: str, day: str | None) -> bool:
    """Whether "in May" is the month of the statement itself."""
    month = cue.lower().removeprefix("in ")
    return bool(day) and month in MONTHS and f"-{MONTHS.index(month) + 1:02d}-" in (day or "")


def _has_cue(sentence: Sentence, act: Attribution, day: str | None) -> bool:
    """Whether an earlier time is told of the act itself, not of what it says."""
    begin, limit = told_part(sentence.text, act.start - sentence.start, act.end - sentence.start)
    near = max(0, act.start - sentence.start - _NEAR)
    found = _CUE.finditer(sentence.text, 0, limit)
    cues = [cue for cue in found if cue.start() >= begin and _tells(cue, near)]
    return any(not _same_month(cue.group(), day) for cue in cues)


def _tells(cue: re.Match[str], near: int) -> bool:
    """Whether a time stands where a verb of speaking has its own, `near` it and out of marks."""
    before = _HEARSAY.sub("", cue.string[: cue.start()])
    marks = before.count("“") - before.count("”") or before.count('"') % 2
    return not (marks or " that " in before) and (cue.start() < _NEAR or cue.start() >= near)


def _is_before(sentence: Sentence, act: Attribution, today: date | None, day: str | None) -> bool:
    """Whether a day in the sentence lies before the statement's own, `day` (ISO or --MM-DD)."""
    own = (day or "")[-5:]
    begin, limit = told_part(sentence.text, act.start - sentence.start, act.end - sentence.start)
    for found in find_dates(sentence.text):
        told = found.date
        # Other days are those of what is told.
        if not begin <= found.start < limit:
            continue
        if found.relative or not told.month or found.kind == "range":
            continue
        if told.year:
            if today and date(told.year, told.month, told.day or 28) < today:
                return True
        elif told.day and own and f"{told.month:02d}-{told.day:02d}" < own:
            return True
    return False


def _mentioned(
    sents: Sequence[Sentence],
    taken: Container[int],
    names: Sequence[str],
    occasion: Occasion,
    today: date | None,
) -> Iterator[tuple[Earlier, Span]]:
    """What is spoken of as said before, each with where it stands."""
    for number, sentence in enumerate(sents):
        if number in taken:
            continue
        text = sentence.text
        speeches = dict.fromkeys(mentioned_speeches(text))
        for name, start, end in (*speeches, *mentioned_words(text, names)):
            span = (sentence.start + start, sentence.start + end)
            own = None if told_in(occasion, [span]) else occasion.event
            told = _told(sentence, name, text[start:end], own, today)
            if told.event or (name, start, end) not in speeches:
                yield replace(told, rule="speech mentioned"), span


def _told(
    sentence: Sentence, who: str | None, text: str, own: str | None, today: date | None
) -> Earlier:
    titled = _ENTITLED.search(text)
    named = (event for event in find_events(text) if event.name != own)
    event: FoundEvent | None = next(named, None)
    name = event.name if event and event.weight == 2 else None
    name = name or (titled["title"] if titled else None) or (event.name if event else None)
    return Earlier(who, name, _day(text, name or "", today), (sentence.start, sentence.end))


def _day(text: str, event: str, today: date | None) -> str | None:
    """The date in the text as far as it goes, else the year in it or in the event's name."""
    plain = [d for d in find_dates(text) if d.kind != "range"]
    for day in find_dates(text, today):
        if not _weekday_only(day, plain) and str(day.date):
            return str(day.date)
    year = _YEAR.search(event) or _YEAR.search(text)
    return str(PartialDate(year=int(year[1]))) if year else None


def _weekday_only(day: FoundDay, plain: Sequence[FoundDay]) -> bool:
    return day.relative and day.kind == "day" and not any(d.start == day.start for d in plain)

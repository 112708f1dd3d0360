"""Who, when, where: the signals that tell one act of speaking from another."""

from __future__ import annotations

import datetime
import re
from difflib import SequenceMatcher

from flows.text.bodies import BODIES, same_body
from flows.text.content import same_place
from flows.text.names import PART, comparable, is_chinese, is_transcription, same_person
from flows.text.overlap import Signal, one_language, same_figures, same_wording
from flows.text.transcription import sounds_alike
from storage.records import Sketch

# Hichem Mechichi and Hisham Meshishi have two letters of three in common.
SPELT_ALIKE = 0.6
SAME_DAY = 0.3
# What any event is called.
GENERIC = (
    "the of and a an on in at for to seminar conference forum summit meeting statement article "
    "speech press briefing interview event annual workshop session first second third "
)
_GENERIC = frozenset(GENERIC.split())
_GENERIC_HAN = re.compile(
    "新闻发布会|发布会|大会|峰会|论坛|会议|会上|研讨会|发文|讲话|例行|第.{1,4}[届次]"
)
_TOKEN = re.compile("[a-z0-9]+|[\u3400-\u9fff]+")
_YEAR = re.compile(r"(?:19|20)\d{2}")


def day(a: Sketch, b: Sketch) -> Signal | None:
    """Same day 0.3, one day apart 0.2; -1, a veto, further apart; None where one is unknown."""
    if not a.date or not b.date:
        return None
    apart = _days_apart(a.date, b.date)
    if apart == 0:
        return Signal(SAME_DAY, f"same day {max(a.date, b.date, key=len)}")
    if apart == 1:
        return Signal(0.2, f"one day apart: {a.date}, {b.date}")
    if _same_day_of_month(a, b) and same_figures(a, b):
        return None
    return Signal(-1, f"other day: {a.date}, {b.date}")


def _same_day_of_month(a: Sketch, b: Sketch) -> bool:
    """Whether one of two texts says but "13日", which a copy of another month misdates."""
    one, other = a.date or "", b.date or ""
    months = one[:-3] != other[:-3] and not one.startswith("--") and not other.startswith("--")
    return months and one[-2:] == other[-2:] and not (names_its_day(a) and names_its_day(b))


def names_its_day(sketch: Sketch) -> bool:
    """Whether the text itself holds the month and the day of the statement."""
    return sketch.date is not None and f"d:{sketch.date[-5:]}" in sketch.mentions


def _days_apart(one: str, other: str) -> int:
    """Days between two dates; where one has no year, both are taken in one round of a leap year."""
    yearless = one.startswith("--") or other.startswith("--")
    days = [f"2000-{d[-5:]}" if yearless else d for d in (one, other)]
    first, second = (datetime.date.fromisoformat(d) for d in days)
    gap = abs((first - second).days)
    return min(gap, 366 - gap) if yearless else gap


def speaker(a: Sketch, b: Sketch) -> Signal | None:
    """The main speaker of both; -1, a veto, where they clearly differ; None where none can tell.

    A main speaker who speaks second in the other article is a weak yes.
    """
    if not a.speakers or not b.speakers:
        return None
    one, other = a.speakers[0], b.speakers[0]
    sure = same_person(one, other)
    if sure >= PART:
        return Signal(0.4 * sure, f"same speaker {one}" + ("" if one == other else f" = {other}"))
    if sure:
        return Signal(0.2, f"perhaps one speaker: {one}, {other}")
    if one in b.speakers or other in a.speakers:
        return Signal(0.2, f"{one} and {other} speak in one of both")
    if same_wording(a, b) and _spelt_alike(one, other):
        return Signal(0.2, f"perhaps one speaker, spelt otherwise: {one}, {other}")
    return _other_name(one, other)


def _other_name(one: str, other: str) -> Signal | None:
    """Two names that are not one in letters: two persons, or one whose name is transcribed."""
    if comparable(one, other):
        return Signal(-1, f"other speaker: {one}, {other}")
    heard, spelt = (one, other) if is_transcription(one) else (other, one)
    return Signal(0.3, f"{heard} sounds like {spelt}") if sounds_alike(heard, spelt) else None


def _spelt_alike(one: str, other: str) -> bool:
    """Whether two keys may be one foreign name as two translators heard it."""
    if is_chinese(one) or is_chinese(other):
        return False
    return SequenceMatcher(None, one, other).ratio() >= SPELT_ALIKE


def body(a: Sketch, b: Sketch) -> Signal | None:
    """The body of the main speaker: 0.1, or 0.2 where no person can be compared."""
    if not a.orgs or not b.orgs:
        return None
    one, other = a.orgs[0], b.orgs[0]
    named = bool(a.speakers and b.speakers)
    if any(same_body(x, y) >= 0.6 for x in a.orgs for y in b.orgs):
        return Signal(0.1 if named else 0.2, f"same body {one}")
    if not named and one in BODIES and other in BODIES:
        return Signal(-1, f"other body: {one}, {other}")
    return None


def event(a: Sketch, b: Sketch) -> Signal | None:
    """The event's name; years in it that differ speak against one statement in any language."""
    if not a.event or not b.event:
        return None
    years, years_2 = set(_YEAR.findall(a.event)), set(_YEAR.findall(b.event))
    if years and years_2 and not years & years_2:
        return Signal(-0.4, f"the event of another year: {a.event}, {b.event}")
    words, words_2 = _event_words(a), _event_words(b)
    if not words or not words_2:
        return None
    share = len(words & words_2) / min(len(words), len(words_2))
    if share >= 0.5 or (not one_language(a, b) and words & words_2):
        return Signal(0.15, f"same event {a.event}")
    if one_language(a, b) and share < 0.2:
        return Signal(-0.3, f"another event: {a.event}, {b.event}")
    return None


def _event_words(sketch: Sketch) -> set[str]:
    found: set[str] = set()
    for token in _TOKEN.findall(_GENERIC_HAN.sub(" ", _YEAR.sub(" ", sketch.event or ""))):
        if token.isascii():
            found |= {token} - _GENERIC
        else:
            found |= {token[i : i + 2] for i in range(max(1, len(token) - 1))}
    return found


def place(a: Sketch, b: Sketch) -> Signal | None:
    """The place: a little for, a little more against."""
    if not a.place or not b.place or "online" in (a.place, b.place):
        return None
    if same_place(a.place, b.place):
        return Signal(0.05, f"same place {a.place}")
    return Signal(-0.1, f"another place: {a.place}, {b.place}")

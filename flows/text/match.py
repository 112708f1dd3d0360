"""The second rung: one statement in other words or another language, with the reasons why."""

from __future__ import annotations

import datetime

from flows.text import overlap, signals
from flows.text.bodies import body_key
from flows.text.content import content_words, latin_names, place_key
from flows.text.keys import asked, keys
from flows.text.mentions import mentions
from flows.text.names import name_key, simplify
from flows.text.numbers import MAX_TEXT, numbers
from flows.text.overlap import Signal
from flows.text.sounds import names_in, persons_in, sounds_of
from flows.text.terms import terms
from storage.records import Article, Match, Occasion, Reading, Sketch

__all__ = ["asked", "keys", "other_occasion", "possible_reprint", "same_statement", "sketch"]

# Speaker and day make 0.7, speaker and body 0.5: without a day the content has to agree.
SAME_STATEMENT = 0.6
# What words, figures, events and Latin names must add where the day is not known in both. A day
# later, or elsewhere on that day, they must add something; never may they speak against it.
CONTENT_NEEDED = 0.1
# From here on a person is asked: nearly enough, or enough in speaker and body with some content.
POSSIBLE_REPRINT, SOME_CONTENT = 0.5, 0.05
MAX_SPEAKERS, MAX_MEASURES, MAX_HEAD = 6, 30, 60


def sketch(article: Article, reading: Reading) -> Sketch:
    """What matching compares of an article: normal forms, the same for every language."""
    text = simplify(f"{article.title}\n{article.text[:MAX_TEXT]}")
    people = sorted(reading.speakers, key=lambda s: not s.main)[:MAX_SPEAKERS]
    names = (name_key(s.name) for s in people if s.name)
    # Where the main speaker is a body, a person who speaks second is not the main one.
    main = reading.main_speaker
    anonymous = main is not None and not main.name
    bodies = (body_key(s.org) for s in people[:1] if s.org)
    occasion = reading.occasion
    is_chinese = article.lang.startswith("zh")
    return Sketch(
        lang=article.lang,
        speakers=() if anonymous else tuple(dict.fromkeys(n for n in names if n)),
        orgs=tuple(dict.fromkeys(b for b in bodies if b)),
        date=_day(occasion),
        event=_normal(occasion.event) if occasion.event else None,
        place=place_key(occasion.place) if occasion.place else None,
        numbers=numbers(text),
        measures=tuple(_normal(m.head) for m in reading.measures[:MAX_MEASURES]),
        latin=latin_names(text),
        words=content_words(text, article.lang),
        names=persons_in(text) if is_chinese else names_in(text),
        sounds=sounds_of(text) if is_chinese else "",
        mentions=mentions(text, article.lang),
        topics=tuple(sorted(terms(text))),
    )


def _day(occasion: Occasion) -> str | None:
    """The day of the statement; None for a range and for a day that no calendar has."""
    if not occasion.date or occasion.precision == "range":
        return None
    try:
        datetime.date.fromisoformat(occasion.date.replace("--", "2000-", 1))
    except ValueError:
        return None
    return occasion.date


def _normal(text: str) -> str:
    return " ".join(simplify(text).lower().split())[:MAX_HEAD]


def same_statement(a: Sketch, b: Sketch) -> Match | None:
    """A match where two articles carry one statement, else None.

    Day, speaker and body veto where they clearly differ. The score is the sum of the signals'
    points, at most 1, and has to reach `SAME_STATEMENT`; measures alone never do. Sketches
    without a key in common never match, because on record they would never meet.
    """
    return _compare(a, b, least=SAME_STATEMENT, content_needed=CONTENT_NEEDED)


def other_occasion(a: Sketch, b: Sketch) -> bool:
    """Whether two texts state days, and events or places, that clearly differ.

    An official says the same again elsewhere, and a portal tells both in the same words.
    """
    return _against(signals.day(a, b)) and (
        _against(signals.event(a, b)) or _against(signals.place(a, b))
    )


def possible_reprint(a: Sketch, b: Sketch) -> Match | None:
    """A match that is not sure enough to join two articles, and that a person should see."""
    found = _compare(a, b, least=POSSIBLE_REPRINT, content_needed=SOME_CONTENT)
    return None if found is None or same_statement(a, b) else found


def _compare(a: Sketch, b: Sketch, *, least: float, content_needed: float) -> Match | None:
    day = signals.day(a, b)
    identity = [day, signals.speaker(a, b), signals.body(a, b)]
    if any(map(_against, identity)):
        return None
    wording, figures = overlap.words(a, b), overlap.figures(a, b)
    where = [_event(a, b, wording), signals.place(a, b)]
    content = [where[0], wording, figures, overlap.latin(a, b)]
    content += [overlap.names(a, b), overlap.mentions(a, b)]
    topics = overlap.topics(a, b)
    same_day = day is not None and day.points >= signals.SAME_DAY
    is_elsewhere = any(map(_against, where))
    needed = content_needed if day is None else 0.0
    unsure = least >= SAME_STATEMENT and overlap.have_much_to_compare(a, b)
    if day is not None and (is_elsewhere or not same_day or unsure):
        needed = SOME_CONTENT
    if day is not None:
        content.append(topics)
    if sum(signal.points for signal in content if signal) < needed - 1e-9:
        return None
    if day is None:
        content.append(topics)
    if _is_another_speech(a, b, is_elsewhere=is_elsewhere, same_day=same_day):
        return None
    found = [signal for signal in (*identity, *content, where[1], overlap.measures(a, b)) if signal]
    score = sum(signal.points for signal in found)
    if score < least - 1e-9 or set(asked(a)).isdisjoint(keys(b)):
        return None
    reasons = tuple(s.reason for s in sorted(found, key=lambda s: -s.points))
    return Match("same statement", round(min(1.0, score), 2), reasons)


def _is_another_speech(a: Sketch, b: Sketch, *, is_elsewhere: bool, same_day: bool) -> bool:
    """One speaker's speeches share words and measures, so that only figures tell them apart."""
    if same_day:
        several = overlap.NO_FIGURES if is_elsewhere else overlap.MANY_FIGURES
        return overlap.other_figures(a, b, several)
    if is_elsewhere and not overlap.keeps_figures(a, b):
        return True
    if overlap.denied_figures(a, b) and not overlap.same_wording(a, b):
        return True
    return overlap.other_figures(a, b, overlap.NO_FIGURES)


def _event(a: Sketch, b: Sketch, wording: Signal | None) -> Signal | None:
    """Reporters name one event in many ways; the same words outweigh its name."""
    event = signals.event(a, b)
    retold = wording is not None and wording.points >= overlap.RETOLD
    return None if retold and event is not None and -0.4 < event.points < 0 else event


def _against(signal: Signal | None) -> bool:
    return signal is not None and signal.points < 0

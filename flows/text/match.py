"""The second rung: one statement in other words or another language, with the reasons why."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from rensa import RMinHash

from flows.text import signals
from flows.text.bodies import body_key
from flows.text.content import content_words, latin_names, place_key
from flows.text.names import name_key, simplify
from flows.text.numbers import MAX_TEXT, numbers
from storage.records import Article, Match, Occasion, Reading, Sketch

# Speaker and day make 0.7, speaker and body 0.5: without a day the content has to agree.
SAME_STATEMENT = 0.6
# What words, figures, events and Latin names must add where the day is not known in both.
CONTENT_NEEDED = 0.1
MAX_SPEAKERS, MAX_MEASURES, MAX_HEAD = 6, 30, 60
# 24 values: a pair with a third of its words in common shares a single one nearly always.
KEY_HASHES, KEY_SEED = 24, 7
KEY_NUMBERS = 12


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


def keys(compared: Sketch) -> tuple[str, ...]:
    """Keys for an indexed look-up: two sketches of one statement have at least one in common.

    Speaker or body with the day (and the next, which meets the day before), and, for what has
    no day, speaker or body with single words and figures: a pair without a day in common needs
    these to agree before it can match.
    """
    subjects = [f"s:{name}" for name in compared.speakers[:3]]
    subjects += [f"o:{org}" for org in compared.orgs[:1]]
    found = [f"{subject}:{day}" for subject in subjects for day in _days(compared.date)]
    for subject in subjects or ["any"]:
        content = _content_keys(compared, rows=1 if subject.startswith("s:") else 2)
        found += [f"{subject}:{key}" for key in content]
    return tuple(dict.fromkeys(found))


def _days(iso: str | None) -> Iterator[str]:
    """The month and day of a date and of the day after."""
    if iso:
        day = datetime.date.fromisoformat(f"2000-{iso[-5:]}")
        yield f"{day:%m-%d}"
        yield f"{day + datetime.timedelta(days=1):%m-%d}"


def _content_keys(compared: Sketch, rows: int) -> Iterator[str]:
    """MinHash values of the words in groups of `rows`, and the telling figures."""
    if compared.words:
        hashes = RMinHash(KEY_HASHES, KEY_SEED)
        hashes.update(list(compared.words))
        values = hashes.digest()
        for i in range(0, KEY_HASHES, rows):
            yield f"w{i}:" + ".".join(f"{value:x}" for value in values[i : i + rows])
    telling = [n for n in compared.numbers if len(n) > rows]
    yield from (f"n:{number}" for number in telling[:KEY_NUMBERS])


def same_statement(a: Sketch, b: Sketch) -> Match | None:
    """A match where two articles carry one statement, else None.

    Day, speaker and body veto where they clearly differ. The score is the sum of the signals'
    points, at most 1, and has to reach `SAME_STATEMENT`; measures alone never do.
    """
    day = signals.day(a, b)
    identity = [day, signals.speaker(a, b), signals.body(a, b)]
    if any(signal is not None and signal.points < 0 for signal in identity):
        return None
    wording = signals.words(a, b)
    event = signals.event(a, b)
    retold = wording is not None and wording.points >= signals.RETOLD
    if retold and event is not None and -0.4 < event.points < 0:
        # Reporters name one event in many ways; the same words outweigh its name.
        event = None
    content = [wording, event, signals.figures(a, b), signals.latin(a, b)]
    others = [signals.place(a, b), signals.measures(a, b)]
    if day is None and sum(s.points for s in content if s) < CONTENT_NEEDED:
        return None
    found = [signal for signal in (*identity, *content, *others) if signal]
    score = sum(signal.points for signal in found)
    if score < SAME_STATEMENT - 1e-9:
        return None
    reasons = tuple(s.reason for s in sorted(found, key=lambda s: -s.points))
    return Match("same statement", round(min(1.0, score), 2), reasons)

"""How far a tag can be trusted: by how often the rule that found it was right."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from storage.records import Earlier, Figure, Measure, Occasion, Quote, Reading, Speaker

T = TypeVar("T", Speaker, Measure, Quote, Figure, Earlier)

# By language and kind of tag, of each rule: how many of its tags careful readers have too, and
# how many it found. Counted by `python -m tests.quality.rules`, which prints these lines: over
# half of the annotated articles, English quotes over 150 news articles as well.
COUNTED: dict[tuple[str, str], dict[str, tuple[int, int]]] = {
    ("en", "earlier"): {
        "speech mentioned": (3, 3),
        "told as before": (1, 1),
    },
    ("en", "event"): {
        "event in capitals": (8, 8),
        "event in small letters": (4, 4),
        "headline": (1, 1),
    },
    ("en", "event_date"): {
        "day in the lead": (1, 1),
        "day of the event": (6, 6),
        "reckoned day": (2, 2),
    },
    ("en", "figures"): {
        "currency": (1, 1),
        "number in words": (3, 3),
        "percent": (2, 2),
    },
    ("en", "measures"): {
        "bare verb": (10, 10),
        "called for": (0, 1),
        "enumerated": (5, 5),
        "measures including": (3, 3),
        "need to": (24, 24),
        "proposed that": (3, 3),
        "should": (9, 10),
        "thing that must be": (2, 2),
        "urged to": (1, 1),
        "will": (5, 6),
    },
    ("en", "place"): {
        "dateline": (2, 2),
        "held in": (5, 5),
    },
    ("en", "quotes"): {
        "goes on": (7, 31),
        "main speaker": (3, 25),
        "said before": (139, 150),
        "said behind": (162, 172),
        "said nearby": (4, 6),
        "unnamed": (0, 3),
    },
    ("en", "speakers"): {
        "body post name": (3, 3),
        "name, post of body": (10, 10),
        "post name": (1, 1),
        "post of body name": (2, 2),
        "second post": (1, 1),
        "speech by name": (1, 1),
    },
    ("zh", "event"): {
        "kind of event": (2, 2),
        "whole name": (9, 9),
    },
    ("zh", "event_date"): {
        "day alone": (2, 2),
        "month and day": (8, 8),
        "reckoned day": (1, 1),
    },
    ("zh", "figures"): {
        "digits and unit": (11, 11),
        "number in words": (3, 3),
        "percent": (3, 3),
    },
    ("zh", "measures"): {
        "enumerated": (19, 19),
        "modal": (24, 24),
        "series": (11, 11),
    },
    ("zh", "place"): {
        "dateline": (2, 2),
        "held in": (4, 4),
    },
    ("zh", "quotes"): {
        "said before": (1, 1),
        "said behind": (1, 1),
    },
    ("zh", "speakers"): {
        "body name": (1, 1),
        "body name post": (1, 1),
        "body post name": (15, 15),
    },
}


# Found right or wrong by eye in 96 public texts, counted on top of these.
BY_EYE: dict[tuple[str, str], dict[str, tuple[int, int]]] = {
    ("en", "measures"): {
        "enumerated": (35, 35),
        "need to": (134, 135),
        "urged to": (46, 46),
        "should": (86, 88),
        "will": (67, 68),
        "gerund": (22, 22),
        "bare verb": (20, 20),
        "after a colon": (6, 6),
        "measures including": (4, 4),
        "proposed that": (3, 3),
        "thing that must be": (28, 31),
        "called for": (15, 17),
    },
}


def confidence(lang: str, kind: str, rule: str) -> float:
    """The chance from 0 to 1 that a tag is right, by Laplace's rule of succession.

    (right + 1) / (found + 2): a rule that was never counted stands at 0.5, and few cases that
    are all right are no proof.
    """
    counts = [table.get((lang, kind), {}).get(rule, (0, 0)) for table in (COUNTED, BY_EYE)]
    right = sum(right for right, _ in counts)
    found = sum(found for _, found in counts)
    return round((right + 1) / (found + 2), 2)


def rated(reading: Reading, lang: str) -> Reading:
    """The reading of a text in the language `lang` with the confidence of each of its tags."""

    def each(kind: str, tags: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(replace(tag, confidence=confidence(lang, kind, tag.rule)) for tag in tags)

    return replace(
        reading,
        speakers=each("speakers", reading.speakers),
        occasion=_occasion(reading.occasion, lang),
        measures=each("measures", reading.measures),
        quotes=each("quotes", reading.quotes),
        figures=each("figures", reading.figures),
        earlier=each("earlier", reading.earlier),
    )


def _occasion(found: Occasion, lang: str) -> Occasion:
    return replace(
        found,
        event_confidence=confidence(lang, "event", found.event_rule),
        date_confidence=confidence(lang, "event_date", found.date_rule),
        place_confidence=confidence(lang, "place", found.place_rule),
    )

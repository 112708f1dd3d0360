"""What a case tells of an occasion, and what is read of it."""

from __future__ import annotations

import datetime as dt

from flows.text.english.reader import read
from storage.records import Occasion

# The event, the day and the place.
Told = tuple[str | None, str | None, str | None]
Case = tuple[str, str, str | None, Told]
_SMALL = {"the", "of", "on", "and", "a", "in"}


def occasion_of(title: str, text: str, published: str | None) -> Occasion:
    """The occasion that is read in a text, published on that ISO day."""
    stamp = dt.datetime.fromisoformat(published + "T12:00+00:00") if published else None
    return read(title, text, stamp).occasion


def is_as_told(occasion: Occasion, told: Told) -> bool:
    """Whether day and place agree, and most words of the event."""
    event, date, place = told
    found, wanted = _words(occasion.event), _words(event)
    is_event = len(found & wanted) >= 0.6 * len(found | wanted)
    is_place = (occasion.place or "").lower() == (place or "").lower()
    return is_event and is_place and occasion.date == date


def _words(name: str | None) -> set[str]:
    plain = (name or "").lower().translate({ord(c): " " for c in "\"(),'"})
    return set(plain.split()) - _SMALL

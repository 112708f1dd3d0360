"""Keys for an indexed look-up: what two sketches of one statement have in common.

A key joins what is rare enough together: a subject (a word of the speaker's name, a body) or
none, a day or none, and a piece of the content (a figure, a MinHash value of the words).
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator

from rensa import RMinHash

from flows.text.names import name_words
from storage.records import Sketch

# Words that make 0.1 point agree in a value of 24 with probability 0.95; where they have to
# make up for a subject or for a day they agree in more.
HASHES, SEED = 24, 7
MAX_NUMBERS = 8
MAX_SPEAKERS = 6


@functools.lru_cache(maxsize=1024)
def keys(compared: Sketch) -> tuple[str, ...]:
    """Keys of which two sketches of one statement have at least one in common.

    With a day: the subject, a figure or a value of the words on that day and on the next, which
    meets the day before. Without: a subject with a figure or a value, or else exact figures and
    pairs of values alone.
    """
    values = _values(compared)
    singles = [f"w{i}:{value:x}" for i, value in enumerate(values)]
    pairs = [f"w{i}:{values[i]:x}.{values[i + 1]:x}" for i in range(0, len(values), 2)]
    numbers = [f"n:{n}" for n in compared.numbers if len(n) > 1][:MAX_NUMBERS]
    exact = [f"n:{n}" for n in compared.numbers if len(n.rstrip("0%s")) > 2][:MAX_NUMBERS]
    names = [f"s:{word}" for name in compared.speakers[:1] for word in name_words(name)]
    bodies = [f"o:{body}" for body in compared.orgs[:1]]
    others = [f"s:{name}" for name in compared.speakers[:MAX_SPEAKERS]]
    found = [
        *_joined(_days(compared.date), [*names, *others, *bodies, *numbers, *singles[::2]]),
        *_joined(names, [*numbers, *singles]),
        *_joined(bodies, [*numbers, *pairs]),
        *_joined(["any"], [*exact, *pairs]),
    ]
    return tuple(dict.fromkeys(found))


def _joined(firsts: list[str], seconds: list[str]) -> Iterator[str]:
    return (f"{first}:{second}" for first in firsts for second in seconds)


def _values(compared: Sketch) -> list[int]:
    if not compared.words:
        return []
    hashes = RMinHash(HASHES, SEED)
    hashes.update(list(compared.words))
    return list(hashes.digest())


def _days(iso: str | None) -> list[str]:
    """The month and day of a date and of the day after."""
    if not iso:
        return []
    day = datetime.date.fromisoformat(f"2000-{iso[-5:]}")
    return [f"{d:%m-%d}" for d in (day, day + datetime.timedelta(days=1))]

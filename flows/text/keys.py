"""Keys for an indexed look-up: what two sketches of one statement have in common.

A key joins what is rare enough together: a subject (a word of the speaker's name, a body) or
none, a day or none, and a piece of the content (a figure, a name, MinHash values of the words).
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator
from itertools import combinations

from rensa import RMinHash

from flows.text.names import name_words
from flows.text.sounds import COMMON_NAMES
from flows.text.surnames import syllables
from storage.records import Sketch

# Two texts with a Jaccard of j agree in one value with probability j, in a pair with j², in
# three with j³: any two English reports (0.1) in one triple of 24 with 0.02, two versions of
# one (0.4) with 0.8. The rarer what a key names beside the words, the fewer values it needs.
HASHES, SEED = 72, 7
MAX_NUMBERS, MAX_SPEAKERS = 8, 6
MAX_NAMES, MAX_PAIRED, MAX_MENTIONS = 6, 4, 8
_NEIGHBOURS = (-1, 0, 1)


@functools.lru_cache(maxsize=1024)
def keys(compared: Sketch) -> tuple[str, ...]:
    """The keys under which a sketch is found, each of them rare."""
    return tuple(dict.fromkeys([*_dated(compared, (0,)), *_undated(compared)]))


@functools.lru_cache(maxsize=1024)
def asked(compared: Sketch) -> tuple[str, ...]:
    """The keys that a sketch looks up: its own, with those of the day before and the day after.

    Two sketches of one statement have a key in common, asked by the one and held by the other.
    """
    return tuple(dict.fromkeys([*_dated(compared, _NEIGHBOURS), *_undated(compared)]))


def _dated(compared: Sketch, offsets: Iterable[int]) -> Iterator[str]:
    """A subject, a figure or a few words on a day; its year is often not known."""
    if not compared.date:
        return iter(())
    day = datetime.date.fromisoformat(f"2000-{compared.date[-5:]}")
    days = [f"{day + datetime.timedelta(days=offset):%m-%d}" for offset in offsets]
    words = [word for name in compared.speakers[:1] for word in name_words(name)]
    speakers = [f"s:{name}" for name in (*compared.speakers[:MAX_SPEAKERS], *words)]
    numbers = [f"n:{n}" for n in _numbers(compared, digits=1)]
    return _joined(days, [*speakers, *_bodies(compared), *numbers, *_values(compared, 2)[:12]])


def _undated(compared: Sketch) -> Iterator[str]:
    """A subject with a piece of the content, or content that is telling by itself."""
    words = [word for name in compared.speakers[:1] for word in name_words(name)]
    given = [f"s:{word}" for word in words if syllables(word) != 1]
    surnames = [f"s:{word}" for word in words if syllables(word) == 1]
    numbers = [f"n:{n}" for n in _numbers(compared, digits=1)]
    exact = [f"n:{n}" for n in _numbers(compared, digits=3)]
    pairs = _values(compared, 2)[:12]
    yield from _joined(given, [*numbers, *_values(compared, 1)[:12]])
    yield from _joined(surnames, [*exact, *pairs])
    yield from _joined(_bodies(compared), [*exact, *pairs])
    yield from _joined(["any"], [*exact, *_values(compared, 3)])
    yield from _named(compared)


def _named(compared: Sketch) -> Iterator[str]:
    """Two names, a name and what is mentioned beside it, a place or a body and a day."""
    people = [name for name in compared.names if name not in COMMON_NAMES][:MAX_NAMES]
    mentions = compared.mentions[:MAX_MENTIONS]
    places = [m for m in mentions if m[0] in "pb"]
    yield from _joined(people, mentions[:MAX_PAIRED])
    yield from _joined([m for m in mentions if m[0] == "d"], places)
    yield from ("+".join(sorted(pair)) for pair in combinations(people[:MAX_PAIRED], 2))


def _bodies(compared: Sketch) -> list[str]:
    return [f"o:{body}" for body in compared.orgs[:1]]


def _numbers(compared: Sketch, digits: int) -> list[str]:
    """Figures of more than one digit, of which so many or more are not rounded off."""
    exact = (n for n in compared.numbers if len(n) > 1 and len(n.rstrip("0%s")) >= digits)
    return list(exact)[:MAX_NUMBERS]


def _joined(firsts: list[str], seconds: Iterable[str]) -> Iterator[str]:
    return (f"{first}:{second}" for first in firsts for second in seconds)


def _values(compared: Sketch, size: int) -> list[str]:
    """MinHash values of the words, so many together."""
    values = _hashed(compared.words)
    groups = (values[i : i + size] for i in range(0, len(values), size))
    return [f"w{i}:{'.'.join(f'{v:x}' for v in group)}" for i, group in enumerate(groups)]


@functools.lru_cache(maxsize=16)
def _hashed(words: tuple[str, ...]) -> tuple[int, ...]:
    if not words:
        return ()
    hashes = RMinHash(HASHES, SEED)
    hashes.update(list(words))
    return tuple(int(value) for value in hashes.digest())

"""What one report of a statement says otherwise than another, in one language or two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.text.alignment import MOST_MEASURES, Alignment, align
from flows.text.bodies import BODIES, body_key, same_body
from flows.text.likeness import point
from flows.text.names import comparable, name_key, same_person, simplify
from flows.text.numbers import numbers
from flows.text.posts import same_post
from storage.records import Figure, Measure, Reading, Span, Speaker


@dataclass(frozen=True, slots=True)
class Told:
    """An article as it is compared: its language, title and text, and what is read in it."""

    lang: str
    title: str
    text: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is another: a speaker, post, body, day or figure; None where it is not told.

    `of` is the head of the measure in which a figure stands.
    """

    what: str
    before: str | None
    after: str | None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What the second article says otherwise than the first.

    `reordered` are measures of both with their places, from 1. `unsure` are measures of two
    languages of which none can be told to be another, or to be missing.
    """

    kept: tuple[tuple[Measure, Measure], ...] = ()
    dropped: tuple[Measure, ...] = ()
    added: tuple[Measure, ...] = ()
    reordered: tuple[tuple[Measure, int, int], ...] = ()
    unsure: tuple[tuple[Measure, ...], tuple[Measure, ...]] = ((), ())
    figures: tuple[Change, ...] = ()
    fields: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        lists = (self.dropped, self.added, self.reordered, self.figures, self.fields)
        return any((*lists, *self.unsure))


def difference(one: Told, other: Told) -> Difference:
    """What `other` says otherwise than `one`; their first `MOST_MEASURES` measures are compared."""
    before, after = _measures(one), _measures(other)
    aligned = align([point(m, one.lang) for m in before], [point(m, other.lang) for m in after])
    alone, alone_2 = aligned.unsure
    return Difference(
        kept=tuple((before[i], after[j]) for i, j in aligned.pairs),
        dropped=tuple(before[i] for i in aligned.dropped),
        added=tuple(after[j] for j in aligned.added),
        reordered=tuple((before[i], i + 1, j + 1) for i, j in aligned.moved),
        unsure=(tuple(before[i] for i in alone), tuple(after[j] for j in alone_2)),
        figures=tuple(_figures(one, other, aligned)),
        fields=tuple(_fields(one, other)),
    )


def _measures(told: Told) -> Sequence[Measure]:
    return told.reading.measures[:MOST_MEASURES]


# --- who and when ------------------------------------------------------------------------


def _fields(one: Told, other: Told) -> Iterator[Change]:
    nobody = Speaker(None, None, None)
    a, b = (told.reading.main_speaker or nobody for told in (one, other))
    day, day_2 = one.reading.occasion.date, other.reading.occasion.date
    compared = (
        ("speaker", a.name, b.name, _is_one_person),
        ("post", a.post, b.post, same_post),
        ("body", a.org, b.org, _is_one_body),
    )
    for what, before, after, is_one in compared:
        both = before is not None and after is not None
        if (before or after) and not (both and is_one(before or "", after or "")):
            yield Change(what, before, after)
    # One of the two may leave out the year.
    if day and day_2 and day[-5:] != day_2[-5:]:
        yield Change("day", day, day_2)


def _is_one_person(name: str, other: str) -> bool:
    """Whether two names of one statement's speaker may be one: 余伟文 is Eddie Yue too."""
    return same_person(name, other) > 0 or not comparable(name_key(name), name_key(other))


def _is_one_body(org: str, other: str) -> bool:
    """Whether two bodies are one; across scripts only those that are known can be told apart."""
    keys = body_key(org), body_key(other)
    across = keys[0].isascii() != keys[1].isascii()
    if across and not all(key in BODIES for key in keys):
        return True
    return same_body(org, other) >= 0.6


# --- figures -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Lone:
    """A figure that the other article does not have, and the pair of measures it stands in."""

    key: str
    shown: str
    unit: str
    pair: int | None
    head: str | None


def _figures(one: Told, other: Told, aligned: Alignment) -> Iterator[Change]:
    """Figures of one article alone, those of one measure or one unit held against each other."""
    gone = list(_alone(one, other, [i for i, _ in aligned.pairs]))
    come = list(_alone(other, one, [j for _, j in aligned.pairs]))
    for figure in gone:
        rival = next((each for each in come if _may_be(figure, each, gone, come)), None)
        if rival is not None:
            come.remove(rival)
        after, head = (rival.shown, rival.head) if rival else (None, None)
        yield Change("figure", figure.shown, after, figure.head or head)
    yield from (Change("figure", None, figure.shown, figure.head) for figure in come)


def _may_be(one: _Lone, other: _Lone, gone: Sequence[_Lone], come: Sequence[_Lone]) -> bool:
    """Whether one figure may stand where the other stood."""
    if one.key.endswith("%") != other.key.endswith("%"):
        return False
    if one.pair is not None and one.pair == other.pair:
        return True
    if one.unit and one.unit == other.unit:
        return one.pair is None or other.pair is None
    return len(gone) == len(come) == 1 and one.pair is None and other.pair is None


def _alone(told: Told, other: Told, paired: Sequence[int]) -> Iterator[_Lone]:
    held = {*numbers(f"{other.title}\n{other.text}")} | {_key(f) for f in other.reading.figures}
    measures = _measures(told)
    seen: set[str] = set()
    for figure in told.reading.figures:
        key = _key(figure)
        if key in held or key in seen:
            continue
        seen.add(key)
        at = next((n for n, m in enumerate(measures) if _within(figure.span, m.span)), None)
        pair = paired.index(at) if at is not None and at in paired else None
        head = None if at is None else measures[at].head
        unit = "".join(simplify(figure.unit).lower().split())
        yield _Lone(key, _written(figure), unit, pair, head)


def _key(figure: Figure) -> str:
    """The plain magnitude of a figure, or its own words where it has none."""
    found = numbers(_written(figure)) or numbers(f"{figure.value} of {figure.unit}")
    return found[0] if found else simplify(figure.value)


def _written(figure: Figure) -> str:
    gap = " " if figure.unit[:1].isalpha() and figure.unit.isascii() else ""
    return f"{figure.value}{gap}{figure.unit}"


def _within(span: Span, of: Span) -> bool:
    return of[0] <= span[0] < of[1]

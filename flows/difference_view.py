"""What one article says otherwise than another, for a person and for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flows.text.difference import Change, Difference
from storage.records import Measure

NOT_TOLD = "not told"


def as_dict(difference: Difference) -> dict[str, Any]:
    """The difference as JSON values; measures by their heads."""
    alone, alone_2 = difference.unsure
    return {
        "same": not difference,
        "kept": [[one.head, other.head] for one, other in difference.kept],
        "dropped": _heads(difference.dropped),
        "added": _heads(difference.added),
        "reordered": [
            {"measure": measure.head, "from": place, "to": place_2}
            for measure, place, place_2 in difference.reordered
        ],
        "unsure": [_heads(alone), _heads(alone_2)],
        "figures": [
            {"before": each.before, "after": each.after, "measure": each.of}
            for each in difference.figures
        ],
        "fields": {each.what: [each.before, each.after] for each in difference.fields},
    }


def _heads(measures: tuple[Measure, ...]) -> list[str]:
    return [measure.head for measure in measures]


def as_lines(difference: Difference) -> Iterator[str]:
    """A line for each thing that is otherwise: what it is, and from what to what."""
    yield from (_line(each.what, _changed(each)) for each in difference.fields)
    yield from (_line("measure", f"- {m.head}") for m in difference.dropped)
    yield from (_line("measure", f"+ {m.head}") for m in difference.added)
    for measure, place, place_2 in difference.reordered:
        yield _line("reordered", f"from {place} to {place_2}: {measure.head}")
    for each in difference.figures:
        yield _line("figure", _changed(each) + (f", in: {each.of}" if each.of else ""))
    alone, alone_2 = difference.unsure
    if alone:
        yield _line("unsure", "these may be dropped, added or the same in other words:")
        yield from (_line("", f"- {m.head}") for m in alone)
        yield from (_line("", f"+ {m.head}") for m in alone_2)


def _line(name: str, value: str) -> str:
    return f"    {name:<12}{value}"


def _changed(change: Change) -> str:
    return f"{change.before or NOT_TOLD} → {change.after or NOT_TOLD}"


def in_short(difference: Difference) -> str:
    """The difference in one line: "1 measure dropped, 2 figures altered, post"."""
    counted = (
        (len(difference.dropped), "measure", "dropped"),
        (len(difference.added), "measure", "added"),
        (len(difference.reordered), "measure", "reordered"),
        (len(difference.unsure[0]) + len(difference.unsure[1]), "measure", "unsure"),
        (len(difference.figures), "figure", "altered"),
    )
    parts = [f"{n} {noun}{'s' * (n > 1)} {what}" for n, noun, what in counted if n]
    parts += [f"another {each.what}" for each in difference.fields]
    return ", ".join(parts) or "other words, the same tags"

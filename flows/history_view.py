"""What was said before, for a person and for a program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from flows.history import History
from flows.text.lineage import Descent, Said
from storage.records import Earlier


def as_dict(history: History) -> dict[str, Any]:
    """The history as JSON values; `earlier_on_record` is in the order of `earlier`."""
    line = history.lineage
    return {
        "lineage": {
            "body": history.body,
            "compared": [said.statement for said in line.compared],
            "measures": [_descent(each) for each in line.descents],
            "predecessor": line.predecessor.statement if line.predecessor else None,
            "no_longer_mentioned": [measure.head for measure in line.left_out],
        },
        "earlier_on_record": [said.statement_id if said else None for said in history.earlier],
    }


def _descent(descent: Descent) -> dict[str, Any]:
    return {
        "ordinal": descent.measure.ordinal,
        "head": descent.measure.head,
        "standing": descent.standing,
        "gained": list(descent.gained),
        "last": descent.last.statement if descent.last else None,
        "first": descent.first.statement if descent.first else None,
    }


def as_lines(history: History, earlier: Sequence[Earlier]) -> Iterator[str]:
    """A line for each measure, for each that is gone, and for each earlier statement held."""
    line = history.lineage
    if line.compared and line.descents:
        since = min(said.day for said in line.compared)
        number = len(line.compared)
        yield _line(
            "lineage", f"{number} statement{'s' * (number > 1)} of {history.body} since {since}"
        )
        yield from (
            _line(f"measure {each.measure.ordinal}", _standing(each)) for each in line.descents
        )
    if line.predecessor and line.left_out:
        yield _line("left out", f"no longer mentioned, of {_said(line.predecessor)}:")
        yield from (_line("", f"- {measure.head}") for measure in line.left_out)
    for mention, said in zip(earlier, history.earlier, strict=True):
        if said is not None:
            yield _line("earlier", f"{_mention(mention)} → #{said.statement_id}, {said.title}")


def _standing(descent: Descent) -> str:
    if descent.last is None or descent.first is None:
        return descent.standing
    gained = f" by {', '.join(descent.gained)}" if descent.gained else ""
    first = f", first in {_said(descent.first)}" if descent.first != descent.last else ""
    return f"{descent.standing}{gained}; last in {_said(descent.last)}{first}"


def _said(said: Said) -> str:
    return f"#{said.statement} of {said.day}"


def _mention(earlier: Earlier) -> str:
    return ", ".join(part for part in (earlier.speaker, earlier.event, earlier.date) if part)


def _line(name: str, value: str) -> str:
    return f"    {name:<12}{value}"

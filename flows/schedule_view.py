"""What a schedule tells, for people and for programs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from zoneinfo import ZoneInfo

from flows.happenings import Began, CutShort, Ended, Happening, Next, Skipped
from flows.summary import Night, Tally

_KEYS = {Next: "next", Began: "began", Ended: "ended", Skipped: "skipped", CutShort: "cut_short"}


def as_dict(happening: Happening) -> dict[str, object]:
    """A happening as JSON values under its own name; instants are UTC."""
    return {_KEYS[type(happening)]: asdict(happening)}


def as_lines(happening: Happening, zone: ZoneInfo) -> list[str]:
    """A happening in words, its times in a zone."""
    match happening:
        case Next():
            runs = {"night": happening.night, "watch run": happening.watch}
            return [f"Next: {', '.join(f'{k} {_at(t, zone)}' for k, t in runs.items() if t)}"]
        case Began():
            return [f"{_at(happening.at, zone)}  {happening.kind} began{_why(happening, zone)}"]
        case Ended(night=None):
            return [f"{_at(happening.at, zone)}  {happening.kind} FAILED: {happening.error}"]
        case Ended():
            return _ended(happening, happening.night or Night(), zone)
        case Skipped():
            due = ", ".join(_at(due, zone) for due in happening.due)
            return [f"{happening.kind} skipped: a {happening.behind} still went on at {due}"]
        case CutShort():
            due = _at(happening.due, zone)
            return [f"{happening.kind} of {due} cut short; the next start makes up for it"]


def _at(instant: datetime, zone: ZoneInfo) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%d %H:%M:%S %Z}"


def _why(began: Began, zone: ZoneInfo) -> str:
    late = f", due {_at(began.due, zone)}" if began.is_late else ""
    more = f", making up for {began.missed} more that were missed" if began.missed else ""
    return late + more


def _ended(ended: Ended, night: Night, zone: ZoneInfo) -> list[str]:
    sum_ = Tally()
    for part in night.sources.values():
        sum_.add(part.tally)
    counts = {"page": sum_.pages, "article": sum_.articles, "statement": sum_.statements}
    counted = [_number(n, noun) for noun, n in counts.items()]
    told = _number(night.delivered, "alert")
    head = f"{_at(ended.at, zone)}  {ended.kind} ended: {', '.join(counted)} new, {told} told"
    problems = [f"! {name}: {part.error}" for name, part in night.sources.items() if part.error]
    if night.alert_error:
        problems.append(f"! alerts could not be told: {night.alert_error}")
    return [head, *problems]


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

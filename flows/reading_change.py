"""What one reading of an article says otherwise than another."""

from __future__ import annotations

from dataclasses import dataclass

from storage.records import Reading, Speaker


@dataclass(frozen=True, slots=True)
class Field:
    """A field that changed; None where it was, or is, not known."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """The fields that changed, and the heads of the measures that came and went."""

    fields: tuple[Field, ...] = ()
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.fields or self.added or self.dropped)


UNCHANGED = Difference()


def difference(before: Reading | None, after: Reading) -> Difference:
    """What changed between two readings; None: there was no article before."""
    old, new = _fields(before), _fields(after)
    heads = [m.head for m in before.measures] if before else []
    now = [m.head for m in after.measures]
    return Difference(
        tuple(Field(name, old.get(name), new[name]) for name in new if old.get(name) != new[name]),
        tuple(head for head in now if head not in heads),
        tuple(head for head in heads if head not in now),
    )


def _fields(reading: Reading | None) -> dict[str, str | None]:
    if reading is None:
        return {}
    occasion = reading.occasion
    return {
        "statement": "yes" if reading.is_statement else "no",
        "speakers": "; ".join(map(_speaker, reading.speakers)) or None,
        "event": occasion.event,
        "date": occasion.date,
        "place": occasion.place,
    }


def _speaker(speaker: Speaker) -> str:
    return ", ".join(part for part in (speaker.name, speaker.post, speaker.org) if part)

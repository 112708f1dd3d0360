"""Decisions by hand on what a statement says: kept apart from what is read, and laid over it.

They belong to the statement, so that reading its articles again leaves them as they are; when
two statements are joined, both speak for the one that stays, the later decision first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.decision_models import CORRECTABLE, CorrectionRow
from storage.failure import Failure
from storage.models import StatementRow
from storage.records import Occasion, Reading, Speaker

MOST_CHARACTERS = 300
# The rule of what somebody decided by hand.
CORRECTED = "corrected"
_OF_SPEAKER = {"speaker", "post", "org"}

Corrections = Mapping[str, str]


class CorrectionError(Failure):
    """A field cannot have this value; the message says why."""


def correct(session: Session, statement_id: int, changes: Corrections, now: datetime) -> None:
    """Keep that these fields of a statement are as said; "" says that nothing is known.

    Raises CorrectionError for a field or a value that cannot be, NoResultFound for a statement
    that is not on record.
    """
    row = session.get_one(StatementRow, statement_id)
    for field, value in changes.items():
        _check(field, value)
        at = {"statement_id": row.redirect_to or row.id, "field": field}
        session.merge(CorrectionRow(**at, value=value, at=now))
    session.flush()


def _check(field: str, value: str) -> None:
    if field not in CORRECTABLE:
        raise CorrectionError(f"{field} cannot be corrected; these can: {', '.join(CORRECTABLE)}.")
    if len(value) > MOST_CHARACTERS:
        raise CorrectionError(f"The {field} may have at most {MOST_CHARACTERS} characters.")
    if field == "date" and value:
        try:
            is_day = date.fromisoformat(value).isoformat() == value
        except ValueError:
            is_day = False
        if not is_day:
            raise CorrectionError(f"The date is {value!r}; give a day as YYYY-MM-DD.")


def withdraw(session: Session, statement_id: int) -> int:
    """Let a statement say again what is read in it; the number of corrections withdrawn."""
    row = session.get_one(StatementRow, statement_id)
    stays = row.redirect_to or row.id
    rows = session.scalars(
        select(CorrectionRow)
        .join(StatementRow, StatementRow.id == CorrectionRow.statement_id)
        .where((StatementRow.id == stays) | (StatementRow.redirect_to == stays))
    ).all()
    for correction in rows:
        session.delete(correction)
    session.flush()
    return len(rows)


def corrections(session: Session, ids: Sequence[int] | None = None) -> dict[int, Corrections]:
    """What is corrected in these statements (in all if None), by the number that stays."""
    stays = func.coalesce(StatementRow.redirect_to, StatementRow.id)
    rows = (
        select(stays, CorrectionRow.field, CorrectionRow.value)
        .join(StatementRow, StatementRow.id == CorrectionRow.statement_id)
        .order_by(CorrectionRow.at, StatementRow.id)
    )
    if ids is not None:
        rows = rows.where(stays.in_(ids))
    found: dict[int, dict[str, str]] = {}
    for statement_id, field, value in session.execute(rows):
        found.setdefault(statement_id, {})[field] = value
    return dict(found)


def corrected(reading: Reading, changes: Corrections) -> Reading:
    """What is read, with the corrections laid over it; what they say stands nowhere in the text."""
    if not changes:
        return reading
    return replace(
        reading,
        speakers=corrected_speakers(reading.speakers, changes),
        occasion=_occasion(reading.occasion, changes),
    )


def corrected_speakers(speakers: tuple[Speaker, ...], changes: Corrections) -> tuple[Speaker, ...]:
    """The speakers with the corrections laid over the main one; made if there was none."""
    if not changes.keys() & _OF_SPEAKER:
        return speakers
    main = next((s for s in speakers if s.main), None)
    read = main or Speaker(None, None, None, main=True)
    other = replace(
        read,
        name=changes.get("speaker", read.name) or None,
        post=changes.get("post", read.post) or None,
        org=changes.get("org", read.org) or None,
        span=None,
        rule=CORRECTED,
        confidence=1.0,
    )
    if main is None:
        return (other, *speakers)
    return tuple(other if speaker is main else speaker for speaker in speakers)


def _occasion(occasion: Occasion, changes: Corrections) -> Occasion:
    if "event" in changes:
        occasion = replace(
            occasion,
            event=changes["event"] or None,
            event_span=None,
            event_rule=CORRECTED,
            event_confidence=1.0,
        )
    if "place" in changes:
        occasion = replace(
            occasion,
            place=changes["place"] or None,
            place_span=None,
            place_rule=CORRECTED,
            place_confidence=1.0,
        )
    if "date" in changes:
        occasion = replace(
            occasion,
            date=changes["date"] or None,
            precision="day" if changes["date"] else "none",
            date_span=None,
            date_rule=CORRECTED,
            date_confidence=1.0,
        )
    return occasion

"""The outbox: who is to be told of which new statement, and how far that has come.

One alert a statement and watch, always. What may be repeated safely goes from `pending` to
`sent`; what may not is marked `sending` first, and a crash there leaves it `uncertain`.
"""

import uuid
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.models import AlertRow
from storage.statements import resolve


@dataclass(frozen=True, slots=True)
class Alert:
    """One notice that is to be told; its receiver knows a repetition by `idempotency_key`."""

    id: int
    statement_id: int
    watch: str
    idempotency_key: str
    created_at: datetime


def raise_alert(session: Session, statement_id: int, watch: str, now: datetime) -> bool:
    """Put an alert into the outbox; False if this watch has one for the statement already."""
    at = {"statement_id": resolve(session, statement_id), "watch": watch}
    if session.scalar(select(AlertRow.id).filter_by(**at)) is not None:
        return False
    # Random, because ids begin anew with a new database and a receiver remembers longer.
    key = uuid.uuid4().hex
    session.add(AlertRow(**at, idempotency_key=key, state="pending", created_at=now))
    session.flush()
    return True


def pending_alerts(session: Session) -> list[Alert]:
    """The alerts that are to be told, the oldest first."""
    rows = session.scalars(select(AlertRow).filter_by(state="pending").order_by(AlertRow.id))
    return [
        Alert(row.id, row.statement_id, row.watch, row.idempotency_key, row.created_at)
        for row in rows
    ]


def mark_sending(session: Session, alert_id: int, channel: str) -> bool:
    """Note that an alert is about to be told; False if it is no longer pending."""
    return _move(session, alert_id, ("pending",), state="sending", channel=channel)


def mark_sent(session: Session, alert_id: int, channel: str, now: datetime) -> bool:
    """Note that an alert was told; False if that was noted before, or the alert is gone."""
    return _move(
        session,
        alert_id,
        ("pending", "sending", "uncertain"),
        state="sent",
        channel=channel,
        sent_at=now,
        error=None,
    )


def mark_failed(session: Session, alert_id: int, error: str) -> bool:
    """Note why telling failed for sure; the alert is pending again."""
    return _move(session, alert_id, ("pending", "sending"), state="pending", error=error)


def mark_dead(session: Session, alert_id: int, error: str) -> bool:
    """Note why an alert is given up."""
    return _move(session, alert_id, ("pending", "sending", "uncertain"), state="dead", error=error)


def mark_uncertain(session: Session, error: str) -> int:
    """Note of every alert that is `sending`, which no one sends any more, that it may be told.

    The number of such alerts. To be called before sending begins, by the only sender.
    """
    ids = session.scalars(select(AlertRow.id).filter_by(state="sending")).all()
    return sum(
        _move(session, alert_id, ("sending",), state="uncertain", error=error) for alert_id in ids
    )


def send_again(session: Session, alert_id: int) -> bool:
    """Let an alert that is uncertain or dead be told again, as its user wishes."""
    return _move(session, alert_id, ("uncertain", "dead"), state="pending", error=None)


def _move(session: Session, alert_id: int, states: tuple[str, ...], **values: object) -> bool:
    moved = session.execute(
        update(AlertRow)
        .where(AlertRow.id == alert_id, AlertRow.state.in_(states))
        .values(**values)
        .returning(AlertRow.id)
    )
    return moved.first() is not None

"""The outbox: who is to be told of which statement and why, and how far that has come.

One alert a statement, watch and thing told of it, always; one delivery an alert and channel. A
delivery goes from `pending` to `sending` to `sent`. What a crash leaves `sending` is told again
where the receiver knows a repetition by its key; elsewhere it is `uncertain` until a person
decides.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from storage.about import NEW, About
from storage.alert_models import AlertRow, DeliveryRow
from storage.columns import add_new, put
from storage.failure import Failure
from storage.models import StatementRow
from storage.statements import resolve


class UnknownAlertError(Failure):
    """No alert has this number."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of telling by its public name; `repeatable` if telling twice does no harm."""

    label: str
    repeatable: bool


TERMINAL = Channel("terminal", repeatable=True)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One notice to one channel; its receiver knows a repetition by `key`."""

    id: int
    alert_id: int
    statement_id: int
    watch: str
    channel: str
    key: str
    attempts: int
    about: About = NEW


def raise_alert(
    session: Session,
    statement_id: int,
    watch: str,
    channels: Iterable[Channel],
    now: datetime,
    about: About = NEW,
) -> bool:
    """Put an alert into the outbox; False if this watch has that one already."""
    values = {
        "statement_id": resolve(session, statement_id), "watch": watch, "kind": about.kind,
        "version": about.version, "changes": list(about.changes), "created_at": now,
    }  # fmt: skip
    number = add_new(session, AlertRow, values)
    if number is not None:
        _add(session, number, channels)
    return number is not None


def _add(session: Session, alert_id: int, channels: Iterable[Channel]) -> int:
    rows = [
        {
            "alert_id": alert_id,
            "channel": channel.label,
            "repeatable": channel.repeatable,
            # Random, because ids begin anew with a new database and a receiver remembers longer.
            "idempotency_key": uuid.uuid4().hex,
        }
        for channel in channels
    ]
    if rows:
        put(session, DeliveryRow, *rows)
    return len(rows)


def told_of(session: Session, statement_id: int, before: datetime) -> set[str]:
    """The watches for which it was raised, until then, that a statement is new."""
    number = resolve(session, statement_id)
    rows = select(AlertRow.watch).filter_by(statement_id=number, kind="new")
    return set(session.scalars(rows.where(AlertRow.created_at <= before)))


def is_new(session: Session, statement_id: int, since: datetime) -> bool:
    """Whether a statement was judged new when it was first seen, and that was since then."""
    row = session.get_one(StatementRow, resolve(session, statement_id))
    return row.newness in ("new", "new_date_unknown") and row.first_seen_at >= since


def due(session: Session, now: datetime, alert_id: int | None = None) -> list[Delivery]:
    """What is to be told now, of all alerts or of one; the least tried and oldest first."""
    waits = DeliveryRow.next_try_at.is_(None) | (DeliveryRow.next_try_at <= now)
    of_alert = [] if alert_id is None else [DeliveryRow.alert_id == alert_id]
    return _deliveries(session, DeliveryRow.state == "pending", waits, *of_alert)


def take(session: Session, ids: Sequence[int]) -> list[Delivery]:
    """Mark pending deliveries as being sent; those that still were pending, as they are now."""
    taken = _move(session, ids, ("pending",), state="sending")
    return _deliveries(session, DeliveryRow.id.in_(taken))


def mark_sent(session: Session, ids: Sequence[int], now: datetime) -> int:
    """Note that deliveries were told; the number of those of which that was not known."""
    states = ("sending", "uncertain")
    return len(_move(session, ids, states, state="sent", sent_at=now, error=None, next_try_at=None))


def put_back(session: Session, ids: Sequence[int], error: str, next_try_at: datetime) -> None:
    """Note why telling failed for sure, and when it is tried again."""
    _move(
        session,
        ids,
        ("sending",),
        state="pending",
        error=error,
        next_try_at=next_try_at,
        attempts=DeliveryRow.attempts + 1,
    )


def release(session: Session, ids: Sequence[int]) -> None:
    """Note that nobody was there to be told, which is no failure."""
    _move(session, ids, ("sending",), state="pending")


def mark_uncertain(session: Session, ids: Sequence[int], error: str) -> None:
    """Note why it is not known whether deliveries were told."""
    _move(session, ids, ("sending",), state="uncertain", error=error)


def mark_dead(session: Session, ids: Sequence[int], error: str) -> None:
    """Note why deliveries are given up."""
    values = {"attempts": DeliveryRow.attempts + 1, "next_try_at": None}
    _move(session, ids, ("pending", "sending"), state="dead", error=error, **values)


def recover(session: Session, error: str, *, resend: bool) -> int:
    """Settle what a sender that is gone left `sending`; the number of such deliveries.

    What may be repeated is pending again, the rest (unless `resend`) uncertain. To be called
    before sending begins, by the only sender.
    """
    left = select(DeliveryRow.id).filter_by(state="sending")
    again = session.scalars(left if resend else left.filter_by(repeatable=True)).all()
    _move(session, again, ("sending",), state="pending", error=error)
    unsure = session.scalars(left).all()
    mark_uncertain(session, unsure, error)
    return len(again) + len(unsure)


def send_again(session: Session, alert_id: int, channels: Sequence[Channel]) -> int:
    """Let an alert be told again in those of its watch's channels where it was not, or perhaps.

    The number of deliveries that are pending by this. Raises UnknownAlertError.
    """
    _alert(session, alert_id)
    held = dict(
        session.execute(
            select(DeliveryRow.channel, DeliveryRow.id).filter_by(alert_id=alert_id)
        ).all()
    )
    ids = [held[channel.label] for channel in channels if channel.label in held]
    again = _move(
        session,
        ids,
        ("uncertain", "dead", "pending"),
        state="pending",
        attempts=0,
        next_try_at=None,
    )
    missing = (channel for channel in channels if channel.label not in held)
    return len(again) + _add(session, alert_id, missing)


def watch_of(session: Session, alert_id: int) -> str:
    """The watch of an alert. Raises UnknownAlertError."""
    return _alert(session, alert_id).watch


def _alert(session: Session, alert_id: int) -> AlertRow:
    row = session.get(AlertRow, alert_id)
    if row is None:
        raise UnknownAlertError(f"There is no alert {alert_id}: onrecord alerts lists them.")
    return row


def _deliveries(session: Session, *conditions: ColumnElement[bool]) -> list[Delivery]:
    rows = session.execute(
        select(DeliveryRow, AlertRow)
        .join(AlertRow, AlertRow.id == DeliveryRow.alert_id)
        .where(*conditions)
        .order_by(DeliveryRow.attempts, DeliveryRow.id)
    )
    return [
        Delivery(
            row.id, alert.id, alert.statement_id, alert.watch, row.channel,
            row.idempotency_key, row.attempts,
            About(alert.kind, alert.version, tuple(alert.changes)),
        )
        for row, alert in rows
    ]  # fmt: skip


def _move(
    session: Session, ids: Sequence[int], states: tuple[str, ...], **values: object
) -> list[int]:
    moved = session.scalars(
        update(DeliveryRow)
        .where(DeliveryRow.id.in_(ids), DeliveryRow.state.in_(states))
        .values(**values)
        .returning(DeliveryRow.id)
    )
    return list(moved)

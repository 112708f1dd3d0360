"""The tables of the outbox: what is told of a statement, and how far each telling has come."""

from datetime import datetime
from typing import Any, get_args

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.about import AlertKind
from storage.columns import Base, Words, one_of

DELIVERY_STATES = ("pending", "sending", "sent", "uncertain", "dead")


class AlertRow(Base):
    """One notice of one statement to one watch; its columns are those of records.About."""

    __tablename__ = "alerts"
    __table_args__ = (
        UniqueConstraint("statement_id", "watch", "kind", "version"),
        one_of("kind", get_args(AlertKind)),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    watch: Mapped[str]
    kind: Mapped[AlertKind] = mapped_column(Words, default="new")
    version: Mapped[int] = mapped_column(default=0)
    changes: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[datetime]


class DeliveryRow(Base):
    """How far an alert has come in one of the channels of its watch.

    `repeatable`: telling it twice does no harm, because the receiver knows the key.
    `attempts` counts those that failed; the next one is not made before `next_try_at`.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("alert_id", "channel"),
        UniqueConstraint("idempotency_key"),
        one_of("state", DELIVERY_STATES),
        CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent_at"),
        Index(None, "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    alert_id: Mapped[int] = mapped_column(ForeignKey("alerts.id", ondelete="CASCADE"))
    channel: Mapped[str]
    repeatable: Mapped[bool]
    idempotency_key: Mapped[str]
    state: Mapped[str] = mapped_column(default="pending")
    attempts: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    error: Mapped[str | None]

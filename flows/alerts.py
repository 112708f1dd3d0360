"""The outbox to the outside: pending alerts are told, then marked sent.

The terminal is told first and marked afterwards: a crash between the two tells an alert
again, and never loses one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from storage import outbox, queries
from storage.database import reading, serial


@dataclass(frozen=True, slots=True)
class Notice:
    """One alert as a person reads it: the statement's tags, its first source and link."""

    key: str
    watch: str
    statement: queries.StatementView


def deliver(engine: Engine, send: Callable[[Notice], None], now: datetime) -> int:
    """Tell every pending alert through `send`; the number told."""
    with reading(engine) as session:
        pending = outbox.pending_alerts(session)
    for alert in pending:
        with reading(engine) as session:
            view = queries.statement(session, alert.statement_id)
        send(Notice(alert.idempotency_key, alert.watch, view))
        with serial(engine) as session:
            outbox.mark_sent(session, alert.id, channel="terminal", now=now)
    return len(pending)

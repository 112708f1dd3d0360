"""The outbox to the outside: pending alerts are told, then marked sent.

The terminal is told first and marked afterwards: a crash between the two tells an alert
again, and never loses one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Engine

from flows.progress import Notice
from storage import outbox, queries
from storage.database import reading, serial


def deliver(engine: Engine, send: Callable[[Notice], bool], now: datetime) -> int:
    """Tell every pending alert through `send`; the number told.

    Where `send` answers False nobody was there to be told: that alert stays pending.
    """
    with reading(engine) as session:
        pending = outbox.pending_alerts(session)
    told = 0
    for alert in pending:
        with reading(engine) as session:
            statement = queries.statement(session, alert.statement_id)
        if send(Notice(alert.idempotency_key, alert.watch, statement)):
            with serial(engine) as session:
                told += outbox.mark_sent(session, alert.id, channel="terminal", now=now)
    return told

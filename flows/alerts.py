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
    with serial(engine) as session:
        outbox.recover(session, "the sender died", resend=True)
        waiting = outbox.due(session, now)
    told = 0
    for delivery in waiting:
        with serial(engine) as session:
            outbox.take(session, [delivery.id])
        with reading(engine) as session:
            statement = queries.statement(session, delivery.statement_id)
        is_told = send(Notice(delivery.key, delivery.watch, statement))
        with serial(engine) as session:
            if is_told:
                told += outbox.mark_sent(session, [delivery.id], now)
            else:
                outbox.release(session, [delivery.id])
    return told

"""Statements on record: begun, reported by more articles, joined.

A number that was once shown stays good: the older statement of two stays, and the other
redirects to it for good.
"""

import functools
from datetime import datetime
from typing import Any

from sqlalchemy import Insert, select, update
from sqlalchemy.orm import Session

from storage.alert_models import AlertRow, DeliveryRow
from storage.columns import add, insert_into
from storage.models import ReportRow, StatementRow
from storage.records import Match, Newness
from storage.remembered import remember

# Judgements that are open: each gives way to the next and to every one that is final.
_OPEN = {"backfill": 0, "baseline": 1}

# Of two deliveries to one channel the one is kept that tells most surely, and only once.
_FURTHER = {"dead": 0, "pending": 1, "sending": 2, "uncertain": 3, "sent": 4}


def new_statement(
    session: Session, *, lead_article_id: int, newness: Newness, why: str, now: datetime
) -> int:
    """Begin a statement with the article that reports it first; its id."""
    values = {
        "lead_article_id": lead_article_id, "redirect_to": None, "newness": newness,
        "newness_why": why, "first_seen_at": now,
    }  # fmt: skip
    number = add(session, StatementRow, values)
    remember(session, StatementRow(id=number, **values))
    attach(session, lead_article_id, number, None)
    return number


def attach(session: Session, article_id: int, statement_id: int, match: Match | None) -> None:
    """Let an article report this statement, and no other, for the reasons of `match`."""
    values = {"article_id": article_id, "statement_id": resolve(session, statement_id)}
    connection = session.connection()
    connection.execute(_attached(connection.dialect.name), values | _reasons(match))


@functools.cache
def _attached(dialect: str) -> Insert:
    into = insert_into(ReportRow, dialect)
    changed = {name: into.excluded[name] for name in ("statement_id", *_reasons(None))}
    return into.on_conflict_do_update(index_elements=["article_id"], set_=changed)


def _reasons(match: Match | None) -> dict[str, Any]:
    if match is None:
        return {"rung": None, "score": None, "reasons": []}
    return {"rung": match.rung, "score": match.score, "reasons": list(match.reasons)}


def resolve(session: Session, statement_id: int) -> int:
    """The statement that this number stands for, after all that was joined."""
    return session.get_one(StatementRow, statement_id).redirect_to or statement_id


def join_statements(session: Session, keep: int, gone: int) -> int:
    """Make one statement of two; its id, which is the older of both whichever is named first.

    The other redirects for good. Its articles and alerts move along; no alert is raised. Of
    two judgements the older statement's stays, unless only the other's is more than open.
    """
    keep, gone = sorted((resolve(session, keep), resolve(session, gone)))
    if keep == gone:
        return keep
    session.execute(update(ReportRow).filter_by(statement_id=gone).values(statement_id=keep))
    _move_judgement(session, keep, gone)
    _move_alerts(session, keep, gone)
    # Whoever was redirected to the one that goes now, so that one step always suffices.
    leads_to_gone = (StatementRow.id == gone) | (StatementRow.redirect_to == gone)
    for row in session.scalars(select(StatementRow).where(leads_to_gone)):
        row.redirect_to = keep
    session.flush()
    return keep


def _move_judgement(session: Session, keep: int, gone: int) -> None:
    stays, goes = session.get_one(StatementRow, keep), session.get_one(StatementRow, gone)
    judged = len(_OPEN)
    if _OPEN.get(stays.newness, judged) < _OPEN.get(goes.newness, judged):
        stays.newness, stays.newness_why = goes.newness, goes.newness_why
    session.flush()


def _move_alerts(session: Session, keep: int, gone: int) -> None:
    kept = session.scalars(select(AlertRow).filter_by(statement_id=keep))
    held = {(a.watch, a.kind, a.version): a for a in kept}
    for alert in session.scalars(select(AlertRow).filter_by(statement_id=gone)).all():
        other = held.get((alert.watch, alert.kind, alert.version))
        if other is None:
            alert.statement_id = keep
            continue
        _move_deliveries(session, other.id, alert.id)
        session.delete(alert)
    session.flush()


def _move_deliveries(session: Session, keep: int, gone: int) -> None:
    held = {d.channel: d for d in session.scalars(select(DeliveryRow).filter_by(alert_id=keep))}
    for delivery in session.scalars(select(DeliveryRow).filter_by(alert_id=gone)).all():
        other = held.get(delivery.channel)
        if other is not None and _FURTHER[delivery.state] <= _FURTHER[other.state]:
            continue
        if other is not None:
            session.delete(other)
            session.flush()
        delivery.alert_id = keep
    session.flush()

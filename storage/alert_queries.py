"""The readers' eyes on the alerts: how far each has come, and what raised none and why."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from storage.alert_models import AlertRow, DeliveryRow
from storage.models import ArticleRow, StatementRow
from storage.views import AlertView, HeldView

_NEW = ("new", "new_date_unknown")


def alerts(
    session: Session, *, limit: int = 50, state: str | None = None, alert_id: int | None = None
) -> list[AlertView]:
    """One line an alert and channel, the latest first: all, those in one state, or of one alert."""
    rows = (
        select(AlertRow, DeliveryRow, ArticleRow.title)
        .join(DeliveryRow, DeliveryRow.alert_id == AlertRow.id)
        .join(StatementRow, StatementRow.id == AlertRow.statement_id)
        .join(ArticleRow, ArticleRow.id == StatementRow.lead_article_id)
        .order_by(AlertRow.id.desc(), DeliveryRow.id.desc())
        .limit(limit)
    )
    if state is not None:
        rows = rows.where(DeliveryRow.state == state)
    if alert_id is not None:
        rows = rows.where(AlertRow.id == alert_id)
    return [
        AlertView(
            id=alert.id,
            statement_id=alert.statement_id,
            title=title,
            watch=alert.watch,
            channel=delivery.channel,
            state=delivery.state,
            attempts=delivery.attempts,
            created_at=alert.created_at,
            next_try_at=delivery.next_try_at,
            sent_at=delivery.sent_at,
            error=delivery.error,
            kind=alert.kind,
        )
        for alert, delivery, title in session.execute(rows)
    ]


def held(session: Session, *, limit: int = 50) -> list[HeldView]:
    """The statements that alerted nobody, the latest first, with the code and the reason."""
    alerted = is_told()
    rows = session.execute(
        select(StatementRow, ArticleRow.title)
        .join(ArticleRow, ArticleRow.id == StatementRow.lead_article_id)
        .where(StatementRow.redirect_to.is_(None), ~alerted)
        .order_by(StatementRow.first_seen_at.desc(), StatementRow.id.desc())
        .limit(limit)
    )
    return [
        HeldView(
            statement_id=row.id,
            title=title,
            # What is new and alerted nobody is what no watch asked for.
            reason="not_watched" if row.newness in _NEW else row.newness,
            why=why_of(row, is_alerted=False),
            first_seen_at=row.first_seen_at,
        )
        for row, title in rows
    ]


def is_told() -> ColumnElement[bool]:
    """Whether a watch was told, or is to be, that a statement is new."""
    of_it = (AlertRow.statement_id == StatementRow.id, AlertRow.kind == "new")
    return select(AlertRow.id).where(*of_it).exists()


def why_of(row: StatementRow, *, is_alerted: bool) -> str:
    """Why a statement is new or not, and if it is and alerted nobody, that no watch asked."""
    unasked = row.newness in _NEW and not is_alerted
    return f"{row.newness_why}; no watch asks for it" if unasked else row.newness_why


def watches_of(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The watches that each of these new statements alerted, by name; none are left out."""
    found: dict[int, tuple[str, ...]] = {}
    told = (AlertRow.statement_id.in_(ids), AlertRow.kind == "new")
    rows = select(AlertRow).where(*told).order_by(AlertRow.watch)
    for alert in session.scalars(rows):
        found[alert.statement_id] = (*found.get(alert.statement_id, ()), alert.watch)
    return found


def delivery_counts(session: Session) -> dict[str, int]:
    """How many deliveries stand in each state; a state without any is left out."""
    rows = select(DeliveryRow.state, func.count()).group_by(DeliveryRow.state)
    return {row[0]: row[1] for row in session.execute(rows)}

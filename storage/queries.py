"""The readers' eyes: what is on record, as frozen values. Nothing here writes."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from storage.alert_models import AlertRow
from storage.alert_queries import delivery_counts, is_told, why_of
from storage.failure import Failure
from storage.models import (
    ArticleRow,
    ItemRow,
    PageRow,
    RejectionRow,
    ReportRow,
    SourceRow,
    StatementRow,
)
from storage.statement_views import statement_lines, statement_views
from storage.views import (
    Counts,
    RejectionView,
    ReportLine,
    SourceHealth,
    StatementLine,
    StatementView,
)


class UnknownStatementError(Failure):
    """No statement has, or ever had, this number."""


def summary_counts(session: Session) -> Counts:
    """How much is on record; of statements that were joined the one that stays counts."""
    stands = StatementRow.redirect_to.is_(None)
    return Counts(
        pages=_count(session, PageRow.id),
        articles=_count(session, ArticleRow.id),
        # Of the articles of a statement, one is no reprint.
        reprints=_count(session, ReportRow.article_id) - _count(session, StatementRow.id, stands),
        statements=_count(session, StatementRow.id, stands),
        rejections=_count(session, RejectionRow.id),
        alerts=_count(session, AlertRow.id),
        deliveries=delivery_counts(session),
        newness=_tally(session, StatementRow.newness, stands),
    )


def _count(
    session: Session, column: InstrumentedAttribute[int], *conditions: ColumnElement[bool]
) -> int:
    return session.scalar(select(func.count(column)).where(*conditions)) or 0


def _tally(
    session: Session, column: InstrumentedAttribute[Any], *conditions: ColumnElement[bool]
) -> dict[str, int]:
    rows = select(column, func.count()).where(*conditions).group_by(column)
    return {row[0]: row[1] for row in session.execute(rows)}


def statement(session: Session, statement_id: int) -> StatementView:
    """A statement by its number, or by that of one that was joined to it.

    Raises UnknownStatementError.
    """
    row = session.get(StatementRow, statement_id)
    if row is None:
        raise UnknownStatementError(f"There is no statement {statement_id} on record.")
    return statement_views(session, [row.redirect_to or row.id])[0]


def statements(
    session: Session, *, limit: int = 50, since: datetime | None = None
) -> list[StatementLine]:
    """The statements that were first seen since then, the latest first."""
    ids = (
        select(StatementRow.id)
        .where(StatementRow.redirect_to.is_(None))
        .order_by(StatementRow.first_seen_at.desc(), StatementRow.id.desc())
        .limit(limit)
    )
    if since is not None:
        ids = ids.where(StatementRow.first_seen_at >= since)
    return statement_lines(session, session.scalars(ids).all())


def reports(session: Session, *, since: datetime) -> list[ReportLine]:
    """The articles that were stored since then, in the order in which they were stored."""
    alerted = is_told()
    rows = session.execute(
        select(ArticleRow, ReportRow, StatementRow, alerted)
        .outerjoin(ReportRow, ReportRow.article_id == ArticleRow.id)
        .outerjoin(StatementRow, StatementRow.id == ReportRow.statement_id)
        .where(ArticleRow.stored_at >= since)
        .order_by(ArticleRow.stored_at, ArticleRow.id)
    )
    return [
        ReportLine(
            source=article.source,
            title=article.title,
            url=article.url,
            why=article.why,
            statement_id=report.statement_id if report else None,
            rung=report.rung if report else None,
            reasons=tuple(report.reasons) if report else (),
            newness_why=why_of(statement, is_alerted=told) if statement else None,
            alerted=told,
        )
        for article, report, statement, told in rows
    ]


def recent_rejections(session: Session, *, limit: int = 50) -> list[RejectionView]:
    """The pages that gave no article, the latest first."""
    rows = session.scalars(
        select(RejectionRow).order_by(RejectionRow.at.desc(), RejectionRow.id.desc()).limit(limit)
    )
    return [RejectionView(row.source, row.url, row.reason, row.at) for row in rows]


def source_health(session: Session, now: datetime) -> list[SourceHealth]:
    """Every source that was ever crawled, by name."""
    due = _items(ItemRow.due_at <= now)
    gone = _items(ItemRow.state == "gone")
    rows = session.execute(select(SourceRow, due, gone).order_by(SourceRow.name))
    return [
        SourceHealth(
            name=row.name,
            first_crawl_at=row.first_crawl_at,
            baseline_at=row.baseline_at,
            last_crawl_at=row.last_crawl_at,
            last_ok_at=row.last_ok_at,
            last_error=row.last_error,
            failures_in_row=row.failures_in_row,
            last_listed=row.last_listed,
            due=due_items,
            gone=gone_items,
        )
        for row, due_items, gone_items in rows
    ]


def newest_items(session: Session) -> dict[str, datetime]:
    """By source, when the latest item that it listed or that we read was published."""
    latest: dict[str, datetime] = {}
    for row in (ItemRow, ArticleRow):
        newest = select(row.source, func.max(row.published_at)).group_by(row.source)
        for source, at in session.execute(newest):
            if at is not None:
                latest[source] = max(at, latest.get(source, at))
    return latest


def _items(condition: ColumnElement[bool]) -> ScalarSelect[int]:
    return (
        select(func.count())
        .where(ItemRow.source == SourceRow.name, condition)
        .correlate(SourceRow)
        .scalar_subquery()
    )

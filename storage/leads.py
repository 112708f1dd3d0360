"""Who leads a statement, and how a statement goes that nobody reports any more."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.orm import Session

from storage.models import AlertRow, ArticleRow, ReportRow
from storage.models import StatementRow as Statement
from storage.statements import attach


def hand_on(
    session: Session, number: int, leaving: Collection[int], *, must_state: bool = False
) -> bool:
    """Let another article lead the statement, and those joined to it; False if none is left.

    It is the earliest that is not `leaving` (article ids) and, if it `must_state`, is read as
    a statement itself.
    """
    wanted = [ArticleRow.is_statement.is_(True)] if must_state else []
    heir = session.scalar(
        select(ArticleRow.id)
        .join(ReportRow, ReportRow.article_id == ArticleRow.id)
        .where(ReportRow.statement_id == number, ArticleRow.id.not_in(leaving), *wanted)
        .order_by(ArticleRow.published_at.is_(None), ArticleRow.published_at, ArticleRow.id)
        .limit(1)
    )
    if heir is None:
        return False
    if session.get_one(Statement, number).lead_article_id in leaving:
        # Its reasons compare it with what goes.
        attach(session, heir, number, None)
    session.execute(
        update(Statement)
        .where(family(number), Statement.lead_article_id.in_(leaving))
        .values(lead_article_id=heir)
    )
    return True


def family(number: int) -> ColumnElement[bool]:
    """A statement and all that were joined to it."""
    return (Statement.id == number) | (Statement.redirect_to == number)


def remove_statement(session: Session, number: int) -> int:
    """Remove a statement with all that was joined to it; the number of alerts that go along."""
    numbers = session.scalars(select(Statement.id).where(family(number))).all()
    session.execute(delete(ReportRow).where(ReportRow.statement_id.in_(numbers)))
    alerts = session.scalars(
        delete(AlertRow).where(AlertRow.statement_id.in_(numbers)).returning(AlertRow.id)
    ).all()
    session.execute(delete(Statement).where(Statement.redirect_to == number))
    session.execute(delete(Statement).where(Statement.id == number))
    return len(alerts)

"""All statements on record one after the other, so many in memory at a time."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import ArticleRow, StatementRow
from storage.statement_views import statement_views
from storage.views import StatementView

BATCH = 200


def each_statement(session: Session, since: datetime | None = None) -> Iterator[StatementView]:
    """The statements that were first seen since then, the oldest number first."""
    ids = (
        select(StatementRow.id)
        .where(StatementRow.redirect_to.is_(None))
        .order_by(StatementRow.id)
        .limit(BATCH)
    )
    if since is not None:
        ids = ids.where(StatementRow.first_seen_at >= since)
    batch = session.scalars(ids).all()
    while batch:
        yield from statement_views(session, batch)
        # What was handed out would else be kept until the session ends.
        session.expunge_all()
        batch = session.scalars(ids.where(StatementRow.id > batch[-1])).all()


def texts(session: Session, article_ids: Sequence[int]) -> dict[int, str]:
    """The full texts of these articles."""
    rows = select(ArticleRow.id, ArticleRow.text).where(ArticleRow.id.in_(article_ids))
    return {row.id: row.text for row in session.execute(rows)}

"""Statements joined, and articles taken out of one, because a person says so."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from storage.failure import Failure
from storage.leads import hand_on
from storage.models import ArticleRow, ReportRow, StatementRow
from storage.resemblances import decide
from storage.statements import join_statements, new_statement


class SplitError(Failure):
    """An article cannot leave its statement; the message says why."""


def confirm_pair(session: Session, one: int, other: int, now: datetime) -> int:
    """Join two statements and keep that they are one; the number that stays."""
    decide(session, _leads(session, one), _leads(session, other), "same", now)
    return join_statements(session, one, other)


def split_pair(session: Session, one: int, other: int, now: datetime) -> int:
    """Keep that two statements are two, whatever is read in them later; the later number."""
    decide(session, _articles(session, one), _leads(session, other), "apart", now)
    decide(session, _leads(session, one), _articles(session, other), "apart", now)
    return max(one, other)


def split_article(session: Session, url: str, now: datetime) -> int:
    """Let an article begin a statement of its own; its number. Nobody is alerted.

    Raises SplitError where no article on record has this URL, or where it reports no
    statement that another article reports too.
    """
    found = session.execute(
        select(ArticleRow.id, ReportRow.statement_id)
        .join(ReportRow, ReportRow.article_id == ArticleRow.id)
        .where(ArticleRow.url == url)
        .order_by(ArticleRow.id)
    ).first()
    if found is None:
        raise SplitError(f"No article of a statement on record has the URL {url}.")
    article_id, number = found
    others = [other for other in _articles(session, number) if other != article_id]
    if not others:
        raise SplitError(f"It is the only article of statement #{number}.")
    hand_on(session, number, [article_id])
    session.execute(delete(ReportRow).where(ReportRow.article_id == article_id))
    decide(session, [article_id], others, "apart", now)
    why = f"parted from #{number} by hand"
    return new_statement(session, lead_article_id=article_id, newness="reprint", why=why, now=now)


def _leads(session: Session, number: int) -> list[int]:
    return [session.get_one(StatementRow, number).lead_article_id]


def _articles(session: Session, number: int) -> Sequence[int]:
    rows = select(ReportRow.article_id).where(ReportRow.statement_id == number)
    return session.scalars(rows.order_by(ReportRow.article_id)).all()

"""Who leads a statement, and how a statement goes that nobody reports any more."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, case, delete, func, select, update
from sqlalchemy.orm import Session

from storage.alert_models import AlertRow
from storage.columns import table_of
from storage.models import ArticleRow, ItemRow, PageRow, ReportRow
from storage.models import StatementRow as Statement
from storage.statements import attach, resolve

_ARTICLES, _PAGES, _REPORTS = map(table_of, (ArticleRow, PageRow, ReportRow))
_HELD_SINCE = (
    select(func.min(_PAGES.c.fetched_at))
    .where(_PAGES.c.source == _ARTICLES.c.source, _PAGES.c.key == _ARTICLES.c.key)
    .correlate(_ARTICLES)
    .scalar_subquery()
)
# A page that is dated anew was published before it was first fetched all the same.
_PUBLISHED = case(
    (_ARTICLES.c.published_at > _HELD_SINCE, _HELD_SINCE), else_=_ARTICLES.c.published_at
)
# Nothing here depends on which article was stored first.
_IN_ORDER = (
    select(_ARTICLES.c.id)
    .join(_REPORTS, _REPORTS.c.article_id == _ARTICLES.c.id)
    .where(_REPORTS.c.statement_id == bindparam("number"))
    .order_by(
        _ARTICLES.c.is_statement.desc(),
        _ARTICLES.c.source.in_(bindparam("official", expanding=True)).desc(),
        _PUBLISHED.is_(None),
        _PUBLISHED,
        _ARTICLES.c.source,
        _ARTICLES.c.key,
    )
    .limit(1)
)


def choose(session: Session, number: int, official: Collection[str]) -> int:
    """Let the article lead that should, whichever was stored first; its id.

    It is the earliest of the `official` sources that is read as a statement, or else the
    earliest of all. The number stays, and with it all that was told under it.
    """
    row = session.get_one(Statement, resolve(session, number))
    asked = {"number": row.id, "official": sorted(official)}
    best: int = session.connection().scalars(_IN_ORDER, asked).one()
    if row.lead_article_id != best:
        row.lead_article_id = best
        session.flush()
    return best


def official_since(session: Session, number: int, official: Collection[str]) -> datetime | None:
    """When a crawl first fetched an official article of a statement; None if none has."""
    return session.scalar(
        select(func.min(PageRow.fetched_at))
        .join(ArticleRow, (ArticleRow.source == PageRow.source) & (ArticleRow.key == PageRow.key))
        .join(ItemRow, (ItemRow.source == PageRow.source) & (ItemRow.key == PageRow.key))
        .join(ReportRow, ReportRow.article_id == ArticleRow.id)
        .where(
            ReportRow.statement_id == resolve(session, number),
            ArticleRow.source.in_(official),
            ~ItemRow.archive_only,
        )
    )


def hand_on(
    session: Session, number: int, leaving: Collection[int], *, must_state: bool = False
) -> bool:
    """Let another article lead the statement, and those joined to it; False if none is left.

    It is the earliest that is not `leaving` (article ids) and, if it `must_state`, is read as
    a statement itself; which one is official is asked when the next article comes.
    """
    wanted = [ArticleRow.is_statement.is_(True)] if must_state else []
    heir = session.scalar(
        _IN_ORDER.where(ArticleRow.id.not_in(leaving), *wanted),
        {"number": number, "official": []},
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

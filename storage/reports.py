"""Articles as they stand on record, each with what is read in it and what it reports."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from storage.models import ArticleRow, ItemRow, ReportRow
from storage.records import Article, FoundDate, Reading
from storage.statements import resolve
from storage.tag_views import readings_of

# The columns of an article that are an Article's fields as they stand.
_PLAIN = (
    "source", "key", "url", "lang", "title", "text", "author", "site", "published_at",
    "published_rule", "original_url", "original_name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """An article, what is read in it and the statement that it reports."""

    article: Article
    reading: Reading
    statement_id: int


def reports_of(session: Session, statement_id: int) -> list[Report]:
    """Every article of a statement, the first stored first."""
    return reports_where(session, ReportRow.statement_id == resolve(session, statement_id))


def report_of(session: Session, article_id: int) -> Report:
    """One article that reports a statement. Raises ValueError for one that reports none."""
    (report,) = reports_where(session, ReportRow.article_id == article_id)
    return report


def reports_where(session: Session, *conditions: ColumnElement[bool]) -> list[Report]:
    """The articles of which this holds (of themselves, their items and reports)."""
    rows = session.execute(
        select(ArticleRow, ReportRow.statement_id)
        .join(ReportRow, ReportRow.article_id == ArticleRow.id)
        .join(ItemRow, (ItemRow.source == ArticleRow.source) & (ItemRow.key == ArticleRow.key))
        .where(*conditions)
        .order_by(ArticleRow.id)
    ).all()
    readings = readings_of(session, [row for row, _ in rows])
    return [Report(_article(row), readings[row.id], number) for row, number in rows]


def _article(row: ArticleRow) -> Article:
    plain: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    return Article(**plain, dates=tuple(_date(stored) for stored in row.dates))


def _date(stored: dict[str, Any]) -> FoundDate:
    return FoundDate(**{**stored, "instant": datetime.fromisoformat(stored["instant"])})

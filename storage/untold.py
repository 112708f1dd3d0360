"""What a backfill stored and alerted nobody with, until a crawl meets it too."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.models import ArticleRow, ItemRow, ReportRow, StatementRow
from storage.records import Article, FoundDate, Newness, Reading
from storage.statements import resolve
from storage.tag_views import readings_of

# The columns of an article that are an Article's fields as they stand.
_PLAIN = (
    "source", "key", "url", "lang", "title", "text", "author", "site", "published_at",
    "published_rule", "original_url", "original_name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Untold:
    """An article that nobody was told of, and the statement that it reports."""

    article: Article
    reading: Reading
    statement_id: int


def mark_untold(session: Session, source: str, key: str) -> None:
    """Note that a backfill stored an item's article."""
    session.get_one(ItemRow, (source, key)).untold = True


def take_untold(session: Session, source: str) -> list[Untold]:
    """What backfills stored of a source and its crawls have met; each is given out once."""
    met = (ItemRow.source == source, ItemRow.untold, ~ItemRow.archive_only)
    rows = session.execute(
        select(ArticleRow, ReportRow.statement_id)
        .join(ReportRow, ReportRow.article_id == ArticleRow.id)
        .join(ItemRow, (ItemRow.source == ArticleRow.source) & (ItemRow.key == ArticleRow.key))
        .where(*met)
        .order_by(ArticleRow.id)
    ).all()
    readings = readings_of(session, [row for row, _ in rows])
    session.execute(update(ItemRow).where(*met).values(untold=False))
    return [Untold(_article(row), readings[row.id], number) for row, number in rows]


def awaits_judgement(session: Session, statement_id: int) -> datetime | None:
    """When a statement was stored that only backfills have met; None for any other."""
    row = session.get_one(StatementRow, resolve(session, statement_id))
    return row.first_seen_at if row.newness == "backfill" else None


def set_newness(session: Session, statement_id: int, newness: Newness, why: str) -> None:
    """Put a judgement in the place of the one that a backfill left open."""
    row = session.get_one(StatementRow, resolve(session, statement_id))
    row.newness, row.newness_why = newness, why
    session.flush()


def _article(row: ArticleRow) -> Article:
    plain: dict[str, Any] = {name: getattr(row, name) for name in _PLAIN}
    return Article(**plain, dates=tuple(_date(stored) for stored in row.dates))


def _date(stored: dict[str, Any]) -> FoundDate:
    return FoundDate(**{**stored, "instant": datetime.fromisoformat(stored["instant"])})

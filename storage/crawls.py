"""Which sources were looked at whole since a night began, and which night met a statement."""

from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from storage.models import ArticleRow, ItemRow, ReportRow
from storage.statements import resolve
from storage.walk_models import CrawlRow

# It is only asked whether there was any crawl since; and what is older is not new.
KEPT = timedelta(days=60)


def note_crawl(session: Session, source: str, begun_at: datetime, at: datetime) -> None:
    """Note that a crawl of a source ended with its lists read to where they are known."""
    session.merge(CrawlRow(source=source, at=at, begun_at=begun_at))
    session.execute(delete(CrawlRow).where(CrawlRow.source == source, CrawlRow.at < at - KEPT))
    session.flush()


def was_crawled(session: Session, source: str, since: datetime, until: datetime) -> bool:
    """Whether a crawl of a source by a run of `since` or later was complete before `until`."""
    crawl = (CrawlRow.source == source, CrawlRow.begun_at >= since, CrawlRow.at < until)
    return bool(session.scalar(select(exists().where(*crawl))))


def night_of(session: Session, statement_id: int, source: str, key: str) -> datetime | None:
    """When the run began whose crawl first met a statement by another article than this item's.

    Of a crawl that never ended it is when that met the statement; None if none has.
    """
    is_other = (ArticleRow.source != source) | (ArticleRow.key != key)
    first = session.execute(
        select(ItemRow.source, ItemRow.first_seen_at)
        .join(ArticleRow, (ArticleRow.source == ItemRow.source) & (ArticleRow.key == ItemRow.key))
        .join(ReportRow, ReportRow.article_id == ArticleRow.id)
        .where(
            ReportRow.statement_id == resolve(session, statement_id),
            ~ItemRow.archive_only,
            is_other,
        )
        .order_by(ItemRow.first_seen_at, ItemRow.source)
        .limit(1)
    ).one_or_none()
    if first is None:
        return None
    met_at: datetime = first.first_seen_at
    begun_at = session.scalar(
        select(CrawlRow.begun_at)
        .where(CrawlRow.source == first.source, CrawlRow.at >= met_at)
        .order_by(CrawlRow.at)
        .limit(1)
    )
    return min(met_at, begun_at or met_at)

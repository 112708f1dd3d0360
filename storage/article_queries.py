"""Single articles as they are compared: text and tags, and the versions of their pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.failure import Failure
from storage.models import ArticleRow, PageRow, ReportRow
from storage.records import Reading
from storage.tag_views import readings_of


class UnknownArticleError(Failure):
    """No article has this number, or no version of it that."""


@dataclass(frozen=True, slots=True)
class TextView:
    """An article with its text and what is read in it; `statement_id` is what it reports."""

    id: int
    source: str
    url: str
    lang: str
    title: str
    text: str
    text_digest: str
    reading: Reading
    statement_id: int | None


@dataclass(frozen=True, slots=True)
class PageVersion:
    """A version of an article's page, and when it was fetched; `number` counts them from 1."""

    article_id: int
    number: int
    page_id: int
    fetched_at: datetime


def article(session: Session, article_id: int) -> TextView:
    """An article by its number. Raises UnknownArticleError."""
    row = session.get(ArticleRow, article_id)
    if row is None:
        raise UnknownArticleError(
            f"There is no article {article_id} on record: onrecord show ID names those of a"
            " statement."
        )
    report = session.get(ReportRow, article_id)
    return TextView(
        row.id, row.source, row.url, row.lang, row.title, row.text, row.text_digest,
        readings_of(session, [row])[row.id], report.statement_id if report else None,
    )  # fmt: skip


def page_versions(session: Session, article_ids: Sequence[int]) -> dict[int, list[PageVersion]]:
    """Every version of these articles' pages that was fetched, the earliest first."""
    rows = session.execute(
        select(ArticleRow.id, PageRow.id, PageRow.fetched_at)
        .join(PageRow, (PageRow.source == ArticleRow.source) & (PageRow.key == ArticleRow.key))
        .where(ArticleRow.id.in_(article_ids))
        .order_by(ArticleRow.id, PageRow.fetched_at, PageRow.id)
    )
    found: dict[int, list[PageVersion]] = {article_id: [] for article_id in article_ids}
    for article_id, page_id, fetched_at in rows:
        held = found[article_id]
        held.append(PageVersion(article_id, len(held) + 1, page_id, fetched_at))
    return found

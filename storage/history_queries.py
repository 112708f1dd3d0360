"""Earlier statements of one speaker or body, found by the keys under which articles are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session, defer

from storage.corrections import corrected, corrections
from storage.models import ArticleRow, ReportRow, StatementRow
from storage.records import Reading
from storage.tag_models import MatchKeyRow
from storage.tag_views import readings_of

_KEYED = (
    select(ReportRow.statement_id)
    .join(MatchKeyRow, MatchKeyRow.article_id == ReportRow.article_id)
    .where(MatchKeyRow.key.in_(bindparam("keys", expanding=True)))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """A statement on record as one of its articles tells it; `day` is ISO.

    The day is that of the statement, or else that on which it was first published.
    """

    statement_id: int
    title: str
    day: str
    lang: str
    reading: Reading


def said_between(
    session: Session, keys: Sequence[str], since: datetime, until: datetime, *, lang: str, most: int
) -> list[SaidBefore]:
    """The statements with one of these keys that were first published then, the latest first.

    At most `most` of them, each by an article in `lang` if it has one, else by its leading one.
    """
    if not keys:
        return []
    published = func.coalesce(ArticleRow.published_at, ArticleRow.stored_at)
    first = func.min(published)
    rows = session.execute(
        select(ReportRow.statement_id, first.label("first"))
        .join(ArticleRow, ArticleRow.id == ReportRow.article_id)
        .where(ReportRow.statement_id.in_(_KEYED))
        .group_by(ReportRow.statement_id)
        .having(first >= bindparam("since", since, ArticleRow.stored_at.type))
        .having(first <= bindparam("until", until, ArticleRow.stored_at.type))
        .order_by(first.desc(), ReportRow.statement_id.desc())
        .limit(most),
        {"keys": list(keys)},
    ).all()
    found: dict[int, datetime] = {row.statement_id: row.first for row in rows}
    articles = _articles(session, list(found), lang)
    readings = readings_of(session, list(articles.values()))
    changes = corrections(session, list(found))
    said = []
    for number, at in found.items():
        article = articles[number]
        reading = corrected(readings[article.id], changes.get(number, {}))
        day = reading.occasion.date or ""
        is_day = len(day) == len("2031-05-04") and day[0] != "-"
        shown = day if is_day else f"{at:%Y-%m-%d}"
        said.append(SaidBefore(number, article.title, shown, article.lang, reading))
    return said


def _articles(session: Session, numbers: Sequence[int], lang: str) -> dict[int, ArticleRow]:
    """Of each statement the article that tells it best."""
    is_lead: ColumnElement[bool] = ArticleRow.id == StatementRow.lead_article_id
    rows = session.execute(
        select(ReportRow.statement_id, ArticleRow)
        .join(ArticleRow, ArticleRow.id == ReportRow.article_id)
        .join(StatementRow, StatementRow.id == ReportRow.statement_id)
        .where(ReportRow.statement_id.in_(numbers))
        .options(defer(ArticleRow.text), defer(ArticleRow.sketch), defer(ArticleRow.signature))
        .order_by(ArticleRow.lang != lang, ~is_lead, ArticleRow.id)
    )
    best: dict[int, ArticleRow] = {}
    for number, article in rows:
        best.setdefault(number, article)
    return best

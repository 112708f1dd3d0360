"""Statements as readers see them, many at a time: tags, articles, corrections by hand."""

from collections.abc import Sequence
from datetime import datetime, time

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import Session, aliased, load_only

from storage.alert_queries import watches_of
from storage.corrections import Corrections, corrected, corrections
from storage.models import ArticleRow, PageRow, ReportRow, StatementRow
from storage.tag_models import SpeakerRow
from storage.tag_views import readings_of
from storage.views import ArticleView, StatementLine, StatementView

# Of each article, not its text and not what matching compares.
_SHOWN = (
    ArticleRow.source,
    ArticleRow.url,
    ArticleRow.lang,
    ArticleRow.title,
    ArticleRow.published_at,
    ArticleRow.dates,
    ArticleRow.original_url,
)
_HELD_SINCE = (
    select(func.min(PageRow.fetched_at))
    .where(PageRow.source == ArticleRow.source, PageRow.key == ArticleRow.key)
    .correlate(ArticleRow)
    .scalar_subquery()
)


def statement_views(session: Session, ids: Sequence[int]) -> list[StatementView]:
    """These statements, none of them joined to another, with all that is known, in this order."""
    rows = {
        row.id: row for row in session.scalars(select(StatementRow).where(StatementRow.id.in_(ids)))
    }
    lead_ids = [row.lead_article_id for row in rows.values()]
    leads = {
        lead.id: lead
        for lead in session.scalars(select(ArticleRow).where(ArticleRow.id.in_(lead_ids)))
    }
    readings = readings_of(session, list(leads.values()))
    articles = _articles(session, list(rows.values()))
    changes = corrections(session, ids)
    asking = watches_of(session, ids)
    return [
        StatementView(
            id=row.id,
            title=leads[row.lead_article_id].title,
            newness=row.newness,
            newness_why=row.newness_why,
            first_seen_at=row.first_seen_at,
            reading=corrected(readings[row.lead_article_id], changes.get(row.id, {})),
            articles=tuple(articles[row.id]),
            corrected=tuple(changes.get(row.id, ())),
            watches=asking.get(row.id, ()),
        )
        for row in (rows[statement_id] for statement_id in ids)
    ]


def _articles(session: Session, rows: Sequence[StatementRow]) -> dict[int, list[ArticleView]]:
    """The articles of each statement: the leading one, then the others from the earliest."""
    found = session.execute(
        select(ArticleRow, ReportRow, _HELD_SINCE)
        .join(ReportRow, ReportRow.article_id == ArticleRow.id)
        .join(StatementRow, StatementRow.id == ReportRow.statement_id)
        .where(StatementRow.id.in_([row.id for row in rows]))
        .options(load_only(*_SHOWN))
        .order_by(
            ArticleRow.id != StatementRow.lead_article_id,
            ArticleRow.published_at.is_(None),
            ArticleRow.published_at,
            ArticleRow.id,
        )
    )
    views: dict[int, list[ArticleView]] = {row.id: [] for row in rows}
    for article, report, held_since in found:
        view = ArticleView(
            id=article.id,
            source=article.source,
            url=article.url,
            lang=article.lang,
            title=article.title,
            published_at=article.published_at,
            rung=report.rung,
            score=report.score,
            reasons=tuple(report.reasons),
            has_clock=_has_clock(article),
            original_url=article.original_url,
            held_since=held_since,
        )
        views[report.statement_id].append(view)
    return views


def _has_clock(article: ArticleRow) -> bool:
    """Whether a date of the page that gives its instant of publication is no midnight."""
    found = (datetime.fromisoformat(date["instant"]) for date in article.dates)
    return any(at == article.published_at and at.time() != time() for at in found)


_other = aliased(SpeakerRow)
_MAIN = (
    select(_other.position)
    .where(_other.article_id == ArticleRow.id)
    .order_by(_other.main.desc(), _other.position)
    .limit(1)
    .scalar_subquery()
)
_ARTICLES = select(func.count()).where(ReportRow.statement_id == StatementRow.id).scalar_subquery()
# Made once: putting it together costs more than the database's answer.
_LINES = (
    select(
        StatementRow.id, StatementRow.newness, StatementRow.first_seen_at,
        ArticleRow.title, ArticleRow.url, ArticleRow.event, ArticleRow.date,
        SpeakerRow.name, SpeakerRow.org, _ARTICLES.label("articles"),
    )
    .join(ArticleRow, ArticleRow.id == StatementRow.lead_article_id)
    .outerjoin(
        SpeakerRow, (SpeakerRow.article_id == ArticleRow.id) & (SpeakerRow.position == _MAIN)
    )
    .where(StatementRow.id.in_(bindparam("ids", expanding=True)))
)  # fmt: skip


def statement_lines(session: Session, ids: Sequence[int]) -> list[StatementLine]:
    """These statements, none of them joined to another, a line each, in this order."""
    rows = session.execute(_LINES, {"ids": ids})
    changes = corrections(session, ids)
    lines = {row.id: _line(row, changes.get(row.id, {})) for row in rows}
    return [lines[statement_id] for statement_id in ids]


def _line(row: Row[tuple[object, ...]], changes: Corrections) -> StatementLine:
    return StatementLine(
        id=row.id,
        title=row.title,
        url=row.url,
        speaker=changes.get("speaker", row.name) or changes.get("org", row.org) or None,
        event=changes.get("event", row.event) or None,
        date=changes.get("date", row.date) or None,
        newness=row.newness,
        first_seen_at=row.first_seen_at,
        articles=row.articles,
    )

"""From an article's rows back to the records of what was read in it."""

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import ArticleRow
from storage.records import Earlier, Figure, Measure, Occasion, Quote, Reading, Span, Speaker
from storage.tag_models import EarlierRow, FigureRow, MeasureRow, QuoteRow, SpeakerRow, TagRow

T = TypeVar("T", bound=TagRow)


def reading_of(session: Session, article: ArticleRow) -> Reading:
    """All that was read in an article, in the order in which it was read."""
    return Reading(
        is_statement=article.is_statement,
        why=article.why,
        speakers=tuple(_speaker(row) for row in _rows(session, SpeakerRow, article)),
        occasion=_occasion(article),
        measures=tuple(
            Measure(row.ordinal, row.head, row.text, row.span, row.rule)
            for row in _rows(session, MeasureRow, article)
        ),
        quotes=tuple(
            Quote(row.text, row.speaker, row.span) for row in _rows(session, QuoteRow, article)
        ),
        figures=tuple(
            Figure(row.value, row.unit, row.what, row.span)
            for row in _rows(session, FigureRow, article)
        ),
        earlier=tuple(
            Earlier(row.speaker, row.event, row.date, row.span)
            for row in _rows(session, EarlierRow, article)
        ),
    )


def _rows(session: Session, kind: type[T], article: ArticleRow) -> list[T]:
    rows = session.scalars(select(kind).filter_by(article_id=article.id).order_by(kind.position))
    return list(rows)


def _speaker(row: SpeakerRow) -> Speaker:
    return Speaker(row.name, row.post, row.org, row.main, row.span, row.rule)


def _occasion(row: ArticleRow) -> Occasion:
    return Occasion(
        event=row.event,
        hosts=tuple(row.hosts),
        date=row.date,
        precision=row.precision,
        place=row.place,
        event_span=_span(row.event_span),
        date_span=_span(row.date_span),
        place_span=_span(row.place_span),
    )


def _span(stored: list[int] | None) -> Span | None:
    return None if stored is None else (stored[0], stored[1])

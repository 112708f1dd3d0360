"""From articles' rows back to the records of what was read in them."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import ArticleRow
from storage.records import Earlier, Figure, Measure, Occasion, Quote, Reading, Span, Speaker
from storage.tag_models import EarlierRow, FigureRow, MeasureRow, QuoteRow, SpeakerRow, TagRow

T = TypeVar("T", bound=TagRow)


def readings_of(session: Session, articles: Sequence[ArticleRow]) -> dict[int, Reading]:
    """All that was read in these articles, in the order in which it was read, by article id."""
    ids = [article.id for article in articles]
    speakers = _rows(session, SpeakerRow, ids)
    measures = _rows(session, MeasureRow, ids)
    quotes = _rows(session, QuoteRow, ids)
    figures = _rows(session, FigureRow, ids)
    earlier = _rows(session, EarlierRow, ids)
    return {
        article.id: Reading(
            is_statement=article.is_statement,
            why=article.why,
            speakers=tuple(_speaker(row) for row in speakers[article.id]),
            occasion=_occasion(article),
            measures=tuple(
                Measure(row.ordinal, row.head, row.text, row.span, row.rule, row.confidence)
                for row in measures[article.id]
            ),
            quotes=tuple(
                Quote(row.text, row.speaker, row.span, row.rule, row.confidence)
                for row in quotes[article.id]
            ),
            figures=tuple(
                Figure(row.value, row.unit, row.what, row.span, row.rule, row.confidence)
                for row in figures[article.id]
            ),
            earlier=tuple(
                Earlier(row.speaker, row.event, row.date, row.span, row.rule, row.confidence)
                for row in earlier[article.id]
            ),
            announced=article.announced,
        )
        for article in articles
    }


def _rows(session: Session, kind: type[T], article_ids: Sequence[int]) -> dict[int, list[T]]:
    rows = select(kind).where(kind.article_id.in_(article_ids)).order_by(kind.position)
    found: dict[int, list[T]] = {article_id: [] for article_id in article_ids}
    for row in session.scalars(rows):
        found[row.article_id].append(row)
    return found


def _speaker(row: SpeakerRow) -> Speaker:
    return Speaker(row.name, row.post, row.org, row.main, row.span, row.rule, row.confidence)


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
        event_rule=row.event_rule,
        date_rule=row.date_rule,
        place_rule=row.place_rule,
        event_confidence=row.event_confidence,
        date_confidence=row.date_confidence,
        place_confidence=row.place_confidence,
    )


def _span(stored: list[int] | None) -> Span | None:
    return None if stored is None else (stored[0], stored[1])

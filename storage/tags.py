"""From the records of one article to its rows; what is read is replaced as a whole."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from storage.columns import Base
from storage.records import (
    Article,
    Earlier,
    Figure,
    Fingerprint,
    Measure,
    Quote,
    Reading,
    Sketch,
    Speaker,
)
from storage.tag_models import (
    BandRow,
    EarlierRow,
    FigureRow,
    MatchKeyRow,
    MeasureRow,
    QuoteRow,
    SpeakerRow,
)

Values = dict[str, Any]
Tag = Speaker | Measure | Quote | Figure | Earlier


def replace_tags(session: Session, article_id: int, reading: Reading) -> None:
    """Put what was read in the place of all that was read in this article before."""
    _replace(session, SpeakerRow, article_id, _in_order(reading.speakers))
    _replace(session, MeasureRow, article_id, _in_order(reading.measures))
    _replace(session, QuoteRow, article_id, _in_order(reading.quotes))
    _replace(session, FigureRow, article_id, _in_order(reading.figures))
    _replace(session, EarlierRow, article_id, _in_order(reading.earlier))


def replace_keys(
    session: Session, article_id: int, fingerprint: Fingerprint, keys: tuple[str, ...]
) -> None:
    """Put these bands and keys in the place of those under which the article was found."""
    bands = [{"band": band} for band in dict.fromkeys(fingerprint.bands)]
    _replace(session, BandRow, article_id, bands)
    _replace(session, MatchKeyRow, article_id, [{"key": key} for key in dict.fromkeys(keys)])


def _replace(session: Session, row: type[Base], article_id: int, values: list[Values]) -> None:
    session.execute(delete(row).filter_by(article_id=article_id))
    if values:
        session.execute(insert(row), [{"article_id": article_id, **each} for each in values])


def _in_order(tags: Sequence[Tag]) -> list[Values]:
    return [{"position": position, **_values(tag)} for position, tag in enumerate(tags)]


def _values(tag: Tag) -> Values:
    values = asdict(tag)
    start, end = values.pop("span") or (None, None)
    return {**values, "span_start": start, "span_end": end}


def article_values(
    article: Article, fingerprint: Fingerprint, reading: Reading, sketch: Sketch
) -> Values:
    """The columns of an article as it was cleaned and read."""
    dates = [{**asdict(date), "instant": date.instant.isoformat()} for date in article.dates]
    return {
        **asdict(article),
        **asdict(reading.occasion),
        "dates": dates,
        "text_digest": fingerprint.digest,
        "signature": list(fingerprint.signature),
        "sketch": asdict(sketch),
        "is_statement": reading.is_statement,
        "why": reading.why,
        "announced": reading.announced,
    }


def sketch_from(stored: Values) -> Sketch:
    """The sketch that was stored as JSON, which knows no tuples."""
    values: Values = {
        name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()
    }
    return Sketch(**values)

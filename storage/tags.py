"""From the records of one article to its rows; what is read is replaced as a whole."""

import functools
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Insert, Integer, bindparam, delete, insert, select
from sqlalchemy.orm import Session

from storage.columns import Base, put, table_of
from storage.lists import each_of, listed
from storage.records import (
    Article,
    Earlier,
    Figure,
    Fingerprint,
    FoundDate,
    Measure,
    Occasion,
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
Record = Tag | Article | Occasion | Sketch | FoundDate


def replace_tags(session: Session, article_id: int, reading: Reading, *, is_new: bool) -> None:
    """Put what was read in the place of all that was read in this article before."""
    for row, tags in (
        (SpeakerRow, reading.speakers),
        (MeasureRow, reading.measures),
        (QuoteRow, reading.quotes),
        (FigureRow, reading.figures),
        (EarlierRow, reading.earlier),
    ):
        _replace(session, row, article_id, _in_order(tags), is_new=is_new)


def replace_keys(
    session: Session,
    article_id: int,
    fingerprint: Fingerprint,
    keys: tuple[str, ...],
    *,
    is_new: bool,
) -> None:
    """Put these bands and keys in the place of those under which the article was found."""
    _replace_listed(session, BandRow, "band", article_id, fingerprint.bands, is_new=is_new)
    _replace_listed(session, MatchKeyRow, "key", article_id, keys, is_new=is_new)


def _replace_listed(
    session: Session,
    row: type[Base],
    column: str,
    article_id: int,
    texts: Sequence[str],
    *,
    is_new: bool,
) -> None:
    if not is_new:
        session.execute(delete(row).filter_by(article_id=article_id))
    if texts:
        connection = session.connection()
        put = _put_listed(connection.dialect.name, row, column)
        connection.execute(put, {"texts": listed(texts), "article_id": article_id})


@functools.cache
def _put_listed(dialect: str, row: type[Base], column: str) -> Insert:
    """One statement for some hundred rows, which hold no more than a text and a number."""
    text = each_of(dialect, "texts")
    number = bindparam("article_id", type_=Integer)
    return insert(table_of(row)).from_select([column, "article_id"], select(text.c.value, number))


def _replace(
    session: Session, row: type[Base], article_id: int, values: list[Values], *, is_new: bool
) -> None:
    if not is_new:
        session.execute(delete(row).filter_by(article_id=article_id))
    if values:
        put(session, row, *({"article_id": article_id, **each} for each in values))


def _plain(record: Record) -> Values:
    """The fields of a record. `asdict` would copy all that is in them."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _in_order(tags: Sequence[Tag]) -> list[Values]:
    return [{"position": position, **_values(tag)} for position, tag in enumerate(tags)]


def _values(tag: Tag) -> Values:
    values = _plain(tag)
    start, end = values.pop("span") or (None, None)
    return {**values, "span_start": start, "span_end": end}


def article_values(
    article: Article, fingerprint: Fingerprint, reading: Reading, sketch: Sketch
) -> Values:
    """The columns of an article as it was cleaned and read."""
    dates = [{**_plain(date), "instant": date.instant.isoformat()} for date in article.dates]
    return {
        **_plain(article),
        **_plain(reading.occasion),
        "dates": dates,
        "text_digest": fingerprint.digest,
        "signature": list(fingerprint.signature),
        "sketch": _plain(sketch),
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

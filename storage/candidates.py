"""Articles on record that a new one may repeat, found by indexed keys, never by a scan."""

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, Subquery, Text, and_, bindparam, cast, func, or_, select
from sqlalchemy.orm import Session

from storage.columns import Base, table_of
from storage.lists import each_of, listed
from storage.models import ArticleRow, ReportRow
from storage.records import Fingerprint, Sketch
from storage.tag_models import BandRow, MatchKeyRow
from storage.tags import sketch_from

# Those that share most come first, so that a key which half the record shares costs a
# bounded comparison.
MOST_CANDIDATES = 200
# Of a key that ever more articles have, the newest are asked: what is repeated is news. The
# keys of a figure, of a name or of the words stay rare, and lead to the others.
MOST_HOLDERS = 100
# A statement is told by the articles of it that share most; its other copies would tell the same.
MOST_SKETCHES, OF_ONE_STATEMENT = 60, 2
# Of a batch, many articles meet the same ones; a sketch takes some ten kilobytes, a signature two.
KEPT_SKETCHES, KEPT_SIGNATURES = 1_000, 5_000

_ARTICLES, _REPORTS = table_of(ArticleRow), table_of(ReportRow)
_TEXTS = select(
    _ARTICLES.c.id,
    _REPORTS.c.statement_id,
    _ARTICLES.c.text_digest,
    cast(_ARTICLES.c.signature, Text).label("signature"),
).outerjoin(_REPORTS, _REPORTS.c.article_id == _ARTICLES.c.id)
_SAME_DIGEST = (
    _TEXTS.where(_ARTICLES.c.text_digest == bindparam("digest"))
    .order_by(_ARTICLES.c.id)
    .limit(MOST_CANDIDATES)
)
_SKETCH = select(cast(_ARTICLES.c.sketch, Text)).where(_ARTICLES.c.id == bindparam("article_id"))


def _holders(dialect: str, row: type[Base], key: str) -> Subquery:
    """The newest `MOST_HOLDERS` articles of each key of the list `asked`."""
    key_asked = each_of(dialect, "asked")
    held = table_of(row)
    holder = held.alias("holder")
    oldest = (
        select(holder.c.article_id)
        .where(holder.c[key] == key_asked.c.value)
        .order_by(holder.c.article_id.desc())
        .limit(1)
        .offset(bindparam("newer"))
        .correlate(key_asked)
        .scalar_subquery()
    )
    is_asked = and_(held.c[key] == key_asked.c.value, held.c.article_id >= func.coalesce(oldest, 0))
    return select(held.c.article_id).select_from(key_asked.join(held, is_asked)).subquery()


# Made once for each database: putting a statement together costs more than its answer.
@functools.cache
def _shared_bands(dialect: str) -> Select[Any]:
    holders = _holders(dialect, BandRow, "band")
    near = (
        select(holders.c.article_id, func.count().label("shared"))
        .group_by(holders.c.article_id)
        .order_by(func.count().desc(), holders.c.article_id)
        .limit(MOST_CANDIDATES)
        .subquery()
    )
    return _TEXTS.join(near, near.c.article_id == _ARTICLES.c.id).order_by(
        near.c.shared.desc(), _ARTICLES.c.id
    )


@functools.cache
def _shared_keys(dialect: str) -> Select[Any]:
    holders = _holders(dialect, MatchKeyRow, "key")
    shared = func.count().label("shared")
    place = func.row_number().over(
        partition_by=_REPORTS.c.statement_id,
        order_by=(func.count().desc(), holders.c.article_id),
    )
    placed = (
        select(holders.c.article_id, _REPORTS.c.statement_id, shared, place.label("place"))
        .join(_REPORTS, _REPORTS.c.article_id == holders.c.article_id)
        .group_by(holders.c.article_id, _REPORTS.c.statement_id)
        .subquery()
    )
    nearest = (
        select(placed.c.article_id, placed.c.statement_id, placed.c.shared)
        .where(placed.c.place <= OF_ONE_STATEMENT)
        .order_by(placed.c.shared.desc(), placed.c.article_id)
        .limit(MOST_SKETCHES)
        .subquery()
    )
    stored = cast(_ARTICLES.c.sketch, Text).label("sketch")
    day = _ARTICLES.c.sketch["date"].as_string()
    return (
        select(_ARTICLES.c.id, nearest.c.statement_id, stored)
        .join(nearest, nearest.c.article_id == _ARTICLES.c.id)
        .where(
            or_(day.is_(None), day.like("--%"), day.between(bindparam("first"), bindparam("last")))
        )
        .order_by(nearest.c.shared.desc(), _ARTICLES.c.id)
    )


@dataclass(frozen=True, slots=True)
class TextCandidate:
    """An article whose text may be the same. Its bands are not given: they led to it."""

    article_id: int
    statement_id: int | None
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class StatementCandidate:
    """An article whose statement may be the same."""

    article_id: int
    statement_id: int
    sketch: Sketch


def articles_like(session: Session, fingerprint: Fingerprint) -> list[TextCandidate]:
    """Articles with the same text digest or a shared band, the likeliest first."""
    connection = session.connection()
    rows = list(connection.execute(_SAME_DIGEST, {"digest": fingerprint.digest}))
    if fingerprint.bands:
        shared = _shared_bands(connection.dialect.name)
        rows += connection.execute(shared, _asked(fingerprint.bands))
    found: dict[int, TextCandidate] = {}
    for row in rows:
        print_ = Fingerprint(row.text_digest, _signature(row.signature), ())
        found.setdefault(row.id, TextCandidate(row.id, row.statement_id, print_))
    return list(found.values())[:MOST_CANDIDATES]


def fingerprint_of(session: Session, article_id: int) -> Fingerprint:
    """The whole fingerprint of an article on record. Raises NoResultFound for no article."""
    row = session.get_one(ArticleRow, article_id)
    bands = session.scalars(
        select(BandRow.band).filter_by(article_id=article_id).order_by(BandRow.band)
    )
    return Fingerprint(row.text_digest, tuple(row.signature), tuple(bands))


def sketch_of(session: Session, article_id: int) -> Sketch:
    """What matching compares of an article on record. Raises NoResultFound for no article."""
    return _sketch(session.connection().scalars(_SKETCH, {"article_id": article_id}).one())


def statements_like(
    session: Session, keys: Sequence[str], day: str | None = None
) -> list[StatementCandidate]:
    """Articles that report a statement and share a key, those that share most first.

    Of one statement `OF_ONE_STATEMENT` at most, and `MOST_SKETCHES` together; none of which it
    is known that its day is neither `day` (as a sketch has it), nor the one before or after.
    """
    if not keys:
        return []
    connection = session.connection()
    shared = _shared_keys(connection.dialect.name)
    rows = connection.execute(shared, _asked(keys) | _around(day))
    return [StatementCandidate(row.id, row.statement_id, _sketch(row.sketch)) for row in rows]


def _asked(keys: Sequence[str]) -> dict[str, str | int]:
    return {"asked": listed(keys), "newer": MOST_HOLDERS - 1}


def _around(day: str | None) -> dict[str, str]:
    """The day before and the day after; of a day without its year any days."""
    if day is None or day.startswith("--"):
        return {"first": "0000", "last": "9999"}
    number = date.fromisoformat(day).toordinal()
    first, last = max(1, number - 1), min(date.max.toordinal(), number + 1)
    return {"first": f"{date.fromordinal(first)}", "last": f"{date.fromordinal(last)}"}


@functools.lru_cache(maxsize=KEPT_SKETCHES)
def _sketch(stored: str) -> Sketch:
    return sketch_from(json.loads(stored))


@functools.lru_cache(maxsize=KEPT_SIGNATURES)
def _signature(stored: str) -> tuple[int, ...]:
    return tuple(json.loads(stored))

"""Articles on record that a new one may repeat, found by indexed keys, never by a scan."""

import functools
import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Text, bindparam, cast, func, select
from sqlalchemy.orm import Session

from storage.models import ArticleRow, ReportRow
from storage.records import Fingerprint, Sketch
from storage.tag_models import BandRow, MatchKeyRow
from storage.tags import sketch_from

# Those that share most come first, so that a key which half the record shares costs a
# bounded comparison.
MOST_CANDIDATES = 200
# A statement is told by the articles of it that share most; its other copies would tell the same.
MOST_SKETCHES, OF_ONE_STATEMENT = 60, 2
# Of a batch, many articles meet the same ones; a sketch takes some ten kilobytes.
KEPT_SKETCHES = 1_000

# Made once: putting a statement together costs more than the database's answer.
_TEXTS = select(
    ArticleRow.id, ReportRow.statement_id, ArticleRow.text_digest, ArticleRow.signature
).outerjoin(ReportRow, ReportRow.article_id == ArticleRow.id)
_SAME_DIGEST = (
    _TEXTS.where(ArticleRow.text_digest == bindparam("digest"))
    .order_by(ArticleRow.id)
    .limit(MOST_CANDIDATES)
)
_NEAR = (
    select(BandRow.article_id, func.count().label("shared"))
    .where(BandRow.band.in_(bindparam("bands", expanding=True)))
    .group_by(BandRow.article_id)
    .order_by(func.count().desc(), BandRow.article_id)
    .limit(MOST_CANDIDATES)
    .subquery()
)
_SHARED_BANDS = _TEXTS.join(_NEAR, _NEAR.c.article_id == ArticleRow.id).order_by(
    _NEAR.c.shared.desc(), ArticleRow.id
)
_KEYED = (
    select(
        MatchKeyRow.article_id,
        ReportRow.statement_id,
        func.count().label("shared"),
        func.row_number()
        .over(
            partition_by=ReportRow.statement_id,
            order_by=(func.count().desc(), MatchKeyRow.article_id),
        )
        .label("place"),
    )
    .join(ReportRow, ReportRow.article_id == MatchKeyRow.article_id)
    .where(MatchKeyRow.key.in_(bindparam("keys", expanding=True)))
    .group_by(MatchKeyRow.article_id, ReportRow.statement_id)
    .subquery()
)
_NEAREST = (
    select(_KEYED.c.article_id, _KEYED.c.statement_id, _KEYED.c.shared)
    .where(_KEYED.c.place <= OF_ONE_STATEMENT)
    .order_by(_KEYED.c.shared.desc(), _KEYED.c.article_id)
    .limit(MOST_SKETCHES)
    .subquery()
)
_SHARED_KEYS = (
    select(ArticleRow.id, _NEAREST.c.statement_id, cast(ArticleRow.sketch, Text).label("sketch"))
    .join(_NEAREST, _NEAREST.c.article_id == ArticleRow.id)
    .order_by(_NEAREST.c.shared.desc(), ArticleRow.id)
)


_SKETCH = select(ArticleRow.sketch).where(ArticleRow.id == bindparam("article_id"))


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
    rows = list(session.execute(_SAME_DIGEST, {"digest": fingerprint.digest}))
    if fingerprint.bands:
        rows += session.execute(_SHARED_BANDS, {"bands": fingerprint.bands})
    found: dict[int, TextCandidate] = {}
    for row in rows:
        print_ = Fingerprint(row.text_digest, tuple(row.signature), ())
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
    return sketch_from(session.scalars(_SKETCH, {"article_id": article_id}).one())


def statements_like(session: Session, keys: Sequence[str]) -> list[StatementCandidate]:
    """Articles that report a statement and share a key, those that share most first.

    Of one statement `OF_ONE_STATEMENT` at most, and `MOST_SKETCHES` together.
    """
    if not keys:
        return []
    rows = session.execute(_SHARED_KEYS, {"keys": keys})
    return [StatementCandidate(row.id, row.statement_id, _sketch(row.sketch)) for row in rows]


@functools.lru_cache(maxsize=KEPT_SKETCHES)
def _sketch(stored: str) -> Sketch:
    return sketch_from(json.loads(stored))

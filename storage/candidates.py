"""Articles on record that a new one may repeat, found by indexed keys, never by a scan."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.models import ArticleRow, ReportRow
from storage.records import Fingerprint, Sketch
from storage.tag_models import BandRow, MatchKeyRow
from storage.tags import sketch_from

# Those that share most come first, so that a key which half the record shares costs a
# bounded comparison.
MOST_CANDIDATES = 200


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
    same = session.scalars(
        select(ArticleRow.id)
        .where(ArticleRow.text_digest == fingerprint.digest)
        .order_by(ArticleRow.id)
        .limit(MOST_CANDIDATES)
    )
    near = session.scalars(
        select(BandRow.article_id)
        .where(BandRow.band.in_(fingerprint.bands))
        .group_by(BandRow.article_id)
        .order_by(func.count().desc(), BandRow.article_id)
        .limit(MOST_CANDIDATES)
    )
    return _text_candidates(session, list(dict.fromkeys([*same, *near]))[:MOST_CANDIDATES])


def fingerprint_of(session: Session, article_id: int) -> Fingerprint:
    """The whole fingerprint of an article on record. Raises NoResultFound for no article."""
    row = session.get_one(ArticleRow, article_id)
    bands = session.scalars(
        select(BandRow.band).filter_by(article_id=article_id).order_by(BandRow.band)
    )
    return Fingerprint(row.text_digest, tuple(row.signature), tuple(bands))


def _text_candidates(session: Session, ids: Sequence[int]) -> list[TextCandidate]:
    rows = session.execute(
        select(ArticleRow.id, ReportRow.statement_id, ArticleRow.text_digest, ArticleRow.signature)
        .outerjoin(ReportRow, ReportRow.article_id == ArticleRow.id)
        .where(ArticleRow.id.in_(ids))
    )
    found = {
        row.id: TextCandidate(
            row.id, row.statement_id, Fingerprint(row.text_digest, tuple(row.signature), ())
        )
        for row in rows
    }
    return [found[article_id] for article_id in ids]


def statements_like(session: Session, keys: Sequence[str]) -> list[StatementCandidate]:
    """Articles that report a statement and share a key, those that share most first."""
    shared = func.count().label("shared")
    near = (
        select(MatchKeyRow.article_id, shared)
        .join(ReportRow, ReportRow.article_id == MatchKeyRow.article_id)
        .where(MatchKeyRow.key.in_(keys))
        .group_by(MatchKeyRow.article_id)
        .order_by(shared.desc(), MatchKeyRow.article_id)
        .limit(MOST_CANDIDATES)
        .subquery()
    )
    rows = session.execute(
        select(ArticleRow.id, ReportRow.statement_id, ArticleRow.sketch)
        .join(near, near.c.article_id == ArticleRow.id)
        .join(ReportRow, ReportRow.article_id == ArticleRow.id)
        .order_by(near.c.shared.desc(), ArticleRow.id)
    )
    return [StatementCandidate(row.id, row.statement_id, sketch_from(row.sketch)) for row in rows]

"""Stored pages that are to be read again, and what of the record they bear on."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, exists, select, update
from sqlalchemy.orm import Session

from storage.alert_models import AlertRow
from storage.candidates import fingerprint_of
from storage.crawled import WarcPlace
from storage.decision_models import CorrectionRow
from storage.leads import family
from storage.models import ArticleRow, PageRow, RejectionRow, ReportRow, StatementRow
from storage.records import Fingerprint, Reading, Sketch
from storage.statements import resolve
from storage.tag_views import readings_of
from storage.tags import sketch_from


@dataclass(frozen=True, slots=True)
class Due:
    """A page that is to be read again, and the statement that its article reports."""

    page_id: int
    statement_id: int | None


@dataclass(frozen=True, slots=True)
class StoredPlace:
    """Where a page on record stands, and what should stand there."""

    page_id: int
    source: str
    key: str
    url: str
    digest: str
    place: WarcPlace


@dataclass(frozen=True, slots=True)
class Member:
    """An article as matching compares it, and its part in the statement that it reports.

    `is_first`: the statement began with it, so that what was told first is what it says.
    """

    article_id: int
    source: str
    key: str
    statement_id: int | None
    is_lead: bool
    is_first: bool
    is_statement: bool
    fingerprint: Fingerprint
    sketch: Sketch


def due(
    session: Session,
    version: int | None,
    sources: Collection[str] = (),
    since: datetime | None = None,
) -> list[Due]:
    """The pages of articles, and refused pages, that no reader of `version` has read.

    None: all of them. The articles of one statement stand together, the leading one first;
    then articles that report none, then refused pages. Of `sources` (all if empty), fetched at
    `since` or later.
    """
    wanted = _wanted(sources, since)
    articles = (
        select(PageRow.id, ReportRow.statement_id)
        .join(ArticleRow, ArticleRow.page_id == PageRow.id)
        .outerjoin(ReportRow, ReportRow.article_id == ArticleRow.id)
        .outerjoin(StatementRow, StatementRow.id == ReportRow.statement_id)
        .where(*wanted)
        .order_by(
            ReportRow.statement_id.is_(None),
            ReportRow.statement_id,
            StatementRow.lead_article_id != ArticleRow.id,
            ArticleRow.id,
        )
    )
    refused = (
        select(PageRow.id)
        .join(RejectionRow, RejectionRow.page_id == PageRow.id)
        .where(*wanted)
        .order_by(PageRow.fetched_at, PageRow.id)
    )
    if version is not None:
        articles = articles.where(ArticleRow.reader_version < version)
        refused = refused.where(RejectionRow.reader_version < version)
    found = [Due(page_id, number) for page_id, number in session.execute(articles)]
    return found + [Due(page_id, None) for page_id in session.scalars(refused)]


def _wanted(sources: Collection[str], since: datetime | None) -> list[ColumnElement[bool]]:
    of_sources: list[ColumnElement[bool]] = [PageRow.source.in_(sources)] if sources else []
    return of_sources if since is None else [*of_sources, PageRow.fetched_at >= since]


def places(session: Session, page_ids: Sequence[int]) -> list[StoredPlace]:
    """Where these pages stand, in this order; those that are forgotten by now are left out."""
    rows = {row.id: row for row in session.scalars(select(PageRow).where(PageRow.id.in_(page_ids)))}
    return [
        StoredPlace(
            row.id, row.source, row.key, row.url, row.digest,
            WarcPlace(row.warc_file, row.warc_offset, row.warc_length),
        )
        for row in (rows[page_id] for page_id in page_ids if page_id in rows)
    ]  # fmt: skip


def is_on_record(session: Session, page_id: int) -> bool:
    """Whether a page is still on record, and no newer version of it has become the article."""
    page = session.get(PageRow, page_id)
    if page is None:
        return False
    newer = (
        exists()
        .where(ArticleRow.source == page.source, ArticleRow.key == page.key)
        .where(ArticleRow.page_id == PageRow.id, PageRow.fetched_at > page.fetched_at)
    )
    return not session.scalar(select(newer))


def mark_read(session: Session, page_id: int, version: int) -> None:
    """Note that a reader of this version has read a page, and leave what is on record of it."""
    for row in (ArticleRow, RejectionRow):
        session.execute(update(row).filter_by(page_id=page_id).values(reader_version=version))


def member(session: Session, article_id: int) -> Member:
    """An article as it is compared. Raises NoResultFound for no article."""
    row = session.get_one(ArticleRow, article_id)
    report = session.get(ReportRow, article_id)
    number = report.statement_id if report else None
    lead = session.get_one(StatementRow, number).lead_article_id if number is not None else None
    return Member(
        row.id, row.source, row.key, number, lead == row.id,
        _first_of(session, number) == row.id, row.is_statement,
        fingerprint_of(session, row.id), sketch_from(row.sketch),
    )  # fmt: skip


def _first_of(session: Session, statement_id: int | None) -> int | None:
    """The article that a statement began with: it was held against no other."""
    return session.scalar(
        select(ReportRow.article_id)
        .where(ReportRow.statement_id == statement_id)
        .order_by(ReportRow.rung.is_not(None), ReportRow.article_id)
        .limit(1)
    )


def reading_of(session: Session, article_id: int) -> Reading:
    """What is read in an article. Raises NoResultFound for no article."""
    return readings_of(session, [session.get_one(ArticleRow, article_id)])[article_id]


def others(session: Session, of: Member) -> list[Member]:
    """The other articles of an article's statement, by id."""
    ids = session.scalars(
        select(ReportRow.article_id)
        .where(ReportRow.statement_id == of.statement_id, ReportRow.article_id != of.article_id)
        .order_by(ReportRow.article_id)
    ).all()
    return [member(session, article_id) for article_id in ids]


def detach(session: Session, article_id: int) -> None:
    """Let an article report nothing."""
    session.execute(delete(ReportRow).filter_by(article_id=article_id))
    session.expire_all()


def is_held(session: Session, statement_id: int) -> bool:
    """Whether an alert or a decision by hand hangs on a statement, which keeps it on record."""
    numbers = select(StatementRow.id).where(family(resolve(session, statement_id)))
    return any(
        session.scalar(select(exists().where(row.statement_id.in_(numbers))))
        for row in (AlertRow, CorrectionRow)
    )


def lead_of(session: Session, statement_id: int) -> int:
    """The article that leads a statement."""
    return session.get_one(StatementRow, resolve(session, statement_id)).lead_article_id

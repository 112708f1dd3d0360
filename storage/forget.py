"""Forgetting for good: an item's rows go, and a tombstone keeps it from coming back.

A statement that no article reports any more goes with its alerts; one that others report stays,
and the earliest of these leads it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, delete, func, or_, select, text, tuple_, update
from sqlalchemy.orm import Session

from storage.alert_models import AlertRow
from storage.decision_models import CorrectionRow
from storage.leads import hand_on, remove_statement
from storage.models import ArticleRow, ItemRow, PageRow, RejectionRow, ReportRow
from storage.models import StatementRow as Statement
from storage.tag_models import SpeakerRow
from storage.tombstones import lay

REASON = "forgotten at a user's wish"


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """An item of a source by the source's own key."""

    source: str
    key: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed: numbers of rows and of statements; `kept` have other articles.

    `files` are the WARC files in which versions of the pages stood.
    """

    articles: int
    pages: int
    alerts: int
    statements: tuple[int, ...]
    kept: tuple[int, ...]
    files: tuple[str, ...]


def items_at(session: Session, url: str) -> list[Item]:
    """The items that have, or had, this URL or key."""
    found: set[Item] = set()
    for row in (ArticleRow, PageRow, ItemRow):
        rows = select(row.source, row.key).where(or_(row.url == url, row.key == url))
        found.update(Item(source, key) for source, key in session.execute(rows))
    return sorted(found)


def items_of(session: Session, names: Collection[str]) -> list[Item]:
    """The items in whose articles one of these names speaks, as read or by a correction."""
    read = select(SpeakerRow.article_id).where(SpeakerRow.name.in_(names))
    by_hand = (
        select(Statement.lead_article_id)
        .join(CorrectionRow, CorrectionRow.statement_id == Statement.id)
        .where(CorrectionRow.field == "speaker", CorrectionRow.value.in_(names))
    )
    rows = select(ArticleRow.source, ArticleRow.key).where(
        ArticleRow.id.in_(read) | ArticleRow.id.in_(by_hand)
    )
    return sorted(Item(source, key) for source, key in session.execute(rows))


def forget(session: Session, items: Sequence[Item], now: datetime) -> Forgotten:
    """Remove all rows of these items but the frontier's, which say that they are refused."""
    _scrub_while_deleting(session)
    articles = session.scalars(select(ArticleRow.id).where(_of(ArticleRow, items))).all()
    pages = session.execute(select(PageRow.id, PageRow.warc_file).where(_of(PageRow, items))).all()
    _lay_tombstones(session, items, now)
    affected = session.scalars(
        select(func.coalesce(Statement.redirect_to, Statement.id))
        .outerjoin(ReportRow, ReportRow.statement_id == Statement.id)
        .where(Statement.lead_article_id.in_(articles) | ReportRow.article_id.in_(articles))
        .distinct()
    ).all()
    kept = [number for number in affected if hand_on(session, number, articles)]
    gone = sorted(set(affected).difference(kept))
    alerts = sum(remove_statement(session, number) for number in gone)
    alerts += _remove_changes(session, [page.id for page in pages])
    session.execute(delete(ArticleRow).where(ArticleRow.id.in_(articles)))
    session.execute(delete(RejectionRow).where(_of(RejectionRow, items)))
    session.execute(delete(PageRow).where(_of(PageRow, items)))
    files = tuple(sorted({page.warc_file for page in pages}))
    return Forgotten(len(articles), len(pages), alerts, tuple(gone), tuple(sorted(kept)), files)


def _remove_changes(session: Session, pages: Sequence[int]) -> int:
    """Remove what was told of edits by these pages, which holds words of them."""
    of_pages = delete(AlertRow).where(AlertRow.kind == "change", AlertRow.version.in_(pages))
    return len(session.scalars(of_pages.returning(AlertRow.id)).all())


def _of(row: Any, items: Sequence[Item]) -> ColumnElement[bool]:  # noqa: ANN401  # any with both
    return tuple_(row.source, row.key).in_([(item.source, item.key) for item in items])


def _lay_tombstones(session: Session, items: Sequence[Item], now: datetime) -> None:
    urls: dict[Item, set[str]] = {item: {item.key} for item in items}
    for row in (ArticleRow, PageRow, ItemRow):
        for source, key, url in session.execute(
            select(row.source, row.key, row.url).where(_of(row, items))
        ):
            urls[Item(source, key)].add(url)
    for item, keys in urls.items():
        lay(session, item.source, keys, now)
    session.execute(
        update(ItemRow)
        .where(_of(ItemRow, items))
        .values(
            state="refused", due_at=None, checked_at=now, last_error=REASON, title=None,
            published_at=None, modified=None, etag=None, last_modified=None,
            fetched_modified=None,
        )
    )  # fmt: skip


def _scrub_while_deleting(session: Session) -> None:
    # SQLite leaves what is deleted in its file until the place is used again.
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA secure_delete = ON"))


def scrub(session: Session) -> None:
    """Let no trace of what was deleted stay in the full text index."""
    if session.get_bind().dialect.name == "sqlite":
        _scrub_while_deleting(session)
        session.execute(text("INSERT INTO search_index (search_index) VALUES ('optimize')"))


def empty_log(engine: Engine) -> None:
    """Write SQLite's log into its file and empty it: what was deleted may stand there too."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            connection.close()


def move_places(session: Session, old: str, new: str, offsets: Mapping[int, int]) -> None:
    """Let the pages of a WARC file be found in another, each at its new offset there."""
    rows: Iterable[PageRow] = session.scalars(select(PageRow).filter_by(warc_file=old)).all()
    for row in rows:
        if row.warc_offset in offsets:
            row.warc_file, row.warc_offset = new, offsets[row.warc_offset]
    session.flush()

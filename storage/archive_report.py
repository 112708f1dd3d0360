"""What a walk through an archive came to: how much it says it has, and what is missing and why."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.journal import last_walk, named_by
from storage.models import ArticleRow, ItemRow, RejectionRow
from storage.walk_models import WalkRow

Cause = Literal["not fetched", "failed", "refused", "rejected"]


@dataclass(frozen=True, slots=True)
class Missing:
    """An item that the archive names and that gave no article; `why` is one sentence."""

    key: str
    url: str
    cause: Cause
    why: str


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """An archive against the record. `says` is what it counts (None: it does not say).

    `named` items were met in its list, `held` of them are on record. A walk that has not
    `ended` knows of no more yet.
    """

    source: str
    since: date | None
    until: date | None
    begun_at: datetime
    ended: bool
    list_pages: int
    says: int | None
    named: int
    held: int
    missing: tuple[Missing, ...]

    @property
    def unnamed(self) -> int:
        """How many items the archive counts beyond those that its list named."""
        return max(0, (self.says or 0) - self.named)

    @property
    def is_complete(self) -> bool:
        """Whether the list was read to its end and all of it is on record."""
        return self.ended and not self.missing and not self.unnamed


def archive_report(session: Session, source: str) -> ArchiveReport | None:
    """What the walk that was begun last came to; None where a source was never backfilled."""
    state = last_walk(session, source)
    if state is None:
        return None
    missing = tuple(_missing(session, session.get_one(WalkRow, state.walk.number)))
    return ArchiveReport(
        source=source,
        since=state.walk.since,
        until=state.walk.until,
        begun_at=state.begun_at,
        ended=state.walk.ended,
        list_pages=state.pages,
        says=state.total,
        named=state.named,
        held=state.named - len(missing),
        missing=missing,
    )


def _missing(session: Session, walk: WalkRow) -> list[Missing]:
    is_on_record = (
        select(ArticleRow.id)
        .where(ArticleRow.source == ItemRow.source, ArticleRow.key == ItemRow.key)
        .exists()
    )
    items = session.scalars(select(ItemRow).where(named_by(walk), ~is_on_record)).all()
    rejections = select(RejectionRow).filter_by(source=walk.source).order_by(RejectionRow.at)
    reasons = {row.key: row.reason for row in session.scalars(rejections)}
    found = [Missing(row.key, row.url, *_cause(row, reasons.get(row.key))) for row in items]
    return sorted(found, key=lambda item: (item.cause, item.why, item.key))


def _cause(row: ItemRow, reason: str | None) -> tuple[Cause, str]:
    if row.state == "refused":
        return "refused", row.last_error or ""
    if row.state == "held":
        return "rejected", reason or "Its page gave no article."
    if row.state == "due" and not row.attempts:
        return "not fetched", "It has not been fetched yet."
    return "failed", f"{row.last_error}" + (" Given up." if row.state == "gone" else "")

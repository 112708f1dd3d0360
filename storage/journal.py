"""The journal of walks through archives: where each goes on, and what it came to.

A list page is noted in the transaction that notes what it names, so whatever is killed, the
walk goes on at the page after the last one that is on record.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from storage.crawled import Known, Outcome, Walk
from storage.models import ItemRow, SourceRow
from storage.walk_models import WalkPageRow, WalkRow


@dataclass(frozen=True, slots=True)
class WalkState:
    """A walk as it stands: list pages read, items named, what the archive last counted.

    `answered` are the items named that were asked for at least once.
    """

    walk: Walk
    source: str
    begun_at: datetime
    last_at: datetime | None
    pages: int
    named: int
    answered: int
    total: int | None

    @property
    def is_done(self) -> bool:
        """Whether the list was read to its end and all that it names was asked for."""
        return self.walk.ended and self.answered == self.named


def open_walk(
    session: Session, source: str, since: date | None, until: date | None, now: datetime
) -> Walk:
    """The walk of that window that is not done yet, or a new one.

    A walk is done when its list was read to its end and all that it named was asked for.
    """
    bounds = {"source": source, "since": since, "until": until}
    last = session.scalar(select(WalkRow).filter_by(**bounds).order_by(WalkRow.id.desc()).limit(1))
    if last is not None and not (state := _state(session, last)).is_done:
        return state.walk
    if session.get(SourceRow, source) is None:
        session.add(SourceRow(name=source, first_crawl_at=now, archive_only=True))
        session.flush()
    row = WalkRow(**bounds, begun_at=now)
    session.add(row)
    session.flush()
    return Walk(row.id, since=since, until=until)


def walk_state(session: Session, number: int) -> WalkState:
    """How far a walk has come."""
    return _state(session, session.get_one(WalkRow, number))


def last_walk(session: Session, source: str) -> WalkState | None:
    """The walk of a source that was begun last, or None."""
    row = session.scalar(
        select(WalkRow).filter_by(source=source).order_by(WalkRow.id.desc()).limit(1)
    )
    return None if row is None else _state(session, row)


def _state(session: Session, row: WalkRow) -> WalkState:
    pages = select(WalkPageRow).filter_by(walk_id=row.id)
    last = session.scalar(pages.order_by(WalkPageRow.at.desc()).limit(1))
    count = select(func.count()).select_from(WalkPageRow).filter_by(walk_id=row.id)
    named = select(func.count()).where(named_by(row))
    answered = named.where((ItemRow.state != "due") | (ItemRow.attempts > 0))
    cursor = last.next_cursor if last else ""
    return WalkState(
        walk=Walk(row.id, cursor, last is not None and not cursor, row.since, row.until),
        source=row.source,
        begun_at=row.begun_at,
        last_at=last.at if last else None,
        pages=session.scalar(count) or 0,
        named=session.scalar(named) or 0,
        answered=session.scalar(answered) or 0,
        total=last.total if last else None,
    )


def named_by(row: WalkRow) -> ColumnElement[bool]:
    """The condition that an item of the frontier was named by a walk."""
    return (ItemRow.source == row.source) & (ItemRow.named_at >= row.begun_at)


def note_page(session: Session, outcome: Outcome) -> None:
    """Note a list page that a walk has read; noting it twice changes nothing."""
    session.merge(
        WalkPageRow(
            walk_id=int(outcome.key),
            at=outcome.at,
            url=outcome.url,
            next_cursor=outcome.detail,
            total=outcome.items or None,
        )
    )


def known(session: Session, number: int, now: datetime) -> list[Known]:
    """All items of a walk's source as a backfill is told of them, by key.

    Due is what the walk has named, is not held, and need not wait any longer.
    """
    walk = session.get_one(WalkRow, number)
    rows = session.scalars(select(ItemRow).filter_by(source=walk.source).order_by(ItemRow.key))
    return [
        Known(
            key=row.key,
            url=row.url,
            due=_is_named(row, walk) and _is_due(row, now),
            settled=_is_named(row, walk),
            modified=row.fetched_modified,
        )
        for row in rows
    ]


def _is_named(row: ItemRow, walk: WalkRow) -> bool:
    return row.named_at is not None and row.named_at >= walk.begun_at


def _is_due(row: ItemRow, now: datetime) -> bool:
    return row.state == "due" and row.due_at is not None and row.due_at <= now

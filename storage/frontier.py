"""What is known of each source's items, and which are to be fetched when.

Outcomes and pages may be applied twice, because a spool file may be read twice: what is not
later than the last thing that was applied changes nothing.

A backfill leaves no mark on what decides whether something is new: when a source was first
crawled and when a crawl first listed an item. What it meets first is `archive_only` until then.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.crawled import Known, Listed, Outcome, Page
from storage.crawls import note_crawl
from storage.items import find_item, item_of, put_item
from storage.models import ItemRow, SourceRow
from storage.tombstones import is_forgotten

# A page is asked for again one, three and seven days after it was first fetched.
RECHECK_AFTER = (timedelta(days=1), timedelta(days=2), timedelta(days=4))

FIRST_WAIT = timedelta(minutes=15)
# A site may ask for a longer pause, but not for one that loses the item.
LONGEST_WAIT = timedelta(days=1)
MOST_ATTEMPTS = 8


def met(session: Session, source: str, key: str) -> tuple[datetime, datetime, datetime | None]:
    """When an item was first met, and its source's first crawl and first complete one.

    Raises NoResultFound for an item or a source that the frontier does not hold.
    """
    item, row = item_of(session, source, key), session.get_one(SourceRow, source)
    return item.first_seen_at, row.first_crawl_at, row.baseline_at


def known(session: Session, source: str, now: datetime) -> list[Known]:
    """All items of a source as a crawl is told of them, by key."""
    rows = session.scalars(select(ItemRow).filter_by(source=source).order_by(ItemRow.key))
    return [
        Known(
            key=row.key,
            url=row.url,
            due=row.due_at is not None and row.due_at <= now,
            settled=row.settled,
            etag=row.etag,
            last_modified=row.last_modified,
            modified=row.fetched_modified,
        )
        for row in rows
    ]


def is_archive_only(session: Session, source: str, key: str) -> bool:
    """Whether no crawl has listed an item, which only backfills have met."""
    return item_of(session, source, key).archive_only


def page_fetched(session: Session, page: Page, *, by_backfill: bool = False) -> None:
    """Note that an item's page is held now, with what a conditional request needs next time."""
    _source(session, page.source, page.fetched_at, by_backfill=by_backfill)
    row = _item(session, page.source, page.key, page.url, page.fetched_at, by_backfill)
    if not _is_later(row, page.fetched_at):
        return
    _note_listed(row, page.listed)
    row.url = page.url
    row.last_status = page.status
    row.etag = _header(page.headers, "etag")
    row.last_modified = _header(page.headers, "last-modified")
    row.fetched_modified = page.listed.modified if page.listed else row.modified
    _hold(row, page.fetched_at)


def apply_outcome(session: Session, outcome: Outcome, *, by_backfill: bool = False) -> None:
    """Note what a crawl or a backfill learned of an item, or a crawl of the source."""
    source = _source(session, outcome.source, outcome.at, by_backfill=by_backfill)
    if outcome.kind in ("crawled", "source_failed"):
        _end_crawl(session, source, outcome)
        return
    if is_forgotten(session, outcome.source, outcome.key, outcome.url):
        return
    row = _item(session, outcome.source, outcome.key, outcome.url, outcome.at, by_backfill)
    if outcome.kind == "listed":
        _meet(row, outcome.at, by_backfill=by_backfill)
        _list(row, outcome)
    elif _is_later(row, outcome.at):
        row.last_status = outcome.status
        if outcome.kind == "unchanged":
            _hold(row, outcome.at)
        elif outcome.kind == "failed":
            _fail(row, outcome)
        else:
            row.state, row.due_at, row.checked_at = "refused", None, outcome.at
            row.last_error = outcome.detail


def _end_crawl(session: Session, source: SourceRow, outcome: Outcome) -> None:
    if outcome.kind == "crawled":
        note_crawl(session, outcome.source, outcome.begun_at or outcome.at, outcome.at)
    if source.last_crawl_at is not None and outcome.at <= source.last_crawl_at:
        return
    source.last_crawl_at = outcome.at
    if outcome.kind == "source_failed":
        source.last_error = outcome.detail
        source.failures_in_row += 1
        return
    source.baseline_at = source.baseline_at or outcome.at
    source.last_ok_at = outcome.at
    source.last_error = None
    source.failures_in_row = 0
    source.last_listed = outcome.items
    session.execute(
        update(ItemRow)
        .where(
            ItemRow.source == outcome.source,
            ItemRow.first_seen_at <= outcome.at,
            ~ItemRow.archive_only,
        )
        .values(settled=True)
    )


def _source(session: Session, name: str, at: datetime, *, by_backfill: bool) -> SourceRow:
    row = session.get(SourceRow, name)
    if row is None:
        row = SourceRow(
            name=name, first_crawl_at=at, failures_in_row=0, last_listed=0,
            archive_only=by_backfill,
        )  # fmt: skip
        session.add(row)
        session.flush()
    if not by_backfill:
        row.first_crawl_at = at if row.archive_only else min(row.first_crawl_at, at)
        row.archive_only = False
    return row


def _item(
    session: Session, source: str, key: str, url: str, at: datetime, by_backfill: bool
) -> ItemRow:
    row = find_item(session, source, key)
    if row is None:
        row = ItemRow(
            source=source, key=key, url=url, first_seen_at=at, settled=False,
            state="due", due_at=at, attempts=0, rechecks=0,
            archive_only=by_backfill, untold=False,
        )  # fmt: skip
        put_item(session, row)
    elif not by_backfill and not row.archive_only:
        row.first_seen_at = min(row.first_seen_at, at)
    return row


def _meet(row: ItemRow, at: datetime, *, by_backfill: bool) -> None:
    """Note who lists an item: an archive, or a crawl, for which it may be the first time."""
    if by_backfill:
        row.named_at = max(row.named_at or at, at)
    elif row.archive_only:
        row.archive_only, row.first_seen_at = False, at
        if row.state == "held":
            # As if it had just been fetched, which it need not be.
            row.due_at, row.rechecks = at + RECHECK_AFTER[0], 1


def _is_later(row: ItemRow, at: datetime) -> bool:
    return row.checked_at is None or at > row.checked_at


def _list(row: ItemRow, outcome: Outcome) -> None:
    version = outcome.listed.modified if outcome.listed else None
    # What was given up is tried again when the list has another version of it to offer.
    last = row.fetched_modified if row.state == "held" else row.modified
    is_other = version is not None and version != last
    _note_listed(row, outcome.listed)
    if row.state != "due" and is_other and _is_later(row, outcome.at):
        row.state, row.due_at = "due", outcome.at
        row.attempts = row.rechecks = 0


def _note_listed(row: ItemRow, listed: Listed | None) -> None:
    if listed is not None:
        row.title = listed.title or row.title
        row.published_at = listed.published_at or row.published_at
        row.modified = listed.modified or row.modified


def _hold(row: ItemRow, at: datetime) -> None:
    """The page is held as of now; look again later, less and less often, then never.

    At what an archive alone names nobody looks again: it is old, and there is much of it.
    """
    again = row.rechecks < len(RECHECK_AFTER) and not row.archive_only
    row.due_at = at + RECHECK_AFTER[row.rechecks] if again else None
    row.rechecks += again
    row.state, row.checked_at = "held", at
    row.attempts, row.last_error = 0, None


def _fail(row: ItemRow, outcome: Outcome) -> None:
    row.attempts += 1
    row.checked_at, row.last_error = outcome.at, outcome.detail
    if row.attempts >= MOST_ATTEMPTS:
        row.state, row.due_at = "gone", None
        return
    back_off = outcome.at + FIRST_WAIT * 2 ** (row.attempts - 1)
    row.due_at = min(outcome.retry_at or back_off, outcome.at + LONGEST_WAIT)


def _header(headers: Iterable[tuple[str, str]], name: str) -> str | None:
    return next((value for key, value in headers if key.lower() == name), None)

"""What was stored and alerted nobody with, until a crawl meets it or tells more of it."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from storage.items import item_of
from storage.models import ItemRow, StatementRow
from storage.records import Newness
from storage.reports import Report, reports_where
from storage.resemblances import POSSIBLY
from storage.statements import resolve


def mark_untold(session: Session, source: str, key: str) -> None:
    """Note that a backfill stored an item's article."""
    item_of(session, source, key).untold = True


def take_untold(session: Session, source: str) -> list[Report]:
    """What backfills stored of a source and its crawls have met; each is given out once."""
    met = (ItemRow.source == source, ItemRow.untold.is_(True), ItemRow.archive_only.is_(False))
    found = reports_where(session, *met)
    session.execute(update(ItemRow).where(*met).values(untold=False))
    return found


def judgement(session: Session, statement_id: int) -> tuple[Newness, datetime]:
    """What was judged of a statement so far, and when it was stored."""
    row = session.get_one(StatementRow, resolve(session, statement_id))
    return row.newness, row.first_seen_at


def set_newness(session: Session, statement_id: int, newness: Newness, why: str) -> None:
    """Put a judgement in the place of one that was left open.

    What it may be a reprint of is told on: that is no matter of who met it when.
    """
    row = session.get_one(StatementRow, resolve(session, statement_id))
    _, possibly, like = row.newness_why.partition(POSSIBLY)
    row.newness, row.newness_why = newness, f"{why}{possibly}{like}"
    session.flush()

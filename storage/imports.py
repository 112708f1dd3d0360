"""WARC files from elsewhere: which are on record whole, and which of their pages are."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.crawled import Page
from storage.models import ItemRow, PageRow
from storage.walk_models import ImportRow


def is_imported(session: Session, digest: str) -> bool:
    """Whether a file of this SHA-256 is on record whole."""
    return session.get(ImportRow, digest) is not None


def note_import(
    session: Session, digest: str, name: str, pages: int, broken: int, now: datetime
) -> None:
    """Note that a file is on record whole; noting it twice changes nothing."""
    session.merge(ImportRow(digest=digest, name=name, pages=pages, broken=broken, at=now))


def key_of(session: Session, source: str, urls: Collection[str]) -> str | None:
    """The key of the item that a source's lists gave one of these URLs, or None."""
    held = select(ItemRow.key).where(ItemRow.source == source, ItemRow.url.in_(urls))
    return session.scalar(held.order_by(ItemRow.first_seen_at).limit(1))


def is_stored(session: Session, page: Page) -> bool:
    """Whether this version of a page is on record."""
    version = {"source": page.source, "key": page.key, "digest": page.digest}
    return session.scalar(select(PageRow.id).filter_by(**version)) is not None

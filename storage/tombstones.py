"""What is to be forgotten for good: a digest of the item, by which it is known and not named."""

from collections.abc import Collection
from datetime import datetime
from hashlib import sha256

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from storage.columns import table_of
from storage.decision_models import TombstoneRow

# Asked of each page that comes; made once.
_DIGEST = table_of(TombstoneRow).c.digest
_FORGOTTEN = select(_DIGEST).where(_DIGEST.in_(bindparam("digests", expanding=True))).limit(1)


def digest_of(source: str, key: str) -> str:
    """The digest of an item by the source's own key or by its URL."""
    return sha256(f"{source}\0{key}".encode("utf-8", "replace")).hexdigest()


def lay(session: Session, source: str, keys: Collection[str], now: datetime) -> None:
    """Let an item stay away under each of these keys and URLs."""
    for key in keys:
        row = TombstoneRow(digest=digest_of(source, key), source=source, at=now, swept=False)
        session.merge(row)
    session.flush()


def is_forgotten(session: Session, source: str, *keys: str) -> bool:
    """Whether an item is to stay away under one of these keys or URLs."""
    return _are_laid(session, [digest_of(source, key) for key in keys])


def turn_away(session: Session, source: str, *keys: str) -> bool:
    """Whether a page that came again is forgotten; then its record is to be erased again."""
    digests = [digest_of(source, key) for key in keys]
    if not _are_laid(session, digests):
        return False
    session.execute(
        update(TombstoneRow).where(TombstoneRow.digest.in_(digests)).values(swept=False)
    )
    return True


def _are_laid(session: Session, digests: list[str]) -> bool:
    return session.connection().scalar(_FORGOTTEN, {"digests": digests}) is not None


def unswept(session: Session) -> set[str]:
    """The sources whose archive may hold records of what is forgotten."""
    return set(session.scalars(select(TombstoneRow.source).filter_by(swept=False)))


def digests(session: Session, source: str) -> frozenset[str]:
    """All that is forgotten of a source."""
    return frozenset(session.scalars(select(TombstoneRow.digest).filter_by(source=source)))


def mark_swept(session: Session, source: str, swept: Collection[str]) -> None:
    """Note that no record with these digests is left in the source's archive."""
    session.execute(
        update(TombstoneRow)
        .where(TombstoneRow.source == source, TombstoneRow.digest.in_(swept))
        .values(swept=True)
    )

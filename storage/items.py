"""The frontier's items that a batch is about, loaded at once and written together.

An item that is put is written when something asks the database, or at the end: so that many
are written by one statement.
"""

from collections.abc import Iterable

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from storage.columns import UNSTORABLE
from storage.lists import each_of, listed
from storage.models import ItemRow

_Items = dict[tuple[str, str], ItemRow | None]


def recall_items(session: Session, items: Iterable[tuple[str, str]]) -> None:
    """Load the items of a batch, by source and key, as far as they are on record."""
    keys: dict[str, list[str]] = {}
    for source, key in items:
        # Of a text that cannot be stored as it is, the key on record is another.
        if key == key.translate(UNSTORABLE):
            keys.setdefault(source, []).append(key)
    asked = select(each_of(session.get_bind().dialect.name, "keys").c.value)
    rows = select(ItemRow).where(ItemRow.source == bindparam("source"), ItemRow.key.in_(asked))
    held = _held(session)
    for source, of_source in keys.items():
        held.update({(source, key): None for key in of_source})
        for row in session.scalars(rows, {"source": source, "keys": listed(of_source)}):
            held[row.source, row.key] = row


def find_item(session: Session, source: str, key: str) -> ItemRow | None:
    """An item, or None for one that is not on record."""
    held = _held(session)
    if (source, key) in held:
        return held[source, key]
    row = session.get(ItemRow, (source, key))
    if row is not None:
        held[source, key] = row
    return row


def item_of(session: Session, source: str, key: str) -> ItemRow:
    """An item on record. Raises NoResultFound for one that the frontier does not hold."""
    return find_item(session, source, key) or session.get_one(ItemRow, (source, key))


def put_item(session: Session, row: ItemRow) -> None:
    """Put an item on record."""
    _held(session)[row.source, row.key] = row
    session.add(row)


def _held(session: Session) -> _Items:
    held: _Items = session.info.setdefault("items", {})
    return held

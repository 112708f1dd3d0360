"""Rows that are asked for again and again while a batch is stored: each is loaded once.

Whoever is inside the serial section is alone, so what was loaded stays true.
"""

from sqlalchemy import event
from sqlalchemy.orm import Session, make_transient_to_detached

from storage.columns import Base
from storage.models import ItemRow, SourceRow, StatementRow

_ASKED_AGAIN = (ItemRow, SourceRow, StatementRow)


def keep(session: Session) -> None:
    """Keep what is loaded by its key; a session lets go of what nobody holds."""

    def hold(_session: Session, instance: object) -> None:
        if isinstance(instance, _ASKED_AGAIN):
            _held(session).append(instance)

    event.listen(session, "loaded_as_persistent", hold)


def remember(session: Session, row: Base) -> None:
    """Let a row that was put past the mapper, with all its columns, be as if it were loaded."""
    make_transient_to_detached(row)
    session.add(row)
    _held(session).append(row)


def _held(session: Session) -> list[object]:
    held: list[object] = session.info.setdefault("held", [])
    return held

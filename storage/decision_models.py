"""The tables of what was decided by hand: they outlive reading again and crawling again."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Base, one_of

CORRECTABLE = ("speaker", "post", "org", "event", "date", "place")


class CorrectionRow(Base):
    """What one field of a statement is, whatever is read; "" says that nothing is known."""

    __tablename__ = "corrections"
    __table_args__ = (one_of("field", CORRECTABLE),)

    statement_id: Mapped[int] = mapped_column(
        ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True
    )
    field: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
    at: Mapped[datetime]


class TombstoneRow(Base):
    """An item that is not to be on record again, known by a digest alone.

    `swept`: no record of it is left in the source's archived WARC files.
    """

    __tablename__ = "tombstones"

    digest: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    at: Mapped[datetime]
    swept: Mapped[bool]

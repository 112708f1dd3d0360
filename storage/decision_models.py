"""The tables of what was decided by hand: they outlive reading again and crawling again."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Base, one_of

DECISIONS = ("same", "apart")
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


class ResemblanceRow(Base):
    """Two articles that may carry one statement, why, and what was decided of them by hand.

    The later article comes first. A pair without a decision waits for a person.
    """

    __tablename__ = "resemblances"
    __table_args__ = (
        one_of("decision", DECISIONS),
        CheckConstraint("other_id < article_id", name="later_first"),
        CheckConstraint("score BETWEEN 0 AND 1", name="score"),
        CheckConstraint("(decision IS NULL) = (decided_at IS NULL)", name="decided"),
        Index(None, "other_id"),
    )

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    other_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    score: Mapped[float]
    reasons: Mapped[list[Any]]
    decision: Mapped[str | None]
    decided_at: Mapped[datetime | None]


class TombstoneRow(Base):
    """An item that is not to be on record again, known by a digest alone.

    `swept`: no record of it is left in the source's archived WARC files.
    """

    __tablename__ = "tombstones"

    digest: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str]
    at: Mapped[datetime]
    swept: Mapped[bool]

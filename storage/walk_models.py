"""The tables of what was gone through whole: sources by crawls, archives page by page, files."""

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Base


class CrawlRow(Base):
    """A crawl that read its source's lists to where they are known, by its end.

    `begun_at` is when its run began, which is the same for all sources of the run.
    """

    __tablename__ = "crawls"

    source: Mapped[str] = mapped_column(ForeignKey("sources.name"), primary_key=True)
    at: Mapped[datetime] = mapped_column(primary_key=True)
    begun_at: Mapped[datetime]


class WalkRow(Base):
    """A walk through a source's archive; `since` and `until` are days, both included."""

    __tablename__ = "walks"
    __table_args__ = (Index(None, "source"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(ForeignKey("sources.name"))
    since: Mapped[date | None] = mapped_column(Date)
    until: Mapped[date | None] = mapped_column(Date)
    begun_at: Mapped[datetime]


class WalkPageRow(Base):
    """A list page that a walk has read: where it goes on ("" at the end), what is counted."""

    __tablename__ = "walk_pages"

    walk_id: Mapped[int] = mapped_column(
        ForeignKey("walks.id", ondelete="CASCADE"), primary_key=True
    )
    at: Mapped[datetime] = mapped_column(primary_key=True)
    url: Mapped[str]
    next_cursor: Mapped[str]
    total: Mapped[int | None]


class ImportRow(Base):
    """A WARC file from elsewhere that is on record whole, known by its SHA-256."""

    __tablename__ = "imports"

    digest: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    at: Mapped[datetime]
    pages: Mapped[int]
    broken: Mapped[int]

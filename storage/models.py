"""The tables: what is crawled, what it says, and who is told."""

from datetime import datetime
from typing import Any, Literal, get_args

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import Base, Words, one_of
from storage.records import Newness

FRONTIER_STATES = ("due", "held", "gone", "refused")
RUNGS = ("same page", "same text", "same statement")
Precision = Literal["day", "monthday", "range", "none"]


class SourceRow(Base):
    """A source's health. `baseline_at` is the end of its first completed crawl.

    `archive_only`: only backfills have been there yet, which are no crawls of it.
    """

    __tablename__ = "sources"

    name: Mapped[str] = mapped_column(primary_key=True)
    first_crawl_at: Mapped[datetime]
    baseline_at: Mapped[datetime | None]
    last_crawl_at: Mapped[datetime | None]
    last_ok_at: Mapped[datetime | None]
    last_error: Mapped[str | None]
    failures_in_row: Mapped[int] = mapped_column(default=0)
    last_listed: Mapped[int] = mapped_column(default=0)
    archive_only: Mapped[bool] = mapped_column(default=False)


class ItemRow(Base):
    """One item that a source listed, and when it is fetched next.

    `modified` is the list's latest word for the item's version, `fetched_modified` that of
    the version which we hold; `checked_at` is the last time that its page was asked for.
    `archive_only`: no crawl has listed it, only backfills have met it. `untold`: a backfill
    stored its article, and nobody has been told since. `named_at` is the last time that an
    archive named it.
    """

    __tablename__ = "frontier"
    __table_args__ = (one_of("state", FRONTIER_STATES), Index(None, "source", "due_at"))

    source: Mapped[str] = mapped_column(ForeignKey("sources.name"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    url: Mapped[str]
    title: Mapped[str | None]
    published_at: Mapped[datetime | None]
    modified: Mapped[str | None]
    first_seen_at: Mapped[datetime]
    settled: Mapped[bool] = mapped_column(default=False)
    state: Mapped[str] = mapped_column(default="due")
    due_at: Mapped[datetime | None]
    checked_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    rechecks: Mapped[int] = mapped_column(default=0)
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    fetched_modified: Mapped[str | None]
    last_status: Mapped[int | None]
    last_error: Mapped[str | None]
    archive_only: Mapped[bool] = mapped_column(default=False)
    untold: Mapped[bool] = mapped_column(default=False)
    named_at: Mapped[datetime | None]


class PageRow(Base):
    """One version of a page, and where its WARC record stands below the home."""

    __tablename__ = "pages"
    __table_args__ = (UniqueConstraint("source", "key", "digest"), Index(None, "warc_file"))

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(ForeignKey("sources.name"))
    key: Mapped[str]
    digest: Mapped[str]
    url: Mapped[str]
    fetched_at: Mapped[datetime]
    status: Mapped[int]
    warc_file: Mapped[str]
    warc_offset: Mapped[int] = mapped_column(BigInteger)
    warc_length: Mapped[int]


class RejectionRow(Base):
    """A page that gave no article, or a WARC record that gave no page."""

    __tablename__ = "rejections"
    __table_args__ = (
        UniqueConstraint("page_id"),
        UniqueConstraint("warc_file", "warc_offset"),
        CheckConstraint(
            "page_id IS NOT NULL OR (warc_file IS NOT NULL AND warc_offset IS NOT NULL)",
            name="place",
        ),
        Index(None, "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    page_id: Mapped[int | None] = mapped_column(ForeignKey("pages.id", ondelete="CASCADE"))
    warc_file: Mapped[str | None]
    warc_offset: Mapped[int | None] = mapped_column(BigInteger)
    source: Mapped[str]
    key: Mapped[str]
    url: Mapped[str]
    reason: Mapped[str]
    at: Mapped[datetime]
    reader_version: Mapped[int] = mapped_column(default=0)


class ArticleRow(Base):
    """An article as its latest page says it, with what is read of its occasion."""

    __tablename__ = "articles"
    __table_args__ = (
        UniqueConstraint("source", "key"),
        one_of("precision", get_args(Precision)),
        Index(None, "text_digest"),
        Index(None, "page_id"),
        Index(None, "published_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(ForeignKey("sources.name"))
    key: Mapped[str]
    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id"))
    url: Mapped[str]
    lang: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    author: Mapped[str | None]
    site: Mapped[str | None]
    published_at: Mapped[datetime | None]
    published_rule: Mapped[str | None]
    dates: Mapped[list[Any]]
    original_url: Mapped[str | None]
    original_name: Mapped[str | None]
    text_digest: Mapped[str]
    signature: Mapped[list[Any]]
    sketch: Mapped[dict[str, Any]]
    is_statement: Mapped[bool]
    why: Mapped[str]
    event: Mapped[str | None]
    hosts: Mapped[list[Any]]
    date: Mapped[str | None]
    precision: Mapped[Precision] = mapped_column(Words)
    place: Mapped[str | None]
    event_span: Mapped[list[Any] | None]
    date_span: Mapped[list[Any] | None]
    place_span: Mapped[list[Any] | None]
    event_rule: Mapped[str]
    date_rule: Mapped[str]
    place_rule: Mapped[str]
    event_confidence: Mapped[float]
    date_confidence: Mapped[float]
    place_confidence: Mapped[float]
    announced: Mapped[int | None]
    reader_version: Mapped[int]
    stored_at: Mapped[datetime]


class StatementRow(Base):
    """One act of speaking. `redirect_to` names the older statement that it was joined to."""

    __tablename__ = "statements"
    __table_args__ = (
        one_of("newness", get_args(Newness)),
        CheckConstraint("redirect_to < id", name="redirect_to_older"),
        Index(None, "first_seen_at"),
        Index(None, "lead_article_id"),
        Index(None, "redirect_to"),
        # A number that was once shown is never given to another statement.
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    lead_article_id: Mapped[int] = mapped_column(ForeignKey("articles.id"))
    redirect_to: Mapped[int | None] = mapped_column(ForeignKey("statements.id"))
    newness: Mapped[Newness] = mapped_column(Words)
    newness_why: Mapped[str]
    first_seen_at: Mapped[datetime]


class ReportRow(Base):
    """Which statement an article reports, and why; the one that it began with has no match."""

    __tablename__ = "reports"
    __table_args__ = (
        one_of("rung", RUNGS),
        CheckConstraint("score BETWEEN 0 AND 1", name="score"),
        CheckConstraint("(rung IS NULL) = (score IS NULL)", name="match"),
        Index(None, "statement_id"),
    )

    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True
    )
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    rung: Mapped[str | None]
    score: Mapped[float | None]
    reasons: Mapped[list[Any]]

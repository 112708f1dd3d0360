"""The tables of what is read in an article, and of the keys by which it is found again.

A span counts characters of the article's text, end exclusive. The rows of an article are
replaced as a whole when it is read again.
"""

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from storage.columns import Base
from storage.records import Span


def _span() -> CheckConstraint:
    return CheckConstraint("span_start >= 0 AND span_start <= span_end", name="span")


class _OfArticle:
    """A row that belongs to an article and goes with it."""

    @declared_attr
    def article_id(self) -> Mapped[int]:
        return mapped_column(
            ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, sort_order=-1
        )


class TagRow(_OfArticle):
    """One tag of an article, at its place among those of its kind, and the rule that found it."""

    position: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)
    rule: Mapped[str]
    confidence: Mapped[float]


class _SpannedRow(TagRow):
    span_start: Mapped[int]
    span_end: Mapped[int]

    @property
    def span(self) -> Span:
        """Where in the article's text it stands."""
        return self.span_start, self.span_end


class SpeakerRow(TagRow, Base):
    """A speaker; without a span it stands in the title alone."""

    __tablename__ = "speakers"
    __table_args__ = (
        _span(),
        CheckConstraint("(span_start IS NULL) = (span_end IS NULL)", name="whole_span"),
        Index(None, "article_id"),
        Index(None, "name"),
    )

    name: Mapped[str | None]
    post: Mapped[str | None]
    org: Mapped[str | None]
    main: Mapped[bool]
    span_start: Mapped[int | None]
    span_end: Mapped[int | None]

    @property
    def span(self) -> Span | None:
        """Where in the article's text it stands, if it stands there."""
        if self.span_start is None or self.span_end is None:
            return None
        return self.span_start, self.span_end


class MeasureRow(_SpannedRow, Base):
    """A measure, `ordinal` as announced in the text."""

    __tablename__ = "measures"
    __table_args__ = (_span(), Index(None, "article_id"))

    ordinal: Mapped[int]
    head: Mapped[str]
    text: Mapped[str]


class QuoteRow(_SpannedRow, Base):
    """A quote."""

    __tablename__ = "quotes"
    __table_args__ = (_span(), Index(None, "article_id"))

    text: Mapped[str]
    speaker: Mapped[str | None]


class FigureRow(_SpannedRow, Base):
    """A figure."""

    __tablename__ = "figures"
    __table_args__ = (_span(), Index(None, "article_id"))

    value: Mapped[str]
    unit: Mapped[str]
    what: Mapped[str | None]


class EarlierRow(_SpannedRow, Base):
    """An earlier statement that the article mentions."""

    __tablename__ = "earlier"
    __table_args__ = (_span(), Index(None, "article_id"))

    speaker: Mapped[str | None]
    event: Mapped[str | None]
    date: Mapped[str | None]


class BandRow(_OfArticle, Base):
    """A MinHash band of an article's text: equal bands make two texts worth comparing."""

    __tablename__ = "bands"
    __table_args__ = (Index(None, "article_id"),)

    # First in the primary key, which thereby is the index that look-ups use.
    band: Mapped[str] = mapped_column(primary_key=True, sort_order=-2)


class MatchKeyRow(_OfArticle, Base):
    """A key under which an article's statement is looked for in other words."""

    __tablename__ = "match_keys"
    __table_args__ = (Index(None, "article_id"),)

    key: Mapped[str] = mapped_column(primary_key=True, sort_order=-2)


class SearchRow(_OfArticle, Base):
    """An article's words for the full text index, which the database keeps beside this table.

    `position` orders the index: see `storage.search_index`.
    """

    __tablename__ = "search_entries"
    __table_args__ = (UniqueConstraint("position"),)

    position: Mapped[int] = mapped_column(BigInteger)
    tokens: Mapped[str]

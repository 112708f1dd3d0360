"""What readers are shown of the record: frozen values, ready for a page, a table or JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from storage.about import AlertKind
from storage.records import Newness, Reading


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is on record; deliveries by state, statements by why they are new or not."""

    pages: int
    articles: int
    reprints: int
    statements: int
    rejections: int
    alerts: int
    deliveries: Mapping[str, int]
    newness: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article that reports a statement, and why; `rung` is None for one that needed none.

    `has_clock`: its page says at which hour it was published. `original_url` is the link that
    its copyright block gives. `held_since` is when a version of its page was first fetched.
    """

    id: int
    source: str
    url: str
    lang: str
    title: str
    published_at: datetime | None
    rung: str | None
    score: float | None
    reasons: tuple[str, ...]
    has_clock: bool = True
    original_url: str | None = None
    held_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with the tags of its leading article, which is the first of `articles`.

    `corrected` names the fields that were decided by hand and are so in `reading`; `watches`
    are those that were alerted, or are to be.
    """

    id: int
    title: str
    newness: Newness
    newness_why: str
    first_seen_at: datetime
    reading: Reading
    articles: tuple[ArticleView, ...]
    corrected: tuple[str, ...] = ()
    watches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement as one line of a list; `speaker` is the main one's name, or else the body's."""

    id: int
    title: str
    url: str
    speaker: str | None
    event: str | None
    date: str | None
    newness: str
    first_seen_at: datetime
    articles: int


@dataclass(frozen=True, slots=True)
class ReportLine:
    """An article beside the statement that it reports, if any: why it belongs or is none.

    `rung` is None for the article that a statement began with; `alerted` says whether the
    statement was told to anyone.
    """

    source: str
    title: str
    url: str
    why: str
    statement_id: int | None
    rung: str | None
    reasons: tuple[str, ...]
    newness_why: str | None
    alerted: bool


@dataclass(frozen=True, slots=True)
class RejectionView:
    """A page that gave no article."""

    source: str
    url: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert in one of its channels and how far it has come; `title` is the statement's."""

    id: int
    statement_id: int
    title: str
    watch: str
    channel: str
    state: str
    attempts: int
    created_at: datetime
    next_try_at: datetime | None
    sent_at: datetime | None
    error: str | None
    kind: AlertKind = "new"


@dataclass(frozen=True, slots=True)
class HeldView:
    """A statement that alerted nobody: the reason as a code, and what was judged of it."""

    statement_id: int
    title: str
    reason: Newness
    why: str
    first_seen_at: datetime


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How a source fares; `due` items wait for the next crawl, `gone` ones were given up."""

    name: str
    first_crawl_at: datetime
    baseline_at: datetime | None
    last_crawl_at: datetime | None
    last_ok_at: datetime | None
    last_error: str | None
    failures_in_row: int
    last_listed: int
    due: int
    gone: int

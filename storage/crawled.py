"""What spiders bring: pages, what a crawl learned beside them, and what a crawl is told.

Frozen values, standard library only. Instants are aware datetimes.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class WarcPlace:
    """Where a page's WARC record stands: file below the home, byte offset and byte length."""

    file: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Listed:
    """What a source's own list says of one item, before its page was fetched.

    `modified` is the list's word for the item's version, compared only for equality.
    """

    title: str | None = None
    published_at: datetime | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One document as it was fetched.

    `key` is the source's own id of the item, or its canonical URL; `digest` is
    `sha256:<hex>` of the body; `place` is None until the page stands in a WARC file.
    """

    source: str
    key: str
    url: str
    fetched_at: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    digest: str
    listed: Listed | None = None
    place: WarcPlace | None = None


OutcomeKind = Literal[
    "listed", "unchanged", "failed", "refused", "crawled", "source_failed", "walked"
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a crawl learned beside the pages.

    Of an item: `listed` (met in a list, to be fetched), `unchanged` (304), `failed` (to be
    tried again, not before `retry_at`), `refused` (a guard's or robots' no). Of the source
    (`key` and `url` empty): `crawled` (its lists were read to where they are known) or
    `source_failed`; `begun_at` is when the run began that crawled, the same for all its sources.
    `detail` is one sentence for a person; `items` counts what was listed.

    Of a walk through the source's archive: `walked` (a list page was read; `key` is the walk's
    number, `url` that page, `detail` the cursor of the next one, "" at the end, and `items`
    what the archive counts, 0 where it does not say).
    """

    source: str
    kind: OutcomeKind
    at: datetime
    key: str = ""
    url: str = ""
    detail: str = ""
    status: int | None = None
    retry_at: datetime | None = None
    items: int = 0
    listed: Listed | None = None
    begun_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """One item of the frontier as a crawl is told of it.

    `settled`: it was listed by a crawl that completed, so a list page with nothing but
    settled items ends the paging. `due`: it is to be fetched now.
    """

    key: str
    url: str
    due: bool
    settled: bool
    etag: str | None = None
    last_modified: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through the list of a source's archive, from its head to its end.

    `cursor` is where it goes on ("": at the beginning), in the words of the kind of site.
    `since` and `until` (days in the source's zone, both included) bound what is taken. Of an
    item that is known to a walk, `settled` means that the walk has named it already. A walk
    that has `ended` reads no more lists, yet items that it named may still be due.
    """

    number: int
    cursor: str = ""
    ended: bool = False
    since: date | None = None
    until: date | None = None

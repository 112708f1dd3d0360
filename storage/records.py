"""The nouns of On Record as frozen values: what the rooms hand to one another.

Standard library only. Instants are aware datetimes; a `Span` counts characters of the
article's stored text, end exclusive.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Span = tuple[int, int]


# --- what spiders bring ------------------------------------------------------------------


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
    `source_failed`. `detail` is one sentence for a person; `items` counts what was listed.

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


# --- what cleaning makes of a page -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date of the page: the instant, the text it was read from and where that stood."""

    instant: datetime
    text: str
    where: Literal["list", "time", "visible", "meta", "jsonld", "url", "capture"]


@dataclass(frozen=True, slots=True)
class Article:
    """A page cleaned. `text` is the body without its title, paragraphs parted by a newline.

    `published_at` is the chosen publication instant in the zone the page stated (or its
    source's), `published_rule` names the rule that chose it; both are None where no date
    can be trusted. `original_url` is the link that a copyright block gives as the original.
    """

    source: str
    key: str
    url: str
    lang: str
    title: str
    text: str
    author: str | None = None
    site: str | None = None
    published_at: datetime | None = None
    published_rule: str | None = None
    dates: tuple[FoundDate, ...] = ()
    original_url: str | None = None
    original_name: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A page that gave no article, with the reason in one sentence."""

    source: str
    key: str
    url: str
    reason: str


# --- what reading finds in an article ----------------------------------------------------
#
# Each tag names the rule that found it; its confidence is the share of that rule's tags which
# careful readers found too, from 0 to 1.


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person in a post at a body (or a body alone); names as written in the text.

    `span` is None where the speaker stands in the title alone.
    """

    name: str | None
    post: str | None
    org: str | None
    main: bool = False
    span: Span | None = None
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Occasion:
    """Where and when the statement was made.

    `date` is ISO `YYYY-MM-DD`, or `--MM-DD` where no year can be read; `precision` is one
    of day, monthday, range, none.
    """

    event: str | None = None
    hosts: tuple[str, ...] = ()
    date: str | None = None
    precision: Literal["day", "monthday", "range", "none"] = "none"
    place: str | None = None
    event_span: Span | None = None
    date_span: Span | None = None
    place_span: Span | None = None
    event_rule: str = ""
    date_rule: str = ""
    place_rule: str = ""
    event_confidence: float = 1.0
    date_confidence: float = 1.0
    place_confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Measure:
    """One policy action promised or urged; `head` is its slogan, `text` all that spells it out."""

    ordinal: int
    head: str
    text: str
    span: Span
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks with the name of who says them."""

    text: str
    speaker: str | None
    span: Span
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: `value` as written with its magnitude, its unit, and what it counts."""

    value: str
    unit: str
    what: str | None
    span: Span
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Earlier:
    """A statement mentioned as made before; `date` is ISO and may stop at month or year."""

    speaker: str | None
    event: str | None
    date: str | None
    span: Span
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is read in one article. `why` says why it is a statement, or why it is none.

    `announced` is how many measures the text itself says that it lists ("six measures"), or None.
    """

    is_statement: bool
    why: str
    speakers: tuple[Speaker, ...] = ()
    occasion: Occasion = Occasion()
    measures: tuple[Measure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    announced: int | None = None

    @property
    def main_speaker(self) -> Speaker | None:
        """The speaker whose words the article reports most, or None."""
        return next((s for s in self.speakers if s.main), None)


# --- what matching compares --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """An article's text for the first rung: digest of its normal form, MinHash, its bands."""

    digest: str
    signature: tuple[int, ...]
    bands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What the second rung compares of a statement, the same for every language and script.

    `speakers` are name keys, the main one first; `numbers` are plain magnitudes ("28000");
    `measures` are the heads in order; `latin` are names and acronyms met in the text; `words`
    are its first content words (stems, or Chinese trigrams), compared within one language.
    """

    lang: str
    speakers: tuple[str, ...] = ()
    orgs: tuple[str, ...] = ()
    date: str | None = None
    event: str | None = None
    place: str | None = None
    numbers: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Why two articles carry one statement: the rung, a score from 0 to 1, the reasons."""

    rung: Literal["same page", "same text", "same statement"]
    score: float
    reasons: tuple[str, ...]


# --- what is new -------------------------------------------------------------------------


Newness = Literal[
    "new",
    "new_date_unknown",
    "reprint",
    "outside_window",
    "baseline",
    "backfill",
    "not_watched",
]

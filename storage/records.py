"""The nouns of On Record as frozen values: what the rooms hand to one another.

Standard library only. Instants are aware datetimes; a `Span` counts characters of the
article's stored text, end exclusive.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Span = tuple[int, int]


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
    `names` are Chinese names in pinyin met in Latin letters, which the `sounds` of a Chinese
    text hold too; `mentions` are keys of countries, cities, bodies and days; `topics` are those
    of the terms of policy.
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
    names: tuple[str, ...] = ()
    sounds: str = ""
    mentions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


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

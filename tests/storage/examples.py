"""Small invented pages, articles and statements, stored the way a flow stores them."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy.orm import Session

from storage import frontier, queries, repository
from storage.crawled import Listed, Outcome, OutcomeKind, Page, WarcPlace
from storage.records import (
    Article,
    Earlier,
    Figure,
    Fingerprint,
    FoundDate,
    Match,
    Measure,
    Occasion,
    Quote,
    Reading,
    Sketch,
    Speaker,
)
from storage.views import SourceHealth

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

READING = Reading(
    is_statement=True,
    why="a speaker in a post promises measures",
    speakers=(
        Speaker("Ana Ferro", "Minister", "Ministry of Harbours", True, (0, 9), "post name", 0.9),
        Speaker(None, None, "Union of Pilots"),
    ),
    occasion=Occasion(
        event="Harbour Forum",
        hosts=("City of Maro",),
        date="2031-05-03",
        precision="day",
        place="Maro",
        event_span=(10, 23),
        date_span=(24, 34),
        event_rule="named event",
        date_rule="day in the lead",
        place_rule="dateline",
        event_confidence=0.8,
        date_confidence=0.75,
        place_confidence=0.7,
    ),
    measures=(Measure(1, "Dredge the port", "Dredge the port by June.", (40, 64), "first", 0.95),),
    quotes=(Quote("We begin now.", "Ana Ferro", (70, 83), "said behind", 0.85),),
    figures=(Figure("12", "km", "of quay", (90, 95), "digits", 0.65),),
    earlier=(Earlier("Ana Ferro", None, "2030", (96, 100), "cue", 0.6),),
    announced=2,
)


def outcome(kind: OutcomeKind, key: str = "a", at: datetime = NOON, **rest: object) -> Outcome:
    """An outcome of an item of the Gazette, or of the Gazette itself."""
    if kind in ("crawled", "source_failed"):
        key = ""
    return Outcome("gazette", kind, at, key=key, url=f"https://gazette.example/{key}", **rest)  # type: ignore[arg-type]


def health(session: Session, source: str) -> SourceHealth | None:
    """How a source fares, or None before its first crawl."""
    return next((h for h in queries.source_health(session, NOON) if h.name == source), None)


def page(
    key: str = "a",
    body: str = "body",
    at: datetime = NOON,
    source: str = "gazette",
    listed: Listed | None = None,
) -> Page:
    """A page of a source as it was fetched."""
    return Page(
        source=source,
        key=key,
        url=f"https://{source}.example/{key}",
        fetched_at=at,
        status=200,
        headers=(("ETag", f'"{body}"'), ("Last-Modified", "Sun, 04 May 2031 11:00:00 GMT")),
        body=body.encode(),
        digest=f"sha256:{sha256(body.encode()).hexdigest()}",
        listed=listed,
        place=WarcPlace("spool/x.warc.gz", 7, 90),
    )


def store(
    session: Session,
    stored: Page,
    *,
    text: str = "text",
    bands: tuple[str, ...] = (),
    keys: tuple[str, ...] = (),
    reading: Reading = READING,
    statement_id: int | None = None,
    match: Match | None = None,
) -> int:
    """Store a page and its article; the article's id."""
    frontier.page_fetched(session, stored)
    date = FoundDate(stored.fetched_at, "4 May", "visible")
    article = Article(
        stored.source, stored.key, stored.url, "en", "Port to be dredged", text,
        published_at=stored.fetched_at, published_rule="visible", dates=(date,),
    )  # fmt: skip
    return repository.save_article(
        session,
        held=repository.article_of(session, stored.source, stored.key),
        page_id=repository.store_page(session, stored).id,
        article=article,
        fingerprint=Fingerprint(f"d:{text}", (1, 2, 4294967295), bands),
        reading=reading,
        sketch=Sketch("en", ("ferro ana",), measures=("dredge the port",)),
        keys=keys,
        match=match,
        statement_id=statement_id,
        reader_version=1,
        now=NOON,
    )


def begin(session: Session, key: str, keys: tuple[str, ...] = ()) -> tuple[int, int]:
    """A new statement reported by one new article: the ids of both, the article's first."""
    article = store(session, page(key), text=key, keys=keys)
    return article, repository.new_statement(
        session, lead_article_id=article, newness="new", why="no reprint", now=NOON
    )

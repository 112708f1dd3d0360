"""The flow's hand in the record: pages, articles, and the statements that they report.

All of it happens inside the serial section of `storage.database.serial`, so that what is
looked up stays true until it is written. Storing anything twice changes nothing.
"""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from storage.candidates import articles_like, fingerprint_of, sketch_of, statements_like
from storage.columns import add, add_new, table_of
from storage.crawled import Page, WarcPlace
from storage.models import ArticleRow, PageRow, RejectionRow, ReportRow
from storage.records import Article, Fingerprint, Match, Reading, Rejection, Sketch
from storage.search_index import enter
from storage.statements import attach, join_statements, new_statement, resolve
from storage.tags import article_values, replace_keys, replace_tags

__all__ = [
    "StoredArticle",
    "StoredPage",
    "article_of",
    "articles_like",
    "attach",
    "fingerprint_of",
    "join_statements",
    "new_statement",
    "reject",
    "save_article",
    "sketch_of",
    "statements_like",
    "store_page",
]


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page on record; `is_new` if this version of it was not there before."""

    id: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article on record as its latest page says it."""

    id: int
    page_id: int
    text_digest: str
    statement_id: int | None
    published_at: datetime | None
    reader_version: int
    stored_at: datetime


# Made once: putting a statement together costs more than the database's answer.
_PAGES, _ARTICLES, _REPORTS = map(table_of, (PageRow, ArticleRow, ReportRow))
_REJECTIONS = table_of(RejectionRow)
_TAKE_BACK = delete(_REJECTIONS).where(_REJECTIONS.c.page_id == bindparam("number"))
_PAGE = select(_PAGES.c.id).where(
    _PAGES.c.source == bindparam("source"),
    _PAGES.c.key == bindparam("key"),
    _PAGES.c.digest == bindparam("digest"),
)
_STORED = (
    select(
        _ARTICLES.c.id,
        _ARTICLES.c.page_id,
        _ARTICLES.c.text_digest,
        _REPORTS.c.statement_id,
        _ARTICLES.c.published_at,
        _ARTICLES.c.reader_version,
        _ARTICLES.c.stored_at,
    )
    .outerjoin(_REPORTS, _REPORTS.c.article_id == _ARTICLES.c.id)
    .where(_ARTICLES.c.source == bindparam("source"), _ARTICLES.c.key == bindparam("key"))
)


def store_page(session: Session, page: Page) -> StoredPage:
    """Keep where a version of a page stands; its source must be known to the frontier.

    Raises ValueError for a page that stands in no WARC file yet.
    """
    if page.place is None:
        raise ValueError(f"a page that stands in no WARC file cannot be stored: {page.url}")
    version = {"source": page.source, "key": page.key, "digest": page.digest}
    values = {
        **version,
        "url": page.url,
        "fetched_at": page.fetched_at,
        "status": page.status,
        "warc_file": page.place.file,
        "warc_offset": page.place.offset,
        "warc_length": page.place.length,
    }
    number = add_new(session, PageRow, values)
    if number is not None:
        return StoredPage(number, is_new=True)
    return StoredPage(session.connection().scalars(_PAGE, version).one(), is_new=False)


def reject(
    session: Session,
    rejection: Rejection,
    where: int | WarcPlace,
    now: datetime,
    reader_version: int = 0,
) -> None:
    """Keep why a page (its id) gave no article; a broken record has no page, only its place."""
    at = _place_columns(where) if isinstance(where, WarcPlace) else {"page_id": where}
    session.execute(delete(RejectionRow).filter_by(**at))
    session.add(RejectionRow(**at, **asdict(rejection), at=now, reader_version=reader_version))
    session.flush()


def _place_columns(place: WarcPlace) -> dict[str, str | int]:
    return {"warc_file": place.file, "warc_offset": place.offset}


def article_of(session: Session, source: str, key: str) -> StoredArticle | None:
    """The article on record of an item, or None."""
    found = session.connection().execute(_STORED, {"source": source, "key": key}).one_or_none()
    return None if found is None else StoredArticle(*found)


def save_article(  # noqa: PLR0913  # an article on record has as many sides
    session: Session,
    *,
    held: StoredArticle | None,
    page_id: int,
    article: Article,
    fingerprint: Fingerprint,
    reading: Reading,
    sketch: Sketch,
    keys: tuple[str, ...],
    match: Match | None,
    statement_id: int | None,
    reader_version: int,
    now: datetime,
) -> int:
    """Put an article with all its tags in the place of what was known of it; its id.

    `held` is the item's article on record, as `article_of` gives it.
    A version of the page that was fetched before the one on record changes nothing. An
    article that reports `statement_id` already goes on doing so for the reasons it had;
    None leaves what it reports as it is.
    """
    if held is not None and _is_older(session, page_id, held.page_id):
        return held.id
    values = article_values(article, fingerprint, reading, sketch)
    values |= {"page_id": page_id, "reader_version": reader_version, "stored_at": now}
    is_new = held is None
    article_id = add(session, ArticleRow, values) if held is None else held.id
    if not is_new:
        session.execute(update(ArticleRow).filter_by(id=article_id).values(values))
    replace_tags(session, article_id, reading, is_new=is_new)
    replace_keys(session, article_id, fingerprint, keys, is_new=is_new)
    enter(session, article_id, article.title, article.text, article.published_at, is_new=is_new)
    session.connection().execute(_TAKE_BACK, {"number": page_id})
    if statement_id is not None:
        _report(session, article_id, statement_id, match, held)
    return article_id


def _is_older(session: Session, page_id: int, than_page_id: int) -> bool:
    page, other = session.get_one(PageRow, page_id), session.get_one(PageRow, than_page_id)
    return page.fetched_at < other.fetched_at


def _report(
    session: Session,
    article_id: int,
    statement_id: int,
    match: Match | None,
    held: StoredArticle | None,
) -> None:
    before = None if held is None else held.statement_id
    if before is None or resolve(session, before) != resolve(session, statement_id):
        attach(session, article_id, statement_id, match)

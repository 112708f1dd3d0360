"""Statements to be found, and what a look-up finds."""

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storage import repository
from storage.database import reading
from storage.search import Filters, SearchHit, search
from tests.storage.examples import NOON, page, store


def statement(session: Session, key: str, content: str) -> int:
    """A statement of its own, reported by one article with this text."""
    article = store(session, page(key), text=content)
    return repository.new_statement(
        session, lead_article_id=article, newness="new", why="w", now=NOON
    )


EVERYTHING = Filters()


def found(engine: Engine, query: str, filters: Filters = EVERYTHING, limit: int = 20) -> list[int]:
    with reading(engine) as session:
        hits = search(session, query, filters=filters, limit=limit)
    return [hit.statement_id for hit in hits]


def hits(engine: Engine, query: str) -> list[SearchHit]:
    with reading(engine) as session:
        return search(session, query)

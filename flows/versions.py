"""Earlier versions of an article's page, read anew from the page archive."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Engine

from flows.prepare import Prepared
from flows.settings import Settings
from flows.stored_pages import Archive
from flows.text.difference import Told
from spiders.sources import catalogue
from storage.article_queries import PageVersion, UnknownArticleError, page_versions
from storage.database import reading


def version_of(engine: Engine, settings: Settings, article_id: int, number: int) -> Told:
    """One version of an article, the first being 1.

    Raises UnknownArticleError where there is none of that number, or none that can be read.
    """
    with reading(engine) as session:
        held = page_versions(session, [article_id])[article_id]
    if not 1 <= number <= len(held):
        raise UnknownArticleError(
            f"Article {article_id} has {len(held)} version{'s' * (len(held) != 1)}, no {number}."
        )
    found = read_versions(engine, settings, [held[number - 1]])[0]
    if isinstance(found, str):
        raise UnknownArticleError(f"Version {number} of article {article_id}: {found}.")
    return found


def read_versions(
    engine: Engine, settings: Settings, versions: Sequence[PageVersion]
) -> list[Told | str]:
    """What is read today in these versions, in their order, or why one cannot be read."""
    archive = Archive(engine, settings.home, catalogue(settings.catalogue), workers=1)
    read, lost = archive.read([version.page_id for version in versions])
    found: dict[int, Told | str] = {each.place.page_id: each.reason for each in lost}
    for page_id, item in read:
        found[page_id] = (
            Told(item.article.lang, item.article.title, item.article.text, item.reading)
            if isinstance(item, Prepared)
            else item.rejection.reason
        )
    return [found.get(version.page_id, "it is forgotten") for version in versions]

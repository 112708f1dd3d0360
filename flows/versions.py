"""Earlier versions of an article's page, read anew from the page archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Engine

from flows.prepare import Prepared
from flows.settings import Settings
from flows.stored_pages import Archive
from flows.text.difference import Difference, Told, difference
from flows.text.fingerprint import fingerprint
from spiders.sources import catalogue
from storage.article_queries import PageVersion, UnknownArticleError, page_versions
from storage.database import reading

# The latest versions of one statement's pages that are read to show what was edited.
MOST_VERSIONS = 20


@dataclass(frozen=True, slots=True)
class Edit:
    """An article whose text is another in a later version of its page, and what is otherwise.

    `trouble` says why the two versions cannot be compared; then there is no `difference`.
    """

    before: PageVersion
    after: PageVersion
    difference: Difference | None
    trouble: str | None = None


def edits(engine: Engine, settings: Settings, article_ids: Sequence[int]) -> list[Edit]:
    """The edits of these articles' texts, by article, the earliest first.

    A page that was only laid out anew, or got other links, is not edited.
    """
    with reading(engine) as session:
        held = page_versions(session, article_ids)
    versions = [each for of_one in held.values() if len(of_one) > 1 for each in of_one]
    latest = sorted(versions, key=lambda each: each.fetched_at)[-MOST_VERSIONS:]
    if not latest:
        return []
    read = dict(zip(latest, read_versions(engine, settings, latest), strict=True))
    return [edit for of_one in held.values() for edit in _edits(of_one, read)]


def _edits(versions: Sequence[PageVersion], read: dict[PageVersion, Told | str]) -> Iterator[Edit]:
    for before, after in pairwise(version for version in versions if version in read):
        one, other = read[before], read[after]
        if isinstance(one, str) or isinstance(other, str):
            trouble = one if isinstance(one, str) else str(other)
            yield Edit(before, after, None, trouble)
        elif one.title != other.title or _digest(one) != _digest(other):
            yield Edit(before, after, difference(one, other))


def _digest(told: Told) -> str:
    return fingerprint(told.text).digest


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

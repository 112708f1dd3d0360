"""Where a statement was first told, which of its articles is the official one, who came later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from flows.text.origin import same_page
from spiders.source import Source
from storage.views import ArticleView

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Provenance:
    """The `first` article known, None where none has a date; and the official one.

    `official` is on record; else `official_url` is the link that most copyright blocks name.
    `is_declared`: the catalogue says that the source is the official one.
    """

    first: ArticleView | None
    official: ArticleView | None
    official_url: str | None
    is_declared: bool

    def delay(self, article: ArticleView) -> timedelta | None:
        """How long after the first an article was published; whole days where hours are unknown.

        None for the first itself, and where one of the two has no date.
        """
        first = self.first
        if first is None or article.id == first.id:
            return None
        if first.published_at is None or article.published_at is None:
            return None
        delay = max(timedelta(), _published(article) - _published(first))
        return delay if first.has_clock and article.has_clock else timedelta(delay.days)


def official_sources(declared: Mapping[str, Source]) -> frozenset[str]:
    """The names of the sources that a catalogue declares official."""
    return frozenset(name for name, source in declared.items() if source.official)


def provenance(articles: Sequence[ArticleView], official_sources: Collection[str]) -> Provenance:
    """What the articles' dates, sources and links say of where the statement comes from."""
    declared = [article for article in articles if article.source in official_sources]
    links = Counter(_named(articles, link) for link in _links(articles))
    link = max(links, key=lambda each: links[each], default=None)
    linked = _of_link(articles, link)
    official = min(declared, key=_published, default=linked)
    return Provenance(
        first=_first(articles, official),
        official=official,
        official_url=official.url if official else link,
        is_declared=bool(declared),
    )


def _links(articles: Sequence[ArticleView]) -> list[str]:
    return [article.original_url for article in articles if article.original_url]


def _named(articles: Sequence[ArticleView], link: str) -> str:
    """One form for all links to one page: the article's own address, or the first link to it."""
    known = [*(article.url for article in articles), *_links(articles)]
    return next(url for url in known if same_page(url, link))


def _of_link(articles: Sequence[ArticleView], link: str | None) -> ArticleView | None:
    return next((article for article in articles if article.url == link), None)


def _first(articles: Sequence[ArticleView], official: ArticleView | None) -> ArticleView | None:
    """The earliest; of those that a day without its hour leaves open, the official one."""
    dated = [article for article in articles if article.published_at]
    if not dated:
        return official
    earliest = min(dated, key=_published)
    if earliest.has_clock or official is None:
        return earliest
    return official if _published(official) < _published(earliest) + DAY else earliest


def _published(article: ArticleView) -> datetime:
    """The instant of publication; the last of all where it is not known.

    A page that is dated anew was published before it was first fetched all the same.
    """
    if article.published_at is None:
        return datetime.max.replace(tzinfo=UTC)
    return min(article.published_at, article.held_since or article.published_at)

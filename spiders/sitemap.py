"""Sites by their sitemaps, and WordPress sites by theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from spiders.listing import SourceFailedError
from spiders.settings import MOST_BYTES
from spiders.sitemap_lists import Sitemap, sitemap_of
from spiders.spider import SourceSpider

# An index that names indexes is against the protocol, and done.
MOST_DEPTH = 3
MOST_SITEMAPS = 50
MOST_ITEMS = 50_000

Child = tuple[str, datetime | None]


class SitemapSpider(SourceSpider):
    """Reads a sitemap, or those of an index that changed lately, the last changed first."""

    name = "sitemap"

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - as its base takes them
        super().__init__(*given, **named)
        self._asked: set[str] = set()
        self._waiting: list[tuple[str, int]] = []

    def address(self) -> str:
        """The address of the sitemap or index."""
        return self.source.url

    def of_interest(self, children: Sequence[Child]) -> Sequence[Child]:
        """Which of an index's sitemaps may name articles."""
        return children

    def first(self) -> Iterator[Request]:
        """The sitemap or index that is declared."""
        yield self.list_page(1)

    def list_page(self, number: int) -> Request:
        """The sitemap that is declared; those of an index have addresses, not numbers."""
        return self._ask(self.address(), number)

    def _ask(self, url: str, depth: int) -> Request:
        self._asked.add(url)
        request = self.ask(url, self.read, depth=depth)
        return request.replace(meta={"download_maxsize": MOST_BYTES})

    def read(self, response: Response, depth: int) -> Iterator[Request]:
        """Take what a sitemap names, then read the next one or the pages."""
        sitemap = sitemap_of(response.body, self.source, self.now(), response.url)
        if sitemap.is_index:
            self._queue(sitemap, depth)
        else:
            self._take_pages(sitemap)
        if self._waiting and len(self.listing.met) < MOST_ITEMS:
            url, depth = self._waiting.pop(0)
            yield self._ask(url, depth)
            return
        self.listing.is_whole = not self._waiting
        if self._waiting:
            self.recorder.warn(f"{len(self._waiting)} of its sitemaps were not read.")
        yield from self.lists_read()

    def _queue(self, sitemap: Sitemap, depth: int) -> None:
        """Line up what an index names; SourceFailedError for one that leads round or too deep."""
        children = self.of_interest(sitemap.children)
        if depth >= MOST_DEPTH and children:
            raise SourceFailedError("Its sitemaps are nested too deep.")
        known = self._asked | {url for url, _ in self._waiting}
        if any(url in known for url, _ in children):
            raise SourceFailedError("Its sitemap points at itself.")
        # Without dates, what is named last is mostly the newest.
        undated = [url for url, at in reversed(children) if at is None]
        dated = sorted((at, url) for url, at in children if at is not None)
        chosen = [url for _, url in reversed(dated)] + undated
        room = max(0, MOST_SITEMAPS - len(self._asked) - len(self._waiting))
        if len(chosen) > room:
            self.recorder.warn(f"{len(chosen) - room} of its sitemaps were not read.")
        self._waiting += [(url, depth + 1) for url in chosen[:room]]

    def _take_pages(self, sitemap: Sitemap) -> None:
        page, below = sitemap.page, self.source.below
        if below:
            page = page.only(lambda entry: urlsplit(entry.url).path.startswith(below))
        self.meet(page)


class WordPressSitemapSpider(SitemapSpider):
    """WordPress whose posts route is closed: its own sitemap, or that of a plug-in."""

    name = "wordpress-sitemap"
    # WordPress's own name, and that of Yoast SEO and Rank Math.
    _POSTS = re.compile(r"/(?:wp-sitemap-posts-post-\d{1,6}|post-sitemap\d{0,6})\.xml$")
    # WordPress itself names up to 2000 posts a file, the oldest first, mostly without a date.
    _UNDATED = 2

    def address(self) -> str:
        """Where WordPress has its sitemap, and plug-ins lead to theirs from."""
        return urljoin(self.source.url, "wp-sitemap.xml")

    def of_interest(self, children: Sequence[Child]) -> Sequence[Child]:
        """The sitemaps of posts; of those without a date the last."""
        posts = [(url, at) for url, at in children if self._POSTS.search(urlsplit(url).path)]
        if children and not posts:
            raise SourceFailedError("Its index names no sitemap of posts.")
        undated = [child for child in posts if child[1] is None]
        return [child for child in posts if child[1]] + undated[-self._UNDATED :]

    def no_list(self, failure: Failure) -> Iterator[Request]:  # type: ignore[override]  # see ask
        """Ask for the plug-ins' address where WordPress's own is not there."""
        error, other = failure.value, urljoin(self.source.url, "sitemap_index.xml")
        is_missing = isinstance(error, HttpError) and error.response.status == 404
        if not is_missing or len(self._asked) > 1:
            super().no_list(failure)
        yield self._ask(other, 1)

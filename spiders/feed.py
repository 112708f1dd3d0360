"""Sites that publish a feed, and WordPress sites by their feed."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from spiders.chain import ChainSpider
from spiders.entries import text_of
from spiders.feed_lists import feed_of
from spiders.listing import WINDOW, ListPage
from spiders.settings import MOST_BYTES


class FeedSpider(ChainSpider):
    """Reads RSS, Atom or JSON Feed, and the pages that it names as its next."""

    name = "feed"

    def list_page(self, number: int) -> Request:
        """A page of the feed; some carry whole articles, years of them."""
        return super().list_page(number).replace(meta={"download_maxsize": MOST_BYTES})

    def read_list(self, response: Response) -> tuple[ListPage, str]:
        """The entries of one page of the feed."""
        feed = feed_of(text_of(response), self.source, response.url)
        if not feed.is_sound:
            self.recorder.warn("Its feed is no sound XML; what could be read was taken.")
        return self._recent(feed.page), feed.following

    def _recent(self, page: ListPage) -> ListPage:
        """The entries of the window: some feeds hold years, and those are a backfill's.

        A first page that is old throughout stays whole, so that its age is told.
        """
        oldest = self.now() - WINDOW
        kept = page.only(
            lambda e: not (e.listed and e.listed.published_at and e.listed.published_at < oldest)
        )
        return kept if kept.entries or len(self._addresses) > 1 else page


class WordPressFeedSpider(FeedSpider):
    """WordPress whose posts route is closed: its feed, ten posts a page, the newest first."""

    name = "wordpress-feed"

    def address(self) -> str:
        """The feed of all posts."""
        return urljoin(self.source.url, "feed/")

    def read_list(self, response: Response) -> tuple[ListPage, str]:
        """The posts of one page; it names no next one, which is there until a 404."""
        page, _ = super().read_list(response)
        return page, f"{self.address()}?paged={len(self._addresses) + 1}" if page.rows else ""

    def no_list(self, failure: Failure) -> Iterator[Request]:  # type: ignore[override]  # see ask
        """Take a missing page behind the first for the end; fail for anything else."""
        request, error = failure.request, failure.value  # type: ignore[attr-defined]  # Scrapy's
        is_end = isinstance(error, HttpError) and error.response.status == 404
        if not is_end or request.cb_kwargs["number"] == 1:
            super().no_list(failure)
        self.listing.is_whole = True
        yield from self.after_list()

"""The crawl of one source: its lists first, then the pages that are new, changed or due."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from scrapy.http import Request
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from spiders.explain import explain
from spiders.listing import Listing, ListPage, SourceFailedError
from spiders.pages import PageSpider
from spiders.recorder import Recorder
from spiders.retry import retry_after
from spiders.settings import MOST_LIST_BYTES
from spiders.sources import Source
from storage.crawled import Known

LIST_META = {"download_maxsize": MOST_LIST_BYTES}
MOST_LIST_PAGES = 30
MOST_REREADS = 2
# What one run fetches; the rest stays due and is fetched by the runs that follow.
MOST_PAGES = 1000


class SourceSpider(PageSpider):
    """What all kinds of sites share; a kind says where its list is and how it is read."""

    name = "source"

    def __init__(
        self,
        source: Source,
        recorder: Recorder,
        now: Callable[[], datetime],
        known: Iterable[Known],
    ) -> None:
        super().__init__(source, recorder, now)
        self.listing = Listing(known, now())
        self._total: int | None = None
        self._rereads = 0

    async def start(self) -> AsyncIterator[Request]:
        """Begin with the lists."""
        for request in self.first():
            yield request

    @abstractmethod
    def first(self) -> Iterator[Request]:
        """The first request of all."""

    @abstractmethod
    def list_page(self, number: int) -> Request:
        """The request for a page of the list, counted from 1, newest first."""

    def after_list(self) -> Iterator[Request]:
        """What follows when the list is read: the pages, unless a kind has a second list."""
        yield from self.lists_read()

    def ask(self, url: str, read: Callable[..., Any], **given: object) -> Request:
        """A request for a list, without which the source has failed."""
        return Request(url, callback=read, errback=self.no_list, cb_kwargs=given, meta=LIST_META)

    def no_list(self, failure: Failure) -> None:
        """Fail, saying what kept the list away."""
        error, until = failure.value, None
        if isinstance(error, HttpError):
            until = retry_after(error.response, self.now())
        asks = f" and asks for a pause until {until:%Y-%m-%d %H:%M} UTC" if until else ""
        raise SourceFailedError(f"Its list {explain(error)}{asks}.")

    def take(self, page: ListPage, number: int, *, is_last: bool) -> Iterator[Request]:
        """Note a list page's entries and go on: to the next page, or to what follows."""
        self.meet(page)
        if self._shrank(page.total):
            yield self.list_page(1)
            return
        goes_on = self.listing.goes_on(page)
        self.listing.is_whole = is_last
        if goes_on and not is_last and number < MOST_LIST_PAGES:
            yield self.list_page(number + 1)
            return
        if goes_on and not is_last:
            self.recorder.warn(f"Its list goes on after {number} pages; the rest was not read.")
        yield from self.after_list()

    def meet(self, page: ListPage) -> None:
        """Note the entries of a list page that were not met before in this run."""
        for entry in self.listing.meet(page.entries, page.sorted_by):
            self.recorder.item("listed", entry)
        if page.odd:
            self.recorder.warn(f"{page.odd} rows of its list could not be read.")
        self.recorder.progress()

    def _shrank(self, total: int | None) -> bool:
        """Whether items left the list while it was read, so that others slipped past a page."""
        before, self._total = self._total, total
        if before is None or total is None or total >= before:
            return False
        self._rereads += 1
        self._total = None
        if self._rereads > MOST_REREADS:
            self.recorder.warn("Its list goes on shrinking while it is read; items may be missing.")
            return False
        return True

    def lists_read(self) -> Iterator[Request]:
        """The lists are read: ask for the pages."""
        if not self.listing.met:
            below = " or ".join(self.source.below)
            raise SourceFailedError(f"Its list is empty{below and f' below {below}'}.")
        for sentence in self.listing.odd_yield(self.source):
            self.recorder.warn(sentence)
        # What it did list is fetched all the same.
        self.error = self.listing.lasting_fault(self.source)
        wanted = list(self.listing.to_fetch())
        if later := len(wanted[MOST_PAGES:]):
            self.recorder.warn(f"{later} more pages wait for a later run.")
        request = self.fetch(wanted[:MOST_PAGES])
        if request is not None:
            yield request

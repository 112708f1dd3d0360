"""Fetching pages one by one: what is kept, what is noted, and when to stop."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from urllib.parse import urlsplit

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Request, Response
from scrapy.signals import spider_error
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from spiders.blocked import is_block_page
from spiders.explain import explain
from spiders.guard import RefusedError
from spiders.listing import SourceFailedError
from spiders.recorder import Entry, Recorder
from spiders.retry import retry_after
from spiders.sources import Source
from storage.crawled import Known, Page

# So many pages without one good answer between them, and the source has failed.
MOST_FAILURES_IN_ROW = 5
# These say that an item is gone, and nothing about the site.
_GONE = (404, 410, 451)
# The body is stored unpacked and whole, so these would describe other bytes.
_OF_THE_WIRE = ("content-encoding", "content-length", "transfer-encoding", "set-cookie")
MOST_HEADERS = 100
MOST_HEADER = 2000


class PageSpider(Spider):
    """Fetches what is wanted, one page after the other, so that a stop holds at once.

    At its end `error` says why the source failed, and `has_paused` that the site asked for a
    pause; `reason` is Scrapy's for closing.
    """

    name = "pages"

    def __init__(self, source: Source, recorder: Recorder, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.source, self.recorder, self.now = source, recorder, now
        self.error: str | None = None
        self.has_paused = False
        self.reason = ""
        self._wanted: Iterator[tuple[Entry, Known | None]] = iter(())
        self._failures_in_row = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, **given: object) -> PageSpider:
        """What Scrapy calls to make its spider."""
        spider = super().from_crawler(crawler, **given)
        crawler.signals.connect(spider.defect, spider_error)
        return spider

    def defect(self, failure: Failure) -> None:
        """Keep what a callback raised; nothing is asked for after it."""
        error = failure.value
        told = isinstance(error, SourceFailedError)
        self.error = str(error) if told else f"Its spider {explain(error)}."

    def closed(self, reason: str) -> None:
        """Keep why Scrapy closed the spider."""
        self.reason = reason

    def fetch(self, wanted: Sequence[tuple[Entry, Known | None]]) -> Request | None:
        """The first request for these entries; each answer leads to the next.

        With a known item, only a later version than the known one is asked for.
        """
        self._wanted = iter(wanted)
        self.recorder.to_fetch = len(wanted)
        self.recorder.progress()
        return self._next()

    def _next(self) -> Request | None:
        entry, known = next(self._wanted, (None, None))
        if entry is None:
            return None
        headers = {}
        if known is not None and known.etag:
            headers["If-None-Match"] = known.etag
        if known is not None and known.last_modified:
            headers["If-Modified-Since"] = known.last_modified
        return Request(
            entry.url,
            headers=headers,
            callback=self.page,
            errback=self.no_page,
            cb_kwargs={"entry": entry, "is_conditional": bool(headers)},
            meta={"handle_httpstatus_list": [304]},
        )

    def page(self, response: Response, entry: Entry, *, is_conditional: bool) -> Request | None:
        """Keep a page, or note why it is none."""
        if response.status == 304 and is_conditional:
            self._failures_in_row = 0
            self.recorder.item("unchanged", entry, status=304)
        elif odd := _odd(response, entry):
            self._failed(entry, odd, response.status)
        else:
            self._failures_in_row = 0
            self.recorder.page(self._page(response, entry))
        return self._next()

    def no_page(self, failure: Failure) -> Request | None:
        """Note why there is no page; go on unless the site asked for a pause."""
        entry = failure.request.cb_kwargs["entry"]  # type: ignore[attr-defined]  # Scrapy sets it
        error = failure.value
        if isinstance(error, RefusedError):
            self.recorder.item("refused", entry, f"The page {explain(error)}.")
        elif isinstance(error, HttpError):
            self._no_success(entry, error)
        else:
            self._failed(entry, explain(error), None)
        return None if self.has_paused else self._next()

    def _no_success(self, entry: Entry, error: HttpError) -> None:
        status, until = error.response.status, retry_after(error.response, self.now())
        if status not in _GONE and status != 429 and until is None:
            self._failed(entry, explain(error), status)
            return
        self.recorder.item("failed", entry, f"The page {explain(error)}.", status, until)
        if status not in _GONE:
            asked = f" until {until:%Y-%m-%d %H:%M} UTC" if until else ""
            self.recorder.warn(
                f"The site asked for a pause{asked}; the rest waits for a later run."
            )
            self.has_paused = True

    def _failed(self, entry: Entry, why: str, status: int | None) -> None:
        self.recorder.item("failed", entry, f"The page {why}.", status)
        self._failures_in_row += 1
        if self._failures_in_row >= MOST_FAILURES_IN_ROW:
            raise SourceFailedError(
                f"{self._failures_in_row} pages in a row failed; the last {why}."
            )

    def _page(self, response: Response, entry: Entry) -> Page:
        return Page(
            source=self.source.name,
            key=entry.key,
            url=response.url,
            fetched_at=self.now(),
            status=response.status,
            headers=_headers(response),
            body=response.body,
            digest=f"sha256:{sha256(response.body).hexdigest()}",
            listed=entry.listed,
        )


def _odd(response: Response, entry: Entry) -> str:
    """Why an answer with success is no page of that entry, or nothing."""
    if response.status == 304:
        return "answered 304 to a question without a condition"
    if not response.body.strip():
        return "is empty"
    if not isinstance(response, HtmlResponse):
        kind = (response.headers.get("Content-Type") or b"nothing stated").decode("latin-1")
        return f"is no HTML but {kind[:60]}"
    if is_block_page(response.body):
        return "is a block page"
    if urlsplit(response.url).path in ("", "/") and urlsplit(entry.url).path not in ("", "/"):
        return "leads to the front page"
    return ""


def _headers(response: Response) -> tuple[tuple[str, str], ...]:
    pairs = (
        (name.decode("latin-1"), value.decode("latin-1")[:MOST_HEADER])
        for name in response.headers
        for value in response.headers.getlist(name)
    )
    kept = [pair for pair in pairs if pair[0].lower() not in _OF_THE_WIRE]
    return tuple(kept[:MOST_HEADERS])

"""The ministry's site: a shell page names the list's address, an RSS is the second look."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlencode, urljoin

from scrapy.http import Request, Response
from twisted.python.failure import Failure

from spiders.blocked import is_block_page
from spiders.explain import explain
from spiders.listing import SourceFailedError
from spiders.miit_lists import Unit, feed_page, list_page, unit_of
from spiders.spider import LIST_META, SourceSpider

ROWS = 24
_RSS = "/api-gateway/jpaas-plugins-web-server/front/rss/getinfo"


class MiitSpider(SourceSpider):
    """Reads a column: the shell, its list page by page, then the column's RSS."""

    name = "miit"
    _unit: Unit
    _previous: frozenset[str] = frozenset()
    _rows = 0

    def first(self) -> Iterator[Request]:
        """The column's page."""
        yield self.ask(self.source.url, self.read_shell)

    def read_shell(self, response: Response) -> Iterator[Request]:
        """Learn where the list is."""
        if is_block_page(response.body):
            raise SourceFailedError("Its page is a block page.")
        self._unit = unit_of(response.text, self.source)
        yield self.list_page(1)

    def list_page(self, number: int) -> Request:
        """A page of the column's list."""
        paging = json.dumps({"pageNo": number, "pageSize": str(ROWS)})
        query = urlencode(self._unit.query | {"paramJson": paging})
        return self.ask(f"{self._unit.url}?{query}", self.read, number=number)

    def read(self, response: Response, number: int) -> Iterator[Request]:
        """Read one page of the list."""
        page = list_page(response.body, number, self.source)
        keys = frozenset(entry.key for entry in page.entries)
        if number > 1 and keys and keys == self._previous:
            raise SourceFailedError(f"Its list is stalled: page {number} repeats the one before.")
        self._previous = keys
        if page.total is None and number == 1:
            self.recorder.warn("Its list states no count.")
        self._rows = page.rows if number == 1 else self._rows + page.rows
        is_last = not page.rows or (page.total is not None and self._rows >= page.total)
        yield from self.take(page, number, is_last=is_last)

    def after_list(self) -> Iterator[Request]:
        """The second look."""
        listed, total = len(self.listing.met), self._total
        if self.listing.is_whole and total is not None and listed != total:
            self.recorder.warn(f"Its list counts {total} items, but it named {listed}.")
        query = urlencode(
            {"webId": self._unit.query.get("webId", ""), "columnIds": self.source.column}
        )
        url = f"{urljoin(self.source.url, _RSS)}?{query}"
        yield Request(url, callback=self.read_feed, errback=self.no_feed, meta=LIST_META)

    def read_feed(self, response: Response) -> Iterator[Request]:
        """Take what only the RSS names."""
        page = feed_page(response.body, self.source)
        if not page.entries:
            self.recorder.warn("Its RSS names no article.")
        self.meet(page)
        yield from self.lists_read()

    def no_feed(self, failure: Failure) -> Iterator[Request]:
        """Go on without the second look, and say so."""
        self.recorder.warn(f"Its RSS {explain(failure.value)}.")
        yield from self.lists_read()

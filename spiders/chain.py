"""Lists that name no total: each page names the next, or is the only one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag, urlsplit

from scrapy.http import Request, Response

from spiders.listing import ListPage, SourceFailedError
from spiders.source import host_of
from spiders.spider import SourceSpider


class ChainSpider(SourceSpider):
    """Follows a list from page to page; a kind says what a page names."""

    name = "chain"

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - as its base takes them
        super().__init__(*given, **named)
        self._addresses = [self.address()]
        self._previous: frozenset[str] = frozenset()

    def address(self) -> str:
        """The address of the first page."""
        return self.source.url

    @abstractmethod
    def read_list(self, response: Response) -> tuple[ListPage, str]:
        """What a page of the list names, and the address of the next one or nothing."""

    def first(self) -> Iterator[Request]:
        """The first page of the list."""
        yield self.list_page(1)

    def list_page(self, number: int) -> Request:
        """A page of the list, whose address the one before it named."""
        return self.ask(self._addresses[number - 1], self.read, number=number)

    def read(self, response: Response, number: int) -> Iterator[Request]:
        """Read one page of the list."""
        page, following = self.read_list(response)
        page = self._of_interest(page)
        keys = frozenset(entry.key for entry in page.entries)
        if keys and keys == self._previous:
            raise SourceFailedError(f"Its list is stalled: page {number} repeats the one before.")
        if urldefrag(following).url in self._addresses:
            raise SourceFailedError(f"Its list is stalled: page {number} leads back to one before.")
        self._previous = keys
        self._addresses.append(following)
        yield from self.take(page, number, is_last=not following)

    def after_list(self) -> Iterator[Request]:
        """Say where a list is too short for the time since the last run."""
        known = self.listing.known
        if known and not self._addresses[-1] and not any(key in known for key in self.listing.met):
            self.recorder.warn(
                "Nothing that its list names was known; between this run and the last one it may "
                "have named more."
            )
        yield from super().after_list()

    def _of_interest(self, page: ListPage) -> ListPage:
        """The entries below the declared paths; SourceFailedError where all lead elsewhere."""
        if page.rows and not any(host_of(e.url) in self.source.hosts for e in page.entries):
            raise SourceFailedError("Its list links to no page of its hosts; it has changed.")
        below = self.source.below
        if not below:
            return page
        return page.only(lambda entry: urlsplit(entry.url).path.startswith(below))

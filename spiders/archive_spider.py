"""The backfill of one source: some pages of its archive's list, then the pages that they name.

One process takes a part that is bounded in lists and pages; what it read and named stands in
the spool, and the next part goes on from there.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from scrapy.http import Request, Response

from spiders.archive import Place, Walker, begin
from spiders.listing import ListPage, SourceFailedError
from spiders.recorder import Entry, Recorder
from spiders.sources import Source
from spiders.spider import SourceSpider
from storage.crawled import Known, Walk

MOST_LISTS_IN_PART = 50
MOST_PAGES_IN_PART = 500


class ArchiveSpider(SourceSpider):
    """What all archives share; a kind says where its list is and how it is walked."""

    name = "archive"

    def __init__(
        self,
        source: Source,
        recorder: Recorder,
        now: Callable[[], datetime],
        known: Iterable[Known],
        walk: Walk,
    ) -> None:
        super().__init__(source, recorder, now, known)
        self.walk = walk
        named = (item.key for item in self.listing.known.values() if item.settled)
        self.walker: Walker = begin(walk.cursor, named)
        self._lists = 0

    async def start(self) -> AsyncIterator[Request]:
        """Begin with the list, unless it has ended or enough is due already."""
        for request in self._fetch() if self.walk.ended or self._is_enough() else self.first():
            yield request

    @abstractmethod
    def archive_page(self, place: Place) -> Request:
        """The request for a page of the archive's list."""

    def list_page(self, number: int) -> Request:
        """The same, by number alone."""
        return self.archive_page(Place(page=number))

    def go_on(
        self, response: Response, page: ListPage, inside: Sequence[Entry], place: Place | None
    ) -> Iterator[Request]:
        """Note a list page with what it names, then ask for the next, or for pages."""
        self._lists += 1
        if page.odd:
            self.recorder.warn(f"{page.odd} rows of its list could not be read.")
        for entry in self.listing.meet(inside):
            self.recorder.item("listed", entry)
        for sentence in self.walker.told:
            self.recorder.warn(sentence)
        self.walker.told.clear()
        is_enough = place is None or self._lists >= MOST_LISTS_IN_PART or self._is_enough()
        if place is None and self._wanted_now():
            # Items may be added while these pages are fetched, so the head is read once more.
            place = self.walker.head()
        self._note(response.url, place)
        if is_enough:
            yield from self._fetch()
        elif place is not None:
            yield self.archive_page(place)

    def _note(self, url: str, place: Place | None) -> None:
        self.walker.place = place or self.walker.place
        cursor = self.walker.cursor if place else ""
        self.recorder.walked(self.walk.number, url, cursor, self.counted)
        self.recorder.progress()

    @property
    def counted(self) -> int | None:
        """How many items the archive says that the walk's window has, if it does."""
        return self.walker.total

    def refuse_empty(self, page: ListPage) -> None:
        """An archive that names nothing at its beginning is no archive."""
        if not page.rows and not self.walker.named and self.walk.since is self.walk.until is None:
            raise SourceFailedError("Its archive is empty.")

    def _is_enough(self) -> bool:
        return len(self._wanted_now()) >= MOST_PAGES_IN_PART

    def _wanted_now(self) -> list[tuple[Entry, Known | None]]:
        return list(islice(self.listing.to_fetch(), MOST_PAGES_IN_PART))

    def _fetch(self) -> Iterator[Request]:
        request = self.fetch(self._wanted_now())
        if request is not None:
            yield request

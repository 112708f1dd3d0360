"""The ministry's archive: a column's list from its first page to its last."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from scrapy.http import Request, Response

from spiders.archive import NumberedWalk, Place
from spiders.archive_spider import ArchiveSpider
from spiders.blocked import is_block_page
from spiders.listing import ListPage, SourceFailedError
from spiders.miit import ROWS
from spiders.miit_lists import Unit, list_page, unit_of
from spiders.recorder import Entry


class MiitArchive(ArchiveSpider):
    """Walks a column by the numbers of its pages, newest first."""

    _unit: Unit

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - as Scrapy makes it
        super().__init__(**given)
        self._steps = NumberedWalk(self.walker, ROWS, is_whole=not self._is_windowed)

    def first(self) -> Iterator[Request]:
        """The column's page."""
        yield self.ask(self.source.url, self.read_shell)

    def read_shell(self, response: Response) -> Iterator[Request]:
        """Learn where the list is."""
        if is_block_page(response.body):
            raise SourceFailedError("Its page is a block page.")
        self._unit = unit_of(response.text, self.source)
        yield self.archive_page(self.walker.place)

    def archive_page(self, place: Place) -> Request:
        """A page of the column's list."""
        paging = json.dumps({"pageNo": place.page, "pageSize": str(ROWS)})
        query = urlencode(self._unit.query | {"paramJson": paging})
        return self.ask(f"{self._unit.url}?{query}", self.read, number=place.page)

    def read(self, response: Response, number: int) -> Iterator[Request]:
        """Read one page of the list."""
        page = list_page(response.body, number, self.source)
        self.refuse_empty(page)
        inside = [entry for entry in page.entries if self._is_inside(entry)]
        place = self._steps.step(page, inside, is_last=self._is_last(page, number))
        yield from self.go_on(response, page, inside, place)

    @property
    def counted(self) -> int | None:
        """The column's count is that of the whole archive, whatever the window."""
        return None if self._is_windowed else self.walker.total

    @property
    def _is_windowed(self) -> bool:
        return self.walk.since is not None or self.walk.until is not None

    def _is_inside(self, entry: Entry) -> bool:
        """Whether an item is of the walk's days; one without a day may be."""
        if entry.listed is None or entry.listed.published_at is None:
            return True
        # The list's dates are midnights in the source's zone.
        day = entry.listed.published_at.date()
        return (self.walk.since or day) <= day <= (self.walk.until or day)

    def _is_last(self, page: ListPage, number: int) -> bool:
        days = [date.date() for date in page.sorted_by if date is not None]
        if self.walk.since is not None and days and max(days) < self.walk.since:
            return True
        return not page.rows or (page.total is not None and number * ROWS >= page.total)

"""WordPress archives: posts by date, oldest first, each page after the last one's date.

`after` and `before` are in the site's own time, as `date` is, and so need no offset.
https://developer.wordpress.org/rest-api/reference/posts/
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urljoin

from scrapy.http import Request, Response

from spiders.archive import HEAD, DatedWalk, Place
from spiders.archive_spider import ArchiveSpider
from spiders.blocked import json_of
from spiders.wordpress import FIELDS, PER_PAGE, number_of, posts

_DAY = timedelta(days=1)


class WordPressArchive(ArchiveSpider):
    """Walks all posts by their date, so that what is added meanwhile shifts no page."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - as Scrapy makes it
        super().__init__(**given)
        self._steps = DatedWalk(self.walker)

    def first(self) -> Iterator[Request]:
        """The first page, or where the walk goes on."""
        yield self.archive_page(self.walker.place)

    def archive_page(self, place: Place) -> Request:
        """Posts of the walk's window, the oldest first; for the head, the newest."""
        since, until = self.walk.since, self.walk.until
        after = "" if place.after == HEAD else place.after
        if since and not after:
            after = f"{since - _DAY}T23:59:59"
        query = {
            "per_page": PER_PAGE, "page": place.page, "orderby": "date",
            "order": "desc" if place.after == HEAD else "asc", "_fields": f"{FIELDS},date",
        }  # fmt: skip
        if after:
            query["after"] = after
        if until:
            query["before"] = f"{until + _DAY}T00:00:00"
        url = f"{urljoin(self.source.url, 'wp-json/wp/v2/posts')}?{urlencode(query)}"
        return self.ask(url, self.read, number=place.page)

    def read(self, response: Response, number: int) -> Iterator[Request]:
        """Read one page of posts."""
        page = posts(response.body, number_of(response, "X-WP-Total"))
        self.refuse_empty(page)
        last = number_of(response, "X-WP-TotalPages")
        is_last = number >= last if last else page.rows < PER_PAGE
        place = self._steps.step(page, _dates(response.body), is_last=is_last)
        yield from self.go_on(response, page, page.entries, place)


def _dates(body: bytes) -> list[str]:
    """When the posts say that they were published, in the site's own time."""
    dates = (row.get("date") for row in json_of(body)[:PER_PAGE] if isinstance(row, dict))
    return [date[:19] for date in dates if isinstance(date, str) and date]

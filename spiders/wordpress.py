"""WordPress sites, by the posts route of their REST API.

https://developer.wordpress.org/rest-api/reference/posts/ (orderby=modified since 4.7)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlencode, urljoin

from scrapy.http import Request, Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from spiders.blocked import json_of
from spiders.entries import plain
from spiders.list_dates import instant_of
from spiders.listing import ListPage, SourceFailedError
from spiders.recorder import Entry
from spiders.source import is_address
from spiders.spider import SourceSpider
from storage.crawled import Listed

PER_PAGE = 100
# MySQL's BIGINT UNSIGNED, in which WordPress keeps its ids.
MOST_ID = 2**64
# https://github.com/WP-API/WP-API/issues/3005: sites close the route on purpose.
_CLOSED = (401, 403, 404)
_OTHER_WAYS = 'If that stays, declare lists="feed" or lists="sitemap".'
FIELDS = "id,date_gmt,modified_gmt,link,title"


class WordPressSpider(SourceSpider):
    """Reads posts by their last change, so that an edit is met however old its post."""

    name = "wordpress"

    def first(self) -> Iterator[Request]:
        """The first page of the list."""
        yield self.list_page(1)

    def list_page(self, number: int) -> Request:
        """Posts, the last changed first."""
        query = {
            "per_page": PER_PAGE, "page": number,
            "orderby": "modified", "order": "desc", "_fields": FIELDS,
        }  # fmt: skip
        url = f"{urljoin(self.source.url, 'wp-json/wp/v2/posts')}?{urlencode(query)}"
        return self.ask(url, self.read, number=number)

    def no_list(self, failure: Failure) -> None:
        """Fail; where the route is closed or missing, name the other ways to the posts."""
        error = failure.value
        if isinstance(error, HttpError) and error.response.status in _CLOSED:
            raise SourceFailedError(
                f"Its list answered {error.response.status}. {_OTHER_WAYS}"
            ) from error
        super().no_list(failure)

    def read(self, response: Response, number: int) -> Iterator[Request]:
        """Read one page of posts."""
        page = posts(response.body, number_of(response, "X-WP-Total"))
        last = number_of(response, "X-WP-TotalPages")
        is_last = number >= last if last else page.rows < PER_PAGE
        yield from self.take(page, number, is_last=is_last)


def posts(body: bytes, total: int | None) -> ListPage:
    """The posts of one answer; raises SourceFailedError for another shape."""
    rows = json_of(body)
    if isinstance(rows, dict) and "code" in rows:
        raise SourceFailedError(f"Its list answered {str(rows['code'])[:80]!r}.")
    if not isinstance(rows, list):
        raise SourceFailedError("Its list answered with something else than a list.")
    found = [post for row in rows[:PER_PAGE] if (post := _post(row))]
    if rows and not found:
        raise SourceFailedError("Its posts have no id and link; the layout has changed.")
    return ListPage(
        entries=tuple(entry for entry, _ in found),
        sorted_by=tuple(changed for _, changed in found),
        total=total,
        odd=len(rows) - len(found),
    )


def _post(row: object) -> tuple[Entry, datetime | None] | None:
    if not isinstance(row, dict):
        return None
    key, url = row.get("id"), row.get("link")
    if not isinstance(url, str) or not is_address(url):
        return None
    if isinstance(key, bool) or not isinstance(key, int) or not 0 < key < MOST_ID:
        return None
    title = row.get("title")
    rendered = title.get("rendered") if isinstance(title, dict) else None
    changed = row.get("modified_gmt")
    listed = Listed(
        title=plain(rendered) if isinstance(rendered, str) else None,
        published_at=_instant(row.get("date_gmt")),
        modified=changed[:40] if isinstance(changed, str) else None,
    )
    return Entry(str(key), url, listed), _instant(changed)


def _instant(text: object) -> datetime | None:
    """A `…_gmt` field, which states no offset and is UTC."""
    return instant_of(text, "UTC") if isinstance(text, str) else None


def number_of(response: Response, header: str) -> int | None:
    """A header that is a number of fewer than ten digits, or None."""
    text = (response.headers.get(header) or b"").decode("latin-1").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None

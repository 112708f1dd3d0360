"""Sites whose list is a page of rows, read by the CSS selectors that the source declares."""

from __future__ import annotations

from datetime import datetime

from parsel import Selector
from scrapy.http import Response

from spiders.blocked import is_block_page
from spiders.chain import ChainSpider
from spiders.entries import joined, key_of, plain, refuse_endless_tag, text_of
from spiders.list_dates import instant_of
from spiders.listing import ListPage, SourceFailedError
from spiders.recorder import Entry
from spiders.source import Source
from storage.crawled import Listed

MOST_ROWS = 500


class ListingSpider(ChainSpider):
    """Reads a page of rows, and those that its link to the next one leads to."""

    name = "listing"

    def read_list(self, response: Response) -> tuple[ListPage, str]:
        """The rows of one page."""
        if is_block_page(response.body):
            raise SourceFailedError("Its list answered with a block page.")
        return rows_of(text_of(response), self.source, response.url)


def rows_of(html: str, source: Source, base: str) -> tuple[ListPage, str]:
    """The rows of a page and the address of the next one, or nothing.

    Links are relative to `base`. Raises SourceFailedError where no row, no link or no date is
    left: the layout has changed.
    """
    refuse_endless_tag(html)
    try:
        page = Selector(html)
        rows = page.css(source.rows)[:MOST_ROWS]
        entries = [entry for row in rows if (entry := _entry(row, source, base))]
        following = page.css(source.next)[:1].xpath("@href").get("") if source.next else ""
    # As what cssselect and lxml raise, which show no names of their own here.
    except (SyntaxError, RuntimeError, ValueError) as error:
        raise SourceFailedError(f"Its selectors cannot be read ({error})."[:300]) from error
    if not rows:
        raise SourceFailedError("Its list has no rows; the layout has changed.")
    if not entries:
        raise SourceFailedError("Its list links to nothing; the layout has changed.")
    dates = tuple(e.listed.published_at if e.listed else None for e in entries)
    if source.date and not any(dates):
        raise SourceFailedError("Its list shows no dates; the layout has changed.")
    address = joined(base, following) if following else ""
    is_same = address.partition("#")[0] == base.partition("#")[0]
    page_of_list = ListPage(tuple(entries), dates, total=None, odd=len(rows) - len(entries))
    return page_of_list, "" if is_same else address


def _entry(row: Selector, source: Source, base: str) -> Entry | None:
    link = row.css(source.link)[:1]
    href = link.xpath("@href").get("")
    url = joined(base, href) if href.strip() else ""
    if not url or url.partition("#")[0] == base.partition("#")[0]:
        return None
    shown = row.css(source.headline)[:1] if source.headline else link
    # The visible title may be cut; the attribute is whole.
    title = link.xpath("@title").get() if not source.headline else None
    title = title or " ".join(shown.xpath(".//text()").getall())
    published = _date(row, source) if source.date else None
    return Entry(key_of(url), url, Listed(plain(title), published))


def _date(row: Selector, source: Source) -> datetime | None:
    """What a row's date says to machines, or else to readers."""
    shown = row.css(source.date)[:1]
    text = shown.xpath("@datetime").get() or " ".join(shown.xpath(".//text()").getall())
    return instant_of(text, source.zone)

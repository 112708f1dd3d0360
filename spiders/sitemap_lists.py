"""What sitemaps say: an index of others, or pages with their dates.

https://www.sitemaps.org/protocol.html, and for the element `news`
https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from lxml import etree

from spiders.blocked import is_block_page
from spiders.entries import joined, key_of, plain
from spiders.list_dates import instant_of
from spiders.listing import WINDOW, ListPage, SourceFailedError
from spiders.recorder import Entry
from spiders.settings import MOST_BYTES
from spiders.source import Source
from storage.crawled import Listed

# The protocol's own bound for one file.
MOST_ROWS = 50_000
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Sitemap:
    """One file: the sitemaps that an index names, with their last change, or a list of pages."""

    is_index: bool
    children: tuple[tuple[str, datetime | None], ...]
    page: ListPage


def sitemap_of(body: bytes, source: Source, now: datetime, base: str) -> Sitemap:
    """A sitemap, perhaps gzipped, whose links are relative to `base`; raises SourceFailedError.

    Pages, and sitemaps of an index, whose date lies before the window of `now` are left out.
    """
    root = _root(_unpacked(body))
    kind = etree.QName(root).localname
    if kind not in ("urlset", "sitemapindex"):
        raise SourceFailedError(f"Its list answered with XML that is no sitemap ({kind[:40]}).")
    rows = [_Row.of(each) for each in islice(root.iterchildren("{*}url", "{*}sitemap"), MOST_ROWS)]
    read = [(joined(base, row.loc) if row.loc else "", row) for row in rows]
    dates = [instant_of(row.published or row.modified, source.zone) for _, row in read]
    recent = [
        (url, row, at)
        for (url, row), at in zip(read, dates, strict=True)
        if url and (at is None or at >= now - WINDOW)
    ]
    odd = sum(not url for url, _ in read)
    if kind == "sitemapindex":
        return Sitemap(True, tuple((url, at) for url, _, at in recent), ListPage((), (), None, odd))
    entries = tuple(_entry(url, row, source) for url, row, _ in recent)
    return Sitemap(False, (), ListPage(entries, tuple(at for _, _, at in recent), None, odd))


@dataclass(frozen=True, slots=True)
class _Row:
    loc: str = ""
    modified: str = ""
    published: str = ""
    title: str = ""

    @classmethod
    def of(cls, element: etree._Element) -> _Row:
        """A `url` or `sitemap`; what pictures and films say of themselves is not the page's."""
        own = {_name(each): each.text or "" for each in element.iterchildren("*")}
        news = {
            _name(each): each.text or ""
            for child in element.iterchildren("{*}news")
            for each in child.iterchildren("*")
        }
        return cls(
            own.get("loc", "").strip(),
            own.get("lastmod", "").strip(),
            news.get("publication_date", "").strip(),
            news.get("title", ""),
        )


def _name(element: etree._Element) -> str:
    """The local name, of other elements than pictures' alone: they too have a `loc`."""
    space, _, name = element.tag.rpartition("}")
    return "" if "image" in space else name


def _entry(url: str, row: _Row, source: Source) -> Entry:
    published = instant_of(row.published, source.zone) if row.published else None
    return Entry(key_of(url), url, Listed(plain(row.title), published, row.modified[:40] or None))


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(_GZIP):
        return body
    unzip = zlib.decompressobj(wbits=31)
    try:
        text = unzip.decompress(body, MOST_BYTES)
    except zlib.error as error:
        raise SourceFailedError("Its list is no sound gzip.") from error
    if unzip.unconsumed_tail:
        raise SourceFailedError("Its list is too large.")
    if not unzip.eof:
        raise SourceFailedError("Its list broke off its answer.")
    return text


def _root(body: bytes) -> etree._Element:
    """The sitemap's XML, which must be sound: a cut one would hide what it does not name."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        kind = "a block page" if is_block_page(body) else "something else than sound XML"
        raise SourceFailedError(f"Its list answered with {kind}.") from error

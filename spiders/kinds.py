"""Which spider reads the list of which source."""

from __future__ import annotations

from spiders.feed import FeedSpider, WordPressFeedSpider
from spiders.listing_site import ListingSpider
from spiders.miit import MiitSpider
from spiders.sitemap import SitemapSpider, WordPressSitemapSpider
from spiders.source import Source
from spiders.spider import SourceSpider
from spiders.wordpress import WordPressSpider

_KINDS: dict[str, type[SourceSpider]] = {
    "miit": MiitSpider,
    "feed": FeedSpider,
    "sitemap": SitemapSpider,
    "listing": ListingSpider,
}
_WORDPRESS: dict[str, type[SourceSpider]] = {
    "rest": WordPressSpider,
    "feed": WordPressFeedSpider,
    "sitemap": WordPressSitemapSpider,
}


def spider_of(source: Source) -> type[SourceSpider]:
    """The spider for a source's kind, of WordPress for the list that it declares."""
    return _WORDPRESS[source.lists] if source.kind == "wordpress" else _KINDS[source.kind]

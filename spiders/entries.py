"""What the readers of lists share: addresses, keys, titles, and markup that may be parsed."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from scrapy.http import Response, TextResponse
from w3lib.html import remove_tags, replace_entities
from w3lib.url import canonicalize_url, url_query_cleaner

from spiders.listing import SourceFailedError
from spiders.source import is_address

MOST_TITLE = 500
MOST_KEY = 500
# libxml2 compares each attribute of an HTML tag with all before it.
MOST_ATTRIBUTES = 5_000
_TAG = re.compile(r"<[a-zA-Z]")
# What feeds hang on a link to count who followed it.
_COUNTERS = ("utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term")


def joined(base: str, href: str) -> str:
    """The http(s) address that a link leads to, or nothing where it is none."""
    try:
        url = urljoin(base, href.strip())
    except ValueError:
        return ""
    return url if is_address(url) else ""


def key_of(url: str) -> str:
    """The key of an item that has no id: its address in one form, without what counts visits."""
    return str(canonicalize_url(url_query_cleaner(url, _COUNTERS, remove=True, unique=False)))


def plain(markup: str) -> str | None:
    """A title without its markup, on one line and bounded; None where nothing is left."""
    words = replace_entities(remove_tags(markup[: 4 * MOST_TITLE])).split()
    return " ".join(words)[:MOST_TITLE] or None


def text_of(response: Response) -> str:
    """A list's text, decoded as browsers do, whatever type its answer states."""
    if not isinstance(response, TextResponse):
        response = response.replace(cls=TextResponse)
    return response.text


def refuse_endless_tag(html: str) -> None:
    """Raise SourceFailedError for a tag of more than `MOST_ATTRIBUTES`."""
    for piece in html.split(">"):
        if len(piece) > 2 * MOST_ATTRIBUTES and _TAG.search(piece):
            tag = _TAG.split(piece)[-1]
            if len(tag.split(maxsplit=MOST_ATTRIBUTES)) > MOST_ATTRIBUTES:
                raise SourceFailedError("Its list holds a tag without end; it was not read.")

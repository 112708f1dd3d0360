"""Title, author and site of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from flows.text.blocks import bare, one_line
from flows.text.jsonld import name_of
from flows.text.marks import Marks
from flows.text.markup import AUTHORS, TITLES

MAX_TITLE = 300
MAX_AUTHOR = 80
# What a title element, a meta element or a heading holds beyond is no headline.
MAX_CHARS, MAX_HEADINGS = 2_000, 20
MIN = 5
_SUFFIX = re.compile(
    r"\s{1,3}[-–—|_·»]\s{1,3}|\s{0,3}[|_]\s{0,3}|(?<=[\u3001-\u301f\u3400-\u9fff\uff01-\uff1f])-{1,2}"
)
_AUTHOR_LABEL = re.compile(
    r"^(?:by|作者|撰文|文)\s{0,2}[:：/]?\s{1,3}|^(?:作者|撰文)[:：]", re.IGNORECASE
)
_SIGNED = "//*[@rel='author' or @itemprop='author']"
_ADDRESS = re.compile(r"https?:|www\.|@")


def meta(tree: HtmlElement, *wanted: str) -> str | None:
    """Content of the first of the `wanted` meta elements (lower case) that holds text."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or ""
        found.setdefault(name.lower(), one_line((element.get("content") or "")[:MAX_CHARS]))
    return next((found[name] for name in wanted if found.get(name)), None)


def title_of(tree: HtmlElement, marks: Marks, about: dict[str, Any]) -> str:
    """The headline without the site's name; empty where the page has none."""
    return next((title[:MAX_TITLE] for title in _titles(tree, marks, about) if title), "")


def _titles(tree: HtmlElement, marks: Marks, about: dict[str, Any]) -> Iterator[str]:
    site = site_of(tree, about, "") or ""
    head = _line(next(tree.iter("title"), None))
    shared = meta(tree, "og:title", "twitter:title", "articletitle") or ""
    headings = [h for h in map(_line, islice(tree.iter("h1"), MAX_HEADINGS)) if h]
    named = [_line(element) for element in islice(marks.having(TITLES), MAX_HEADINGS)]
    # What the title or its shared form repeats is the headline: not another story's, which a
    # template names alike, nor the site's name.
    told = f"{bare(head)} {bare(shared)}"
    yield from (t for t in [*named, *headings] if t != site and len(t) > MIN and bare(t) in told)
    for only in (named, headings):
        if len(only) == 1 and only[0] != site and len(only[0]) > MIN:
            yield only[0]
    yield _without_site(shared, site)
    headline = about.get("headline")
    yield one_line(headline[:MAX_CHARS]) if isinstance(headline, str) else ""
    yield _without_site(head, site)
    yield from headings


def _line(element: HtmlElement | None) -> str:
    return "" if element is None else one_line(element.text_content()[:MAX_CHARS])


def _without_site(title: str, site: str) -> str:
    """The title before its last separator, where what follows is short or names the site."""
    cuts = [m for m in _SUFFIX.finditer(title) if m.start() > 0]
    for cut in cuts:
        rest = title[cut.end() :]
        if site and one_line(rest).lower() == site.lower():
            return one_line(title[: cut.start()])
    if cuts and len(title) - cuts[-1].end() < 0.4 * cuts[-1].start():
        return one_line(title[: cuts[-1].start()])
    return title


def author_of(tree: HtmlElement, marks: Marks, about: dict[str, Any]) -> str | None:
    """Who signs the page, from the theme's by-line, JSON-LD or meta; never a commenter."""
    for name in _authors(tree, marks, about):
        signed = _AUTHOR_LABEL.sub("", one_line(name)).strip(" ,，")
        if signed and len(signed) <= MAX_AUTHOR and not _ADDRESS.search(signed):
            return signed
    return None


def _authors(tree: HtmlElement, marks: Marks, about: dict[str, Any]) -> Iterator[str]:
    yield name_of(about.get("author")) or ""
    yield meta(tree, "author", "article:author", "dc.creator", "parsely-author", "byl") or ""
    for element in [*marks.having(AUTHORS), *tree.xpath(_SIGNED)]:
        yield _line(element)


def site_of(tree: HtmlElement, about: dict[str, Any], url: str) -> str | None:
    """The site's name as it gives it, else its host without www."""
    named = meta(tree, "og:site_name", "sitename", "application-name")
    named = named or name_of(about.get("publisher"))
    try:
        host = urlsplit(url).hostname
    except ValueError:
        host = None
    return named or (host.removeprefix("www.") if host else None)


def declared_language(tree: HtmlElement) -> str | None:
    """The language that the root element or a meta element declares."""
    root = tree.getroottree().getroot()
    return root.get("lang") or root.get(_XML_LANG) or meta(tree, "og:locale", "language")


_XML_LANG = str(etree.QName("http://www.w3.org/XML/1998/namespace", "lang"))

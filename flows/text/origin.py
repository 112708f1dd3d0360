"""Where a reprint says that it comes from: the link and the name of the original."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement
from w3lib.url import canonicalize_url

from flows.text.blocks import BLOCKS, one_line
from flows.text.marks import Marks
from flows.text.markup import NOTICES
from flows.text.prune import text_length

MAX_NOTICE = 1500
MAX_NAME = 60
MAX_LINKS, MAX_NOTICES, MAX_ADDRESSES = 20, 20, 5
_LABEL = re.compile(
    r"原文(?:链接|地址|出处|标题)?|转载自|转自|本文(?:来源|来自|转自)|来源|来自|出处|"
    r"(?:original|source|via|reprinted from|first published (?:at|on|in))\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:来源|转载自|转自|出处|source)\s{0,3}[:：]\s{0,3}(?P<name>[^\s,，。;；|<>()（）]{2,60})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S{4,500}")


@dataclass(frozen=True, slots=True)
class Origin:
    """Link and name of the original; both None where the page names none."""

    url: str | None = None
    name: str | None = None


def origin_of(tree: HtmlElement, marks: Marks, url: str) -> Origin:
    """What the copyright block or the source line of the page at `url` says of the original."""
    own = {url, *_declared_addresses(tree)}
    link: str | None = None
    name: str | None = None
    for block in _notices(marks):
        label = one_line(block.text_content()[:MAX_NOTICE])
        found = _link(block, url, own)
        link = link or found.url
        name = name or found.name or _name(label)
    return Origin(link, name)


def same_page(one: str, other: str) -> bool:
    """Whether two addresses name one page: scheme, www, fragment, order and slash aside."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    try:
        parts = urlsplit(canonicalize_url(url))
    except ValueError:
        return url
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"


def _declared_addresses(tree: HtmlElement) -> list[str]:
    links = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return [str(link) for link in links[:MAX_ADDRESSES]]


def _notices(marks: Marks) -> list[HtmlElement]:
    """The blocks that may name the original; one that is long is no notice."""
    short = (e for e in marks.having(NOTICES) if text_length(e) <= MAX_NOTICE)
    return list(islice(short, MAX_NOTICES))


def _link(block: HtmlElement, url: str, own: set[str]) -> Origin:
    """The first link that a word such as 原文 or "source" introduces and that leads elsewhere."""
    for before, element in islice(_links(block), MAX_LINKS):
        words = one_line(element.text_content())
        if not (_LABEL.search(before[-40:]) or _LABEL.search(words)):
            continue
        target = _absolute(url, element.get("href") or "")
        if target and not any(same_page(target, page) for page in own):
            named = bool(words) and len(words) <= MAX_NAME and not _ADDRESS.match(words)
            is_label = bool(_LABEL.fullmatch(words))
            return Origin(target, words if named and not is_label else None)
    return _bare_address(block, own)


def _links(block: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """The links of a block, each with the last line of text before it."""
    before = ""
    for event, element in etree.iterwalk(block, events=("start", "end")):
        if event == "start" and element.tag == "a":
            yield before.rstrip().rpartition("\n")[2], element
        text = element.text if event == "start" else element is not block and element.tail
        before += ("\n" if element.tag in BLOCKS else "") + one_line(text or "")


def _bare_address(block: HtmlElement, own: set[str]) -> Origin:
    """An address that is written out and not linked."""
    text = one_line(block.text_content())
    for found in _ADDRESS.finditer(text):
        target = found.group().rstrip(".,;)，。；）")
        if _LABEL.search(text[max(0, found.start() - 40) : found.start()]) and not any(
            same_page(target, page) for page in own
        ):
            return Origin(target)
    return Origin()


def _absolute(url: str, link: str) -> str | None:
    try:
        target = urljoin(url, link.strip())
        parts = urlsplit(target)
    except ValueError:
        return None
    usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return target if usable and parts.path.strip("/") else None


def _name(text: str) -> str | None:
    found = _NAMED.search(text)
    name = found["name"] if found else ""
    return name if name and not _ADDRESS.match(name) else None

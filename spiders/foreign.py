"""Pages of WARC files from elsewhere, under the names that our own sources would give them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from spiders.miit_ids import article_id
from spiders.source import Source, host_of
from storage.crawled import Page

# The source of pages whose host nobody declares.
ARCHIVE = "archive"
_LINK = re.compile(rb"<link\b[^<>]{0,500}>", re.IGNORECASE)
_POST = re.compile(r"[?&]p=(\d{1,20})\b")
# Links stand in the head, and heads with inlined styles are long.
_HEAD = 300_000


def is_document(page: Page) -> bool:
    """Whether a page is HTML that was answered with success; its images and errors are not."""
    kind = next((v for k, v in page.headers if k.lower() == "content-type"), "").lower()
    if page.status != 200:
        return False
    return "html" in kind if kind else page.body.lstrip()[:1] == b"<"


def adopt(page: Page, sources: Iterable[Source]) -> Page:
    """The page under its source and key, without a place.

    Where nothing names the key that its source would give, it stays the canonical URL.
    """
    source = _source_of(page.url, sources)
    key = _key(page, source.kind) if source else None
    return replace(page, source=source.name if source else ARCHIVE, key=key or page.key, place=None)


def addresses(url: str) -> tuple[str, ...]:
    """The forms in which one page's address is usually met: either scheme, a last slash or none."""
    rest = url.partition("://")[2].partition("#")[0]
    bare = rest.removesuffix("/")
    return tuple(
        f"{scheme}://{form}" for scheme in ("https", "http") for form in (bare, f"{bare}/")
    )


def _source_of(url: str, sources: Iterable[Source]) -> Source | None:
    """The source that declares a page's host; of several, the one whose folder it lies in."""
    declaring = [source for source in sources if host_of(url) in source.hosts]
    path = urlsplit(url).path

    def nearness(source: Source) -> int:
        folder = urlsplit(source.url).path.rpartition("/")[0]
        return len(folder) if path.startswith(f"{folder}/") else -1

    return max(declaring, key=nearness, default=None)


def _key(page: Page, kind: str) -> str | None:
    if kind == "miit":
        return article_id(urlsplit(page.url).path)
    return _post_id(page) if kind == "wordpress" else None


def _post_id(page: Page) -> str | None:
    """A WordPress post's id: from its plain address, or from the short link that it states.

    https://developer.wordpress.org/reference/functions/wp_shortlink_wp_head/
    """
    plain = parse_qs(urlsplit(page.url).query[:500]).get("p", [""])[0]
    if plain.isascii() and plain.isdigit() and len(plain) <= 20:
        return str(int(plain))
    stated = [value for name, value in page.headers if name.lower() == "link"]
    stated += [tag.group().decode("latin-1") for tag in _LINK.finditer(page.body[:_HEAD])]
    for link in stated:
        found = _POST.search(link) if "shortlink" in link else None
        if found:
            return str(int(found.group(1)))
    return None

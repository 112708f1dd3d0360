"""What feeds say: RSS, Atom and JSON Feed as plain values.

https://www.rssboard.org/rss-specification, RFC 4287 (Atom), RFC 5005 (the link `next`),
https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import feedparser
from lxml import etree
from w3lib.html import replace_entities

from spiders.blocked import is_block_page
from spiders.entries import MOST_KEY, joined, key_of, plain
from spiders.list_dates import instant_of
from spiders.listing import ListPage, SourceFailedError
from spiders.recorder import Entry
from spiders.source import Source
from storage.crawled import Listed

MOST_ROWS = 5000
# feedparser would take a minute for ten times as many; a feed of years has 40,000.
MOST_ELEMENTS = 200_000
MOST_ATTRIBUTES = 200
# A time of day with its offset behind it; feedparser takes one without for UTC.
_STATED = re.compile(r":\d{2}(?:\.\d{1,9})?\s{0,2}(?:Z|[A-Z]{2,5}|[+-]\d{2}:?\d{2})\b")
# What stands for characters in XML itself.
_XML_NAMES = ("lt", "gt", "amp", "quot", "apos")
_BARE = re.compile(r"&(?!#?\w{1,32};)")
_POST = re.compile(r"[?&]p=(\d{1,20})$")


@dataclass(frozen=True, slots=True)
class Feed:
    """One page of a feed; `following` is the address of the next one, if it names one."""

    page: ListPage
    following: str
    is_sound: bool = True


@dataclass(frozen=True, slots=True)
class _Item:
    key: str
    link: str
    title: str
    published: datetime | None
    modified: str | None


def feed_of(text: str, source: Source, base: str) -> Feed:
    """One page of a feed, whose links are relative to `base`; raises SourceFailedError."""
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return _json_feed(text, source, base)
    root, is_sound = _tree(text)
    # Bytes would be taken for the name of a file. What comes here is sound XML without a DTD.
    told = feedparser.parse(
        io.BytesIO(etree.tostring(root, encoding="utf-8")),
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not told.version:
        raise SourceFailedError("Its list answered with XML that is no feed.")
    # As plain dictionaries: feedparser's own give one date for another.
    items = [_item(dict(entry), source) for entry in told.entries[:MOST_ROWS]]
    links = told.feed.get("links", [])
    following = next((each.get("href", "") for each in links if each.get("rel") == "next"), "")
    return Feed(_page(items, base), joined(base, following) if following else "", is_sound)


def post_key(guid: str) -> str:
    """The key of a WordPress post, by its id (https://example.org/?p=12) where it is told."""
    found = _POST.search(guid)
    return found.group(1) if found else ""


def _tree(text: str) -> tuple[etree._Element, bool]:
    """A feed's XML, mended where it is broken, without entities; and whether it was sound."""
    root, is_sound = _parsed(text)
    if not is_sound:
        # What breaks most is a name of HTML's, or the bare sign in an address.
        root, _ = _parsed(_BARE.sub("&amp;", replace_entities(text, keep=_XML_NAMES)))
    if root is None or str(root.tag).rpartition("}")[2].lower() == "html":
        kind = "a block page" if is_block_page(text.encode()) else "something else than a feed"
        raise SourceFailedError(f"Its list answered with {kind}.")
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise SourceFailedError("Its list is too large.")
    if any(len(element.attrib) > MOST_ATTRIBUTES for element in root.iter()):
        raise SourceFailedError("Its list holds a tag without end; it was not read.")
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return root, is_sound


def _parsed(text: str) -> tuple[etree._Element | None, bool]:
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None, False
    return root, not parser.error_log


def _item(entry: dict[str, Any], source: Source) -> _Item:
    guid, link = entry.get("id", ""), entry.get("link", "")
    return _Item(
        key=(post_key(guid) if source.kind == "wordpress" else "") or guid,
        link=link or guid,
        title=entry.get("title", ""),
        published=_moment(entry, "published", source) or _moment(entry, "updated", source),
        modified=entry.get("updated") or None,
    )


def _moment(entry: dict[str, Any], name: str, source: Source) -> datetime | None:
    text, parsed = entry.get(name), entry.get(f"{name}_parsed")
    if not isinstance(text, str):
        return None
    if parsed is None or not _STATED.search(text[:100]):
        return instant_of(text, source.zone)
    try:
        year, month, day, hour, minute, second = parsed[:6]
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return None


def _json_feed(text: str, source: Source, base: str) -> Feed:
    try:
        told = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise SourceFailedError("Its list answered with something else than a feed.") from error
    rows = told.get("items")
    if not isinstance(rows, list) or "jsonfeed.org" not in str(told.get("version", ""))[:100]:
        raise SourceFailedError("Its list answered with JSON that is no feed.")
    items = [_json_item(row if isinstance(row, dict) else {}, source) for row in rows[:MOST_ROWS]]
    following = _text(told, "next_url")
    return Feed(_page(items, base), joined(base, following) if following else "")


def _json_item(row: dict[str, Any], source: Source) -> _Item:
    published = _text(row, "date_published")
    identity = row.get("id")
    return _Item(
        key=str(identity) if isinstance(identity, str | int) else "",
        link=_text(row, "url") or _text(row, "external_url"),
        title=_text(row, "title"),
        published=instant_of(published, source.zone) if published else None,
        modified=_text(row, "date_modified")[:40] or None,
    )


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _page(items: Sequence[_Item], base: str) -> ListPage:
    """The items that lead somewhere; an id that several of them share is none."""
    shared = Counter(item.key for item in items)
    entries, dates = [], []
    for item in items:
        if not (url := joined(base, item.link) if item.link else ""):
            continue
        key = item.key if shared[item.key] == 1 and len(item.key) <= MOST_KEY else ""
        key = key_of(key) if key.startswith(("http://", "https://")) else key.strip()
        listed = Listed(plain(item.title), item.published, item.modified and item.modified[:40])
        entries.append(Entry(key or key_of(url), url, listed))
        dates.append(item.published)
    return ListPage(tuple(entries), tuple(dates), total=None, odd=len(items) - len(entries))

"""What the ministry's list pages say: the shell, the list unit and the RSS as plain values."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin, urlsplit

import feedparser
from bs4 import BeautifulSoup, Tag

from spiders.blocked import json_of
from spiders.entries import MOST_TITLE, joined, refuse_endless_tag
from spiders.list_dates import instant_of
from spiders.listing import ListPage, SourceFailedError
from spiders.miit_ids import article_id
from spiders.recorder import Entry
from spiders.source import Source, host_of
from storage.crawled import Listed

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class Unit:
    """Where a column's list is asked for, and with what."""

    url: str
    query: dict[str, str]


def unit_of(html: str, source: Source) -> Unit:
    """What the shell page tells its script to ask for; raises SourceFailedError."""
    refuse_endless_tag(html)
    for script in BeautifulSoup(html, "lxml").select("script[parsetype=buildstatic]"):
        query = _query(str(script.get("querydata") or ""))
        url = joined(source.url, str(script.get("url") or ""))
        if url and query.get("pageId") == source.column:
            return Unit(url, query)
    raise SourceFailedError("Its page names no list of this column; the layout has changed.")


def _query(text: str) -> dict[str, str]:
    """The attribute's value: JSON in single quotes."""
    try:
        told = json.loads(text[:5000].replace("'", '"'))
    except (ValueError, RecursionError):
        return {}
    return {str(k): str(v) for k, v in told.items()} if isinstance(told, dict) else {}


def list_page(body: bytes, number: int, source: Source) -> ListPage:
    """One page of the list; raises SourceFailedError for another shape or another page."""
    html = _fragment(body)
    refuse_endless_tag(html)
    soup = BeautifulSoup(html, "lxml")
    rows = soup.select(".page-content li", limit=MOST_ROWS)
    entries = tuple(entry for row in rows if (entry := _row(row, source)))
    pagination = soup.select_one("div.pagination")
    if not rows and pagination is None:
        raise SourceFailedError("Its list has no rows and no pagination; the layout has changed.")
    if rows and not entries:
        raise SourceFailedError("Its list links to no article; the layout has changed.")
    shown = _attribute(pagination, "pageno")
    if shown is not None and shown != number:
        raise SourceFailedError(f"Its list is stalled: asked for page {number}, it gave {shown}.")
    return ListPage(
        entries=entries,
        sorted_by=tuple(entry.listed.published_at for entry in entries if entry.listed),
        total=_attribute(pagination, "count"),
        odd=len(rows) - len(entries),
    )


def feed_page(body: bytes, source: Source) -> ListPage:
    """The articles of an RSS, which states no count.

    Its dates are left out: the list's day is the one that the page shows.
    """
    # Bytes or text would be taken for the name of a file.
    items = feedparser.parse(io.BytesIO(body)).entries[:MOST_ROWS]
    entries = tuple(
        entry
        for item in items
        if (entry := _entry(item.get("link", ""), item.get("title", ""), None, source))
    )
    return ListPage(entries, sorted_by=(), total=None, odd=len(items) - len(entries))


def _fragment(body: bytes) -> str:
    answer = json_of(body)
    if not isinstance(answer, dict) or answer.get("success") is not True:
        said = str(answer.get("message"))[:80] if isinstance(answer, dict) else "no object"
        raise SourceFailedError(f"Its list answered without success ({said}).")
    data = answer.get("data")
    html = data.get("html") if isinstance(data, dict) else None
    if not isinstance(html, str) or not html.strip():
        raise SourceFailedError("Its list answered without a fragment; the layout has changed.")
    return html


def _row(row: Tag, source: Source) -> Entry | None:
    link = row.select_one("a[href]")
    if link is None:
        return None
    # The visible title may be cut; the attribute is whole.
    title = str(link.get("title") or link.get_text())
    shown = row.select_one("span")
    day = _DAY.search(shown.get_text()[:40]) if shown else None
    return _entry(str(link["href"]), title, _midnight(day, source.zone), source)


def _entry(href: str, title: str, day: datetime | None, source: Source) -> Entry | None:
    """The article that a link leads to, on the column's own host whichever host it names."""
    url = joined(source.url, href)
    path = urlsplit(url).path
    key = article_id(path)
    if not key or host_of(url) not in source.hosts:
        return None
    listed = Listed(" ".join(title.split())[:MOST_TITLE] or None, day)
    return Entry(key, urljoin(source.url, path), listed)


def _midnight(day: re.Match[str] | None, zone: str) -> datetime | None:
    """The list gives a day alone, and midnight in the source's zone says just that."""
    return instant_of(day.group(), zone) if day else None


def _attribute(element: Tag | None, name: str) -> int | None:
    text = str(element.get(name) or "") if element is not None else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None

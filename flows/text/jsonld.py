"""What a page says of itself in JSON-LD: the one object that describes its article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from flows.text.blocks import one_line

MAX_CHARS = 500_000
MAX_OBJECTS = 200
MAX_NAMES = 10
ARTICLES = ("Article", "Posting", "Report", "WebPage")


def described_article(tree: HtmlElement) -> dict[str, Any]:
    """The first object of type Article, BlogPosting or the like, else of WebPage; else empty."""
    objects = [o for script in _scripts(tree) for o in _objects(_load(script))]
    for ending in ARTICLES:
        for found in objects:
            kinds = found.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).endswith(ending) for kind in kinds):
                return found
    return {}


def name_of(value: Any) -> str | None:  # noqa: ANN401 - what stood in the page
    """The name in an author or publisher: a text, an object with a name, or a list of these."""
    several = value[:MAX_NAMES] if isinstance(value, list) else [value]
    names = [item.get("name") if isinstance(item, dict) else item for item in several]
    return ", ".join(filter(None, (one_line(n) for n in names if isinstance(n, str)))) or None


def _scripts(tree: HtmlElement) -> Iterator[str]:
    for script in tree.iter("script"):
        kind = (script.get("type") or "").lower()
        if kind.startswith("application/ld+json") and script.text:
            yield script.text[:MAX_CHARS]


def _load(text: str) -> Any:  # noqa: ANN401 - what stood in the page
    try:
        return json.loads(text.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - what stood in the page
    """The objects of a document and of its @graph; not what they link to or list."""
    found: list[dict[str, Any]] = []
    queue = [value]
    while queue and len(found) < MAX_OBJECTS:
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item[:MAX_OBJECTS])
        elif isinstance(item, dict):
            found.append(item)
            queue.append(item.get("@graph"))
    return found

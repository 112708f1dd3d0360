"""The ministry's own id of an article, which its address holds on every host and scheme."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"/art/\d{4}/art_([0-9a-z]{32})\.html")


def article_id(path: str) -> str | None:
    """The id in an address's path, or None where it leads to no article."""
    found = _ARTICLE.search(path)
    return found.group(1) if found else None

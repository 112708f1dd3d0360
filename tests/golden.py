"""Golden pages: for every source a page in its markup, and what is to be read in it.

`tests/pages/<source>/<name>.html` is the page as it was sent (or written, where its licence
keeps it out) and `<name>.json` says where from and what is expected. A page named `list` is
the list of a source of kind `listing`. `python -m tests.refresh` writes the expectations.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from scrapy.http import HtmlResponse

from flows.text.clean import clean_page
from flows.text.statements import read
from spiders.listing_site import rows_of
from spiders.source import Source
from storage.crawled import Page
from storage.records import Rejection

PAGES = Path(__file__).parent / "pages"
LIST = "list"
# So much of a body's beginning and end is kept: enough to show that neither is cut.
SHOWN = 40


@dataclass(frozen=True)
class Golden:
    """One page of a source; `told` is its JSON with `url`, `fetched_at`, `content_type`."""

    source: Source
    path: Path
    told: dict[str, Any]

    @property
    def is_list(self) -> bool:
        """Whether it is the source's list and no article."""
        return self.path.stem == LIST

    def read(self) -> dict[str, Any]:
        """What is read in it now, in the shape of `expected`."""
        return self._list() if self.is_list else self._article()

    def _list(self) -> dict[str, Any]:
        headers = {"Content-Type": self.told["content_type"]}
        url, body = self.told["url"], self.path.read_bytes()
        page, following = rows_of(HtmlResponse(url, 200, headers, body).text, self.source, url)
        rows = [[e.url, e.listed and e.listed.title, _iso(at)]
                for e, at in zip(page.entries, page.sorted_by, strict=True)]  # fmt: skip
        return {"rows": rows, "odd": page.odd, "next": following}

    def _article(self) -> dict[str, Any]:
        body = self.path.read_bytes()
        page = Page(
            source=self.source.name,
            key=self.told["url"],
            url=self.told["url"],
            fetched_at=datetime.fromisoformat(self.told["fetched_at"]),
            status=200,
            headers=(("Content-Type", self.told["content_type"]),),
            body=body,
            digest=f"sha256:{sha256(body).hexdigest()}",
        )
        article = clean_page(page, self.source.zone, self.source.lang)
        if isinstance(article, Rejection):
            return {"rejected": article.reason}
        reading = read(article)
        return {
            "title": article.title,
            "lang": article.lang,
            "author": article.author,
            "published_at": _iso(article.published_at),
            "original_url": article.original_url,
            "starts": article.text[:SHOWN],
            "ends": article.text[-SHOWN:],
            "is_statement": reading.is_statement,
            "speakers": [[s.name, s.post, s.org] for s in reading.speakers if s.main],
            "measures": len(reading.measures),
        }


def golden_pages(source: Source, folder: Path = PAGES) -> Sequence[Golden]:
    """The golden pages of a source, in the order of their names."""
    paths = sorted((folder / source.name).glob("*.html"))
    return [Golden(source, path, _told(path)) for path in paths]


def _told(path: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(path.with_suffix(".json").read_text())
    return told


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None

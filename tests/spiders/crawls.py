"""Crawls of a scripted site by real children, and what they left in the spool."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from spiders.run import CrawlResult, crawl
from spiders.sources import Source
from spiders.spool import Broken, read
from storage.crawled import Known, Outcome, Page
from tests.spiders.site import Answer, Route, Site, as_json

NOW = datetime(2026, 3, 20, 22, 0, tzinfo=UTC)
COLUMN = "0123456789abcdef0123456789abcdef"
POSTS = "/wp-json/wp/v2/posts"


@dataclass
class Crawled:
    """A crawl's result and its records: outcomes by kind, pages and item outcomes by key."""

    result: CrawlResult
    records: list[Page | Outcome]
    told: dict[str, Page | Outcome] = field(init=False)

    def __post_init__(self) -> None:
        self.told = {
            r.key: r for r in self.records if isinstance(r, Page) or (r.key and r.kind != "listed")
        }

    def outcomes(self, kind: str) -> list[Outcome]:
        """The outcomes of one kind, in order."""
        return [r for r in self.records if isinstance(r, Outcome) and r.kind == kind]

    def pages(self) -> list[Page]:
        """The pages, in order."""
        return [r for r in self.records if isinstance(r, Page)]


def blog(site: Site, **fields: Any) -> Source:
    """A WordPress source of that site, impatient and in a hurry."""
    return _source(kind="wordpress", **{"url": f"{site.url}/"} | fields)


def ministry(site: Site, **fields: Any) -> Source:
    """A ministry's column of that site."""
    url = f"{site.url}/column/index.html"
    return _source(kind="miit", url=url, column=COLUMN, **fields)


def site_of(site: Site, kind: str, path: str, **fields: Any) -> Source:
    """A source of another kind, whose list is at a path of that site."""
    return _source(kind=kind, url=f"{site.url}{path}", **fields)


def _source(**fields: Any) -> Source:
    given: dict[str, Any] = {
        "name": "scripted", "title": "Scripted", "lang": "en", "zone": "Asia/Shanghai",
        "in_14_days": (0, 1000), "newest_days": 9999,
        "delay": 0.0, "timeout": 1.0, "loopback": True,
    }  # fmt: skip
    return Source(**given | fields)


def run(source: Source, home: Path, known: Sequence[Known] = (), **more: Any) -> Crawled:
    """Crawl a source by a child; `home` has the catalogue that the child imports."""
    module = f"catalogue_of_{source.name.replace('-', '_')}"
    declared = f"from spiders.sources import Source\nSOURCES = ({source!r},)\n"
    (home / f"{module}.py").write_text(declared)
    result = crawl(source, known, home, NOW, catalogue_module=module, **more)
    records: list[Page | Outcome] = []
    # Other crawls may spool beside this one, and one name may begin another.
    own = re.compile(rf"\w+-{source.name}-\w+\.warc\.gz")
    for path in sorted((home / "spool").glob("*.warc.gz")):
        if not own.fullmatch(path.name):
            continue
        for record in read(path):
            assert not isinstance(record, Broken)
            records.append(record)
        path.unlink()
    return Crawled(result, records)


def post(number: int, site: Site, *, modified: str = "2026-03-20T10:00:00", path: str = "") -> Any:
    """One post as the REST API lists it."""
    return {
        "id": number,
        "date_gmt": "2026-03-20T09:00:00",
        "modified_gmt": modified,
        "link": site.url + (path or f"/post-{number}/"),
        "title": {"rendered": f"Post &#8220;{number}&#8221;"},
    }


def posts(*listed: Any) -> Answer:
    """A whole list on one page."""
    return as_json(list(listed), X_WP_Total=str(len(listed)), X_WP_TotalPages="1")


def serve(site: Site, routes: Mapping[str, Route]) -> None:
    """Let a site that is open serve these routes from now on; its robots.txt sets a cookie."""
    cookie = (("Set-Cookie", "seen=1; Path=/"),)
    rules = Answer(b"User-agent: *\n", headers=cookie, content_type="text/plain")
    site.routes = {"/robots.txt": rules, **routes}

"""robots.txt by RFC 9309, where Scrapy's own rule differs: no answer means no, and it is told."""

from __future__ import annotations

import asyncio

from protego import Protego
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Request, Response
from scrapy.http.request import NO_CALLBACK
from w3lib.url import safe_url_string

from spiders.explain import explain
from spiders.guard import RefusedError
from spiders.settings import PRODUCT
from spiders.source import MOST_DELAY

# https://www.rfc-editor.org/rfc/rfc9309#name-limits: at least 500 KiB must be parsed.
MOST_PARSED = 512 * 1024


class RobotsUnreachableError(IgnoreRequest):
    """A host whose robots.txt gave no answer is not fetched in this run."""


class RobotsTxt:
    """Asks each host's robots.txt once and holds every request of the run to it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._rules: dict[str, Protego | IgnoreRequest] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RobotsTxt:
        """What Scrapy calls to make its middleware."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raise RefusedError for what is disallowed, RobotsUnreachableError without an answer."""
        if request.meta.get("is_robots"):
            return
        origin = "/".join(request.url.split("/", 3)[:3])
        if origin not in self._rules:
            self._rules[origin] = await self._ask(f"{origin}/robots.txt")
        rules = self._rules[origin]
        if isinstance(rules, IgnoreRequest):
            raise rules
        if not rules.can_fetch(request.url, PRODUCT):
            raise RefusedError("is disallowed by the site's robots.txt")
        # No part of the RFC, yet a wish of the site's; our own delay comes on top.
        await asyncio.sleep(min(rules.crawl_delay(PRODUCT) or 0.0, MOST_DELAY))

    async def _ask(self, url: str) -> Protego | IgnoreRequest:
        request = Request(safe_url_string(url), callback=NO_CALLBACK, meta={"is_robots": True})
        try:
            response = await self._crawler.engine.download_async(request)
        except RefusedError as error:
            return RefusedError(f"has a robots.txt that {error}")
        except Exception as error:  # noqa: BLE001 - whatever kept the answer away, it is told
            return RobotsUnreachableError(f"has a robots.txt that {explain(error)}")
        return read_rules(response)


def read_rules(response: Response) -> Protego | IgnoreRequest:
    """What an answer means: 2xx is read, 4xx allows all, and anything else forbids all.

    A 429 asks us to come later; it does not say that there are no rules.
    """
    status = response.status
    if 200 <= status < 300:
        return Protego.parse(response.body[:MOST_PARSED].decode("utf-8", "replace"))
    if 400 <= status < 500 and status != 429:
        return Protego.parse("")
    return RobotsUnreachableError(f"has a robots.txt that answered {status}")

"""Trying again, later each time, and never against a site's word."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Request, Response
from scrapy.settings import BaseSettings

from spiders.explain import is_untrusted

# A pause that a site asks for is waited out in the run up to here; a longer one ends it.
LONGEST_PAUSE = timedelta(seconds=60)
_PAUSE_STATUSES = (429, 503)
_LATEST = timedelta(days=365)


def retry_after(response: Response, now: datetime) -> datetime | None:
    """When a 429 or 503 asks to be tried again (RFC 9110, 10.2.3), or None."""
    value = response.headers.get("Retry-After")
    if response.status not in _PAUSE_STATUSES or not value:
        return None
    text = value.decode("latin-1").strip()[:60]
    if text.isascii() and text.isdigit():
        return now + min(timedelta(seconds=int(text[:9])), _LATEST)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return min(moment, now + _LATEST) if moment.tzinfo else None


class PoliteRetry(RetryMiddleware):
    """Scrapy's retries after a wait that doubles, or after the pause that the site asks for."""

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._delay = settings.getfloat("DOWNLOAD_DELAY")

    async def process_response(  # type: ignore[override]  # Scrapy awaits either form
        self, request: Request, response: Response
    ) -> Request | Response:
        """Wait and try again where the status is a passing one."""
        now = self.crawler.spider.now()  # type: ignore[union-attr]  # ours has a clock
        again = retry_after(response, now)
        if again is not None and again > now + LONGEST_PAUSE:
            return response
        result = super().process_response(request, response)
        if isinstance(result, Request):
            pause = again - now if again else timedelta()
            await self._wait(result, pause.total_seconds())
        return result

    async def process_exception(  # type: ignore[override]  # Scrapy awaits either form
        self, request: Request, exception: Exception
    ) -> Request | Response | None:
        """Wait and try again where the connection failed in a passing way."""
        if is_untrusted(exception):
            return None
        result = super().process_exception(request, exception)
        if isinstance(result, Request):
            await self._wait(result, 0.0)
        return result

    async def _wait(self, request: Request, at_least: float) -> None:
        await asyncio.sleep(max(at_least, self._delay * 2 ** request.meta["retry_times"]))

"""How we fetch: politeness and limits, source by source."""

from __future__ import annotations

from typing import Any

from spiders.source import MOST_DELAY, Source

PRODUCT = "OnRecord"
MOST_BYTES = 10 * 1024 * 1024
# A list page of either kind takes 50 kB; reading 10 MB of hostile markup would take a minute.
MOST_LIST_BYTES = 2 * 1024 * 1024
MOST_REDIRECTS = 5
_OFF = (
    "METAREFRESH_ENABLED", "COOKIES_ENABLED", "HTTPPROXY_ENABLED", "TELNETCONSOLE_ENABLED",
    "REMOTE_CONTROL_ENABLED", "MEMUSAGE_ENABLED", "STATS_DUMP",
)  # fmt: skip


def user_agent(source: Source) -> str:
    """The one name that we go by, with whom to ask."""
    return f"{PRODUCT}/0.1 (+{source.contact})"


def scrapy_settings(source: Source) -> dict[str, Any]:
    """Scrapy's settings for the crawl of one source."""
    return {
        "USER_AGENT": user_agent(source),
        "DOWNLOADER_MIDDLEWARES": {
            "spiders.guard.HostGuard": 40,
            "spiders.robots.RobotsTxt": 100,
            "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
            "spiders.retry.PoliteRetry": 550,
            # After the retries, so that a refused address is not tried again.
            "spiders.guard.AddressGuard": 560,
        },
        "TWISTED_DNS_RESOLVER": "spiders.guard.GuardedResolver",
        "ONRECORD_HOSTS": list(source.hosts),
        "ONRECORD_LOOPBACK": source.loopback,
        # The system's own trust store; Scrapy's default accepts every certificate.
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        "DOWNLOAD_HANDLERS": dict.fromkeys(("data", "file", "ftp", "s3")),
        # One request at a time, and none is dropped as met before: what is asked is our matter.
        "CONCURRENT_REQUESTS": 1,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DUPEFILTER_CLASS": "scrapy.dupefilters.BaseDupeFilter",
        "DOWNLOAD_DELAY": source.delay,
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_START_DELAY": source.delay,
        "AUTOTHROTTLE_MAX_DELAY": MOST_DELAY,
        "DOWNLOAD_TIMEOUT": source.timeout,
        "DOWNLOAD_MAXSIZE": MOST_BYTES,
        "DOWNLOAD_WARNSIZE": 0,
        "REDIRECT_MAX_TIMES": MOST_REDIRECTS,
        # Scrapy drops a long address without a word; the lists' readers hold to a length.
        "URLLENGTH_LIMIT": 0,
        "REFERRER_POLICY": "no-referrer",
        "DEFAULT_REQUEST_HEADERS": {"Accept": "*/*"},
        **dict.fromkeys(_OFF, False),
        "LOG_LEVEL": "WARNING",
    }

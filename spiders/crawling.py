"""One crawl in this process, which can do no second one: Scrapy, our spider and the spool."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from time import process_time
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Request
from twisted.internet.task import LoopingCall

from spiders.archive_spider import ArchiveSpider
from spiders.backfilled import writer_name
from spiders.clock import Clock
from spiders.job import Job
from spiders.kinds import spider_of
from spiders.miit_archive import MiitArchive
from spiders.pages import PageSpider
from spiders.recorder import Entry, Recorder
from spiders.settings import scrapy_settings
from spiders.sources import Source
from spiders.spider import SourceSpider
from spiders.spool import Writer
from spiders.wordpress_archive import WordPressArchive
from storage.crawled import Known

ARCHIVES: dict[str, type[ArchiveSpider]] = {"wordpress": WordPressArchive, "miit": MiitArchive}
# An open spool file that is old enough is closed even while a slow site is waited for.
TICK_SECONDS = 5.0


class AddressSpider(PageSpider):
    """Fetches one address and nothing else."""

    name = "address"

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the source's url."""
        request = self.fetch([(Entry(self.source.url, self.source.url, None), None)])
        if request is not None:
            yield request


def crawl_here(
    job: Job, source: Source, known: Sequence[Known], tell: Callable[[int, int | None], None]
) -> dict[str, Any]:
    """Crawl to the end and say what it came to; the spool is closed by then."""
    clock = Clock(job.now)
    name = source.name if job.walk is None else writer_name(source.name)
    with Writer(job.spool, name, clock) as writer:
        recorder = Recorder(source.name, writer, clock, tell)
        given: dict[str, Any] = {"source": source, "recorder": recorder, "now": clock}
        process = AsyncCrawlerProcess(scrapy_settings(source))
        kind, more = _kind(job, source, known)
        crawler = process.create_crawler(kind)
        process.crawl(crawler, **given, **more)
        LoopingCall(writer.tick).start(TICK_SECONDS, now=False)
        process.start()
        error = _end(crawler.spider, recorder, job.now)
    count = recorder.count
    return {
        "listed": count["listed"],
        "fetched": count["fetched"],
        "unchanged": count["unchanged"],
        "failed": count["failed"] + count["refused"],
        "error": error,
        "warnings": recorder.warnings,
        "cpu_seconds": process_time(),
        "has_paused": isinstance(crawler.spider, PageSpider) and crawler.spider.has_paused,
    }


def _kind(
    job: Job, source: Source, known: Sequence[Known]
) -> tuple[type[PageSpider], dict[str, Any]]:
    """The spider for a job, and what it is given beyond what all are given."""
    if job.url:
        return AddressSpider, {}
    if job.walk is not None:
        return ARCHIVES[source.kind], {"known": known, "walk": job.walk}
    return spider_of(source), {"known": known}


def _end(spider: object, recorder: Recorder, begun_at: datetime) -> str | None:
    """Why the crawl failed, if it did; put on record unless somebody ended it from outside."""
    if not isinstance(spider, PageSpider):
        return "Its crawl could not be started."
    if spider.reason == "shutdown":
        return "Its crawl was interrupted."
    error = spider.error
    if error is None and spider.reason != "finished":
        error = f"Its crawl ended early ({spider.reason})."
    if error is None and not spider.has_paused and recorder.done != recorder.to_fetch:
        error = "Its crawl ended before all was asked for."
    # Of the source's health and its baseline its crawls speak, not its backfills.
    if isinstance(spider, SourceSpider) and not isinstance(spider, ArchiveSpider):
        recorder.end(error, begun_at)
    return error

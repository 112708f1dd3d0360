"""What a crawl learns: into the spool at once, counted, and told to the parent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from spiders.spool import Writer
from storage.crawled import Listed, Outcome, OutcomeKind, Page

MOST_WARNINGS = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One item as a list gives it; `key` is the source's own id of it."""

    key: str
    url: str
    listed: Listed | None


class Recorder:
    """Writes one source's records; `tell` is called with how many were fetched of how many.

    `count` counts pages as `fetched` and outcomes of items by their kind.
    """

    def __init__(
        self,
        source: str,
        writer: Writer,
        now: Callable[[], datetime],
        tell: Callable[[int, int | None], None],
    ) -> None:
        self._source, self._writer, self._now, self._tell = source, writer, now, tell
        self.count: Counter[str] = Counter()
        self.to_fetch: int | None = None
        self.warnings: list[str] = []

    def page(self, page: Page) -> None:
        """A page was fetched."""
        self._writer.page(page)
        self.count["fetched"] += 1
        self.progress()

    def item(
        self,
        kind: OutcomeKind,
        entry: Entry,
        detail: str = "",
        status: int | None = None,
        retry_at: datetime | None = None,
    ) -> None:
        """Something was learned of an item: `listed`, `unchanged`, `failed` or `refused`."""
        self._writer.outcome(
            Outcome(
                self._source, kind, self._now(), entry.key, entry.url, detail,
                status, retry_at, listed=entry.listed,
            )
        )  # fmt: skip
        self.count[kind] += 1
        if kind != "listed":
            self.progress()

    def walked(self, walk: int, url: str, cursor: str, total: int | None) -> None:
        """A list page of a walk through the archive was read; `cursor` is where it goes on."""
        self._writer.outcome(
            Outcome(self._source, "walked", self._now(), str(walk), url, cursor, items=total or 0)
        )

    def end(self, error: str | None, begun_at: datetime) -> None:
        """The crawl has ended: its lists were read, or the source failed with a sentence."""
        kind: OutcomeKind = "source_failed" if error else "crawled"
        self._writer.outcome(
            Outcome(
                self._source, kind, self._now(), detail=error or "",
                items=self.count["listed"], begun_at=begun_at,
            )
        )  # fmt: skip

    def warn(self, sentence: str) -> None:
        """Keep a sentence for the run's summary."""
        if len(self.warnings) < MOST_WARNINGS:
            self.warnings.append(sentence)

    @property
    def done(self) -> int:
        """How many items there is an answer for."""
        return self.count.total() - self.count["listed"]

    def progress(self) -> None:
        """Tell how far the crawl has come."""
        self._tell(self.done, self.to_fetch)

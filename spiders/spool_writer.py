"""What a crawl brings, written into spool files as it comes."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Self

from spiders.spool_files import OPEN, SOURCE, moving, publish, take
from spiders.warc_pages import pack_outcome, pack_page
from storage.crawled import Outcome, Page

# A reader holds a file's pages in memory: fifty of the largest would be half a gigabyte.
_MOST_BYTES = 64 * 1024 * 1024


class Writer:
    """Writes the pages and outcomes of one crawl; each is on its way to disk when a call returns.

    A file is opened with its first record and closed after `most_pages` pages or, by `tick`,
    after `most_seconds` seconds. All calls come from one thread.
    """

    def __init__(
        self,
        folder: Path,
        source: str,
        now: Callable[[], datetime],
        most_pages: int = 50,
        most_seconds: float = 30.0,
    ) -> None:
        if not SOURCE.fullmatch(source):
            raise ValueError(f"a source's name is letters, digits, '_', '.', '-': {source!r}")
        self._folder = folder
        self._source = source
        self._now = now
        self._most_pages = most_pages
        self._most_age = timedelta(seconds=most_seconds)
        self._token = secrets.token_hex(4)
        self._files = 0
        self._open: tuple[BinaryIO, Path] | None = None
        self._since = datetime.min.replace(tzinfo=UTC)
        self._end = self._pages = self._bytes = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def page(self, page: Page) -> None:
        """Append a page; raises ValueError for one that reading would refuse as too large."""
        self._append(pack_page(page))
        self._pages += 1
        self._bytes += len(page.body)
        if self._pages >= self._most_pages or self._bytes >= _MOST_BYTES:
            self.close()

    def outcome(self, outcome: Outcome) -> None:
        """Append an outcome."""
        self._append(pack_outcome(outcome))

    def tick(self) -> None:
        """Close the open file if it is older than `most_seconds`; for a timer."""
        if self._open and self._now() - self._since >= self._most_age:
            self.close()

    def close(self) -> None:
        """Close the open file, if there is one: from now on it can be claimed."""
        if self._open:
            file, path = self._open
            self._open = None
            publish(file, path, self._end)

    def _append(self, member: bytes) -> None:
        file = self._file()
        # A write that failed half-way (a full disk) is written over, or cut off at the close.
        file.seek(self._end)
        rest = memoryview(member)
        while rest:
            rest = rest[file.write(rest) :]
        self._end += len(member)

    def _file(self) -> BinaryIO:
        if self._open:
            return self._open[0]
        self._since = self._now()
        self._files += 1
        stamp = self._since.astimezone(UTC).strftime("%Y%m%dT%H%M%S%fZ")
        unique = f"{self._token}{self._files:05d}"
        path = self._folder / f"{stamp}-{self._source}-{unique}.warc.gz{OPEN}"
        with moving(self._folder):
            file = take(path, "x+b")
        if file is None:
            raise FileExistsError(f"another program locks {path}")
        self._open = file, path
        self._end = self._pages = self._bytes = 0
        return file

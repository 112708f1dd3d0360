"""Crawls as the flows see them: one call, one child process, one result. Imports no Scrapy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from spiders.job import Job, write_job
from spiders.process import ChildFailedError, run_child
from spiders.sources import Source
from storage.records import Known

# A page is told of after at most three tries of 30 s and the pauses between them.
SILENCE_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a crawl has come; `to_fetch` is None while the lists are read."""

    fetched: int
    to_fetch: int | None


@dataclass(frozen=True, slots=True)
class CrawlResult:
    """What a crawl came to; `error` is one sentence if the source failed.

    `failed` counts the items that were refused or could not be fetched.
    """

    listed: int = 0
    fetched: int = 0
    unchanged: int = 0
    failed: int = 0
    error: str | None = None
    warnings: tuple[str, ...] = ()


def crawl(
    source: Source,
    known: Sequence[Known],
    home: Path,
    now: datetime,
    *,
    catalogue_module: str,
    on_progress: Callable[[Progress], None] | None = None,
    silence: float = SILENCE_SECONDS,
) -> CrawlResult:
    """Let a child process crawl a source of a catalogue into the spool below `home`.

    The child's clock starts at `now` (aware). A child that dies, or gives no sign of life for
    `silence` seconds, is an error of the result; whatever ends this call ends the child.
    """
    job = Job(now, home / "spool", catalogue_module, source.name)

    def progress(fetched: int, to_fetch: int | None) -> None:
        if on_progress is not None:
            on_progress(Progress(fetched, to_fetch))

    log = home / "logs" / f"crawl-{source.name}.log"
    with _written(job, known, home) as path:
        try:
            told = run_child(path, log, silence, progress)
        except ChildFailedError as error:
            return CrawlResult(error=f"Its crawl {error}; {log} may say more.")
    return CrawlResult(**told | {"warnings": tuple(told.get("warnings", ()))})


@contextmanager
def _written(job: Job, known: Sequence[Known], home: Path) -> Iterator[Path]:
    """The file of a job, in a folder below `home` that goes with it."""
    for folder in (home / "logs", home / "tmp"):
        folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="crawl-", dir=home / "tmp") as inside:
        path = Path(inside) / "job.jsonl"
        write_job(path, job, known)
        yield path

"""Crawls as the flows see them: one call, one child process, one result. Imports no Scrapy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from spiders.job import Job, write_job
from spiders.job_folder import job_folder
from spiders.process import ChildFailedError, run_child
from spiders.sources import Source, is_address
from spiders.spool import read
from storage.crawled import Known, Outcome, Page, Walk

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

    `failed` counts the items that were refused or could not be fetched; `cpu_seconds` is what
    the child spent. `has_paused`: the site asked for a pause, so the rest waits.
    """

    listed: int = 0
    fetched: int = 0
    unchanged: int = 0
    failed: int = 0
    error: str | None = None
    warnings: tuple[str, ...] = ()
    cpu_seconds: float = 0.0
    has_paused: bool = False


def crawl(  # noqa: PLR0913 - what is crawled, with what known, for whom
    source: Source,
    known: Sequence[Known],
    home: Path,
    now: datetime,
    *,
    catalogue_module: str,
    walk: Walk | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    silence: float = SILENCE_SECONDS,
) -> CrawlResult:
    """Let a child process crawl a source of a catalogue into the spool below `home`.

    With `walk`, it crawls the next part of the archive, and `known` is what that walk knows.
    The child's clock starts at `now` (aware). A child that dies, or gives no sign of life for
    `silence` seconds, is an error of the result; whatever ends this call ends the child.
    """

    def progress(fetched: int, to_fetch: int | None) -> None:
        if on_progress is not None:
            on_progress(Progress(fetched, to_fetch))

    job = Job(now, home / "spool", catalogue_module, source.name, walk=walk)
    log = _log(home, source.name)
    with job_folder(home) as folder:
        write_job(folder / "job.jsonl", job, known)
        try:
            told = run_child(folder / "job.jsonl", log, silence, progress)
        except ChildFailedError as error:
            return CrawlResult(error=f"Its crawl {error}; {log} may say more.")
    return CrawlResult(**told | {"warnings": tuple(told.get("warnings", ()))})


def fetch_one(url: str, home: Path, now: datetime) -> Page | Outcome:
    """Fetch one address that a user typed, which declares its host for this once.

    Same child, guard and robots; nothing is kept. An Outcome says why there is no page.
    """
    if not is_address(url):
        return Outcome("", "refused", now, url, url, "It is no http or https address.")
    log = _log(home, "address")
    with job_folder(home) as folder:
        write_job(folder / "job.jsonl", Job(now, folder / "spool", "", "", url), ())
        try:
            told = run_child(folder / "job.jsonl", log, SILENCE_SECONDS, lambda *_: None)
        except ChildFailedError as error:
            return Outcome("", "failed", now, url, url, f"Its fetch {error}; see {log}.")
        files = sorted((folder / "spool").glob("*.warc.gz"))
        for record in (record for file in files for record in read(file)):
            match record:
                case Page():
                    return replace(record, source="", place=None)
                case Outcome():
                    return replace(record, source="")
    return Outcome("", "failed", now, url, url, told["error"] or "It gave nothing.")


def _log(home: Path, name: str) -> Path:
    folder = home / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"crawl-{name}.log"

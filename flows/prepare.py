"""From one page to all that can be said of it without looking at the record.

Pure work that a pool of processes shares: a page that hangs, crashes its process or meets a
bug costs itself alone.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as PageTimeoutError
from dataclasses import dataclass, replace
from multiprocessing.connection import wait
from time import process_time

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from flows.progress import Warned, tell
from flows.text.clean import clean_page
from flows.text.fingerprint import fingerprint
from flows.text.match import keys, sketch
from flows.text.statements import read
from storage.crawled import Page
from storage.records import Article, Fingerprint, Reading, Rejection, Sketch

# A page of 10 MB, the largest that is kept, takes under 10 s; more means that it hangs.
PAGE_SECONDS = 30
MOST_REASON = 300


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with its tags and all that matching compares; `page` has lost its body."""

    page: Page
    article: Article
    fingerprint: Fingerprint
    reading: Reading
    sketch: Sketch
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A page that gave no article; `page` has lost its body."""

    page: Page
    rejection: Rejection


def prepare(page: Page, zone: str) -> Prepared | Refused:
    """Clean and read one page of a source in an IANA `zone`."""
    cleaned = clean_page(page, zone)
    bare = replace(page, body=b"")
    if isinstance(cleaned, Rejection):
        return Refused(bare, cleaned)
    reading = read(cleaned)
    compared = sketch(cleaned, reading)
    return Prepared(bare, cleaned, fingerprint(cleaned.text), reading, compared, keys(compared))


Work = Callable[[Page, str], Prepared | Refused]
Timed = tuple[Prepared | Refused, float]
_PASSING = (PageTimeoutError, ProcessExpired)


def prepare_all(
    pages: Iterable[tuple[Page, str]],
    workers: int,
    work: Work = prepare,
    page_seconds: float = PAGE_SECONDS,
) -> Iterator[Timed]:
    """`work` for every (page, zone) by a pool of processes, with its CPU seconds.

    In the order of the pages; those that took too long or whose process died come last, each
    tried once more alone, since a busy machine or a lack of memory passes. What fails again,
    and a page on which `work` raises, is refused.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["flows.warm"])
    with ProcessPool(workers, initializer=_end_with_parent, context=context) as pool:

        def begin(page: Page, zone: str) -> ProcessFuture[Timed]:
            return pool.schedule(_timed, args=(work, page, zone), timeout=page_seconds)

        try:
            again = []
            for page, zone, future in [(page, zone, begin(page, zone)) for page, zone in pages]:
                try:
                    yield _result(page, future)
                except _PASSING:
                    again.append((page, zone))
            for page, zone in again:
                yield _last_result(page, begin(page, zone), page_seconds)
        except BaseException:
            # Without this, leaving the pool would first wait for all that is scheduled.
            pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it untyped
            raise


def _timed(work: Work, page: Page, zone: str) -> Timed:
    began = process_time()
    result = work(page, zone)
    return result, process_time() - began


def _last_result(page: Page, future: ProcessFuture[Timed], page_seconds: float) -> Timed:
    try:
        return _result(page, future)
    except PageTimeoutError:
        return _refused(page, f"reading it took more than {page_seconds:g} s"), page_seconds
    except ProcessExpired as error:
        return _refused(page, f"its reading process died: {error}"), 0.0


def _result(page: Page, future: ProcessFuture[Timed]) -> Timed:
    try:
        result: Timed = future.result()
    except _PASSING:
        raise
    except Exception as error:  # noqa: BLE001 - a bug of reading is told, and kept with the page
        reason = f"reading it failed: {type(error).__name__}: {error}"[:MOST_REASON]
        tell(Warned(f"{page.url}: {reason}"))
        return _refused(page, reason), 0.0
    return result


def _refused(page: Page, reason: str) -> Refused:
    rejection = Rejection(page.source, page.key, page.url, reason)
    return Refused(replace(page, body=b""), rejection)


def _end_with_parent() -> None:
    """Let this worker end when the process that reads the results is gone, even by a kill."""
    parent = multiprocessing.parent_process()
    if parent is not None:

        def watch() -> None:
            wait([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()

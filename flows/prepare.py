"""From one page to all that can be said of it without looking at the record.

Pure work that a pool of processes shares: a page that hangs or crashes its process costs
itself alone.
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

from flows.text.clean import clean_page
from flows.text.fingerprint import fingerprint
from flows.text.match import keys, sketch
from flows.text.statements import read
from storage.records import Article, Fingerprint, Page, Reading, Rejection, Sketch

# A page of 10 MB, the largest that is kept, takes under 10 s; more means that it hangs.
PAGE_SECONDS = 30


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


def prepare_all(
    pages: Iterable[tuple[Page, str]],
    workers: int,
    work: Work = prepare,
    page_seconds: float = PAGE_SECONDS,
) -> Iterator[Timed]:
    """`work` for every (page, zone) in order, by a pool of processes, with its CPU seconds."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with ProcessPool(workers, initializer=_end_with_parent, context=context) as pool:
        waiting = [
            (page, pool.schedule(_timed, args=(work, page, zone), timeout=page_seconds))
            for page, zone in pages
        ]
        try:
            for page, future in waiting:
                yield _result(page, future, page_seconds)
        except BaseException:
            # Without this, leaving the pool would first wait for all that is scheduled.
            pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it untyped
            raise


def _timed(work: Work, page: Page, zone: str) -> Timed:
    began = process_time()
    result = work(page, zone)
    return result, process_time() - began


def _result(page: Page, future: ProcessFuture[Timed], page_seconds: float) -> Timed:
    try:
        result: Timed = future.result()
    except PageTimeoutError:
        return _refused(page, f"reading it took more than {page_seconds:g} s"), page_seconds
    except ProcessExpired as error:
        return _refused(page, f"its reading process died: {error}"), 0.0
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

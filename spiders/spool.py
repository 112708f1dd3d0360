"""The spool: the durable queue of WARC files between the crawls that write and ingest.

`<home>/spool/` holds what waits; after the commit a file moves to `<home>/pages/YYYY/MM/`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from spiders.spool_files import (
    CLAIMED,
    FAILED,
    OPEN,
    archive_name,
    archive_place,
    is_closed,
    let_go,
    moving,
    publish,
    rename,
    take,
)
from spiders.spool_writer import Writer
from spiders.warc import Broken, BrokenRecordError, Record, record_at, records
from spiders.warc_pages import unpack
from storage.crawled import Outcome, Page, WarcPlace
from storage.failure import Failure

__all__ = [
    "Broken",
    "Claimed",
    "LostPageError",
    "Writer",
    "archive",
    "archive_name",
    "claim",
    "give_back_failed",
    "read",
    "read_at",
    "release",
    "salvage",
    "set_aside",
]

_log = logging.getLogger(__name__)


class LostPageError(Failure):
    """A page does not stand where its row says."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A spool file that this process alone reads, for as long as it lives."""

    path: Path
    lock: BinaryIO = field(repr=False, compare=False)


def salvage(folder: Path) -> None:
    """Close what dead writers left open, and give back what dead readers had claimed.

    An open file keeps its whole records; the torn one at its end is lost and due again, and
    a warning tells of it. Files of live owners, and those set aside, are left alone.
    """
    for path in sorted(folder.glob(f"*{OPEN}")):
        if file := _take(path):
            end = max((r.next for r in records(path) if isinstance(r, Record)), default=0)
            if torn := path.stat().st_size - end:
                _log.warning("%s: its writer died, %d bytes of a torn record", path.name, torn)
            publish(file, path, end)
    for path in sorted(folder.glob(f"*{CLAIMED}")):
        if file := _take(path):
            _log.warning("%s: its reader died, it is read again", path.name)
            release(Claimed(path, file))


def claim(folder: Path) -> Claimed | None:
    """The oldest closed file, for this process alone; None when there is none left."""
    with moving(folder):
        for path in sorted(filter(is_closed, folder.iterdir())):
            if file := take(path):
                claimed = path.with_name(path.name + CLAIMED)
                rename(path, claimed)
                return Claimed(claimed, file)
    return None


def release(claimed: Claimed) -> None:
    """Give a claimed file back unread."""
    folder = claimed.path.parent
    with moving(folder):
        rename(claimed.path, folder / archive_name(claimed.path))
        let_go(claimed.lock)


def set_aside(claimed: Claimed) -> Path:
    """Keep a claimed file that cannot be stored where no reader claims it; its path now."""
    target = claimed.path.with_name(archive_name(claimed.path) + FAILED)
    with moving(target.parent):
        rename(claimed.path, target)
        let_go(claimed.lock)
    return target


def give_back_failed(folder: Path) -> None:
    """Close again what was set aside, so that each file is tried once more."""
    with moving(folder):
        for path in sorted(folder.glob(f"*{FAILED}")):
            rename(path, path.with_name(archive_name(path)))


def archive(claimed: Claimed) -> None:
    """Move a claimed file to the page archive; call it after the commit."""
    place = archive_place(claimed.path)
    if place is None:
        raise ValueError(f"{claimed.path} is no spool file")
    target = claimed.path.parent.parent / place
    target.parent.mkdir(parents=True, exist_ok=True)
    with moving(claimed.path.parent):
        rename(claimed.path, target)
        let_go(claimed.lock)


def read(path: Path) -> Iterator[Page | Outcome | Broken]:
    """The pages and outcomes of a WARC file, and what is broken in it, in the file's order.

    A page of a spool file has its place in the page archive. Of a file from elsewhere the
    HTTP responses are pages without a source, each with its canonical URL as key; requests,
    revisits and the like are passed over.
    """
    place = archive_place(path)
    for record in records(path):
        if isinstance(record, Broken):
            yield record
            continue
        try:
            found = unpack(record, place or path.name, ours=place is not None)
        except BrokenRecordError as error:
            yield Broken(record.offset, str(error))
            continue
        if found is not None:
            yield found


def read_at(home: Path, place: WarcPlace) -> Page:
    """The page that stands at `place` below the home; raises LostPageError if it does not."""
    try:
        with _archived(home, place).open("rb") as file:
            record = record_at(file, place.offset)
        page = unpack(record, place.file, ours=archive_place(Path(place.file)) is not None)
    except (OSError, BrokenRecordError) as error:
        raise _lost(home, place, str(error)) from None
    if not isinstance(page, Page) or page.place != place:
        raise _lost(home, place, "another record stands there")
    return page


def _archived(home: Path, place: WarcPlace) -> Path:
    """The file of a place; one whose reader died after the commit still lies in the spool."""
    archived = home / place.file
    waiting = home / "spool" / archived.name
    states = ("", CLAIMED, FAILED)
    candidates = (archived, *(waiting.with_name(waiting.name + state) for state in states))
    return next((path for path in candidates if path.is_file()), archived)


def _lost(home: Path, place: WarcPlace, reason: str) -> LostPageError:
    return LostPageError(
        f"{home / place.file} at byte {place.offset}: {reason}; bring the file back from a"
        " backup, or let the page be fetched again"
    )


def _take(path: Path) -> BinaryIO | None:
    with moving(path.parent):
        return take(path) if path.exists() else None

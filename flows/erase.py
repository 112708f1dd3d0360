"""Records of what is forgotten, erased from the page archive.

A file that holds one is written anew without it under another name; then one transaction moves
the places of the other pages, and only then the old file goes. A crash at any moment leaves
every page where its row says, and the next sweep does what is left. Bytes that are no whole
record are not carried over.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from os import fsync
from pathlib import Path

from sqlalchemy import Engine

from spiders.spool_files import archive_place, rename
from spiders.warc import Record, records
from spiders.warc_pages import OURS
from storage import tombstones
from storage.database import serial
from storage.forget import move_places

_SUFFIX = ".warc.gz"


@dataclass(frozen=True, slots=True)
class Erased:
    """How many records were erased, from how many files."""

    records: int
    files: int


@dataclass(frozen=True, slots=True)
class _Plan:
    """Of one file: the records that stay and the offsets of those that go."""

    stay: tuple[tuple[int, int], ...]
    go: tuple[int, ...]


def sweep(engine: Engine, home: Path, source: str) -> Erased:
    """Erase every archived record of what is forgotten of a source; its lease must be held."""
    with serial(engine) as session:
        digests = tombstones.digests(session, source)
    count = files = 0
    for path in archived(home, source):
        plan = _plan(path, digests)
        if plan.go:
            _replace(engine, path, plan)
            count, files = count + len(plan.go), files + 1
    with serial(engine) as session:
        tombstones.mark_swept(session, source, digests)
    return Erased(count, files)


def archived(home: Path, source: str) -> Iterator[Path]:
    """The archived files that may hold pages of a source."""
    yield from sorted((home / "pages").glob(f"*/*/*-{source}-*{_SUFFIX}"))


def _plan(path: Path, digests: Collection[str]) -> _Plan:
    stay, go = [], []
    for record in records(path):
        if not isinstance(record, Record):
            continue
        if any(tombstones.digest_of(source, key) in digests for source, key in _names(record)):
            go.append(record.offset)
        else:
            stay.append((record.offset, record.length))
    return _Plan(tuple(stay), tuple(go))


def _names(record: Record) -> Iterator[tuple[str, str]]:
    """Source and key, source and URL, of a page or an outcome."""
    said = record.block if record.kind == "metadata" else record.header(OURS)
    try:
        named = json.loads(said or "{}")
    except ValueError:
        return
    if isinstance(named, dict) and isinstance(named.get("source"), str):
        for name in ("key", "url"):
            if isinstance(named.get(name), str):
                yield named["source"], named[name]


def _replace(
    engine: Engine, path: Path, plan: _Plan, halt: Callable[[str], None] = lambda _: None
) -> None:
    """Write the file anew, move the places, remove it; `halt` is told between the steps."""
    target = _renamed(path, plan.go)
    offsets = _write(path, target, plan) if plan.stay else {}
    halt("written")
    old, new = archive_place(path), archive_place(target)
    if old is None or new is None:
        raise ValueError(f"{path} is no file of the archive")
    with serial(engine) as session:
        move_places(session, old, new, offsets)
    halt("moved")
    path.unlink()


def _renamed(path: Path, gone: tuple[int, ...]) -> Path:
    """The file's other name, the same whenever the same records go: a crash leaves no litter."""
    stem, token = path.name.removesuffix(_SUFFIX).rsplit("-", 1)
    other = sha256(f"{path.name} {gone}".encode()).hexdigest()[:8]
    return path.with_name(f"{stem}-{other}{token[8:]}{_SUFFIX}")


def _write(path: Path, target: Path, plan: _Plan) -> dict[int, int]:
    """Copy the records that stay, byte for byte; from each one's old offset to its new one."""
    offsets: dict[int, int] = {}
    unfinished = target.with_name(f"{target.name}.new")
    with path.open("rb") as old, unfinished.open("wb") as new:
        for offset, length in plan.stay:
            offsets[offset] = new.tell()
            old.seek(offset)
            new.write(old.read(length))
        new.flush()
        fsync(new.fileno())
    rename(unfinished, target)
    return offsets

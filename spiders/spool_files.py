"""The files of the spool: their names, and the locks that tell a live owner from a dead one.

`<name>.open` is being written, `<name>` is closed, `<name>.claimed` is being read, and
`<name>.failed` could not be stored. An open and a claimed file is flock-ed by its owner, and
the system frees the lock however the owner ends.
Every file changes its state under the folder's own lock, so that nobody meets a file between
its rename and its lock.
"""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

OPEN = ".open"
CLAIMED = ".claimed"
FAILED = ".failed"
SOURCE = re.compile(r"[A-Za-z0-9_.-]{1,80}")
# Stamp of the moment of opening (UTC, microseconds), source, writer and count.
_NAME = re.compile(
    rf"(\d{{4}})(\d{{2}})\d{{2}}T\d{{12}}Z-{SOURCE.pattern}-[0-9a-f]{{8}}\d{{5}}\.warc\.gz"
)


def is_closed(path: Path) -> bool:
    """Whether the path's name is that of a closed spool file."""
    return _NAME.fullmatch(path.name) is not None


def archive_name(path: Path) -> str:
    """A spool file's name without its state, which is what it is called in the archive."""
    return path.name.removesuffix(CLAIMED).removesuffix(OPEN).removesuffix(FAILED)


def archive_place(path: Path) -> str | None:
    """Where a spool file will stand below the home once it is archived; None if it is not ours."""
    name = archive_name(path)
    parts = _NAME.fullmatch(name)
    return f"pages/{parts[1]}/{parts[2]}/{name}" if parts else None


@contextmanager
def moving(folder: Path) -> Iterator[None]:
    """Hold the folder's lock for the moment in which a file changes its state."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def take(path: Path, mode: str = "r+b") -> BinaryIO | None:
    """Open a file and lock it for this process; None while another owner lives. See `moving`."""
    file: BinaryIO = path.open(mode, buffering=0)  # type: ignore[assignment]
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def let_go(file: BinaryIO) -> None:
    """Unlock and close; unlocked by word, because a forked child may share the open file."""
    fcntl.flock(file, fcntl.LOCK_UN)
    file.close()


def rename(path: Path, target: Path) -> None:
    """Rename so that it lasts: both folders are synced."""
    path.rename(target)
    for folder in {path.parent, target.parent}:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def publish(file: BinaryIO, path: Path, end: int) -> None:
    """Close an open file at `end`, its last whole record; one without a record is removed."""
    file.truncate(end)
    os.fsync(file.fileno())
    with moving(path.parent):
        if end:
            rename(path, path.with_name(path.name.removesuffix(OPEN)))
        else:
            path.unlink()
        let_go(file)

"""The folder of one crawl's job, which goes with its owner or with the next crawl's begin."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

_PREFIX = "crawl-"


@contextmanager
def job_folder(home: Path) -> Iterator[Path]:
    """A folder in `<home>/tmp` for as long as its user is at work.

    It is locked, and the system frees the lock however the owner ends; those whose owner was
    killed, which hold all that was known of a source, are removed first.
    """
    parent = home / "tmp"
    parent.mkdir(parents=True, exist_ok=True)
    # Under the parent's lock, so that nobody meets a folder before its owner has locked it.
    with _handle(parent) as whole:
        fcntl.flock(whole, fcntl.LOCK_EX)
        for left in parent.glob(f"{_PREFIX}*"):
            # Its owner may be done with it, and remove it, at this very moment.
            with suppress(FileNotFoundError):
                _remove_if_left(left)
        folder = Path(mkdtemp(prefix=_PREFIX, dir=parent))
        own = os.open(folder, os.O_RDONLY)
        fcntl.flock(own, fcntl.LOCK_EX)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
        os.close(own)


def _remove_if_left(folder: Path) -> None:
    with _handle(folder) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        shutil.rmtree(folder)


@contextmanager
def _handle(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield handle
    finally:
        os.close(handle)

"""One run a source at a time, by a lock that the system frees when its holder dies."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path


class AlreadyRunningError(Exception):
    """Another run holds the source; the message says since when."""


@contextmanager
def lease(home: Path, source: str, now: datetime) -> Iterator[None]:
    """Hold `source` for this run; raise AlreadyRunningError while another run has it.

    The lock lies in the home, which is one shared volume where several workers run.
    """
    folder = home / "leases"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{source}.lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            since = file.read() or "a moment ago"
            raise AlreadyRunningError(f"{source}: already running since {since}") from None
        file.truncate(0)
        file.write(now.isoformat(timespec="seconds"))
        file.flush()
        yield

"""Spool files of backfills say so in their name, whoever stores them, and whenever.

A backfill alerts nobody, also where it was killed and a nightly run stores what it left.
"""

from __future__ import annotations

from pathlib import Path

# The kinds of sites whose own list names all that they ever published.
WALKED = ("wordpress", "miit")
# No source's name holds a dot.
_MARK = ".backfill"


def writer_name(source: str) -> str:
    """What a spool's writer is called where it writes for a backfill."""
    return f"{source}{_MARK}"


def is_backfilled(path: Path) -> bool:
    """Whether a backfill wrote a spool file."""
    return f"{_MARK}-" in path.name


def written_for(path: Path) -> str:
    """The source whose pages a spool file holds, by its name: stamp, writer, token."""
    return path.name.partition("-")[2].rpartition("-")[0].removesuffix(_MARK)

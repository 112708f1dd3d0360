"""Running a crawl's child from outside: started, listened to, and never outlived by it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from select import select
from typing import IO, Any

MOST_LOG = 1024 * 1024
MOST_REPLY = 1024 * 1024
STOP_SECONDS = 3.0


class ChildFailedError(Exception):
    """The child gave no result; the message says how it ended."""


def run_child(
    job: Path, log: Path, silence: float, on_progress: Callable[[int, int | None], None]
) -> dict[str, Any]:
    """Let a child do the job of a file; its result, or ChildFailedError.

    `silence` is how many seconds may pass without a word of it. The first MOST_LOG bytes of
    what it prints to standard error are kept in `log`.
    """
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-P", "-m", "spiders.child", str(job)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    # Its log must be drained, or a full pipe would stop it.
    keeper = threading.Thread(target=_keep, args=(child.stderr, log), daemon=True)
    keeper.start()
    try:
        for line in _lines(child.stdout, silence):
            reply = json.loads(line)
            if "result" in reply:
                return dict(reply["result"])
            on_progress(*reply["progress"])
        raise ChildFailedError(f"ended early ({_ending(child)})")
    finally:
        _stop(child)
        keeper.join()


def _lines(pipe: IO[bytes] | None, silence: float) -> Iterator[bytes]:
    """The lines of a pipe until it is closed; ChildFailedError after a silence."""
    held = b""
    while pipe is not None and select([pipe], [], [], silence)[0]:
        chunk = pipe.read(65536)
        if not chunk:
            return
        *lines, held = (held + chunk).split(b"\n")
        if len(held) > MOST_REPLY:
            raise ChildFailedError("told too long a line")
        yield from lines
    raise ChildFailedError(f"was ended after {silence:.0f} s without a sign of life")


def _ending(child: subprocess.Popen[bytes]) -> str:
    try:
        return f"exit code {child.wait(STOP_SECONDS)}"
    except subprocess.TimeoutExpired:
        return "it closed its output"


def _keep(pipe: IO[bytes], log: Path) -> None:
    left = MOST_LOG
    with pipe, log.open("wb", buffering=0) as file:
        while chunk := pipe.read(65536):
            file.write(chunk[:left])
            left = max(0, left - len(chunk))


def _stop(child: subprocess.Popen[bytes]) -> None:
    """End a child that still runs: politely, then not."""
    if child.poll() is None:
        child.terminate()
    try:
        child.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()

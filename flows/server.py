"""One Prefect server a home: started as our child, shared by the runs of that home."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from time import monotonic, sleep
from typing import IO

from flows.settings import Settings, child_environment
from storage.failure import Failure

# A first start on a slow disk, with the server's own migrations, was measured at 27 s.
START_SECONDS = 180
STOP_SECONDS = 5
WAIT_MESSAGE = "Starting Prefect's API (about a quarter of a minute) …"
OTHER_MESSAGE = {
    False: "Waiting for the Prefect API of another run …",
    True: "Waiting for the end of another run in this home …",
}


class ServerError(Failure):
    """Prefect's API did not start; the message says where its log lies."""


@contextmanager
def prefect_api(
    settings: Settings, say: Callable[[str], None], *, own: bool = False
) -> Iterator[str]:
    """Yield the API address to work against, started here unless it runs or is named.

    A run that starts one ends only when nobody shares it any more; so who stays for long asks
    for its `own`, which forgets old runs, and waits for the end of a run that has one. `say` is
    told what is being waited for. Raises ServerError.
    """
    if settings.prefect_api_url:
        yield settings.prefect_api_url
        return
    folder = settings.home / "prefect"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "users.lock").open("w") as users, (folder / "server.lock").open("w") as owner:
        deadline = monotonic() + START_SECONDS
        said = False
        while own or monotonic() < deadline:
            if _lock(owner, fcntl.LOCK_EX):
                with _own_server(settings.home, say, services=own) as url:
                    (folder / "server.url").write_text(url)
                    try:
                        yield url
                    finally:
                        (folder / "server.url").unlink(missing_ok=True)
                        _until_unused(users, say)
                return
            running = None if own else _shared_url(folder)
            if running and _lock(users, fcntl.LOCK_SH):
                yield running
                return
            if not said:
                say(OTHER_MESSAGE[own])
                said = True
            sleep(0.5)
    raise ServerError(f"Another run holds {folder / 'server.lock'} but its Prefect API is not up.")


def _lock(file: IO[str], kind: int) -> bool:
    """Take a lock that the system frees when its holder dies; False if it is taken."""
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _shared_url(folder: Path) -> str | None:
    try:
        return (folder / "server.url").read_text() or None
    except FileNotFoundError:
        return None


def _until_unused(users: IO[str], say: Callable[[str], None]) -> None:
    if _lock(users, fcntl.LOCK_EX):
        return
    say("Another run still uses this run's Prefect API; waiting for it …")
    fcntl.flock(users, fcntl.LOCK_EX)


@contextmanager
def _own_server(home: Path, say: Callable[[str], None], *, services: bool) -> Iterator[str]:
    say(WAIT_MESSAGE)
    log_path = home / "prefect" / "server.log"
    # A killed owner cannot take its address away, so it is taken away here.
    (home / "prefect" / "server.url").unlink(missing_ok=True)
    command = [sys.executable, "-P", "-m", "flows.prefect_child"]
    with log_path.open("wb") as log:
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [*command, "services"] if services else command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=home / "prefect",
            env=child_environment(home),
            # Ctrl-C is for us: the API must outlast the last words of the flow.
            start_new_session=True,
        )
    try:
        yield f"http://127.0.0.1:{_announced_port(child, log_path)}/api"
    finally:
        _stop(child)


def _announced_port(child: subprocess.Popen[bytes], log_path: Path) -> int:
    if child.stdout and select([child.stdout], [], [], START_SECONDS)[0]:
        line = child.stdout.readline().strip()
        if line.isdigit():
            return int(line)
    raise ServerError(f"Prefect's API did not start; its log is {log_path}.")


def _stop(child: subprocess.Popen[bytes]) -> None:
    child.terminate()
    try:
        child.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            pipe.close()

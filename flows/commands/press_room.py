"""The press room of the demo: a process that serves invented sites and a mailbox on loopback."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from flows.settings import CHECKOUT, export
from storage.failure import Failure


class NoPressRoomError(Failure):
    """The press room is not there, or did not start."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as the mail server took it: some headers, and its body as plain text."""

    sender: str
    to: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class PressRoom:
    """The process, which ends when its standard input does; `mailbox` is where letters go."""

    child: subprocess.Popen[str]
    mailbox: str

    def turn_to_night(self, number: int) -> None:
        """Let the sites show what they show on that night."""
        self._ask(f"night {number}")

    def letters(self) -> list[Letter]:
        """What has come to the mailbox so far."""
        return [Letter(**letter) for letter in self._ask("letters")]

    def _ask(self, command: str) -> Any:  # noqa: ANN401 - whatever JSON answers the command
        if not self.child.stdin or not self.child.stdout:
            raise NoPressRoomError("The press room cannot be spoken to.")
        self.child.stdin.write(f"{command}\n")
        self.child.stdin.flush()
        return _answer(self.child)


@contextmanager
def press_room() -> Iterator[PressRoom]:
    """Serve the sites and the mailbox, and name their addresses to the catalogue.

    Raises NoPressRoomError.
    """
    if not (CHECKOUT / "tests" / "press").is_dir():
        raise NoPressRoomError("The demo needs the checkout: its sites lie in tests/press.")
    if find_spec("aiosmtpd") is None:
        raise NoPressRoomError(
            "The demo needs aiosmtpd for its mailbox, one of the tools for development: "
            "make demo sets them up, or pip install aiosmtpd."
        )
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.press"],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        addresses: Mapping[str, str] = _answer(child)
        export(**{f"ONRECORD_PRESS_{name.upper()}": url for name, url in addresses.items()})
        yield PressRoom(child, addresses["mailbox"])
    finally:
        child.terminate()
        child.communicate()


def _answer(child: subprocess.Popen[str]) -> Any:  # noqa: ANN401 - whatever JSON it says
    line = child.stdout.readline() if child.stdout else ""
    if not line:
        raise NoPressRoomError("The press room went away: python -m tests.press says why.")
    return json.loads(line)

"""A child that is started with a pipe as its standard input ends when its parent does."""

from __future__ import annotations

import os
import sys
import threading


def die_with_parent() -> None:
    """Exit at once when standard input ends, which is when the parent is gone, even by a kill.

    A parent-death signal would not do: it comes when the starting thread ends.
    """

    def watch() -> None:
        while os.read(sys.stdin.fileno(), 1024):
            pass
        os._exit(1)

    threading.Thread(target=watch, name="lifeline", daemon=True).start()

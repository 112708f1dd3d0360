"""What all commands share: how a failure is told, and the option for programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from flows.printable import printable
from storage.failure import Failure

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]


@contextmanager
def failures() -> Iterator[None]:
    """Turn a known failure into one sentence and exit code 1, and Ctrl-C into 130."""
    try:
        yield
    except Failure as failure:
        sys.stderr.write(printable(f"onrecord: {failure}") + "\n")
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        sys.stderr.write("onrecord: stopped; what was fetched is kept, the next run goes on.\n")
        raise typer.Exit(130) from None
    except BrokenPipeError:
        # The reader has seen enough, as `head` does; what is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None

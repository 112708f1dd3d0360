"""Read sets of annotated texts, each text once, by a pool of processes."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pebble import ProcessPool

from tests.quality.figures import Figure
from tests.quality.sets import DataSet
from tests.quality.shared import AbsentError, data, digest

# A text that takes longer hangs: the run ends with its TimeoutError.
ITEM_SECONDS = 120


class EmptyError(Exception):
    """A folder is there and holds no text, so that its figures would mean nothing."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a set, and the digest of the data they were measured on."""

    name: str
    digest: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Absent:
    """A set that is not on this machine, and why nothing was measured."""

    name: str
    reason: str


def measure(sets: Iterable[DataSet], home: Path, workers: int) -> Iterator[Measured | Absent]:
    """The figures of each set below `home`, in order.

    Raises EmptyError for a folder without texts, what a reader raises, TimeoutError for one that
    hangs, and pebble's ProcessExpired where a process dies.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with ProcessPool(workers, context=context) as pool:
        for one in sets:
            try:
                folder = data(home, one.folder)
            except AbsentError as absent:
                yield Absent(one.name, str(absent))
                continue
            items = one.items(folder)
            if not items:
                raise EmptyError(f"{folder} holds nothing to read")
            futures = [pool.schedule(one.read, args=(i,), timeout=ITEM_SECONDS) for i in items]
            found = [future.result() for future in futures]
            yield Measured(one.name, digest(folder), tuple(one.figures(items, found)))

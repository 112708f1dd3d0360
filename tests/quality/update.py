"""Raise the floors to what the reader reaches now.

    python -m tests.quality.update [SET …] [--allow-lower]

Refuses to lower a floor, or to drop one, unless `--allow-lower` is given; then the commit that
lowers it says why. The floors of sets that are not on this machine stay.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.quality.floors import FILE, load, raised, save
from tests.quality.measure import Absent, Measured, measure
from tests.quality.sets import SETS, DataSet
from tests.quality.shared import home


def update(results: Iterable[Measured | Absent], path: Path, *, allow_lower: bool) -> int:
    """Write what `results` bear into the file at `path`; 1, and nothing written, if refused."""
    floors = load(path)
    lost: list[str] = []
    for result in results:
        if isinstance(result, Absent):
            print(f"{result.name}: {result.reason}")  # noqa: T201
            continue
        floors[result.name], lower = raised(result, floors.get(result.name))
        lost += lower
    for line in lost:
        print(line, file=sys.stderr)  # noqa: T201
    if lost and not allow_lower:
        print("Refused. To lower them all the same: --allow-lower", file=sys.stderr)  # noqa: T201
        return 1
    save(floors, path)
    return 0


def chosen(names: Sequence[str]) -> list[DataSet]:
    """The sets of these names, all without any; raises SystemExit for a name that none has."""
    unknown = set(names) - {one.name for one in SETS}
    if unknown:
        raise SystemExit(f"no such set: {', '.join(sorted(unknown))}")
    return [one for one in SETS if not names or one.name in names]


def main() -> int:
    """Measure and raise."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help="these sets alone")
    parser.add_argument("--allow-lower", action="store_true", help="lower floors where need be")
    options = parser.parse_args()
    results = measure(chosen(options.sets), home(os.environ), os.cpu_count() or 1)
    return update(results, FILE, allow_lower=options.allow_lower)


if __name__ == "__main__":
    sys.exit(main())

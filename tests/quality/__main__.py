"""Measure the reader on all annotated texts: one table, and exit 1 under a floor.

    python -m tests.quality [SET …]

Each line has the figure, its 95 % interval when texts are drawn again, its floor, and what the
parts of the set give; those far under the whole bear a mark and are told again at the end.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Mapping

from tests.quality.figures import FAR_UNDER, Figure
from tests.quality.floors import Floors, load, shortfalls
from tests.quality.measure import Absent, Measured, measure
from tests.quality.shared import home, must_be_there
from tests.quality.update import chosen


def main() -> int:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sets", nargs="*", metavar="SET", help="these sets alone")
    options = parser.parse_args()
    results = measure(chosen(options.sets), home(os.environ), os.cpu_count() or 1)
    return report(results, load(), strict=must_be_there(os.environ))


def report(
    results: Iterable[Measured | Absent], kept: Mapping[str, Floors], *, strict: bool
) -> int:
    """Print the table, then what does not stand; 1 if anything does not.

    Absent data are told, and are a failure where `strict`.
    """
    wrong: list[str] = []
    behind: list[str] = []
    print(f"{'':28}{'figure':>8}  {'95 % interval':15}{'floor':>7}")  # noqa: T201
    for result in results:
        if isinstance(result, Absent):
            print(f"{result.name}\n  not measured: {result.reason}")  # noqa: T201
            wrong += [f"{result.name}: {result.reason}"] if strict else []
            continue
        print("\n".join(table(result, kept)), flush=True)  # noqa: T201
        wrong += shortfalls(result, kept.get(result.name))
        behind += [
            f"{result.name} {f.name} {part}" for f in result.figures for part in f.parts_behind()
        ]
    if behind:
        print(f"! more than {FAR_UNDER} under the whole: {', '.join(behind)}")  # noqa: T201
    for line in wrong:
        print(line, file=sys.stderr)  # noqa: T201
    return 1 if wrong else 0


def table(measured: Measured, kept: Mapping[str, Floors]) -> list[str]:
    """The set's name and a line for each of its figures."""
    floors = kept[measured.name].standing() if measured.name in kept else {}
    return [measured.name, *(row(f, floors.get(f.name)) for f in measured.figures)]


def row(figure: Figure, floor: float | None) -> str:
    """One figure: value, interval, floor, parts; a count as so many of how many."""
    shown = "" if floor is None else f"{floor:g}" if figure.is_count else f"{floor:.3f}"
    if figure.is_count:
        value = f"{figure.value:.0f}/{figure.cases()}"
        return f"  {figure.name:26}{value:>8}  {'':15}{shown:>7}"
    low, high = figure.interval()
    behind = figure.parts_behind()
    parts = " ".join(
        f"{name} {value:.3f}{'!' * (name in behind)}"
        for name, value in figure.part_values().items()
    )
    return (
        f"  {figure.name:26}{figure.value:8.4f}  {f'{low:.3f} - {high:.3f}':15}{shown:>7}  {parts}"
    ).rstrip()


if __name__ == "__main__":
    sys.exit(main())

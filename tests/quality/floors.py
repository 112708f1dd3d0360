"""Floors under the figures, kept in one file with the digest of the data they were set on."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.quality.figures import Figure
from tests.quality.measure import Measured

FILE = Path(__file__).with_name("floors.json")
# A rate may lose so much before it falls under a floor set by it; a count may lose nothing.
MARGIN = 0.005
UPDATE = "python -m tests.quality.update"


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one set, by figure; `least` is what is promised, and no command lowers it."""

    digest: str
    floors: dict[str, float] = field(default_factory=dict)
    least: dict[str, float] = field(default_factory=dict)

    def standing(self) -> dict[str, float]:
        """What each figure must not fall under: its floor or what is promised, the higher."""
        promised = {name: max(self.floors.get(name, 0.0), v) for name, v in self.least.items()}
        return self.floors | promised


def load(path: Path = FILE) -> dict[str, Floors]:
    """The floors of every set, by its name."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return {name: Floors(**floors) for name, floors in kept.items()}


def save(floors: dict[str, Floors], path: Path = FILE) -> None:
    """Write the floors of every set."""
    kept = {name: asdict(one) for name, one in sorted(floors.items())}
    path.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def shortfalls(measured: Measured, floors: Floors | None) -> list[str]:
    """What does not stand, in one sentence each: figures under their floors or without one,
    floors without a figure, and data that are not those of the floors."""
    if floors is None:
        return [f"{measured.name} has no floors: {UPDATE} {measured.name}"]
    found = []
    if measured.digest != floors.digest:
        found.append(f"{measured.name}: its data have changed since its floors were set: {UPDATE}")
    figures = {figure.name: figure for figure in measured.figures}
    for name, floor in floors.standing().items():
        if name not in figures:
            found.append(f"{measured.name}: {name} is measured no more and has a floor")
        elif figures[name].value < floor:
            found.append(
                f"{measured.name}: {name} is {figures[name].value:.4f}, under its floor {floor:g}"
            )
    unfloored = [name for name in figures if name not in floors.floors]
    return [*found, *(f"{measured.name}: {name} has no floor: {UPDATE}" for name in unfloored)]


def raised(measured: Measured, old: Floors | None) -> tuple[Floors, list[str]]:
    """The floors that the figures bear, none lower than before, and what is lost where one is.

    A floor that its figure still meets stays or rises. One that is not met would have to be
    lowered, one whose figure is gone would be lost: these are the sentences returned.
    """
    before, least = (old.floors, old.least) if old else ({}, {})
    floors, lost = {}, []
    for figure in measured.figures:
        borne, floor = below(figure), before.get(figure.name)
        if floor is not None and figure.value < floor:
            lost.append(f"{measured.name}: {figure.name} falls from {floor:g} to {borne:g}")
            floor = None
        floors[figure.name] = borne if floor is None else max(borne, floor)
    gone = [name for name in before if name not in floors]
    return Floors(measured.digest, floors, least), [*lost, *_gone(measured.name, gone)]


def below(figure: Figure) -> float:
    """The floor that a figure bears: itself for a count, `MARGIN` less for a rate."""
    return figure.value if figure.is_count else math.floor((figure.value - MARGIN) * 1000) / 1000


def _gone(name: str, figures: Iterable[str]) -> list[str]:
    return [f"{name}: the floor of {figure} goes with its figure" for figure in figures]

"""`onrecord run`: the nightly job once, on a Prefect API of our own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from rich.console import Console

from flows.commands.night import nights
from flows.settings import Settings
from flows.tables import night_table
from flows.terminal import Screen, print_json
from spiders.sources import catalogue
from storage.failure import Failure


class UnknownSourceError(Failure):
    """The catalogue holds no source of this name; the message lists those that it holds."""


def run_once(names: Sequence[str], *, as_json: bool) -> int:
    """Run the nightly job for the named sources (all if none); 1 if one of them failed."""
    settings = Settings.from_env()
    chosen = chosen_sources(settings, names)
    screen = Screen(Console(stderr=True), as_json=as_json)
    with nights(settings, screen) as run_night:
        now = datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read
        night = run_night(chosen, now)
    if as_json:
        print_json({"night": asdict(night)})
    else:
        Console().print(night_table(night))
    return 1 if night.failed else 0


def chosen_sources(settings: Settings, names: Sequence[str]) -> list[str]:
    """The sources to be run, in the order of the catalogue; raises UnknownSourceError."""
    known = catalogue(settings.catalogue)
    for name in names:
        if name not in known:
            listed = ", ".join(known)
            raise UnknownSourceError(f"There is no source {name!r}; the catalogue has {listed}.")
    return [name for name in known if not names or name in names]

"""`onrecord demo`: a local press room over two nights and an archive, from an empty record."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from rich.console import Console

from flows.commands.database import readable
from flows.commands.demo_parts import ARCHIVE, Demo, archive, first_night, same_night, second_night
from flows.commands.demo_view import heading, show, sources_view
from flows.commands.night import nights
from flows.commands.press_room import press_room
from flows.settings import Settings
from flows.tables import counts_line, steps_table
from flows.terminal import Screen, print_lines
from spiders.sources import catalogue
from storage import queries
from storage.database import reading

# One watch with two channels; its second one is the press room's mailbox.
WATCH = """\
[[watch]]
name = "industry ministry"
body = "Ministry of Industry and Information Technology"
tell = ["terminal", "{mailbox}"]
"""


def run_demo() -> int:
    """Run both nights and the backfill, and tell what came of them; 1 if a source failed."""
    began = monotonic()
    home = Settings.from_env().home / "demo"
    _make_empty(home)
    settings = replace(
        Settings.from_env({}),
        home=home,
        database_url=f"sqlite:///{home / 'onrecord.db'}",
        catalogue="tests.press.four_sites",
    )
    screen = Screen(Console(stderr=True))
    with press_room() as press:
        watch = WATCH.format(mailbox=press.mailbox)
        (home / "watches.toml").write_text(watch, encoding="utf-8")
        sites = {n: s for n, s in catalogue(settings.catalogue).items() if n != ARCHIVE}
        show(
            heading("Before: four sites, a mailbox, an empty record"),
            "All of it runs on this machine, and all persons and texts are invented.\n",
            sources_view(sites.values()),
            "\nOf whom we want to be told, and where (watches.toml):\n",
        )
        print_lines(f"    {line}" for line in watch.splitlines())
        with nights(settings, screen) as run_night:
            now = datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read
            demo = Demo(settings, press, run_night, list(sites), now)
            parts = (first_night, same_night, archive, second_night)
            failed = [part(demo) for part in parts]
    show(heading("After: what is on record"))
    with reading(readable(settings)) as session:
        print_lines([counts_line(queries.summary_counts(session))])
    print_lines(
        [
            "It stays until the next demo:",
            f"    ONRECORD_HOME={home} .venv/bin/onrecord show",
            f"All of this took {monotonic() - began:.0f} seconds:",
        ]
    )
    show(steps_table(screen.steps))
    return 1 if any(failed) else 0


def _make_empty(home: Path) -> None:
    """Remove what an earlier demo left, but for Prefect's own files, which take long to make."""
    home.mkdir(parents=True, exist_ok=True)
    for entry in home.iterdir():
        if entry.is_dir() and entry.name != "prefect":
            shutil.rmtree(entry)
        elif entry.is_file():
            entry.unlink()

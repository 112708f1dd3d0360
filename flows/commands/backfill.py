"""`onrecord backfill`: a source's archive and what is missing of it; WARC files from elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from rich.console import Console

from flows.archive_view import as_dict, as_lines, import_line
from flows.commands.database import readable, writable
from flows.commands.night import surroundings
from flows.commands.run import chosen_sources
from flows.importing import import_file
from flows.progress import step
from flows.settings import Settings, utc_now
from flows.tables import night_table
from flows.terminal import Screen, print_json, print_lines
from spiders.backfilled import WALKED
from spiders.sources import catalogue
from storage.archive_report import archive_report
from storage.database import reading
from storage.failure import Failure


class NoBackfillError(Failure):
    """A source's archive was never walked, or cannot be."""


def backfill_site(name: str, since: date | None, until: date | None, *, as_json: bool) -> int:
    """Walk a source's own archive and report; 1 if it failed or anything is missing."""
    settings = Settings.from_env()
    (source,) = chosen_sources(settings, [name])
    if (kind := catalogue(settings.catalogue)[source].kind) not in WALKED:
        raise NoBackfillError(
            f"{source} is of kind {kind}, whose sites have no list of their whole archive."
        )
    screen = Screen(Console(stderr=True), as_json=as_json)
    with surroundings(settings, screen):
        with step("load Prefect"):
            from flows.backfill import backfill  # noqa: PLC0415 - it takes seconds
        screen.go_on()
        night = asyncio.run(backfill(source, since, until))
    if as_json:
        print_json({"backfill": asdict(night)})
    else:
        Console().print(night_table(night))
    return max(int(night.failed), report(source, as_json=as_json))


def report(name: str, *, as_json: bool) -> int:
    """Say what is on record of a source's archive and what is missing; 1 if anything is."""
    settings = Settings.from_env()
    (source,) = chosen_sources(settings, [name])
    engine = readable(settings)
    with reading(engine) as session:
        found = archive_report(session, source)
    engine.dispose()
    if found is None:
        raise NoBackfillError(f"{source} was never backfilled: run onrecord backfill {source}.")
    if as_json:
        print_json({"report": as_dict(found)})
    else:
        print_lines(as_lines(found))
    return 0 if found.is_complete else 1


def import_files(files: Sequence[str], *, as_json: bool) -> int:
    """Store the pages of WARC files; 1 if a record of them is broken."""
    settings = Settings.from_env()
    writable(settings).dispose()
    screen = Screen(Console(stderr=True), as_json=as_json)
    paths = [Path(file) for file in files]
    with screen.watching():
        done = [import_file(settings, path, utc_now) for path in paths]
    for each in done:
        if as_json:
            print_json({"import": asdict(each)})
        else:
            print_lines([import_line(each)])
    return 1 if any(each.broken for each in done) else 0

"""`onrecord reread`: stored pages read again after the reader improved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from rich.console import Console
from sqlalchemy import Engine

from flows.commands.database import readable
from flows.commands.run import UnknownSourceError
from flows.reread import Reread, Wanted
from flows.reread_view import Reckoning, as_dict, as_lines
from flows.settings import Settings, utc_now
from flows.terminal import Screen, print_json, print_lines
from spiders.sources import catalogue
from storage import queries
from storage.database import reading


def reread_pages(
    names: Sequence[str], since: datetime | None, *, every: bool, dry_run: bool, as_json: bool
) -> int:
    """Read again what is due and say what changed; 1 if a page is lost."""
    settings = Settings.from_env()
    engine = readable(settings)
    since = since.replace(tzinfo=UTC) if since else None
    screen = Screen(Console(stderr=True), as_json=as_json)
    try:
        _check(engine, settings, names)
        run = Reread(settings, engine, Wanted(tuple(names), since, every, dry_run), utc_now)
        due = run.due()
        reckoning = Reckoning(len(due))
        with screen.watching():
            for change in run.changes(due):
                reckoning.count(change)
                if as_json:
                    print_json({"reread": as_dict(change)})
                else:
                    print_lines(as_lines(change))
    finally:
        engine.dispose()
    if as_json:
        print_json({"summary": asdict(reckoning) | {"dry_run": dry_run}})
    else:
        print_lines([reckoning.as_line(dry_run=dry_run)])
    return 1 if reckoning.lost else 0


def _check(engine: Engine, settings: Settings, names: Sequence[str]) -> None:
    """A source that left the catalogue has pages all the same."""
    with reading(engine) as session:
        known = {source.name for source in queries.source_health(session, utc_now())}
    known |= set(catalogue(settings.catalogue))
    for name in names:
        if name not in known:
            listed = ", ".join(sorted(known))
            raise UnknownSourceError(f"There is no source {name!r}; known are {listed}.")

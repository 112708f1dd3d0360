"""`onrecord db`: the database's own care."""

from __future__ import annotations

import sys

from sqlalchemy import Engine

from flows.settings import Settings
from storage.database import connect, require_current, upgrade
from storage.errors import MissingDatabaseError, shown


def upgrade_database() -> None:
    """Create the database of this home, or bring it to this version's tables."""
    engine = connect(Settings.from_env().database_url, create=True)
    upgrade(engine)
    sys.stdout.write(f"{shown(engine.url)} is up to date.\n")
    engine.dispose()


def writable(settings: Settings) -> Engine:
    """The database for a run: made where there is none, refused where it lacks a migration."""
    try:
        return readable(settings)
    except MissingDatabaseError:
        engine = connect(settings.database_url, create=True)
        upgrade(engine)
        return engine


def readable(settings: Settings) -> Engine:
    """The database for a reading command; raises DatabaseError unless it stands and is current."""
    engine = connect(settings.database_url)
    require_current(engine)
    return engine

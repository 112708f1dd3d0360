"""The way into the database: connect, upgrade, read, and the one serial writing section.

SQLite and PostgreSQL take the same route. Every error that concerns the database as a whole
is a `DatabaseError`, whose message is one sentence that says what to do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from storage.errors import (
    MissingDatabaseError,
    NewerDatabaseError,
    OutdatedDatabaseError,
    UnreachableDatabaseError,
    named,
    shown,
)
from storage.remembered import keep

# A batch is stored in a few seconds. SQLite's waiters do not queue; PostgreSQL's do, and
# there are more of them where it is used.
SQLITE_WAIT_SECONDS = 10
POSTGRESQL_WAIT_SECONDS = 60
CONNECT_SECONDS = 10
SQLITE_CACHE_KIB = 64 * 1024

# The key of the advisory lock, the same for every process that writes: "onrecord" in ASCII.
_SERIAL_LOCK = int.from_bytes(b"onrecord", "big")

_MIGRATIONS = Path(__file__).parent / "migrations"


def connect(url: str, *, create: bool = False) -> Engine:
    """The engine for a database URL; `create` lets SQLite begin a new file.

    Raises MissingDatabaseError for an SQLite file that is not there (unless `create`) and
    UnreachableDatabaseError for an address that is none.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise UnreachableDatabaseError(
            "The database's address is not of the form sqlite:///file or "
            "postgresql://user@host/name: check ONRECORD_DATABASE_URL."
        ) from None
    if parsed.get_backend_name() == "sqlite":
        return _connect_sqlite(parsed, create=create)
    if parsed.get_backend_name() == "postgresql":
        return create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            connect_args={"connect_timeout": CONNECT_SECONDS},
            pool_pre_ping=True,
            hide_parameters=True,
        )
    raise UnreachableDatabaseError(
        f"On Record knows SQLite and PostgreSQL, not {parsed.get_backend_name()}: "
        "check ONRECORD_DATABASE_URL."
    )


def _connect_sqlite(url: URL, *, create: bool) -> Engine:
    # With `?uri=true` the file is written as a URI: file:/path?mode=ro
    path = Path((url.database or "").removeprefix("file:"))
    if create:
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.is_file():
        raise MissingDatabaseError(f"There is no database {shown(url)}: run onrecord db upgrade.")
    # An error is told to others, and the texts that a statement was given are not.
    engine = create_engine(url, connect_args={"timeout": SQLITE_WAIT_SECONDS}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: SQLiteConnection, _record: object) -> None:
    # Otherwise the driver begins its own transactions, later than it is told.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    # NORMAL lets a power cut undo a commit, and its spool file has moved to the archive by then.
    connection.execute("PRAGMA synchronous = FULL")
    # The keys of an article stand all over their index, and 2 MB, as by default, hold few of them.
    connection.execute(f"PRAGMA cache_size = -{SQLITE_CACHE_KIB}")


def _begin_sqlite(connection: Connection) -> None:
    serially = connection.get_execution_options().get("serial", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if serially else "BEGIN")


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest migration; two at once wait for one another.

    Raises NewerDatabaseError for a database that newer code has upgraded, or any other
    DatabaseError.
    """
    with named(engine.url), engine.execution_options(serial=True).begin() as connection:
        _wait_for_turn(connection)
        _refuse_newer(connection)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def require_current(engine: Engine) -> None:
    """Raise a DatabaseError unless the database stands at this code's newest migration."""
    with named(engine.url), engine.connect() as connection:
        _refuse_newer(connection)
        here = MigrationContext.configure(connection).get_current_revision()
    if here != ScriptDirectory.from_config(_config()).get_current_head():
        raise OutdatedDatabaseError(
            f"The database {shown(engine.url)} lacks a migration: run onrecord db upgrade."
        )


def _refuse_newer(connection: Connection) -> None:
    here = MigrationContext.configure(connection).get_current_revision()
    if here is None:
        return
    try:
        ScriptDirectory.from_config(_config()).get_revision(here)
    except CommandError:
        raise NewerDatabaseError(
            f"The database {shown(connection.engine.url)} was upgraded by a newer On Record: "
            "update this checkout."
        ) from None


def _config() -> Config:
    config = Config()
    # A percent sign in the path would be read as the start of a variable.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


@contextmanager
def serial(engine: Engine) -> Iterator[Session]:
    """The one writing section: whoever is inside is alone; commits, or rolls all back.

    Raises a DatabaseError for what is wrong with the database as a whole.
    """
    alone = engine.execution_options(serial=True)
    with named(engine.url), Session(alone) as session, session.begin():
        _wait_for_turn(session.connection())
        keep(session)
        yield session


def _wait_for_turn(connection: Connection) -> None:
    # SQLite has waited already: its transaction began as an immediate one.
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL lock_timeout = '{POSTGRESQL_WAIT_SECONDS}s'"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _SERIAL_LOCK})


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session to read with; nothing done in it is kept.

    Raises a DatabaseError for what is wrong with the database as a whole.
    """
    with named(engine.url), Session(engine, autoflush=False) as session:
        yield session

"""What can be wrong with a database, each told in one sentence that says what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, OperationalError

from storage.failure import Failure


class DatabaseError(Failure):
    """The database cannot be used as it stands."""


class MissingDatabaseError(DatabaseError):
    """There is no database at that place."""


class OutdatedDatabaseError(DatabaseError):
    """The database lacks a migration."""


class NewerDatabaseError(DatabaseError):
    """The database was upgraded by newer code."""


class ReadOnlyDatabaseError(DatabaseError):
    """The database may not be written."""


class LockedDatabaseError(DatabaseError):
    """Another process held the database for too long."""


class UnreachableDatabaseError(DatabaseError):
    """The database does not answer, or is no database."""


class FullDiskError(DatabaseError):
    """There is no room left for the database."""


class FailingDiskError(DatabaseError):
    """The database's file cannot be read or written."""


class DamagedDatabaseError(DatabaseError):
    """The database's file is damaged."""


_REMEDIES: dict[type[DatabaseError], str] = {
    ReadOnlyDatabaseError: "The database {name} is read-only: make it writable for this user.",
    LockedDatabaseError: "The database {name} is locked by another process: try again later.",
    UnreachableDatabaseError: (
        "The database {name} cannot be reached ({reason}): check ONRECORD_DATABASE_URL."
    ),
    FullDiskError: "There is no room left for the database {name}: free space on its disk.",
    FailingDiskError: (
        "The database {name} cannot be read or written ({reason}): check its disk and its quota."
    ),
    DamagedDatabaseError: "The database {name} is damaged: restore it from a backup.",
}

# https://www.sqlite.org/rescode.html: BUSY, LOCKED; READONLY; IOERR,
# CORRUPT, FULL; CANTOPEN, NOTADB.
_BY_SQLITE_CODE: dict[int, type[DatabaseError]] = {
    5: LockedDatabaseError,
    6: LockedDatabaseError,
    8: ReadOnlyDatabaseError,
    10: FailingDiskError,
    11: DamagedDatabaseError,
    13: FullDiskError,
    14: UnreachableDatabaseError,
    26: UnreachableDatabaseError,
}

# https://www.postgresql.org/docs/current/errcodes-appendix.html: lock_not_available;
# read_only_sql_transaction, insufficient_privilege; disk_full, io_error, data_corrupted.
_BY_SQLSTATE: dict[str, type[DatabaseError]] = {
    "55P03": LockedDatabaseError,
    "25006": ReadOnlyDatabaseError,
    "42501": ReadOnlyDatabaseError,
    "53100": FullDiskError,
    "58030": FailingDiskError,
    "XX001": DamagedDatabaseError,
}


def shown(url: URL) -> str:
    """The database's address without its password and without parameters, which may hold one."""
    return url.set(query={}).render_as_string(hide_password=True)


@contextmanager
def named(url: URL) -> Iterator[None]:
    """Raise what the driver says of the whole database as one of the named errors."""
    try:
        yield
    except DBAPIError as error:
        kind = _kind(error)
        if kind is None:
            raise
        reason = str(error.orig).split("\n", 1)[0]
        raise kind(_REMEDIES[kind].format(name=shown(url), reason=reason)) from error


def _kind(error: DBAPIError) -> type[DatabaseError] | None:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        # The low byte is the primary code; the rest tells variants apart.
        return _BY_SQLITE_CODE.get(code & 0xFF)
    state = getattr(error.orig, "sqlstate", None)
    if state in _BY_SQLSTATE:
        return _BY_SQLSTATE[state]
    # A connection that could not be made has no state.
    is_refused = isinstance(error, OperationalError) and state is None
    return UnreachableDatabaseError if is_refused or error.connection_invalidated else None

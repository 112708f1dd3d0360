"""Ways in: what can be wrong with a database is named, and writers take turns."""

import resource
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import connect as open_sqlite

import pytest
from sqlalchemy import Engine, create_engine, func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

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
from storage.models import SourceRow
from tests.storage.examples import NOON


@contextmanager
def connected(url: str, *, create: bool = False) -> Iterator[Engine]:
    engine = connect(url, create=create)
    yield engine
    engine.dispose()


def source(name: str) -> SourceRow:
    return SourceRow(name=name, first_crawl_at=NOON)


def names(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return list(session.scalars(select(SourceRow.name).order_by(SourceRow.name)))


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


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    with serial(engine) as session:
        session.add(source("a"))
    upgrade(engine)
    assert names(engine) == ["a"]


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


def test_writers_take_turns(database_url: str) -> None:
    """Each reads the number and writes one more: only alone does none get lost."""

    def count_up() -> None:
        with connected(database_url) as engine:
            for _ in range(5):
                with serial(engine) as session:
                    seen = session.scalar(select(func.count()).select_from(SourceRow)) or 0
                    session.add(source(f"{seen:02}"))

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with connected(database_url) as engine:
        assert names(engine) == [f"{n:02}" for n in range(20)]


def test_a_section_that_fails_leaves_nothing(engine: Engine) -> None:
    def fail_after_writing() -> None:
        with serial(engine) as session:
            session.add(source("a"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_after_writing()
    assert names(engine) == []


def test_readers_see_the_record_while_another_writes(database_url: str) -> None:
    with connected(database_url) as writer, connected(database_url) as reader:
        with serial(writer) as session:
            session.add(source("a"))
            session.flush()
            assert names(reader) == []
        assert names(reader) == ["a"]


def test_what_is_done_while_reading_is_not_kept(engine: Engine) -> None:
    with reading(engine) as session:
        session.execute(insert(SourceRow).values(name="a", first_crawl_at=NOON))
    assert names(engine) == []


def test_foreign_keys_hold(engine: Engine) -> None:
    with pytest.raises(IntegrityError), serial(engine) as session:
        session.execute(
            text(
                "INSERT INTO frontier (source, key, url, first_seen_at, settled, state, attempts,"
                " rechecks) VALUES ('nobody', 'k', 'u', '2031-05-04', false, 'due', 0, 0)"
            )
        )


def test_a_file_is_kept_with_a_write_ahead_log(tmp_path: Path) -> None:
    with connected(f"sqlite:///{tmp_path / 'o.db'}", create=True) as engine:
        upgrade(engine)
    with closing(open_sqlite(tmp_path / "o.db")) as file:
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_commit_outlives_a_power_cut(tmp_path: Path) -> None:
    full = 2
    with (
        connected(f"sqlite:///{tmp_path / 'o.db'}", create=True) as engine,
        engine.connect() as connection,
    ):
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == full


def test_a_naive_datetime_is_refused(engine: Engine) -> None:
    with Session(engine) as session, pytest.raises(Exception, match="no instant"):
        session.scalar(
            select(SourceRow).where(SourceRow.first_crawl_at < NOON.replace(tzinfo=None))
        )


def test_what_no_database_can_hold_becomes_one_character_each(engine: Engine) -> None:
    with serial(engine) as session:
        session.add(
            SourceRow(name="a", first_crawl_at=NOON, last_error="x\x00y\ud800z",
                      failures_in_row=0, last_listed=0)
        )  # fmt: skip
    with reading(engine) as session:
        assert session.get_one(SourceRow, "a").last_error == "x\ufffdy\ufffdz"

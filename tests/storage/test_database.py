"""Writers take turns, readers see the record meanwhile, and what is kept is kept."""

import threading
from contextlib import closing
from pathlib import Path
from sqlite3 import connect as open_sqlite

import pytest
from sqlalchemy import Engine, func, insert, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage.database import reading, serial, upgrade
from storage.models import SourceRow
from tests.storage.examples import NOON
from tests.storage.opened import connected, names, source


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    with serial(engine) as session:
        session.add(source("a"))
    upgrade(engine)
    assert names(engine) == ["a"]


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

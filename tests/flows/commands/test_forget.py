"""`onrecord forget`: rows, index and archive lose a page, and whatever dies, nothing else."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from flows import erase
from flows.ingest import store_batch
from flows.lease import lease
from flows.prepare import Refused
from flows.telling import Terms
from spiders import spool
from spiders.warc import Record, records
from storage import queries, repository
from storage.crawled import Outcome, Page, WarcPlace
from storage.database import reading, serial
from storage.models import PageRow
from storage.records import Rejection
from storage.search import search
from storage.tombstones import unswept
from tests.flows.commands.conftest import Run
from tests.spiders.spool_examples import NOW, one_file, outcome, page
from tests.storage.examples import store

URL = "https://roads.example/1?a=1#top"
RARE = "zyxwvutsrq"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def archive(engine: Engine, home: Path, *found: Page | Outcome) -> list[Page]:
    """Crawl, store and archive: each page is an article and a statement."""
    one_file(home, *found)
    claimed = spool.claim(home / "spool")
    assert claimed is not None
    pages = [each for each in spool.read(claimed.path) if isinstance(each, Page)]
    with serial(engine) as session:
        for each in pages:
            text = f"{each.body.decode()} {RARE if each.key == 'post:1' else 'common'}"
            article = store(session, each, text=text)
            stored = repository.article_of(session, each.source, each.key)
            if stored is not None and stored.statement_id is None:
                repository.new_statement(
                    session, lead_article_id=article, newness="new", why="w", now=NOW
                )
    spool.archive(claimed)
    return pages


def archived_bytes(home: Path) -> bytes:
    """All that the archive says, unpacked."""
    said = b""
    for path in (home / "pages").rglob("*.warc.gz"):
        said += b"".join(each.block for each in records(path) if isinstance(each, Record))
    return said


def every_page_stands_where_its_row_says(engine: Engine, home: Path) -> list[str]:
    with reading(engine) as session:
        rows = session.query(PageRow).order_by(PageRow.id).all()
        places = [
            (row.key, row.digest, WarcPlace(row.warc_file, row.warc_offset, row.warc_length))
            for row in rows
        ]
    for key, digest, place in places:
        found = spool.read_at(home, place)
        assert (found.key, found.digest) == (key, digest)
    return [key for key, _, _ in places]


def test_a_page_is_forgotten_everywhere(run: Run, engine: Engine, home: Path) -> None:
    archive(engine, home, page(1), page(2), outcome(1), page(3))
    archive(engine, home, page(1, b"<p>edited</p>"), page(4))
    before = len(list((home / "pages").rglob("*.warc.gz")))
    result = run("forget", URL, "--yes", "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    assert (told["articles"], told["pages"], told["statements"]) == (1, 2, [1])
    assert (told["records"], told["rewritten"], told["foreign"]) == (3, 2, [])
    assert every_page_stands_where_its_row_says(engine, home) == ["post:2", "post:3", "post:4"]
    assert len(list((home / "pages").rglob("*"))) - 2 == before
    assert b"Page 1," not in archived_bytes(home)
    assert b"edited" not in archived_bytes(home)
    assert b"roads.example/1" not in archived_bytes(home)
    with reading(engine) as session:
        assert search(session, RARE) == []
        assert len(search(session, "common")) == 3
        assert unswept(session) == set()


def test_no_trace_stays_in_the_file_of_the_database(
    run: Run, engine: Engine, home: Path, tmp_path: Path
) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL clears its pages when it vacuums")
    archive(engine, home, page(1), page(2))
    engine.dispose()
    run("forget", URL, "--yes")
    said = b"".join(file.read_bytes() for file in tmp_path.glob("onrecord.db*"))
    assert b"common" in said
    assert RARE.encode() not in said


def test_a_copy_that_was_fetched_twice_is_erased_too(run: Run, engine: Engine, home: Path) -> None:
    archive(engine, home, page(1), page(2))
    # The same version again has no row of its own.
    archive(engine, home, page(1), page(5))
    run("forget", URL, "--yes")
    assert b"Page 1," not in archived_bytes(home)
    assert every_page_stands_where_its_row_says(engine, home) == ["post:2", "post:5"]


def test_a_file_without_another_record_goes_whole(run: Run, engine: Engine, home: Path) -> None:
    archive(engine, home, page(1))
    assert run("forget", URL, "--yes").exit_code == 0
    assert list((home / "pages").rglob("*.warc.gz")) == []


@pytest.mark.parametrize("step", ["written", "moved"])
def test_a_crash_between_the_steps_loses_no_page(
    run: Run, engine: Engine, home: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive(engine, home, page(1), page(2), page(3))
    whole: Callable[..., None] = erase._replace

    def dies(*arguments: object) -> None:
        def halt(at: str) -> None:
            if at == step:
                raise KeyboardInterrupt

        whole(*arguments, halt)

    monkeypatch.setattr(erase, "_replace", dies)
    assert run("forget", URL, "--yes").exit_code == 130
    assert every_page_stands_where_its_row_says(engine, home) == ["post:2", "post:3"]
    monkeypatch.setattr(erase, "_replace", whole)
    assert run("forget").exit_code == 0
    assert b"Page 1," not in archived_bytes(home)
    assert every_page_stands_where_its_row_says(engine, home) == ["post:2", "post:3"]
    assert len(list((home / "pages").rglob("*.warc.gz"))) == 1


def test_a_forgotten_page_that_comes_again_is_not_stored(
    run: Run, engine: Engine, home: Path
) -> None:
    (stored,) = archive(engine, home, page(1))
    run("forget", URL, "--yes")
    again = Refused(stored, Rejection("roads", "post:1", URL, "no main text"))
    with serial(engine) as session:
        store_batch(session, [again], [], Terms(NOW, timedelta(days=14)))
        assert queries.summary_counts(session).pages == 0
        assert queries.recent_rejections(session) == []
        assert unswept(session) == {"roads"}


def test_a_person_is_forgotten_in_either_script(run: Run, engine: Engine, home: Path) -> None:
    archive(engine, home, page(1), page(2))
    result = run("forget", "Ferro, Ana", "--yes")
    assert result.exit_code == 0
    assert "articles    2" in result.stdout
    assert "statements  #1, #2" in result.stdout
    assert every_page_stands_where_its_row_says(engine, home) == []


def test_nothing_goes_without_a_yes(run: Run, engine: Engine, home: Path) -> None:
    archive(engine, home, page(1), page(2))
    result = run("forget", URL, typed="n\n")
    assert result.exit_code == 1
    assert "statements  #1" in result.stderr
    assert "roads: post:1" in result.stderr
    assert every_page_stands_where_its_row_says(engine, home) == ["post:1", "post:2"]
    assert run("forget", URL, typed="y\n").exit_code == 0
    assert every_page_stands_where_its_row_says(engine, home) == ["post:2"]


def test_a_page_whose_file_came_from_elsewhere_is_told(run: Run, engine: Engine) -> None:
    with serial(engine) as session:
        store(session, replace(page(1), place=WarcPlace("old.warc", 0, 9)))
    result = run("forget", URL, "--yes")
    assert "old.warc came from elsewhere" in result.stdout


def test_without_a_name_what_was_interrupted_is_finished(run: Run) -> None:
    result = run("forget")
    assert (result.exit_code, result.stdout) == (
        0,
        "Nothing was interrupted: nothing is left to forget.\n",
    )


@pytest.mark.parametrize("what", ["https://nowhere.example/", "Nobody Atall"])
def test_what_is_not_on_record_is_told(run: Run, what: str) -> None:
    result = run("forget", what, "--yes")
    assert result.exit_code == 1
    assert "on record" in result.stderr


def test_a_source_that_is_crawled_is_left_alone(run: Run, engine: Engine, home: Path) -> None:
    archive(engine, home, page(1))
    with lease(home, "roads", NOW):
        result = run("forget", URL, "--yes")
    assert result.exit_code == 1
    assert "already running" in result.stderr
    one_file(home, page(7))
    result = run("forget", URL, "--yes")
    assert result.exit_code == 1
    assert "wait in the spool" in result.stderr
    assert every_page_stands_where_its_row_says(engine, home) == ["post:1"]

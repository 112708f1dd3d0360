"""`onrecord reread`: what it says, how it ends, and what it leaves."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

from flows.settings import Settings
from tests.flows.commands.conftest import Run
from tests.flows.rereads import HARBOUR, NOTHING, Older, Record, html_page, refusal


@pytest.fixture
def record(engine: Engine, database_url: str, tmp_path: Path) -> Record:
    """A record in the home of the commands with one article and one refused page."""
    record = Record(Settings(tmp_path / "home", database_url, workers=1), engine)
    record.begin("ministry")
    older: dict[str, Older] = {"1": NOTHING, "2": refusal("2")}
    record.store([html_page("1", HARBOUR), html_page("2", "Short.")], older=older)
    return record


@pytest.mark.usefixtures("record")
def test_it_says_what_changed_and_then_that_nothing_is_due(run: Run) -> None:
    result = run("reread", "ministry")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == "https://ministry.example/1"
    assert "    statement   no → yes" in lines
    assert "    speakers    - → Ana Ferro, Minister" in lines
    assert "    measure     + dredge the old channel before winter comes" in lines
    assert "    reports     nothing → statement 1" in lines
    assert lines[-1].startswith("2 pages read again: 1 changed, of which 0 gave no article before")
    assert "reread: 2 of 2 items" in result.stderr
    again = run("reread")
    assert again.stdout.startswith("Nothing is due")
    assert run("alerts", "--json").stdout.strip() in {"", "[]"}


@pytest.mark.usefixtures("record")
def test_a_dry_run_in_json_stores_nothing(run: Run) -> None:
    for _ in range(2):
        change, summary = map(json.loads, run("reread", "--dry-run", "--json").stdout.splitlines())
        assert change["reread"]["fields"]["statement"] == ["no", "yes"]
        assert change["reread"]["statement"][0] is None
        assert summary["summary"] == {
            "due": 2, "changed": 1, "new_articles": 0, "regrouped": 1, "refused": 0, "lost": 0,
            "dry_run": True,
        }  # fmt: skip


def test_a_lost_page_is_an_exit_code_of_one(run: Run, record: Record) -> None:
    for file in (record.settings.home / "pages").glob("*/*/*.warc.gz"):
        file.unlink()
    result = run("reread")
    assert result.exit_code == 1
    assert "bring the file back from a backup" in result.stdout
    assert "2 are lost and were left as they are." in result.stdout


@pytest.mark.usefixtures("record")
def test_a_source_that_nobody_knows_is_an_error_in_one_sentence(run: Run) -> None:
    result = run("reread", "nobody")
    assert result.exit_code != 0
    assert "There is no source 'nobody'" in result.stderr
    assert "Traceback" not in result.output

"""`onrecord diff`: two articles, or two versions of one, held against each other."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from flows.settings import Settings
from storage import repository
from storage.database import serial
from storage.records import Measure, Reading, Speaker
from tests.flows.commands.conftest import Run
from tests.flows.prepared import DAY, NOW
from tests.flows.rereads import HARBOUR, Record, html_page
from tests.storage.examples import READING, page, store

BRIEF = replace(READING, measures=(), figures=())
WITH_DEPUTY = replace(
    READING, speakers=(Speaker("Ana Ferro", "Deputy Minister", "Ministry of Harbours", main=True),)
)


def carry(engine: Engine, *readings: Reading) -> None:
    """One statement with an article for each of the readings."""
    with serial(engine) as session:
        first = store(session, page("1"), text="1", reading=readings[0])
        number = repository.new_statement(
            session, lead_article_id=first, newness="new", why="no reprint", now=NOW
        )
        for key, reading in enumerate(readings[1:], 2):
            store(session, page(str(key)), text=str(key), reading=reading, statement_id=number)


def test_what_a_reprint_dropped_and_another_changed_is_told(run: Run, engine: Engine) -> None:
    carry(engine, READING, BRIEF, WITH_DEPUTY)
    dropped = run("diff", "1", "2").stdout
    assert "- article 1, gazette, en: https://gazette.example/1" in dropped
    assert "+ article 2, gazette, en: https://gazette.example/2" in dropped
    assert "measure     - Dredge the port" in dropped
    assert "figure      12 km → not told" in dropped
    assert "0 of 1 measures are in both." in dropped
    told = json.loads(run("diff", "1", "3", "--json").stdout)
    assert told["fields"] == {"post": ["Minister", "Deputy Minister"]}
    assert (told["statement"], told["same"], told["dropped"]) == (1, False, [])
    assert "Nothing is otherwise" in run("diff", "1", "1").stdout


def test_articles_that_are_not_of_one_statement_are_not_compared(run: Run, engine: Engine) -> None:
    carry(engine, READING)
    with serial(engine) as session:
        other = store(session, page("x"), text="x")
        repository.new_statement(
            session, lead_article_id=other, newness="new", why="no reprint", now=NOW
        )
        store(session, page("y"), text="y", reading=Reading(False, "a market report"))
    for arguments, told in (
        (("1", "2"), "They are of two statements: article 1 reports #1, article 2 #2."),
        (("1", "3"), "Article 3 reports no statement: a market report."),
        (("1", "99"), "There is no article 99 on record"),
        (("1", "one"), "'one' is no article"),
        (("1@2", "1"), "Article 1 has 1 version, no 2."),
    ):
        result = run("diff", *arguments)
        assert (result.exit_code, result.stdout) == (1, "")
        assert told in result.stderr


@pytest.fixture
def edited(engine: Engine, database_url: str, tmp_path: Path) -> Record:
    """A ministry's page that took a link on first, and another figure silently later."""
    record = Record(Settings(tmp_path / "home", database_url, workers=1), engine)
    record.begin("ministry")
    record.store([html_page("1", HARBOUR)])
    with_links = f"{HARBOUR}</p><aside><a href='/9'>Regatta</a></aside><p>"
    record.store([html_page("1", with_links, at=NOW + DAY)])
    later = HARBOUR.replace("2,800", "2,100").replace("The second is to light", "He may light")
    record.store([html_page("1", later, at=NOW + 2 * DAY)])
    return record


@pytest.mark.usefixtures("edited")
def test_versions_of_one_page_are_compared_as_articles_are(run: Run) -> None:
    told = json.loads(run("diff", "1@1", "1@3", "--json").stdout)
    (figure,) = told["figures"]
    assert (figure["before"], figure["after"]) == ("2,800 pilots", "2,100 pilots")
    assert [side["article"] for side in told["articles"]] == ["1@1", "1@3"]
    assert json.loads(run("diff", "1@1", "1@2", "--json").stdout)["same"]
    assert json.loads(run("diff", "1@3", "1", "--json").stdout)["same"]


@pytest.mark.usefixtures("edited")
def test_show_tells_what_was_edited_silently_and_not_what_was_only_laid_out_anew(run: Run) -> None:
    (changed,) = [line for line in run("show", "1").stdout.splitlines() if "changed  " in line]
    assert "article 1, version 3, seen 2031-05-06: " in changed
    assert "1 figure altered" in changed
    assert changed.endswith("(onrecord diff 1@2 1@3)")
    (edit,) = json.loads(run("show", "1", "--json").stdout)["changes"]
    assert (edit["versions"], edit["trouble"]) == ([2, 3], None)
    assert edit["difference"]["figures"][0]["after"] == "2,100 pilots"


def test_a_version_that_is_lost_is_told(run: Run, edited: Record) -> None:
    for file in (edited.settings.home / "pages").glob("*/*/*.warc.gz"):
        file.unlink()
    assert "cannot be compared: " in run("show", "1").stdout
    assert "bring the file back from a backup" in run("diff", "1@1", "1@3").stderr


def test_a_measure_is_named_by_its_head_alone(run: Run, engine: Engine) -> None:
    long = Measure(1, "Dredge the port", "Dredge the port. " * 50, (0, 1))
    carry(engine, replace(READING, measures=(long,)), BRIEF)
    assert json.loads(run("diff", "1", "2", "--json").stdout)["dropped"] == ["Dredge the port"]

"""`onrecord show`: statements, and the pages that gave none."""

import json

from sqlalchemy import Engine

from storage import frontier, repository
from storage.database import serial
from storage.records import Rejection
from tests.flows.commands.conftest import Run
from tests.storage.examples import NOON, begin, page


def test_the_latest_statements_are_listed_and_one_is_told_whole(run: Run, engine: Engine) -> None:
    with serial(engine) as session:
        begin(session, "a")
    assert "Ana Ferro" in run("show").stdout
    assert "Harbour Forum" in run("show", "1").stdout
    told = json.loads(run("show", "1", "--json").stdout)
    assert told["articles"][0]["url"] == "https://gazette.example/a"


def test_a_number_that_no_statement_has_is_one_sentence(run: Run) -> None:
    ended = run("show", "7")
    assert ended.exit_code == 1
    assert "no statement 7" in ended.stderr


def test_a_rejected_page_is_told_with_its_reason(run: Run, engine: Engine) -> None:
    assert "No page was rejected" in run("show", "--rejected").stdout
    with serial(engine) as session:
        stub = page("stub")
        frontier.page_fetched(session, stub)
        stored = repository.store_page(session, stub)
        rejection = Rejection("gazette", "stub", stub.url, "the body is too short: 4 characters")
        repository.reject(session, rejection, stored.id, NOON)
    shown = run("show", "--rejected").stdout
    assert "https://gazette.example/stub" in shown
    assert "the body is too short: 4 characters" in shown
    assert json.loads(run("show", "--rejected", "--json").stdout)["source"] == "gazette"

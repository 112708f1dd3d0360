"""`onrecord show`: statements, and the pages that gave none."""

import json

import pytest
from sqlalchemy import Engine

from spiders.source import Source
from storage import frontier, repository
from storage.database import serial
from storage.records import Rejection
from tests.flows.commands.conftest import Run
from tests.storage.examples import HOUR, NOON, begin, page, store

SOURCES = (
    Source(
        "harbours", "Ministry of Harbours", "feed", "https://harbours.example/feed", "en", "UTC",
        in_14_days=(0, 9), newest_days=9, official=True,
    ),
)  # fmt: skip


def test_the_latest_statements_are_listed_and_one_is_told_whole(run: Run, engine: Engine) -> None:
    with serial(engine) as session:
        begin(session, "a")
    assert "Ana Ferro" in run("show").stdout
    assert "Harbour Forum" in run("show", "1").stdout
    told = json.loads(run("show", "1", "--json").stdout)
    assert told["articles"][0]["url"] == "https://gazette.example/a"


def test_the_first_source_the_official_one_and_each_delay_are_told(
    run: Run, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_SOURCES", "tests.flows.commands.test_show")
    with serial(engine) as session:
        _, number = begin(session, "a")
        official = page("b", at=NOON + 2 * HOUR, source="harbours")
        store(session, official, text="b", statement_id=number)
        store(session, page("c"), text="c", statement_id=number)
    shown = run("show", "1").stdout
    assert "article     1: gazette, en, 2031-05-04, the first: https://gazette.example/a" in shown
    assert "article     3: gazette, en, 2031-05-04, 0 min later" in shown
    assert "article     2: harbours, en, 2031-05-04, 2 h later: https://harbours" in shown
    assert "first       article 1, gazette" in shown
    assert "official    article 2, harbours, as the catalogue declares" in shown
    told = json.loads(run("show", "1", "--json").stdout)
    assert [each["seconds_later"] for each in told["articles"]] == [None, 0, 7200]
    assert (told["first"], told["official"]["article"]) == (1, 2)


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

"""`onrecord correct`: decisions by hand that outlive what is read."""

import json

import pytest
from sqlalchemy import Engine

from storage import repository
from storage.database import serial
from storage.records import Reading
from tests.flows.commands.conftest import Run
from tests.storage.examples import HOUR, NOON, READING, begin, page, store


def test_a_correction_is_shown_and_outlives_reading_again(run: Run, engine: Engine) -> None:
    with serial(engine) as session:
        _, number = begin(session, "a")
    result = run("correct", str(number), "--speaker", " Bo Lund ", "--date", "2031-05-01")
    assert result.exit_code == 0
    assert "speaker     Bo Lund, Minister, Ministry of Harbours (main)" in result.stdout
    with serial(engine) as session:
        edited = page("a", "edited", NOON + HOUR)
        store(session, edited, text="edited", reading=READING, statement_id=number)
    shown = json.loads(run("show", str(number), "--json").stdout)
    assert shown["speakers"][0]["name"] == "Bo Lund"
    assert shown["speakers"][1]["org"] == "Union of Pilots"
    assert (shown["event_date"], shown["place"]) == ("2031-05-01", "Maro")
    assert shown["corrected"] == ["speaker", "date"]
    assert "corrected   speaker, date: by hand" in run("show", str(number)).stdout
    assert "Bo Lund" in run("show").stdout


def test_undo_brings_back_what_is_read(run: Run, engine: Engine) -> None:
    with serial(engine) as session:
        _, number = begin(session, "a")
    run("correct", str(number), "--event", "Another Forum")
    result = run("correct", str(number), "--undo", "--json")
    shown = json.loads(result.stdout)
    assert (shown["event"], shown["corrected"]) == ("Harbour Forum", [])


def test_an_empty_value_says_that_nothing_is_known(run: Run, engine: Engine) -> None:
    with serial(engine) as session:
        _, number = begin(session, "a")
    shown = json.loads(run("correct", str(number), "--date", "", "--place", "", "--json").stdout)
    assert (shown["event_date"], shown["place"]) == (None, None)


def test_a_speaker_is_added_where_none_was_read(run: Run, engine: Engine) -> None:
    with serial(engine) as session:
        article = store(session, page("a"), reading=Reading(is_statement=True, why="w"))
        repository.new_statement(session, lead_article_id=article, newness="new", why="w", now=NOON)
    shown = json.loads(run("correct", "1", "--org", "Pilots", "--json").stdout)
    by_hand = {"span": None, "rule": "corrected", "confidence": 1.0}
    speaker = {"name": None, "post": None, "org": "Pilots", "main": True}
    assert shown["speakers"] == [speaker | by_hand]


def test_corrections_move_along_when_statements_are_joined(run: Run, engine: Engine) -> None:
    with serial(engine) as session:
        _, first = begin(session, "a")
        _, second = begin(session, "b")
    run("correct", str(first), "--place", "Tarn", "--event", "One")
    run("correct", str(second), "--place", "Maro East")
    with serial(engine) as session:
        repository.join_statements(session, first, second)
    shown = json.loads(run("show", str(second), "--json").stdout)
    assert (shown["id"], shown["place"], shown["event"]) == (first, "Maro East", "One")
    run("correct", str(second), "--place", "Here")
    assert json.loads(run("show", str(first), "--json").stdout)["place"] == "Here"
    run("correct", str(first), "--undo")
    assert json.loads(run("show", str(first), "--json").stdout)["place"] == "Maro"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["1", "--date", "May 4"], "YYYY-MM-DD"),
        (["1", "--date", "2031-02-30"], "YYYY-MM-DD"),
        (["1", "--date", "20310504"], "YYYY-MM-DD"),
        (["1", "--speaker", "x" * 301], "at most 300"),
        (["1"], "Give a field"),
        (["1", "--undo", "--place", "x"], "--undo alone"),
        (["7", "--place", "x"], "no statement 7"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    run: Run, engine: Engine, arguments: list[str], told: str
) -> None:
    with serial(engine) as session:
        begin(session, "a")
    result = run("correct", *arguments)
    assert result.exit_code == 1
    assert told in result.stderr
    assert json.loads(run("show", "1", "--json").stdout)["corrected"] == []

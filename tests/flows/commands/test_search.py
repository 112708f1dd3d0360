"""`onrecord search` and `onrecord speakers`."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from storage import repository
from storage.corrections import correct
from storage.database import serial
from storage.records import Match, Reading, Speaker
from tests.flows.commands.conftest import Run
from tests.storage.examples import DAY, NOON, READING, page, store

COPY = Match("same statement", 0.9, ("speaker",))


def by(name: str | None, post: str | None, org: str | None) -> Reading:
    return replace(READING, speakers=(Speaker(name, post, org, main=True, span=(0, 2)),))


def statement(engine: Engine, key: str, text: str, reading: Reading = READING) -> int:
    with serial(engine) as session:
        article = store(session, page(key), text=text, reading=reading)
        return repository.new_statement(
            session, lead_article_id=article, newness="new", why="w", now=NOON
        )


def test_a_statement_is_found_by_words_of_either_script(run: Run, engine: Engine) -> None:
    number = statement(engine, "a", "建設新的資訊\x1b[31m平台")
    result = run("search", "资讯")
    assert result.exit_code == 0
    assert f"#{number}  2031-05-03  Ana Ferro  Port to be dredged" in result.stdout
    assert "gazette, en, 2031-05-04: 建設新的資訊" in result.stdout
    assert "\x1b" not in result.stdout
    assert "https://gazette.example/a" in result.stdout


def test_a_program_gets_a_line_a_statement(run: Run, engine: Engine) -> None:
    statement(engine, "a", "quay")
    number = statement(engine, "b", "the quay")
    lines = [
        json.loads(line) for line in run("search", "quay", "the", "--json").stdout.splitlines()
    ]
    assert [line["statement_id"] for line in lines] == [number]
    assert lines[0]["snippet"] == "the quay"


def test_nothing_found_is_no_failure_and_no_word_is_one(run: Run) -> None:
    result = run("search", "quay")
    assert (result.exit_code, result.stdout) == (0, "No statement on record has these words.\n")
    result = run("search", "--", "-")
    assert result.exit_code == 1
    assert "Give at least one word" in result.stderr


def test_days_and_speakers_narrow_the_search(run: Run, engine: Engine) -> None:
    statement(engine, "a", "quay", by("王建国", "部长", "港口部"))
    assert "No statement" in run("search", "quay", "--since", "2031-05-05").stdout
    assert "#1 " in run("search", "quay", "--until", "2031-05-04").stdout
    assert "No statement" in run("search", "quay", "--until", "2031-05-03").stdout
    assert "#1 " in run("search", "quay", "--speaker", "Wang Jianguo").stdout
    assert "No statement" in run("search", "quay", "--speaker", "Ana Ferro").stdout
    assert "No statement" in run("search", "quay", "--lang", "zh").stdout


@pytest.mark.parametrize("command", [["search", "x"], ["speakers"], ["export"], ["sources"]])
def test_a_missing_database_is_an_error(
    run: Run, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_DATABASE_URL", "sqlite:////nowhere/onrecord.db")
    result = run(*command)
    assert result.exit_code == 1
    assert "onrecord db upgrade" in result.stderr


def test_one_person_is_one_speaker_across_scripts_and_posts(run: Run, engine: Engine) -> None:
    number = statement(engine, "a", "text one", by("王建国", "副部长", "港口部"))
    statement(engine, "b", "text two", by(None, None, "Union of Pilots"))
    with serial(engine) as session:
        named = by("Wang Jianguo", "Minister", "Ministry of Harbours")
        late = page("c", at=NOON + DAY)
        store(session, late, text="c", reading=named, statement_id=number, match=COPY)
    third = statement(engine, "d", "text three", by("王建國", "部长", "港口部"))
    (person, body) = [json.loads(line) for line in run("speakers", "--json").stdout.splitlines()]
    assert set(person["names"]) == {"王建国", "王建國", "Wang Jianguo"}
    assert person["statements"] == [third, number]
    assert {post["post"] for post in person["posts"]} == {"副部长", "部长", "Minister"}
    assert (body["names"], body["is_body"]) == (["Union of Pilots"], True)
    table = run("speakers").stdout
    assert "(a body)" in table
    told = run("speakers", "Jianguo Wang").stdout
    assert "2031-05-03  部长, 港口部 (1 statement)" in told
    assert f"2 statements, the last 2031-05-03: #{third}, #{number}" in told
    assert "Union" not in told


def test_a_corrected_speaker_takes_the_place_of_the_one_that_was_read(
    run: Run, engine: Engine
) -> None:
    number = statement(engine, "a", "text")
    with serial(engine) as session:
        correct(session, number, {"speaker": "Bo Lund", "date": "2030-01-02"}, NOON)
    assert "2030-01-02" in run("speakers", "Bo Lund").stdout
    result = run("speakers", "Ana Ferro")
    assert result.exit_code == 1
    assert "No speaker on record is called 'Ana Ferro'." in result.stderr


def test_an_empty_record_has_no_speakers(run: Run) -> None:
    assert "No speaker is on record yet" in run("speakers").stdout

"""`onrecord export`: what leaves the machine, and in which form."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

from sqlalchemy import Engine

from flows.export import COLUMNS
from storage import repository
from storage.corrections import correct
from storage.database import serial
from storage.records import Match, Measure, Quote, Reading, Speaker
from storage.statement_stream import BATCH
from tests.flows.commands.conftest import Run
from tests.storage.examples import NOON, READING, begin, page, store

COPY = Match("same text", 0.9, ("9 of 10 shingles agree",))
LONG = replace(
    READING,
    quotes=(Quote("q" * 500, "Ana Ferro", (0, 500)),),
    measures=(Measure(1, "Dredge", "Dredge by June, whole text", (0, 5)),) * 2,
)


def statement(engine: Engine, reading: Reading, key: str = "a") -> int:
    with serial(engine) as session:
        article = store(session, page(key), text="the whole text", reading=reading)
        return repository.new_statement(
            session, lead_article_id=article, newness="new", why="w", now=NOON
        )


def rows(exported: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(exported)))


def test_a_statement_is_one_flat_row(run: Run, engine: Engine) -> None:
    number = statement(engine, LONG)
    with serial(engine) as session:
        store(session, page("b"), text="b", statement_id=number, match=COPY)
    (row,) = rows(run("export").stdout)
    assert tuple(row) == COLUMNS
    assert (row["id"], row["speaker"], row["org"]) == ("1", "Ana Ferro", "Ministry of Harbours")
    assert (row["other_speakers"], row["date"]) == ("Union of Pilots", "2031-05-03")
    assert row["measures"] == "Dredge | Dredge"
    assert row["quotes"] == "q" * 299 + "…"
    assert row["articles"] == "2"
    assert row["links"] == "https://gazette.example/a https://gazette.example/b"


def test_the_text_goes_out_on_demand_alone(run: Run, engine: Engine) -> None:
    statement(engine, LONG)
    for form in ("csv", "jsonl"):
        assert "whole text" not in run("export", "--format", form).stdout
        assert "the whole text" in run("export", "--format", form, "--with-text").stdout


def test_jsonl_has_the_full_tags_within_the_bounds(run: Run, engine: Engine) -> None:
    statement(engine, LONG)
    shape = json.loads(run("export", "--format", "jsonl").stdout)
    told = {"span": [0, 5], "rule": "", "confidence": 1.0}
    assert shape["measures"] == [{"ordinal": 1, "head": "Dredge", **told}] * 2
    assert len(shape["quotes"][0]["text"]) == 300
    assert shape["figures"][0]["value"] == "12"
    assert shape["articles"][0]["url"] == "https://gazette.example/a"
    assert "watches" not in shape


def test_no_cell_is_a_formula(run: Run, engine: Engine) -> None:
    for sign in "=+-@\t＝":
        speaker = Speaker(f"{sign}HYPERLINK(1)", "\x1b[2Jx", None, main=True)
        statement(engine, replace(READING, speakers=(speaker,)), key=str(ord(sign)))
    exported = rows(run("export").stdout)
    assert [row["speaker"][:2] for row in exported] == [f"'{sign}" for sign in "=+-@\t＝"]
    assert {row["post"] for row in exported} == {"�[2Jx"}


def test_a_spreadsheet_gets_its_mark_and_a_file_its_line_ends(
    run: Run, engine: Engine, tmp_path: Path
) -> None:
    statement(engine, READING)
    file = tmp_path / "record.csv"
    assert run("export", "--bom", "--output", str(file)).exit_code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfid,title,")
    assert file.read_bytes().count(b"\r\n") == 2
    assert b"\r\r\n" not in file.read_bytes()


def test_a_file_that_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    result = run("export", "--output", str(tmp_path / "none" / "x.csv"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_what_was_seen_before_that_day_is_left_out(run: Run, engine: Engine) -> None:
    statement(engine, READING)
    assert len(rows(run("export", "--since", "2031-05-04").stdout)) == 1
    result = run("export", "--since", "2031-05-05")
    assert result.stdout.splitlines() == [",".join(COLUMNS)]


def test_every_statement_is_exported_once_whatever_the_batches(run: Run, engine: Engine) -> None:
    count = BATCH + 3
    with serial(engine) as session:
        for number in range(count):
            begin(session, str(number))
        repository.join_statements(session, 2, BATCH + 1)
    lines = run("export", "--format", "jsonl").stdout.splitlines()
    expected = [number for number in range(1, count + 1) if number != BATCH + 1]
    assert [json.loads(line)["id"] for line in lines] == expected


def test_corrections_are_exported(run: Run, engine: Engine) -> None:
    number = statement(engine, READING)
    with serial(engine) as session:
        correct(session, number, {"speaker": "Bo Lund", "event": ""}, NOON)
    (row,) = rows(run("export").stdout)
    assert (row["speaker"], row["event"]) == ("Bo Lund", "")
    assert row["corrected"] == "speaker | event"


def test_an_unknown_form_is_refused(run: Run) -> None:
    assert run("export", "--format", "xml").exit_code == 2
    assert run("export", "--format", "jsonl", "--bom").exit_code == 2

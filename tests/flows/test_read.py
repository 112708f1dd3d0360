"""`onrecord read`, as a user runs it: what it prints for files, lines, archives and addresses."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from flows.cli import app
from tests.flows.test_prepare import BODY
from tests.press.room import Press
from tests.press.texts import texts

TEXT = """Ferries to run at night

On May 3, Ana Ferro, Minister of Harbours, said at the Harbour Forum in Maro that ferries would
run all night. “We carry everyone who must be at work before dawn,” she said.
"""


def read(*arguments: str, code: int = 0, given: str | None = None) -> list[dict[str, Any]]:
    ended = CliRunner().invoke(app, ["read", *arguments], input=given)
    assert ended.exit_code == code, ended.output
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_a_page_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "ferries.html").write_text(BODY)
    (shape,) = read(str(tmp_path / "ferries.html"))
    assert shape["id"] == "ferries"
    assert shape["is_statement"]
    (speaker,) = shape["speakers"]
    assert (speaker["name"], speaker["post"], speaker["main"]) == ("Ana Ferro", "Minister", True)
    assert shape["event"] == "Harbour Forum"
    assert shape["published_at"] is None


def test_each_tag_says_where_it_stands_which_rule_found_it_and_how_sure_that_is() -> None:
    (shape,) = read("-", given=TEXT + "She put forward two suggestions: we will build quays.\n")
    (speaker,), (measure,) = shape["speakers"], shape["measures"]
    assert "Ana Ferro" in shape["text"][slice(*speaker["span"])]
    assert shape["text"][slice(*measure["span"])] == measure["text"]
    occasion = shape["occasion"]
    assert shape["text"][slice(*occasion["event"]["span"])] == shape["event"]
    found = [*shape["speakers"], *shape["quotes"], *shape["measures"], *occasion.values()]
    assert all(tag["rule"] and 0 < tag["confidence"] < 1 for tag in found)
    assert shape["announced"] == 2


def test_text_comes_from_a_file_or_from_standard_input(tmp_path: Path) -> None:
    (tmp_path / "ferries.txt").write_text(TEXT)
    (from_file,) = read(str(tmp_path / "ferries.txt"))
    (from_input,) = read("-", given=TEXT)
    assert from_file["title"] == "Ferries to run at night"
    assert from_file["text"] == from_input["text"]
    assert from_input["id"] == "stdin"


def test_lines_keep_their_ids_and_reprints_share_a_cluster(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": TEXT, "published": "2031-05-04T00:00:00+00:00"},
        {"id": "b", "url": "https://blog.example/b", "html": BODY},
        {"id": "c", "html": "<html></html>"},
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    first, second, third = read("--cluster", str(tmp_path / "in.jsonl"))
    assert [first["id"], second["id"], third["id"]] == ["a", "b", "c"]
    assert first["cluster"] == second["cluster"] is not None
    assert first["published_at"].startswith("2031-05-04")
    assert "rejection" in third


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("no.jsonl", "{", "line 1: not an object"),
        ("no.jsonl", '{"id": "a"}', "line 1: not an object"),
        ("missing.html", None, "no such file"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    (tmp_path / "good.txt").write_text(TEXT)
    ended = CliRunner().invoke(app, ["read", str(tmp_path / name), str(tmp_path / "good.txt")])
    assert ended.exit_code == 1
    assert message in ended.stderr
    assert len(ended.stdout.splitlines()) == 1


def test_for_a_person_it_is_text_that_cannot_steer_the_terminal() -> None:
    hostile = TEXT.replace("Ferries", "\x1b[31mFerries")
    ended = CliRunner().invoke(app, ["read", "--format", "text", "-"], input=hostile)
    assert "speaker     Ana Ferro, Minister" in ended.stdout
    assert "\x1b" not in ended.stdout


def test_an_address_is_fetched_under_the_same_rules(tmp_path: Path) -> None:
    with Press(date(2031, 5, 20)) as press:
        blog = [t for t in texts(press.today, 1) if t.site == "blog" and t.statement]
        url = press.address(blog[0])
        environment = {**os.environ, "ONRECORD_HOME": str(tmp_path)}
        ended = subprocess.run(
            [sys.executable, "-m", "flows.cli", "read", url, f"{press.blog_url}/nothing-here/"],
            env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    (shape,) = map(json.loads, ended.stdout.splitlines())
    assert shape["url"] == url
    assert shape["is_statement"]
    assert ended.returncode == 1
    assert "404" in ended.stderr

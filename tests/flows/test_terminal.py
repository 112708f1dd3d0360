import io
import json
from dataclasses import replace

import pytest
from rich.console import Console
from sqlalchemy import Engine

from flows.printable import json_line, printable
from flows.progress import Notice, Warned, Working, step, tell
from flows.statement_view import as_dict, as_lines
from flows.summary import Night
from flows.tables import night_table, statements_table, steps_table
from flows.terminal import Screen
from storage import queries
from storage.database import reading, serial
from storage.views import StatementView
from tests.storage.examples import begin

ESCAPE = "\x1b]0;owned\x07\x1b[2J\u202e"


@pytest.fixture
def statement(engine: Engine) -> StatementView:
    with serial(engine) as session:
        begin(session, "a")
    with reading(engine) as session:
        return queries.statement(session, 1)


def shown(renderable: object) -> str:
    console = Console(file=io.StringIO(), width=160)
    console.print(renderable)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_control_characters_of_a_page_never_reach_the_terminal() -> None:
    assert printable(f"a{ESCAPE}b\tc\n") == "a\ufffd]0;owned\ufffd\ufffd[2J\ufffdb\tc\n"


def test_json_for_a_program_cannot_steer_the_terminal_that_shows_it() -> None:
    hostile = {"title": f"Port{ESCAPE}\x9b2J\u061c"}
    line = json_line(hostile)
    assert line.isprintable()
    assert json.loads(line) == hostile


def test_a_statement_is_told_with_its_tags_and_why_it_is_new(statement: StatementView) -> None:
    text = "\n".join(as_lines(statement))
    assert "Ana Ferro, Minister, Ministry of Harbours (main)" in text
    assert "Harbour Forum" in text
    assert "2031-05-03" in text
    assert "measure 1   Dredge the port" in text
    assert "https://gazette.example/a" in text
    assert "alert       no: no watch asks for it; no reprint" in text


def test_a_statement_as_json_can_be_read_back(statement: StatementView) -> None:
    plain = json.loads(json.dumps(as_dict(statement)))
    assert plain["speakers"][0] == {
        "name": "Ana Ferro", "post": "Minister", "org": "Ministry of Harbours", "main": True,
        "span": [0, 9], "rule": "post name", "confidence": 0.9,
    }  # fmt: skip
    assert plain["articles"][0]["url"] == "https://gazette.example/a"


def test_an_alert_goes_to_standard_output_and_progress_does_not(
    statement: StatementView, capsys: pytest.CaptureFixture[str]
) -> None:
    errors = io.StringIO()
    hostile = replace(statement, title=f"Port{ESCAPE}")
    with Screen(Console(file=errors)).watching():
        tell(Warned("the list is short [red]today"))
        tell(Working("gazette", "fetched", 1, 2))
        assert tell(Notice("key", "everything", hostile))
    out = capsys.readouterr().out
    assert "ALERT: a new statement" in out
    assert "\x1b" not in out
    assert errors.getvalue() == "! the list is short [red]today\n"


def test_an_alert_as_json_is_one_line(
    statement: StatementView, capsys: pytest.CaptureFixture[str]
) -> None:
    with Screen(Console(file=io.StringIO()), as_json=True).watching():
        tell(Notice("key", "everything", statement))
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["alert"]["statement"]["id"] == 1


def test_nobody_hears_what_is_told_outside() -> None:
    assert not tell(Warned("into the void"))


def test_a_failed_source_is_told_in_the_night_s_table() -> None:
    night = Night(delivered=1)
    night.of("gazette").error = "the list is empty"
    night.of("post").warnings.append("fewer items than usual")
    table = shown(night_table(night))
    assert "Deliveries of alerts: 1 made." in table
    assert "gazette: FAILED: the list is empty" in table
    assert "post: fewer items than usual" in table


def test_markup_in_a_title_is_no_markup(statement: StatementView, engine: Engine) -> None:
    assert statement.id == 1
    with reading(engine) as session:
        (line,) = queries.statements(session)
    assert "[bold]Port[/bold]" in shown(
        statements_table([replace(line, title="[bold]Port[/bold]")])
    )


def test_steps_of_one_name_are_summed() -> None:
    screen = Screen(Console(file=io.StringIO()))
    with screen.watching():
        for _ in range(2):
            with step("clean"):
                pass
    assert ["clean", "2"] in [
        row.split()[:2] for row in shown(steps_table(screen.steps)).splitlines()
    ]


def test_a_statement_names_the_watches_that_it_alerted(statement: StatementView) -> None:
    text = "\n".join(as_lines(replace(statement, watches=("harbours", "pilots"))))
    assert "alert       yes (harbours, pilots): no reprint" in text

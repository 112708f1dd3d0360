import pytest
import typer
from typer.testing import CliRunner

from flows.cli import app
from flows.console import failures
from storage.failure import Failure


def test_a_failure_is_one_sentence_that_cannot_steer_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(typer.Exit) as ended, failures():
        raise Failure("its type is \x1b]0;owned\x07")
    assert ended.value.exit_code == 1
    assert capsys.readouterr().err == "onrecord: its type is \ufffd]0;owned\ufffd\n"


def test_ctrl_c_is_told_and_exits_130(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit) as ended, failures():
        raise KeyboardInterrupt
    assert ended.value.exit_code == 130
    assert "stopped; what was fetched is kept" in capsys.readouterr().err


def test_the_database_s_address_is_shown_without_its_secrets(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = f"{postgresql}{'&' if '?' in postgresql else '?'}application_name=hunter2"
    monkeypatch.setenv("ONRECORD_DATABASE_URL", secret)
    ended = CliRunner().invoke(app, ["db", "upgrade"])
    assert ended.exit_code == 0, ended.output
    assert "up to date" in ended.output
    assert "hunter2" not in ended.output


@pytest.mark.parametrize(
    "command",
    [[], ["run"], ["read"], ["show"], ["demo"], ["db", "upgrade"], ["schedule"], ["backfill"],
     ["search"], ["speakers"], ["export"], ["sources"], ["forget"], ["correct"], ["alerts"],
     ["alerts", "test"], ["alerts", "resend"], ["watches"]],
    ids=" ".join,
)  # fmt: skip
def test_every_command_explains_itself(command: list[str]) -> None:
    ended = CliRunner().invoke(app, [*command, "--help"])
    assert ended.exit_code == 0, ended.output
    assert "Usage:" in ended.output


def test_a_reading_command_makes_no_database(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ONRECORD_HOME", str(home))
    monkeypatch.delenv("ONRECORD_DATABASE_URL", raising=False)
    ended = CliRunner().invoke(app, ["show"])
    assert ended.exit_code == 1
    assert "run onrecord db upgrade" in ended.stderr
    assert list(home.iterdir()) == []

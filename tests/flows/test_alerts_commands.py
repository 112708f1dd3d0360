"""`onrecord watches` and `onrecord alerts` as a user types them."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

from flows.cli import app
from flows.watch_file import read_watches
from tests.flows.outboxes import fill, states
from tests.flows.receivers import SECRET, Mailbox, Receiver, hang_up, status

WATCHES = """
[[watch]]
name = "harbours"
speaker = "Ana Ferro"
tell = ["env:DESK", "webhook {hook}"]
"""


@pytest.fixture
def home(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home whose database is the test's."""
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path))
    monkeypatch.setenv("ONRECORD_DATABASE_URL", database_url)
    monkeypatch.delenv("ONRECORD_WATCHES", raising=False)
    monkeypatch.setenv("ONRECORD_WEBHOOK_SECRET", SECRET)
    return tmp_path


def onrecord(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def lines(*arguments: str) -> list[dict[str, object]]:
    result = onrecord(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_watches_are_shown_without_secrets(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK", "mailto://user:swordfish@maro.example")
    (home / "watches.toml").write_text(WATCHES.format(hook="https://hook.example/swordfish"))
    (shown,) = lines("watches")
    assert shown["speaker"] == "Ana Ferro"
    assert shown["tell"] == ["env:DESK", "webhook https://hook.example/…"]
    assert "swordfish" not in onrecord("watches").output


def test_what_is_wrong_with_the_watches_is_one_sentence(home: Path) -> None:
    (home / "watches.toml").write_text("[[watch]]\nname = 'rail'\ncolour = 1")
    result = onrecord("watches")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"onrecord: {home / 'watches.toml'}: watch 'rail', field")
    assert result.stderr.count("\n") == 1


def test_without_a_file_that_is_said(home: Path) -> None:
    result = onrecord("watches")
    assert result.exit_code == 0
    assert "every new statement" in result.stdout
    assert "There is no" in result.stdout


def test_a_test_sends_a_sample_to_each_channel_and_says_what_happened(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Receiver(status(500)).running() as receiver, Mailbox().running() as mailbox:
        monkeypatch.setenv("DESK", mailbox.url)
        (home / "watches.toml").write_text(WATCHES.format(hook=receiver.url))
        result = onrecord("alerts", "test")
        assert result.exit_code == 1
        assert "harbours, env:DESK: sent" in result.stdout
        assert "NOT SENT: answered 500" in result.stdout
        receiver.answer = status(200)
        assert onrecord("alerts", "test", "harbours").exit_code == 0
    assert len(mailbox.letters) == 2
    assert receiver.posts[0].key.startswith("test-")
    assert onrecord("alerts", "test", "rail").exit_code == 1


def test_alerts_are_sent_listed_and_told_again_by_hand(
    home: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Receiver().running() as receiver, Mailbox(answer=hang_up).running() as mailbox:
        monkeypatch.setenv("DESK", mailbox.url)
        (home / "watches.toml").write_text(WATCHES.format(hook=receiver.url))
        fill(engine, read_watches(home / "watches.toml"), 1)
        sent = onrecord("alerts", "send")
        assert (sent.exit_code, sent.stdout) == (1, "1 told, 1 uncertain.\n")
        (unsure,) = lines("alerts", "--state", "uncertain")
        assert (unsure["channel"], unsure["watch"]) == ("env:DESK", "harbours")
        mailbox.answer = lambda _: "250 taken"
        assert onrecord("alerts", "resend", str(unsure["id"])).exit_code == 0
        assert onrecord("alerts", "send").stdout == "0 told.\n"
    assert states(engine) == ["sent", "sent"]
    assert (len(mailbox.letters), len(receiver.posts)) == (2, 1)
    again = onrecord("alerts", "resend", str(unsure["id"]))
    assert again.exit_code == 1
    assert "there is nothing to send again" in again.stderr


def test_what_alerted_nobody_is_listed_with_the_reason(home: Path, engine: Engine) -> None:
    fill(engine, [], 1)
    assert lines("alerts") == []
    (held,) = lines("alerts", "--held")
    assert held["reason"] == "not_watched"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--state", "lost"), "There is no state 'lost'; give pending, sending"),
        (("resend", "99"), "There is no alert 99: onrecord alerts lists them"),
        (("test", "rail"), "no watch 'rail': onrecord watches lists them"),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(
    home: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = onrecord("alerts", *arguments)
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_watch_that_is_gone_is_told_by_name(home: Path, engine: Engine) -> None:
    (home / "watches.toml").write_text('[[watch]]\nname = "old"')
    fill(engine, read_watches(home / "watches.toml"), 1)
    (home / "watches.toml").write_text('[[watch]]\nname = "new"')
    (alert,) = lines("alerts")
    assert "no watch 'old'" in onrecord("alerts", "resend", str(alert["id"])).stderr

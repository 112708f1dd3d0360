"""Mail to a real server: both forms, one digest, and never a letter twice unasked."""

from pathlib import Path

from sqlalchemy import Engine

from flows.alerts.apprise_channel import notify
from flows.alerts.delivery import Delivered, deliver
from flows.alerts.message import message
from flows.alerts.sample import sample
from tests.flows.outboxes import errors, fill, means, states, watch
from tests.flows.receivers import Mailbox, Receiver, hang_up, late, status
from tests.storage.examples import HOUR, NOON

TOLD = message(sample("all", NOON), ["all"])


def body(mailbox: Mailbox, kind: str) -> str:
    part = mailbox.letters[0].get_body((kind,))
    return str(part.get_content()) if part else ""


def test_a_letter_holds_the_alert_as_text_and_as_html(engine: Engine, tmp_path: Path) -> None:
    with Mailbox().running() as mailbox:
        desk = watch("env:DESK")
        fill(engine, [desk], 1)
        told = deliver(engine, means(tmp_path, [desk], env={"DESK": mailbox.url}))
    assert told == Delivered(told=1)
    (letter,) = mailbox.letters
    assert letter["Subject"] == "Ana Ferro, Minister, Ministry of Harbours: Harbour Forum"
    assert letter["To"] == "desk@maro.example"
    assert letter["X-Application"] == "On Record"
    assert '<a href="https://gazette.example/s0" rel="noreferrer">' in body(mailbox, "html")
    lines = body(mailbox, "plain").splitlines()
    assert "– Ana Ferro, Minister, Ministry of Harbours" in lines
    assert "event: Harbour Forum" in lines
    for kind in ("plain", "html"):
        assert "Dredge the port" in body(mailbox, kind)
        assert "https://gazette.example/s0" in body(mailbox, kind)


def test_a_digest_is_one_letter_with_all(engine: Engine, tmp_path: Path) -> None:
    with Mailbox().running() as mailbox:
        harbours = watch(mailbox.url, name="harbours", digest=True)
        pilots = watch(mailbox.url, name="pilots", digest=True)
        fill(engine, [harbours, pilots], 3)
        assert deliver(engine, means(tmp_path, [harbours, pilots])).told == 6
    assert len(mailbox.letters) == 1
    assert mailbox.subjects[0].startswith("3 new statements: Ana Ferro")
    assert body(mailbox, "html").count("<h3>") == 3
    assert body(mailbox, "html").count("– harbours<br>– pilots") == 3


def test_mail_waits_for_its_server(engine: Engine, tmp_path: Path) -> None:
    with Mailbox().running() as mailbox:
        desk = watch(mailbox.url)
    fill(engine, [desk], 2)
    assert deliver(engine, means(tmp_path, [desk])) == Delivered(pending=2)
    assert "ConnectionRefusedError" in (errors(engine)[0] or "")
    with mailbox.running():
        assert deliver(engine, means(tmp_path, [desk], now=NOON + HOUR)) == Delivered(told=2)
    assert len(mailbox.letters) == 2


def test_a_refusal_is_told_in_the_servers_own_words(engine: Engine, tmp_path: Path) -> None:
    with Mailbox(answer=lambda _: "554 no room").running() as mailbox:
        desk = watch(mailbox.url)
        fill(engine, [desk], 1)
        assert deliver(engine, means(tmp_path, [desk])) == Delivered(pending=1)
    assert "(554 no room)" in (errors(engine)[0] or "")


def test_a_mailbox_that_is_not_there_fails_for_sure() -> None:
    with Mailbox(refuses=True).running() as mailbox:
        result = notify(mailbox.url, [TOLD])
    assert result.state == "failed"
    assert not result.is_down
    assert mailbox.letters == []


def test_a_letter_that_may_have_left_is_not_sent_again_unasked(
    engine: Engine, tmp_path: Path
) -> None:
    with Mailbox(answer=hang_up).running() as mailbox:
        desk = watch(mailbox.url)
        fill(engine, [desk], 1)
        for hour in range(3):
            told = deliver(engine, means(tmp_path, [desk], now=NOON + hour * HOUR))
            assert told == Delivered(uncertain=1)
    assert len(mailbox.letters) == 1
    assert "SMTPServerDisconnected" in (errors(engine)[0] or "")


def test_by_a_setting_it_is_sent_again_until_it_is_given_up(engine: Engine, tmp_path: Path) -> None:
    with Mailbox(answer=hang_up).running() as mailbox:
        desk = watch(mailbox.url)
        fill(engine, [desk], 1)
        for hour in range(5):
            now = NOON + hour * HOUR
            deliver(engine, means(tmp_path, [desk], now=now, attempts=3, resend_uncertain=True))
    assert len(mailbox.letters) == 3
    assert states(engine) == ["dead"]


def test_of_two_recipients_one_may_have_got_it() -> None:
    with Mailbox(answer=lambda _: "554 no room").running() as mailbox:
        assert notify(f"{mailbox.url},chief@maro.example", [TOLD]).state == "unknown"
    # But not where there is no server at all.
    assert notify(f"{mailbox.url},chief@maro.example", [TOLD]).state == "failed"


def test_a_repetition_that_the_address_asks_for_is_not_made() -> None:
    with Mailbox(answer=hang_up).running() as mailbox:
        assert notify(f"{mailbox.url}&retry=3&optional=yes", [TOLD]).state == "unknown"
    assert len(mailbox.letters) == 1


def chat(receiver: Receiver) -> str:
    """A chat that Apprise speaks to by plain HTTP."""
    return f"mmost://127.0.0.1:{receiver.port}/3ccdd113474722377935511fc85d3dd4"


def test_a_chat_is_told_in_plain_text_without_mentions_and_links() -> None:
    with Receiver(status(200)).running() as receiver:
        hostile = message(sample("@everyone <!here> [a](https://b.example)", NOON), ["@all"])
        assert notify(chat(receiver), [hostile]).state == "sent"
    text = receiver.posts[0].json["text"]
    assert "Ana Ferro" in text
    assert not set(text) & set("@<>[]")


def test_a_chat_that_refuses_failed_and_one_that_dawdles_is_unknown() -> None:
    with Receiver(status(403)).running() as receiver:
        assert notify(chat(receiver), [TOLD]).state == "failed"
        receiver.answer = late(1.0)
        assert notify(f"{chat(receiver)}?rto=0.2", [TOLD]).state == "unknown"
    down = notify(chat(receiver), [TOLD])
    assert (down.state, down.is_down) == ("failed", True)
    assert "3ccdd113474722377935511fc85d3dd4" not in down.why

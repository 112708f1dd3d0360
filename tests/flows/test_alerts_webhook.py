"""The webhook against a real receiver that dies, refuses, dawdles and repeats itself."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

import flows.alerts.webhook
from flows.alerts.channels import Channel
from flows.alerts.delivery import WAITS, Delivered, deliver
from flows.alerts.message import message
from flows.alerts.sample import sample
from flows.alerts.webhook import post, signed
from flows.watches import Watch
from tests.flows.outboxes import errors, fill, means, states
from tests.flows.receivers import (
    SECRET,
    Answer,
    Handler,
    Receiver,
    dripping,
    endless,
    late,
    status,
)
from tests.storage.examples import DAY, HOUR, NOON

SECOND = timedelta(seconds=1)
TOLD = message(sample("all", NOON), ["all"])


def hook(receiver: Receiver) -> Watch:
    return Watch("all", tell=(Channel("webhook", receiver.url),))


def test_the_signature_is_the_one_that_the_documents_promise() -> None:
    # printf '1935662400.{}' | openssl dgst -sha256 -hmac key
    headers = signed("key", b"{}", NOON)
    assert headers["OnRecord-Timestamp"] == "1935662400"
    assert headers["OnRecord-Signature"] == (
        "sha256=169d1a43c6a7a700105064b7f64189e46370a738e038c28b142ef103dd8abf1c"
    )


def test_each_alert_is_posted_once_signed_and_under_its_own_key(
    engine: Engine, tmp_path: Path
) -> None:
    with Receiver().running() as receiver:
        fill(engine, [hook(receiver)], 3)
        assert deliver(engine, means(tmp_path, [hook(receiver)])) == Delivered(told=3)
        assert deliver(engine, means(tmp_path, [hook(receiver)])) == Delivered()
    assert all(each.is_signed for each in receiver.posts)
    assert len({each.key for each in receiver.posts}) == 3
    told = receiver.posts[0].json
    assert told["key"] == receiver.posts[0].key
    assert told["speakers"][0]["name"] == "Ana Ferro"
    assert told["measures"] == ["Dredge the port"]
    assert told["link"] == "https://gazette.example/s0"
    assert "text" not in told


def test_a_receiver_that_dies_and_comes_back_misses_nothing(engine: Engine, tmp_path: Path) -> None:
    with Receiver().running() as receiver:
        watch = hook(receiver)
    fill(engine, [watch], 3)
    assert deliver(engine, means(tmp_path, [watch])) == Delivered(pending=3)
    # One was tried; to try the others at once would only have failed the same way.
    assert [error for error in errors(engine) if error] == ["no answer (ConnectError)"]
    with receiver.running():
        assert deliver(engine, means(tmp_path, [watch])).told == 2
        assert deliver(engine, means(tmp_path, [watch], now=NOON + HOUR)).told == 1
    assert len({each.key for each in receiver.posts}) == 3


def test_a_hundred_refusals_are_spaced_ever_wider_and_then_given_up(
    engine: Engine, tmp_path: Path
) -> None:
    with Receiver(status(500)).running() as receiver:
        watch, now, times = hook(receiver), NOON, []
        fill(engine, [watch], 1)
        for _ in range(100):
            deliver(engine, means(tmp_path, [watch], now=now, attempts=100))
            times.append(now)
            now += WAITS[min(len(times) - 1, len(WAITS) - 1)]
            if len(times) < 9:
                deliver(engine, means(tmp_path, [watch], now=now - SECOND, attempts=100))
        assert len(receiver.posts) == 100
        assert len({each.key for each in receiver.posts}) == 1
        assert states(engine) == ["dead"]
        assert errors(engine) == ["answered 500"]
        assert now - times[-1] == timedelta(hours=12)
        assert deliver(engine, means(tmp_path, [watch], now=now + DAY)) == Delivered(dead=1)
        assert len(receiver.posts) == 100


def test_one_alert_that_is_refused_holds_up_no_other(engine: Engine, tmp_path: Path) -> None:
    def refuse_the_first(handler: Handler, number: int) -> None:
        status(422 if number == 1 else 200)(handler, number)

    with Receiver(refuse_the_first).running() as receiver:
        fill(engine, [hook(receiver)], 3)
        assert deliver(engine, means(tmp_path, [hook(receiver)])) == Delivered(told=2, pending=1)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (status(302, Location="http://127.0.0.1/else"), "answered 302; redirects are not followed"),
        (status(404), "answered 404"),
        (status(429), "answered 429"),
        (late(1.0), "no answer (ReadTimeout)"),
        (dripping, "no answer within 1 s"),
    ],
    ids=["redirect", "missing", "busy", "late", "dripping"],
)
def test_whatever_is_no_success_in_time_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, answer: Answer, why: str
) -> None:
    monkeypatch.setattr(flows.alerts.webhook, "STEP_SECONDS", 0.3)
    monkeypatch.setattr(flows.alerts.webhook, "WHOLE_SECONDS", 0.6)
    with Receiver(answer).running() as receiver:
        result = post(receiver.url, SECRET, "key", TOLD, NOON)
    assert (result.state, result.why) == ("failed", why)
    assert len(receiver.posts) == 1


def test_an_answer_without_an_end_is_not_read() -> None:
    with Receiver(endless).running() as receiver:
        assert post(receiver.url, SECRET, "key", TOLD, NOON).state == "sent"


def test_who_answers_too_late_is_told_again_under_the_same_key(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flows.alerts.webhook, "STEP_SECONDS", 0.2)
    with Receiver(late(0.5)).running() as receiver:
        watch = hook(receiver)
        fill(engine, [watch], 1)
        assert deliver(engine, means(tmp_path, [watch])) == Delivered(pending=1)
        receiver.answer = status(200)
        assert deliver(engine, means(tmp_path, [watch], now=NOON + HOUR)) == Delivered(told=1)
    assert [each.key for each in receiver.posts] == [receiver.posts[0].key] * 2


def test_a_proxy_of_the_environment_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with Receiver().running() as receiver:
        assert post(receiver.url, SECRET, "key", TOLD, NOON).state == "sent"

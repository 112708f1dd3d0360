"""One alert a statement and watch, and how far it has come."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storage import outbox, queries, repository
from storage.database import serial
from tests.storage.examples import NOON, begin


def _sending(session: Session, alert: int) -> None:
    outbox.mark_sending(session, alert, "mail")


def _sent(session: Session, alert: int) -> None:
    outbox.mark_sent(session, alert, "mail", NOON)


def _dead(session: Session, alert: int) -> None:
    outbox.mark_dead(session, alert, "no such address")


def _pending(session: Session, alert: int) -> None:
    """As it was raised."""


def raised(session: Session, statement: int, watch: str = "all") -> int:
    """A new alert's id."""
    assert outbox.raise_alert(session, statement, watch, NOON)
    return max(each.id for each in outbox.pending_alerts(session))


def test_an_alert_is_raised_once_a_statement_and_watch(engine: Engine) -> None:
    with serial(engine) as session:
        _, statement = begin(session, "a")
        raises = [outbox.raise_alert(session, statement, watch, NOON) for watch in ("x", "x", "y")]
        keys = {each.idempotency_key for each in outbox.pending_alerts(session)}
    assert raises == [True, False, True]
    assert len(keys) == 2


def test_a_joined_statement_raises_no_second_alert(engine: Engine) -> None:
    with serial(engine) as session:
        (_, first), (_, second) = begin(session, "a"), begin(session, "b")
        outbox.raise_alert(session, first, "all", NOON)
        repository.join_statements(session, first, second)
        assert not outbox.raise_alert(session, second, "all", NOON)


def test_a_sent_alert_is_no_longer_pending_and_is_not_sent_twice(engine: Engine) -> None:
    with serial(engine) as session:
        alert = raised(session, begin(session, "a")[1])
        assert outbox.mark_sending(session, alert, "mail")
        assert not outbox.mark_sending(session, alert, "mail")
        assert outbox.mark_sent(session, alert, "mail", NOON)
        assert not outbox.mark_sent(session, alert, "mail", NOON)
        assert outbox.pending_alerts(session) == []
        (shown,) = queries.alerts(session, state="sent")
    assert (shown.channel, shown.sent_at) == ("mail", NOON)


def test_what_was_being_sent_at_a_crash_is_uncertain_until_it_is_sent_by_hand(
    engine: Engine,
) -> None:
    with serial(engine) as session:
        _, statement = begin(session, "a")
        alert = raised(session, statement, "x")
        raised(session, statement, "y")
        outbox.mark_sending(session, alert, "mail")
        assert outbox.mark_uncertain(session, "the sender died") == 1
        assert [each.watch for each in outbox.pending_alerts(session)] == ["y"]
        assert outbox.send_again(session, alert)
        assert len(outbox.pending_alerts(session)) == 2


def test_a_failed_alert_is_tried_again_until_it_is_given_up(engine: Engine) -> None:
    with serial(engine) as session:
        alert = raised(session, begin(session, "a")[1])
        outbox.mark_sending(session, alert, "mail")
        assert outbox.mark_failed(session, alert, "mailbox full")
        assert len(outbox.pending_alerts(session)) == 1
        assert outbox.mark_dead(session, alert, "no such address")
        assert not outbox.mark_failed(session, alert, "late word")
        assert queries.summary_counts(session).alerts == {"dead": 1}


@pytest.mark.parametrize(
    ("older", "newer", "kept"),
    [
        (_pending, _sent, "sent"),
        (_sent, _pending, "sent"),
        (_sending, _pending, "sending"),
        (_dead, _pending, "pending"),
        (_pending, _pending, "pending"),
    ],
)
def test_of_two_alerts_to_one_watch_the_one_further_along_stays(
    engine: Engine,
    older: Callable[[Session, int], None],
    newer: Callable[[Session, int], None],
    kept: str,
) -> None:
    with serial(engine) as session:
        (_, first), (_, second) = begin(session, "a"), begin(session, "b")
        one, other = raised(session, first), raised(session, second)
        raised(session, second, "another watch")
        older(session, one)
        newer(session, other)
        repository.join_statements(session, first, second)
        shown = queries.alerts(session)
    assert {each.statement_id for each in shown} == {first}
    assert {each.watch: each.state for each in shown} == {"all": kept, "another watch": "pending"}

"""One alert a statement and watch, one delivery an alert and channel, and how far it has come."""

from collections.abc import Callable, Sequence

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storage import alert_queries, database, outbox, queries, repository
from storage.database import serial
from storage.outbox import TERMINAL, Channel
from tests.storage.examples import HOUR, NOON, begin

MAIL = Channel("mailto://maro.example", repeatable=False)
HOOK = Channel("webhook https://maro.example/…", repeatable=True)


def raised(
    session: Session, statement: int, watch: str = "all", channels: Sequence[Channel] = (MAIL,)
) -> int:
    """A new alert's number."""
    assert outbox.raise_alert(session, statement, watch, channels, NOON)
    return max(each.id for each in alert_queries.alerts(session))


def pending(session: Session) -> list[int]:
    """The deliveries that are to be made at noon."""
    return [each.id for each in outbox.due(session, NOON)]


def states(session: Session) -> dict[tuple[str, str], str]:
    return {(each.watch, each.channel): each.state for each in alert_queries.alerts(session)}


def test_an_alert_is_raised_once_a_statement_and_watch(engine: Engine) -> None:
    with serial(engine) as session:
        _, statement = begin(session, "a")
        raises = [
            outbox.raise_alert(session, statement, watch, [MAIL, HOOK], NOON) for watch in "xxy"
        ]
        keys = {each.key for each in outbox.due(session, NOON)}
    assert raises == [True, False, True]
    assert len(keys) == 4


def test_a_joined_statement_raises_no_second_alert(engine: Engine) -> None:
    with serial(engine) as session:
        (_, first), (_, second) = begin(session, "a"), begin(session, "b")
        raised(session, first)
        repository.join_statements(session, first, second)
        assert not outbox.raise_alert(session, second, "all", [MAIL], NOON)


def test_what_is_taken_by_one_sender_is_not_taken_by_another(engine: Engine) -> None:
    with serial(engine) as session:
        raised(session, begin(session, "a")[1])
        ids = pending(session)
        assert [each.id for each in outbox.take(session, ids)] == ids
        assert outbox.take(session, ids) == []
        assert outbox.mark_sent(session, ids, NOON) == 1
        assert outbox.mark_sent(session, ids, NOON) == 0
        assert pending(session) == []
        (shown,) = alert_queries.alerts(session, state="sent")
    assert (shown.channel, shown.sent_at) == (MAIL.label, NOON)


@pytest.mark.parametrize(("resend", "mail"), [(False, "uncertain"), (True, "pending")])
def test_what_was_being_sent_at_a_crash_is_told_again_only_where_that_does_no_harm(
    engine: Engine, resend: bool, mail: str
) -> None:
    with serial(engine) as session:
        raised(session, begin(session, "a")[1], "x", [MAIL, HOOK])
        before = {each.key for each in outbox.take(session, pending(session))}
        raised(session, begin(session, "b")[1], "y", [MAIL])
        assert outbox.recover(session, "the sender died", resend=resend) == 2
        assert states(session) == {
            ("x", MAIL.label): mail,
            ("x", HOOK.label): "pending",
            ("y", MAIL.label): "pending",
        }
        again = {each.key for each in outbox.due(session, NOON) if each.watch == "x"}
        assert again <= before


def test_a_failed_delivery_waits_until_its_time_and_is_given_up_at_last(engine: Engine) -> None:
    with serial(engine) as session:
        raised(session, begin(session, "a")[1])
        ids = pending(session)
        outbox.take(session, ids)
        outbox.put_back(session, ids, "mailbox full", NOON + HOUR)
        assert pending(session) == []
        (later,) = outbox.due(session, NOON + HOUR)
        assert later.attempts == 1
        outbox.take(session, ids)
        outbox.mark_dead(session, ids, "no such address")
        assert outbox.due(session, NOON + 2 * HOUR) == []
        assert queries.summary_counts(session).deliveries == {"dead": 1}


def test_what_was_tried_least_comes_first(engine: Engine) -> None:
    with serial(engine) as session:
        raised(session, begin(session, "a")[1])
        old = pending(session)
        outbox.take(session, old)
        outbox.put_back(session, old, "refused", NOON)
        raised(session, begin(session, "b")[1])
        assert [each.attempts for each in outbox.due(session, NOON)] == [0, 1]


def test_by_hand_an_alert_goes_again_to_where_it_was_not_or_perhaps(engine: Engine) -> None:
    with serial(engine) as session:
        alert = raised(session, begin(session, "a")[1], "x", [MAIL, HOOK])
        hook = next(each.id for each in outbox.due(session, NOON) if each.channel == HOOK.label)
        taken = [each.id for each in outbox.take(session, pending(session))]
        outbox.mark_sent(session, [hook], NOON)
        outbox.mark_uncertain(session, taken, "timed out")
        assert outbox.send_again(session, alert, [MAIL, HOOK, TERMINAL]) == 2
        assert states(session) == {
            ("x", MAIL.label): "pending",
            ("x", HOOK.label): "sent",
            ("x", TERMINAL.label): "pending",
        }
        with pytest.raises(outbox.UnknownAlertError, match="no alert 99"):
            outbox.send_again(session, 99, [MAIL])


def _sending(session: Session, ids: list[int]) -> None:
    outbox.take(session, ids)


def _sent(session: Session, ids: list[int]) -> None:
    outbox.take(session, ids)
    outbox.mark_sent(session, ids, NOON)


def _dead(session: Session, ids: list[int]) -> None:
    outbox.mark_dead(session, ids, "no such address")


def _pending(session: Session, ids: list[int]) -> None:
    """As it was raised."""


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
def test_of_two_alerts_to_one_watch_the_one_further_along_stays_in_each_channel(
    engine: Engine,
    older: Callable[[Session, list[int]], None],
    newer: Callable[[Session, list[int]], None],
    kept: str,
) -> None:
    with serial(engine) as session:
        (_, first), (_, second) = begin(session, "a"), begin(session, "b")
        raised(session, first)
        one = pending(session)
        raised(session, second)
        other = [each for each in pending(session) if each not in one]
        raised(session, second, "another watch", [HOOK])
        older(session, one)
        newer(session, other)
        repository.join_statements(session, first, second)
        assert states(session) == {
            ("all", MAIL.label): kept,
            ("another watch", HOOK.label): "pending",
        }
        assert {each.statement_id for each in alert_queries.alerts(session)} == {first}


def test_a_channel_that_only_the_newer_alert_had_moves_along(engine: Engine) -> None:
    with serial(engine) as session:
        (_, first), (_, second) = begin(session, "a"), begin(session, "b")
        alert = raised(session, first, channels=[MAIL])
        raised(session, second, channels=[MAIL, HOOK])
        repository.join_statements(session, first, second)
        shown = alert_queries.alerts(session)
    assert {each.channel for each in shown} == {MAIL.label, HOOK.label}
    assert {each.id for each in shown} == {alert}


def test_what_alerted_nobody_is_shown_with_the_reason(engine: Engine) -> None:
    with serial(engine) as session:
        article, _ = begin(session, "a")
        raised(session, begin(session, "b")[1])
        repository.new_statement(
            session, lead_article_id=article, newness="baseline", why="there before", now=NOON
        )
        reasons = [(each.reason, each.why) for each in alert_queries.held(session)]
    assert reasons == [
        ("baseline", "there before"),
        ("not_watched", "no reprint; no watch asks for it"),
    ]


def test_what_was_told_stays_told_when_the_tables_change(engine: Engine) -> None:
    with serial(engine) as session:
        _, statement = begin(session, "a")
        raised(session, statement, "x", [TERMINAL])
        told = pending(session)
        outbox.take(session, told)
        outbox.mark_sent(session, told, NOON)
        raised(session, statement, "y", [TERMINAL])
        before = alert_queries.alerts(session)
        (waiting,) = outbox.due(session, NOON)
    migrate(engine, command.downgrade, "0003")
    migrate(engine, command.upgrade, "head")
    with serial(engine) as session:
        assert alert_queries.alerts(session) == before
        assert [each.key for each in outbox.due(session, NOON)] == [waiting.key]


def migrate(engine: Engine, move: Callable[[Config, str], None], revision: str) -> None:
    with engine.execution_options(serial=True).begin() as connection:
        config = database._config()
        config.attributes["connection"] = connection
        move(config, revision)

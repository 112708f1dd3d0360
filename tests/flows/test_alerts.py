"""Deliveries: told once, in order, by one sender at a time; the terminal as the simplest case."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from flows.alerts.delivery import LOCK, Delivered, deliver, parcels
from flows.lease import AlreadyRunningError, lease
from flows.progress import Notice
from storage import outbox
from storage.database import reading
from tests.flows.outboxes import errors, fill, means, states, watch
from tests.storage.examples import HOUR, NOON

TERMINAL = watch("terminal")


@pytest.fixture
def two_alerts(engine: Engine) -> Engine:
    fill(engine, [TERMINAL], 2)
    return engine


def test_each_pending_alert_is_told_once_the_oldest_first(
    two_alerts: Engine, tmp_path: Path
) -> None:
    told: list[Notice] = []

    def show(notice: Notice) -> bool:
        told.append(notice)
        return True

    assert deliver(two_alerts, means(tmp_path, [TERMINAL], show=show)) == Delivered(told=2)
    assert deliver(two_alerts, means(tmp_path, [TERMINAL], show=show)) == Delivered()
    assert [notice.statement.id for notice in told] == [1, 2]
    assert told[0].key != told[1].key
    assert states(two_alerts) == ["sent", "sent"]


def test_an_alert_that_nobody_heard_stays_pending(two_alerts: Engine, tmp_path: Path) -> None:
    assert deliver(two_alerts, means(tmp_path, [TERMINAL])) == Delivered(pending=2)
    assert states(two_alerts) == ["pending", "pending"]


def test_a_crash_while_telling_tells_that_alert_again_under_its_key(
    two_alerts: Engine, tmp_path: Path
) -> None:
    told: list[str] = []

    def crash_at_the_second(notice: Notice) -> bool:
        told.append(notice.key)
        if len(told) == 2:
            raise KeyboardInterrupt
        return True

    with pytest.raises(KeyboardInterrupt):
        deliver(two_alerts, means(tmp_path, [TERMINAL], show=crash_at_the_second))
    assert states(two_alerts) == ["sent", "sending"]
    assert deliver(two_alerts, means(tmp_path, [TERMINAL], show=crash_at_the_second)).told == 1
    assert told[2] == told[1]


def test_what_is_raised_while_others_are_told_is_told_too(
    two_alerts: Engine, tmp_path: Path
) -> None:
    told: list[str] = []

    def raise_one_more(notice: Notice) -> bool:
        if not told:
            fill(two_alerts, [TERMINAL], 1, first=2)
        told.append(notice.key)
        return True

    assert deliver(two_alerts, means(tmp_path, [TERMINAL], show=raise_one_more)).told == 3


def test_two_senders_never_work_at_once(two_alerts: Engine, tmp_path: Path) -> None:
    with (
        lease(tmp_path, f"{LOCK}.delivery", NOON),
        pytest.raises(AlreadyRunningError, match="already running since"),
    ):
        deliver(two_alerts, means(tmp_path, [TERMINAL], show=lambda _: True))
    assert states(two_alerts) == ["pending", "pending"]


def test_a_channel_that_no_watch_names_any_more_is_given_up_aloud(
    two_alerts: Engine, tmp_path: Path
) -> None:
    renamed = watch("terminal", name="renamed")
    assert deliver(two_alerts, means(tmp_path, [renamed], show=lambda _: True)).dead == 2
    assert set(errors(two_alerts)) == {"no watch of that name tells this channel"}


def test_what_lacks_a_variable_waits_and_says_so(engine: Engine, tmp_path: Path) -> None:
    desk = watch("env:DESK_MAIL")
    fill(engine, [desk], 1)
    assert deliver(engine, means(tmp_path, [desk])) == Delivered(pending=1)
    assert "variable DESK_MAIL is not set" in (errors(engine)[0] or "")
    with reading(engine) as session:
        assert outbox.due(session, NOON) == []
        assert len(outbox.due(session, NOON + HOUR)) == 1


def test_digests_to_one_address_are_one_parcel_and_all_else_goes_alone(engine: Engine) -> None:
    mail = "mailto://maro.example?to=desk@maro.example"
    one = watch(mail, "webhook https://hook.example/x", name="one", digest=True)
    two = watch(mail, name="two", digest=True)
    now = watch(mail, name="now")
    fill(engine, [one, two, now], 2)
    with reading(engine) as session:
        made = parcels(outbox.due(session, NOON), [one, two, now])
    sizes = sorted(
        (parcel.channel.kind if parcel.channel else "", len(parcel.ids)) for parcel in made
    )
    assert sizes == [("message", 1), ("message", 1), ("message", 4), ("webhook", 1), ("webhook", 1)]


def test_digests_wait_for_the_night(engine: Engine, tmp_path: Path) -> None:
    now, nightly = TERMINAL, watch("terminal", name="nightly", digest=True)
    fill(engine, [now, nightly], 1)
    means_now = means(tmp_path, [now, nightly], show=lambda _: True)
    assert deliver(engine, means_now, digests=False) == Delivered(told=1, pending=1)
    assert deliver(engine, means_now) == Delivered(told=1)

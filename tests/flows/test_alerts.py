import pytest
from sqlalchemy import Engine

from flows.alerts import deliver
from flows.progress import Notice
from storage import alert_queries, outbox
from storage.database import reading, serial
from tests.storage.examples import HOUR, NOON, begin


@pytest.fixture
def two_alerts(engine: Engine) -> Engine:
    with serial(engine) as session:
        for key in ("a", "b"):
            _, statement_id = begin(session, key)
            outbox.raise_alert(session, statement_id, "everything", [outbox.TERMINAL], NOON)
    return engine


def states(engine: Engine) -> list[str]:
    with reading(engine) as session:
        return [alert.state for alert in reversed(alert_queries.alerts(session))]


def test_each_pending_alert_is_told_once_the_oldest_first(two_alerts: Engine) -> None:
    told: list[Notice] = []

    def send(notice: Notice) -> bool:
        told.append(notice)
        return True

    assert deliver(two_alerts, send, NOON + HOUR) == 2
    assert deliver(two_alerts, send, NOON + 2 * HOUR) == 0
    assert [notice.statement.id for notice in told] == [1, 2]
    assert told[0].key != told[1].key
    assert states(two_alerts) == ["sent", "sent"]


def test_an_alert_that_nobody_heard_stays_pending(two_alerts: Engine) -> None:
    assert deliver(two_alerts, lambda _: False, NOON) == 0
    assert states(two_alerts) == ["pending", "pending"]


def test_a_crash_while_telling_leaves_that_alert_and_the_later_ones(two_alerts: Engine) -> None:
    told: list[str] = []

    def crash_at_the_second(notice: Notice) -> bool:
        if told:
            raise KeyboardInterrupt
        told.append(notice.key)
        return True

    with pytest.raises(KeyboardInterrupt):
        deliver(two_alerts, crash_at_the_second, NOON)
    assert states(two_alerts) == ["sent", "sending"]

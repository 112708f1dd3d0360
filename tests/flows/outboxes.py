"""An outbox with alerts in it, and the means to tell them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from flows.alerts.channels import parse_channel, stored
from flows.alerts.delivery import Means
from flows.progress import Notice
from flows.watches import Watch
from storage import alert_queries, outbox
from storage.database import reading, serial
from tests.storage.examples import NOON, begin


def watch(*tell: str, name: str = "all", digest: bool = False) -> Watch:
    """A watch on everything."""
    return Watch(name, tell=tuple(parse_channel(text) for text in tell), digest=digest)


def fill(engine: Engine, watches: Sequence[Watch], statements: int, first: int = 0) -> None:
    """Raise an alert of each watch for so many new statements."""
    with serial(engine) as session:
        for number in range(first, first + statements):
            _, statement = begin(session, f"s{number}")
            for each in watches:
                outbox.raise_alert(session, statement, each.name, stored(each.tell), NOON)


def nobody(_: Notice) -> bool:
    """No terminal listens."""
    return False


def means(
    home: Path,
    watches: Sequence[Watch],
    *,
    env: Mapping[str, str] | None = None,
    show: Callable[[Notice], bool] = nobody,
    now: datetime = NOON,
    attempts: int = 10,
    resend_uncertain: bool = False,
) -> Means:
    """What telling takes, with a clock that stands."""
    return Means(
        watches=watches,
        env={"ONRECORD_WEBHOOK_SECRET": "a secret of the tests", **(env or {})},
        show=show,
        home=home,
        clock=lambda: now,
        attempts=attempts,
        resend_uncertain=resend_uncertain,
    )


def states(engine: Engine) -> list[str]:
    """The states of all deliveries, the oldest first."""
    with reading(engine) as session:
        return [alert.state for alert in reversed(alert_queries.alerts(session, limit=10_000))]


def errors(engine: Engine) -> list[str | None]:
    """Why deliveries failed, the oldest first."""
    with reading(engine) as session:
        return [alert.error for alert in reversed(alert_queries.alerts(session, limit=10_000))]

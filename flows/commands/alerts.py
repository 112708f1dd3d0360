"""`onrecord alerts`: how far alerts have come, what alerted nobody, and telling by hand."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from rich.console import Console
from sqlalchemy import Engine

from flows.alert_tables import alerts_table, held_table
from flows.alerts.channels import Channel, ChannelError, stored
from flows.alerts.delivery import Delivered, deliver
from flows.alerts.means import means
from flows.alerts.message import message
from flows.alerts.result import SENT, UNHEARD, Result
from flows.alerts.sample import sample
from flows.alerts.sending import send
from flows.commands.database import readable
from flows.lease import AlreadyRunningError
from flows.progress import Notice, tell
from flows.settings import Settings, environment
from flows.terminal import Screen, print_json, print_lines
from flows.watch_file import WatchError, watches_of, watches_path
from flows.watches import Watch
from storage import alert_queries, outbox
from storage.alert_models import DELIVERY_STATES
from storage.database import reading, serial
from storage.failure import Failure

LATEST = 50


class AlertError(Failure):
    """What was asked of the alerts cannot be done; the message says why."""


def list_alerts(*, state: str | None, held: bool, as_json: bool) -> int:
    """Print the latest alerts (in one state), or the statements that alerted nobody."""
    if state is not None and state not in DELIVERY_STATES:
        raise AlertError(f"There is no state {state!r}; give {', '.join(DELIVERY_STATES)}.")
    with _opened() as (_, engine), reading(engine) as session:
        alerts = [] if held else alert_queries.alerts(session, limit=LATEST, state=state)
        back = alert_queries.held(session, limit=LATEST) if held else []
    if as_json:
        for line in [*alerts, *back]:
            print_json(line)
    elif not alerts and not back:
        print_lines(["No such alert." if not held else "No statement was held back."])
    else:
        Console().print(held_table(back) if held else alerts_table(alerts))
    return 0


def try_channels(name: str | None) -> int:
    """Send a sample to each channel of one watch, or of all; 1 if one of them failed."""
    settings = Settings.from_env()
    watches = watches_of(settings)
    chosen = [watch for watch in watches if name in (None, watch.name)]
    if not chosen:
        raise _unknown_watch(settings, name or "")
    now = datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read
    all_sent = True
    with Screen(Console(stderr=True)).watching():
        for watch in chosen:
            for channel in watch.tell:
                result = _test(watch, channel, now)
                said = "sent" if result.state == "sent" else f"NOT SENT: {result.why}"
                print_lines([f"{watch.name}, {channel.label}: {said}"])
                all_sent = all_sent and result.state == "sent"
    return 0 if all_sent else 1


def _test(watch: Watch, channel: Channel, now: datetime) -> Result:
    key = f"test-{uuid.uuid4().hex}"
    if channel.kind == "terminal":
        return SENT if tell(Notice(key, watch.name, sample(watch.name, now))) else UNHEARD
    try:
        return send(
            channel, key, [message(sample(watch.name, now), [watch.name])], environment(), now
        )
    except ChannelError as error:
        return Result("failed", str(error))


def send_due() -> int:
    """Tell all that is due now; 1 if anything is still not told, or perhaps not."""
    with _opened() as (settings, engine):
        outcome = _deliver(settings, engine, None)
    rest = {n: getattr(outcome, n) for n in ("pending", "uncertain", "dead")}
    counts = (f"{number} {name}" for name, number in rest.items() if number)
    print_lines([", ".join([f"{outcome.told} told", *counts]) + "."])
    return 1 if any(rest.values()) else 0


def resend(alert_id: int) -> int:
    """Tell an alert now in every channel of its watch where it was not told, or perhaps."""
    with _opened() as (settings, engine):
        return _resend(settings, engine, alert_id)


def _resend(settings: Settings, engine: Engine, alert_id: int) -> int:
    watches = {watch.name: watch for watch in watches_of(settings)}
    with serial(engine) as session:
        name = outbox.watch_of(session, alert_id)
        if name not in watches:
            raise _unknown_watch(settings, name)
        again = outbox.send_again(session, alert_id, stored(watches[name].tell))
    if not again:
        raise AlertError(
            f"Alert {alert_id} is pending, uncertain or dead in no channel of its watch {name!r}:"
            " there is nothing to send again."
        )
    outcome = _deliver(settings, engine, alert_id)
    with reading(engine) as session:
        Console().print(alerts_table(alert_queries.alerts(session, alert_id=alert_id)))
    return 0 if outcome.told == again else 1


def _deliver(settings: Settings, engine: Engine, alert_id: int | None) -> Delivered:
    def clock() -> datetime:
        return datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read

    try:
        with Screen(Console(stderr=True)).watching():
            return deliver(engine, means(settings, tell, clock), alert_id=alert_id)
    except AlreadyRunningError:
        raise AlertError("Another process is telling alerts just now: try again later.") from None


@contextmanager
def _opened() -> Iterator[tuple[Settings, Engine]]:
    settings = Settings.from_env()
    engine = readable(settings)
    try:
        yield settings, engine
    finally:
        engine.dispose()


def _unknown_watch(settings: Settings, name: str) -> WatchError:
    return WatchError(f"{watches_path(settings)}: no watch {name!r}: onrecord watches lists them.")

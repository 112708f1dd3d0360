"""From the outbox to the outside: each pending delivery is told in its channel.

`sending` is committed before anything leaves. Whoever dies there leaves a delivery that the
next sender settles: told again under the same key where its receiver knows keys, uncertain
elsewhere. One sender works at a time, by a lock in the home.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from flows.alerts.channels import TERMINAL, Channel, ChannelError
from flows.alerts.message import Message, message
from flows.alerts.result import SENT, UNHEARD, Result
from flows.alerts.sending import send
from flows.lease import lease
from flows.progress import Notice
from flows.watches import Watch
from storage import alert_queries, outbox, queries
from storage.about import About
from storage.database import reading, serial
from storage.outbox import Delivery

# The wait after each failure; the last one goes on. Shorter than a day, so that tomorrow's
# night tries again whatever minute it begins in.
WAITS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720))
# What one digest holds at most; more makes another one.
LONGEST_DIGEST = 50
LOCK = "alerts"


@dataclass(frozen=True, slots=True)
class Means:
    """What telling takes: the watches, the environment, the terminal, the lock's home, the clock.

    `show` answers False where nobody listens. After `attempts` failures a delivery is dead.
    `resend_uncertain` tells again what may have been told, as if it had failed.
    """

    watches: Sequence[Watch]
    env: Mapping[str, str] = field(repr=False)
    show: Callable[[Notice], bool]
    home: Path
    clock: Callable[[], datetime]
    attempts: int = 10
    resend_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many deliveries were told now, and how many stand pending, uncertain or dead."""

    told: int = 0
    pending: int = 0
    uncertain: int = 0
    dead: int = 0


@dataclass(frozen=True, slots=True)
class Parcel:
    """Deliveries that one message tells; None where no watch names their channel any more."""

    channel: Channel | None
    deliveries: tuple[Delivery, ...]

    @property
    def ids(self) -> list[int]:
        """Their numbers."""
        return [each.id for each in self.deliveries]


def deliver(
    engine: Engine, means: Means, *, alert_id: int | None = None, digests: bool = True
) -> Delivered:
    """Tell all that is due (unless `digests`, not theirs), or one alert; each is tried once.

    Raises AlreadyRunningError while another sender works: it tells what is pending by now.
    """
    with lease(means.home, f"{LOCK}.delivery", means.clock()):
        with serial(engine) as session:
            outbox.recover(session, "its sender died", resend=means.resend_uncertain)
        told = _deliver_due(engine, means, alert_id, digests=digests)
    return standing(engine, told)


def standing(engine: Engine, told: int = 0) -> Delivered:
    """How the outbox stands, with the number that this delivery `told`."""
    with reading(engine) as session:
        counts = alert_queries.delivery_counts(session)
    rest = {name: counts.get(name, 0) for name in ("pending", "uncertain", "dead")}
    return Delivered(told, **rest)


def _deliver_due(engine: Engine, means: Means, alert_id: int | None, *, digests: bool) -> int:
    later = () if digests else {watch.name for watch in means.watches if watch.digest}
    tried: set[int] = set()
    down: set[Channel] = set()
    told = 0
    while True:
        with reading(engine) as session:
            waiting = outbox.due(session, means.clock(), alert_id)
        # What was raised while others were told is told as well.
        fresh = [each for each in waiting if each.id not in tried and each.watch not in later]
        if not fresh:
            return told
        tried.update(each.id for each in fresh)
        for parcel in parcels(fresh, means.watches):
            if parcel.channel in down:
                continue
            result = _tell_parcel(engine, means, parcel)
            told += len(parcel.ids) if result.state == "sent" else 0
            if result.is_down and parcel.channel:
                down.add(parcel.channel)


def parcels(deliveries: Iterable[Delivery], watches: Sequence[Watch]) -> list[Parcel]:
    """What is told together: the digests of a mailbox or chat; all else one by one."""
    by_name = {watch.name: watch for watch in watches}
    single: list[Parcel] = []
    digests: dict[Channel, list[Delivery]] = {}
    for each in deliveries:
        watch = by_name.get(each.watch)
        channel = _channel(watch, each.channel)
        if watch and channel and watch.digest and channel.kind == "message":
            digests.setdefault(channel, []).append(each)
        else:
            single.append(Parcel(channel, (each,)))
    return single + [
        Parcel(channel, tuple(held[at : at + LONGEST_DIGEST]))
        for channel, held in digests.items()
        for at in range(0, len(held), LONGEST_DIGEST)
    ]


def _channel(watch: Watch | None, label: str) -> Channel | None:
    channels = watch.tell if watch else ()
    return next((channel for channel in channels if channel.label == label), None)


def _tell_parcel(engine: Engine, means: Means, parcel: Parcel) -> Result:
    if parcel.channel is None:
        with serial(engine) as session:
            outbox.mark_dead(session, parcel.ids, "no watch of that name tells this channel")
        return Result("failed")
    with serial(engine) as session:
        taken = outbox.take(session, parcel.ids)
    if not taken:
        return UNHEARD
    try:
        result = _send(engine, means, replace(parcel, deliveries=tuple(taken)))
    except ChannelError as error:
        result = Result("failed", str(error), is_down=True)
    _note(engine, means, taken, result)
    return result


def _send(engine: Engine, means: Means, parcel: Parcel) -> Result:
    channel, first = parcel.channel or TERMINAL, parcel.deliveries[0]
    if channel.kind == "terminal":
        with reading(engine) as session:
            statement = queries.statement(session, first.statement_id)
        notice = Notice(first.key, first.watch, statement, first.about)
        return SENT if means.show(notice) else UNHEARD
    messages = _messages(engine, parcel.deliveries)
    return send(channel, first.key, messages, means.env, means.clock())


def _messages(engine: Engine, deliveries: Sequence[Delivery]) -> list[Message]:
    """One message a statement and thing told of it, with all the watches that it is told for."""
    watches: dict[tuple[int, About], list[str]] = {}
    for each in deliveries:
        watches.setdefault((each.statement_id, each.about), []).append(each.watch)
    with reading(engine) as session:
        return [
            message(queries.statement(session, number), names, about)
            for (number, about), names in watches.items()
        ]


def _note(engine: Engine, means: Means, taken: Sequence[Delivery], result: Result) -> None:
    ids = [each.id for each in taken]
    with serial(engine) as session:
        if result.state == "sent":
            outbox.mark_sent(session, ids, means.clock())
        elif result.state == "unheard":
            outbox.release(session, ids)
        elif result.state == "unknown" and not means.resend_uncertain:
            outbox.mark_uncertain(session, ids, result.why)
        else:
            _put_back(session, means, taken, result.why)


def _put_back(session: Session, means: Means, taken: Sequence[Delivery], why: str) -> None:
    """Let each be tried again after its wait, or give it up after its last attempt."""
    for each in taken:
        if each.attempts + 1 >= means.attempts:
            outbox.mark_dead(session, [each.id], why)
        else:
            wait = WAITS[min(each.attempts, len(WAITS) - 1)]
            outbox.put_back(session, [each.id], why, means.clock() + wait)

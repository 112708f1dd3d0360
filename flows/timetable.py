"""When the nightly is due: a cron line or an interval, read strictly into Prefect's schedules."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from prefect.server.schemas.schedules import CronSchedule, IntervalSchedule

from flows.happenings import Kind

Rhythm = CronSchedule | IntervalSchedule
Timetable = Mapping[Kind, Rhythm]

SHORTEST_NIGHT = timedelta(seconds=5)
# A site is asked for its lists that often, and no list changes faster.
SHORTEST_WATCH = timedelta(minutes=1)
LONGEST = timedelta(days=31)

_INTERVAL = re.compile(r"([1-9][0-9]{0,5})([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_SHORTHANDS = ("@hourly", "@daily", "@midnight", "@weekly", "@monthly")


class TimetableError(ValueError):
    """A time that makes no sense; the message says why, in words that follow its name."""


def zone_of(name: str) -> ZoneInfo:
    """A time zone by its IANA name; raises TimetableError."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise TimetableError(f"there is no time zone {name!r}: try Asia/Shanghai or UTC") from None


def cron(line: str, zone: ZoneInfo, now: datetime) -> CronSchedule:
    """Five cron fields (or @daily and the like) in a zone; raises TimetableError.

    A sixth field is refused: some programs write seconds first, Prefect reads them last.
    """
    if len(line.split()) != 5 and line not in _SHORTHANDS:
        raise TimetableError(f"{line!r} is no cron line of five fields, such as '30 2 * * *'")
    try:
        rhythm = CronSchedule(cron=line, timezone=zone.key)
        asyncio.run(rhythm.get_dates(1, start=now))
    except ValueError:
        raise TimetableError(f"{line!r} is no cron line that ever comes due") from None
    return rhythm


def interval(text: str, zone: ZoneInfo, shortest: timedelta) -> IntervalSchedule:
    """A whole number of s, m, h or d, counted from a midnight of the zone.

    Raises TimetableError for what is no interval, or not from `shortest` to LONGEST.
    """
    found = _INTERVAL.fullmatch(text)
    if not found:
        raise TimetableError(f"{text!r} is no interval such as 15m, 6h or 1d")
    number, unit = found.groups()
    length = timedelta(**{_UNITS[unit]: int(number)})
    if not shortest <= length <= LONGEST:
        least = f"{shortest.total_seconds():.0f} s"
        raise TimetableError(f"{text} is not between {least} and {LONGEST.days} days")
    anchor = datetime(2026, 1, 1, tzinfo=zone)
    # Pydantic makes its own kind of any datetime.
    return IntervalSchedule(interval=length, anchor_date=anchor, timezone=zone.key)  # type: ignore[arg-type]


async def between(rhythm: Rhythm, since: datetime, until: datetime) -> list[datetime]:
    """What came due after an instant and up to another (UTC), the first hundred of it."""
    return [_utc(due) for due in await rhythm.get_dates(100, since, until) if due > since]


async def first_after(rhythm: Rhythm, instant: datetime) -> datetime:
    """When it is due next (UTC)."""
    # Prefect counts a date that is the start itself.
    return next(_utc(due) for due in await rhythm.get_dates(2, instant) if due > instant)


def _utc(due: datetime) -> datetime:
    # Prefect's own kind of datetime loses its offset in `astimezone`.
    return datetime.fromtimestamp(due.timestamp(), UTC)

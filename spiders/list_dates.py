"""The dates of lists: what a row or a feed writes, as an instant."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, datetime
from zoneinfo import ZoneInfo

MOST_TEXT = 200
_NUMBERS = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)日?"
    r"(?:[T\s]{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?)?"
)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_CLOCK = r"(?:[,\s]{1,3}(\d{1,2}):(\d{2}))?"
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}\s{{1,2}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}((?:19|20)\d{{2}}){_CLOCK}"
)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})\s{{1,2}}{_MONTH},?\s{{1,2}}((?:19|20)\d{{2}}){_CLOCK}")


def instant_of(text: str, zone: str) -> datetime | None:
    """The instant that a machine wrote (ISO 8601), or else a person; None where none is told.

    A day alone is its midnight. `zone` (IANA) holds where the text states no offset. None, too,
    for the first and the last year that Python counts: no offset may lead out of them.
    """
    text = text.strip()[:MOST_TEXT]
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _written(text, zone)
    return _aware(moment, zone)


def _written(text: str, zone: str) -> datetime | None:
    if found := _NUMBERS.search(text):
        numbers = [int(number or 0) for number in found.groups()]
    elif found := _MONTH_FIRST.search(text.lower()):
        month, day, year, *clock = found.groups()
        numbers = [int(year), 1 + _MONTHS.index(month), int(day), *(int(n or 0) for n in clock)]
    elif found := _DAY_FIRST.search(text.lower()):
        day, month, year, *clock = found.groups()
        numbers = [int(year), 1 + _MONTHS.index(month), int(day), *(int(n or 0) for n in clock)]
    else:
        return None
    year, month, day, hour, minute, second = (*numbers, 0)[:6]
    text = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
    try:
        return _aware(datetime.fromisoformat(text), zone)
    except ValueError:
        return None


def _aware(moment: datetime, zone: str) -> datetime | None:
    """The moment with an offset, unless it lies where no clock of UTC reaches."""
    if not MINYEAR < moment.year < MAXYEAR:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))

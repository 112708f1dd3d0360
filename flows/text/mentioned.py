"""Which statement on record an article means where it mentions an earlier one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from flows.text.bodies import BODIES, body_key, same_body
from flows.text.keys import keys
from flows.text.names import PART, name_key, same_person, simplify
from flows.text.signals import event
from storage.records import Earlier, Reading, Sketch, Speaker

# A leap year, whose days are those of all years.
_YEAR = 2000


def who(earlier: Earlier, main: Speaker | None) -> Speaker:
    """The speaker who is meant: as named, a person or a body; else the article's main one."""
    if earlier.speaker is None:
        return main or Speaker(None, None, None)
    if body_key(earlier.speaker) in BODIES:
        return Speaker(None, None, earlier.speaker)
    return Speaker(earlier.speaker, None, None)


def subject_keys(speaker: Speaker, date: str | None) -> tuple[str, ...]:
    """The keys of what a speaker, or else a body, said on the days that a date leaves open.

    `date` is ISO and may stop at month or year; None leaves all days open.
    """
    person = name_key(speaker.name) if speaker.name else ""
    body = body_key(speaker.org) if speaker.org and not person else ""
    if not person and not body:
        return ()
    found: list[str] = []
    for day in _days(date):
        # Under a part of the name stand others too.
        asked = keys(Sketch("", (person,) if person else (), (body,) if body else (), day))
        found += (key for key in asked if key.endswith(f":{person or body}"))
    return tuple(dict.fromkeys(found))


def _days(date: str | None) -> Iterable[str]:
    begin = datetime.date(_YEAR, 1, 1)
    days = [begin + datetime.timedelta(days=n) for n in range(366)]
    if date and len(date) == len("2031-05-04"):
        try:
            middle = datetime.date.fromisoformat(f"{_YEAR}{date[4:]}")
        except ValueError:
            return ()
        days = [middle + datetime.timedelta(days=n) for n in (-1, 0, 1)]
    elif date and len(date) == len("2031-05"):
        days = [day for day in days if f"{day:%m}" == date[5:]]
    return [day.isoformat() for day in days]


def meant(
    earlier: Earlier, speaker: Speaker, lang: str, said: Sequence[tuple[int, str, str, Reading]]
) -> int | None:
    """The number of the statement that is meant, of those `said`: number, day, language, reading.

    None where none agrees, and where several do and nothing tells them apart.
    """
    wanted = Sketch(lang, event=simplify(earlier.event).lower() if earlier.event else None)
    sure: list[int] = []
    open_: list[int] = []
    for number, day, its_lang, reading in said:
        if not _is_by(speaker, reading) or not _is_on(earlier.date, day):
            continue
        name = reading.occasion.event
        signal = event(wanted, Sketch(its_lang, event=simplify(name).lower() if name else None))
        if signal is not None and signal.points < 0:
            continue
        (sure if signal else open_).append(number)
    if sure or not earlier.date:
        return sure[0] if len(sure) == 1 else None
    return open_[0] if len(open_) == 1 else None


def _is_by(speaker: Speaker, reading: Reading) -> bool:
    main = reading.main_speaker
    if main is None:
        return False
    if speaker.name:
        return bool(main.name) and same_person(speaker.name, main.name or "") >= PART
    return bool(main.org) and same_body(speaker.org or "", main.org or "") >= 1.0


def _is_on(date: str | None, day: str) -> bool:
    if not date or len(date) != len("2031-05-04"):
        return day.startswith(date or "")
    try:
        wanted = datetime.date.fromisoformat(date)
    except ValueError:
        return False
    return abs((datetime.date.fromisoformat(day) - wanted).days) <= 1

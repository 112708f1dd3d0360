"""The press room's texts: files with a few header lines, dated from one day on.

A file of `texts/` holds header lines, an empty line, and paragraphs parted by empty lines.

- `site`, `number`, `slug`, `lang`, `title`: what the site and its address need;
- `statement`: the id of the statement that it reports, whose day {day:…} stands for, or
  `day`: so many days from the room's day, for what reports none;
- `published`, `modified`: days after that day, and the hour in Shanghai;
- `night`: 2 for what comes on the second night; a line that begins with `night two` changes
  an article then (`published`, `slug` with `former slug`, `markup`);
- `original` (the name of a file), `origin`, `source`, `charset`: what the page says or hides;
- `speaker`, `post`, `org`, `event`, `place`, `measures`, `rejected`: where its truth differs.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

FOLDER = Path(__file__).parent / "texts"
ZONE = ZoneInfo("Asia/Shanghai")
# A header line that holds from the second night on.
LATER = "night two "
_PLACEHOLDER = re.compile(r"\{day([+-]\d{1,4})?:([a-z]{2,8})\}")
# fmt: off
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# fmt: on


@dataclass(frozen=True)
class Text:
    """One article as a site carries it. `header` holds what the file says of it besides."""

    site: str
    name: str
    number: int
    night: int
    lang: str
    title: str
    paragraphs: tuple[str, ...]
    published: datetime
    modified: datetime
    statement: str | None
    header: Mapping[str, str]


@cache
def statements() -> dict[str, dict[str, Any]]:
    """What is true of each statement, by its id: the day, the measures, and names by language."""
    return tomllib.loads((FOLDER / "statements.toml").read_text("utf-8"))


@cache
def texts(today: date, night: int) -> tuple[Text, ...]:
    """All articles that stand on the sites on that night, oldest first."""
    found = [_load(path, today, night) for path in sorted(FOLDER.glob("*.txt"))]
    shown = (text for text in found if text.night <= night)
    return tuple(sorted(shown, key=lambda text: (text.published, text.number)))


def dated(text: str, day: date) -> str:
    """`text` with placeholders such as {day:en} or {day-30:zhmonth} written out."""
    return _PLACEHOLDER.sub(lambda m: _written(day + timedelta(days=int(m[1] or 0)), m[2]), text)


def _written(day: date, form: str) -> str:
    month = _MONTHS[day.month - 1]
    forms = {
        "en": f"{month} {day.day}",
        "enfull": f"{month} {day.day}, {day.year}",
        "enmonth": f"{month} {day.year}",
        "enweek": _WEEKDAYS[day.weekday()],
        "zh": f"{day.month}月{day.day}日",
        "zhfull": f"{day.year}年{day.month}月{day.day}日",
        "zhmonth": f"{day.year}年{day.month}月",
        "zhday": f"{day.day}日",
        "year": str(day.year),
        "iso": day.isoformat(),
    }
    return forms[form]


def _load(path: Path, today: date, night: int) -> Text:
    head, _, body = path.read_text("utf-8").partition("\n\n")
    header = dict(line.split(": ", 1) for line in head.splitlines())
    if night > 1:
        header |= {k.removeprefix(LATER): v for k, v in header.items() if k.startswith(LATER)}
    statement = header.get("statement")
    offset = statements()[statement]["day"] if statement else int(header["day"])
    day = today + timedelta(days=offset)
    published = _moment(header["published"], day)
    return Text(
        site=header["site"],
        name=path.stem,
        number=int(header["number"]),
        night=int(header.get("night", 1)),
        lang=header["lang"],
        title=dated(header["title"], day),
        paragraphs=tuple(dated(p.strip(), day) for p in body.split("\n\n") if p.strip()),
        published=published,
        modified=_moment(header["modified"], day) if "modified" in header else published,
        statement=statement,
        header=header,
    )


def _moment(written: str, day: date) -> datetime:
    """`+1 06:58`: so many days after the article's day, at that hour in Shanghai."""
    days, hour = written.split()
    return datetime.combine(day + timedelta(days=int(days)), time.fromisoformat(hour), ZONE)

"""What an alert says: who said what, when and where, the first source, and why it is new.

Nothing here is more than tags, measure heads, short quotes and the link: full texts stay on
the machine. All of it comes from the web, so it is cleaned, bounded and escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import quote, urlsplit

from flows.printable import printable
from storage.about import NEW, About, AlertKind
from storage.records import Reading, Speaker
from storage.views import StatementView

LONGEST = 300
LONGEST_SUBJECT = 150
LONGEST_LINK = 2000
MOST_SPEAKERS, MOST_MEASURES, MOST_QUOTES, MOST_CHANGES = 5, 20, 3, 20
HEADINGS = {"new": "", "change": "Changed: ", "official": "The official text is out: "}


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker in a post at a body, each as far as it is known."""

    name: str | None
    post: str | None
    body: str | None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.post, self.body) if part)


@dataclass(frozen=True, slots=True)
class Message:
    """A statement as an alert tells it; `date` and `published` are ISO or None.

    `link` is None where the first article has no web address. `kind`: it is new, its official
    text is out, or that was edited; `changes` are lines that say what is otherwise in it.
    """

    statement: int
    title: str
    speakers: tuple[Who, ...]
    event: str | None
    date: str | None
    place: str | None
    measures: tuple[str, ...]
    quotes: tuple[str, ...]
    source: str
    link: str | None
    published: str | None
    reprints: int
    why_new: str
    watches: tuple[str, ...]
    kind: AlertKind = "new"
    changes: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The title, after what is told of the statement if it is not that it is new."""
        return f"{HEADINGS[self.kind]}{self.title}"


def message(statement: StatementView, watches: Sequence[str], about: About = NEW) -> Message:
    """What is told of a statement to those watches."""
    reading, first = statement.reading, statement.articles[0]
    return Message(
        statement=statement.id,
        title=_clean(statement.title),
        speakers=_speakers(reading.speakers),
        event=_optional(reading.occasion.event),
        date=_optional(reading.occasion.date),
        place=_optional(reading.occasion.place),
        measures=tuple(_clean(measure.head) for measure in reading.measures[:MOST_MEASURES]),
        quotes=_quotes(reading),
        source=_clean(first.source),
        link=_link(first.url),
        published=_day(first.published_at),
        reprints=len(statement.articles) - 1,
        why_new=_clean(statement.newness_why),
        watches=tuple(_clean(watch) for watch in watches),
        kind=about.kind,
        changes=tuple(_clean(line) for line in about.changes[:MOST_CHANGES]),
    )


def subject(messages: Sequence[Message]) -> str:
    """One line for all of them: the main speaker and the event, or else the title."""
    if len(messages) > 1:
        names = "; ".join(str(each.speakers[0]) for each in messages if each.speakers)
        what = "new statements" if all(each.kind == "new" for each in messages) else "alerts"
        return _clean(f"{len(messages)} {what}: {names}", LONGEST_SUBJECT)
    only = messages[0]
    who = str(only.speakers[0]) if only.speakers else ""
    parts = [part for part in (who, only.event or only.title) if part]
    return _clean(HEADINGS[only.kind] + ": ".join(parts), LONGEST_SUBJECT)


def rows(told: Message) -> list[tuple[str, tuple[str, ...]]]:
    """The lines of an alert: what each is, and its values."""
    found = [
        ("changed", told.changes),
        ("who", tuple(str(who) for who in told.speakers) or ("not named",)),
        ("event", (told.event,) if told.event else ()),
        ("place", (told.place,) if told.place else ()),
        ("date", (_date(told),)),
        ("measures", told.measures),
        ("quotes", told.quotes),
        ("source", (_source(told),)),
        ("link", (told.link,) if told.link else ()),
        ("why new", (told.why_new,) if told.kind == "new" else ()),
        ("watch", told.watches),
        ("on record", (f"onrecord show {told.statement}",)),
    ]
    return [(name, values) for name, values in found if values]


def as_text(messages: Sequence[Message]) -> str:
    """All of them as plain text."""
    return "\n\n".join(_text(each) for each in messages) + "\n"


def as_lines(messages: Sequence[Message], limit: int) -> str:
    """All of them as plain text, or, where that is longer than `limit` characters, in brief."""
    full = as_text(messages)
    if len(full) <= limit:
        return full
    lines: list[str] = []
    for number, each in enumerate(messages):
        line = f"{subject([each])} ({_date(each)}) {each.link or ''}".strip()
        left = f"… and {len(messages) - number} more: onrecord show"
        if sum(len(kept) + 1 for kept in lines) + len(line) + len(left) + 2 > limit:
            return "\n".join([*lines, left])[:limit]
        lines.append(line)
    return "\n".join(lines)


def as_html(messages: Sequence[Message]) -> str:
    """All of them as an HTML fragment, everything escaped."""
    return "<hr>\n".join(_html(each) for each in messages)


def _text(told: Message) -> str:
    lines = [told.heading, ""]
    for name, values in rows(told):
        for number, value in enumerate(values):
            lines.append(f"{'' if number else name:<11}{value}")
    return "\n".join(lines)


def _html(told: Message) -> str:
    """A heading and lines: a table's cells would fall apart where a letter becomes plain text."""
    lines = "<br>".join(_line(name, values) for name, values in rows(told))
    return f"<h3>{escape(told.heading)}</h3>\n<p>{lines}</p>\n"


def _line(name: str, values: tuple[str, ...]) -> str:
    shown = [escape(value) for value in values]
    if name == "link":
        shown = [f'<a href="{value}" rel="noreferrer">{value}</a>' for value in shown]
    if len(shown) == 1:
        return f"<b>{name}:</b> {shown[0]}"
    return "<br>".join([f"<b>{name}:</b>", *(f"– {value}" for value in shown)])


def _date(told: Message) -> str:
    if told.date and told.date.startswith("--"):
        return f"{told.date[2:]} (no year is stated)"
    return told.date or "date unknown"


def _source(told: Message) -> str:
    published = f", published {told.published}" if told.published else ", no publication date"
    more = (
        "1 more article carries" if told.reprints == 1 else f"{told.reprints} more articles carry"
    )
    others = f"; {more} it" if told.reprints else ""
    return f"{told.source}{published}{others}"


def _speakers(speakers: Sequence[Speaker]) -> tuple[Who, ...]:
    main_first = sorted(speakers, key=lambda speaker: not speaker.main)[:MOST_SPEAKERS]
    return tuple(Who(_optional(s.name), _optional(s.post), _optional(s.org)) for s in main_first)


def _quotes(reading: Reading) -> tuple[str, ...]:
    return tuple(
        f"“{_clean(each.text)}”" + (f" ({_clean(each.speaker)})" if each.speaker else "")
        for each in reading.quotes[:MOST_QUOTES]
    )


def _day(instant: datetime | None) -> str | None:
    return None if instant is None else f"{instant:%Y-%m-%d}"


def _optional(text: str | None) -> str | None:
    return _clean(text) if text else None


def _clean(text: str, longest: int = LONGEST) -> str:
    """One line of at most `longest` characters that no mail or terminal takes for a command."""
    line = " ".join(printable(text[: 4 * longest]).split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def _link(url: str) -> str | None:
    """A web address in ASCII, without the characters that mark up a chat's text."""
    if urlsplit(url).scheme not in ("http", "https") or len(url) > LONGEST_LINK:
        return None
    return quote(url, safe="!#$%&'()*+,/:;=?~")

"""`onrecord speakers`: who speaks on record, in which posts at which bodies over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.commands.database import readable
from flows.printable import printable
from flows.settings import Settings
from flows.speakers import Post, SpeakerView, is_called, speakers
from flows.terminal import print_json, print_lines
from storage.database import reading
from storage.failure import Failure
from storage.speaker_queries import mentions


class UnknownSpeakerError(Failure):
    """Nobody on record may be called so."""


def show_speakers(name: str | None, *, limit: int, as_json: bool) -> int:
    """Print a row for each speaker, or all that is known of those who may be called `name`."""
    engine = readable(Settings.from_env())
    try:
        with reading(engine) as session:
            found = speakers(mentions(session))
    finally:
        engine.dispose()
    if name is not None:
        found = [view for view in found if is_called(view, name)]
        if not found:
            raise UnknownSpeakerError(f"No speaker on record is called {name!r}.")
    shown = found[:limit]
    if as_json:
        for view in shown:
            print_json(view)
    elif name is not None:
        print_lines(line for view in shown for line in _lines(view))
    elif shown:
        Console().print(_table(shown))
        if len(found) > limit:
            print_lines([f"{len(found) - limit} more: --limit {len(found)} shows all."])
    else:
        print_lines(["No speaker is on record yet: onrecord run fetches what is new."])
    return 0


def _table(views: Sequence[SpeakerView]) -> Table:
    table = Table()
    for column in ("speaker", "latest post", "statements", "last"):
        table.add_column(column, justify="right" if column == "statements" else "left")
    for view in views:
        post = "(a body)" if view.is_body else _named(view.posts[0]) if view.posts else ""
        cells = (view.names[0], post, str(len(view.statements)), view.last or "")
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table


def _lines(view: SpeakerView) -> Iterator[str]:
    yield " / ".join(view.names)
    for post in view.posts:
        days = " to ".join(dict.fromkeys(day for day in (post.first, post.last) if day))
        yield f"    {days or 'no date'}  {_named(post)} ({_count(post.statements)})"
    numbers = ", ".join(f"#{number}" for number in view.statements)
    yield f"    {_count(len(view.statements))}, the last {view.last or 'without a date'}: {numbers}"


def _named(post: Post) -> str:
    return ", ".join(part for part in (post.post, post.org) if part)


def _count(number: int) -> str:
    return f"{number} statement{'' if number == 1 else 's'}"

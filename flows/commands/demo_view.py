"""What the demo shows: the sites, statements in brief, why articles raised no alert, a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from flows.commands.press_room import Letter
from flows.printable import printable
from spiders.source import Source
from storage.records import Speaker
from storage.views import RejectionView, ReportLine, StatementView

# What stands in `onrecord show` whole.
MOST_REASONS = 3

# How the list of each kind of site is read, in words.
_LISTS = {
    "miit": "its own list API and RSS",
    "listing": "a page of rows, by CSS selectors",
    "wordpress": "WordPress, by its REST API",
    "wordpress feed": "WordPress with a closed API, by its feed",
}


def show(*parts: RenderableType) -> None:
    """Print on standard output; lines of text are wrapped to the terminal's width."""
    console = Console(highlight=False, markup=False)
    for part in parts:
        console.print(part)


def heading(title: str) -> RenderableType:
    """The beginning of a part."""
    return Group("", Rule(Text(title, style="bold"), align="left"))


def sources_view(sources: Iterable[Source]) -> RenderableType:
    """One line a site: its name, title and language, and how its list is read."""
    rows = ((each.name, f"{each.title} ({each.lang}): {_how_listed(each)}") for each in sources)
    return _grid(rows)


def _how_listed(source: Source) -> str:
    is_plain = source.kind != "wordpress" or source.lists == "rest"
    return _LISTS[source.kind if is_plain else f"{source.kind} {source.lists}"]


def brief(statement: StatementView) -> RenderableType:
    """A statement in brief: who, where and when, which measures, in which articles."""
    reading = statement.reading
    occasion = reading.occasion
    speakers = sorted(reading.speakers, key=lambda speaker: not speaker.main)
    event = (occasion.event, occasion.place, occasion.date)
    rows = [
        ("speaker", "\n".join(map(_who, speakers))),
        ("event", ", ".join(part for part in event if part)),
        ("measures", " · ".join(measure.head for measure in reading.measures)),
        ("articles", ", ".join(f"{each.source} {each.lang}" for each in statement.articles)),
    ]
    title = Text(printable(f"#{statement.id}  {statement.title}"), style="bold")
    return Group("", title, _grid(row for row in rows if row[1]))


def _who(speaker: Speaker) -> str:
    parts = (speaker.name, speaker.post, speaker.org)
    return ", ".join(part for part in parts if part)


def rejections_view(rejections: Sequence[RejectionView]) -> RenderableType:
    """Each page that gave no article, and why."""
    rows = ((each.source, f"{each.url}\n→ {each.reason}") for each in rejections)
    noun = "page was" if len(rejections) == 1 else "pages were"
    return Group(f"{len(rejections)} {noun} rejected:", _grid(rows))


def letter_lines(letter: Letter) -> Iterator[str]:
    """A letter's headers and its text."""
    head = (f"From: {letter.sender}", f"To: {letter.to}", f"Subject: {letter.subject}")
    yield from (f"    | {line}".rstrip() for line in (*head, "", *letter.text.splitlines()))


def plain_news_view(lines: Sequence[ReportLine]) -> RenderableType:
    """Some of the articles that carry no statement, and why each carries none."""
    few = lines[:: max(1, len(lines) // 3)][:3]
    return Group(
        f"{len(lines)} articles carry no statement, such as:",
        _grid((line.source, f"{line.title}\n→ {line.why}") for line in few),
    )


def reports_view(lines: Sequence[ReportLine]) -> RenderableType:
    """Each article that began no alert: what it is, and why nobody was told."""
    silent = [line for line in lines if line.rung or not line.alerted]
    return _grid((line.source, f"{line.title}\n→ {_why_silent(line)}") for line in silent)


def _why_silent(line: ReportLine) -> str:
    if line.statement_id is None:
        return f"no statement: {line.why}"
    if line.rung is None:
        return f"on record already, as #{line.statement_id}: {line.newness_why}"
    why = "; ".join(line.reasons[:MOST_REASONS])
    more = len(line.reasons) - MOST_REASONS
    told = ", told already" if line.alerted else ""
    return f"reprint of #{line.statement_id}{told}: {why}{f'; {more} more' if more > 0 else ''}"


def _grid(rows: Iterable[tuple[str, str]]) -> RenderableType:
    """Names and what stands behind them, wrapped to the terminal's width."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for name, value in rows:
        grid.add_row(Text(printable(name)), Text(printable(value)))
    return Padding(grid, (0, 0, 0, 4))

"""A read document for a terminal: its text with its tags in colours, then a table of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from flows.marked import KINDS, Tag, announced, pieces, tags_of
from flows.printable import printable

# Of the sixteen colours that every terminal has, so that its own theme decides how they look.
STYLES = {
    "speaker": "bold cyan",
    "event": "magenta",
    "date": "yellow",
    "place": "green",
    "measure": "bold blue",
    "quote": "italic",
    "figure": "red",
    "earlier": "dim",
}


def as_page(shape: Mapping[str, Any]) -> Iterator[RenderableType]:
    """One document in the shape of `flows.shape`, from its title to the table of its tags."""
    yield Text(printable(f"== {shape['id']}"), "dim")
    if "rejection" in shape:
        yield Text(printable(f"rejected: {shape['rejection']}\n"), "red")
        return
    yield Text(printable(shape["title"]), "bold underline")
    if shape["published_at"]:
        yield Text(f"published {shape['published_at']}", "dim")
    told, style = ("a statement", "green") if shape["is_statement"] else ("no statement", "red")
    yield Text.assemble((told, f"bold {style}"), f": {printable(shape['why'])}\n")
    if not shape["is_statement"]:
        yield Text(printable(shape["text"]) + "\n")
        return
    tags = tags_of(shape)
    yield coloured(shape["text"], tags)
    yield _legend(tags)
    yield _table(tags, announced(shape))


def coloured(text: str, tags: Sequence[Tag]) -> Text:
    """The text with the style of each tag; measures have their number before them."""
    page = Text()
    numbered: set[int] = set()
    for piece, inside in pieces(text, tags):
        for tag in inside:
            if tag.kind == "measure" and id(tag) not in numbered:
                numbered.add(id(tag))
                page.append(f" {tag.name.removeprefix('measure ')} ", "reverse blue").append(" ")
        page.append(printable(piece), " ".join(STYLES[tag.kind] for tag in inside))
    return page


def _legend(tags: Sequence[Tag]) -> Text:
    met = {tag.kind for tag in tags if tag.span}
    words = [(f"{kind}  ", STYLES[kind]) for kind in KINDS if kind in met]
    return Text.assemble("\n", *words)


def _table(tags: Sequence[Tag], counted: str | None) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), caption_justify="left")
    for name in ("tag", "value", "rule"):
        table.add_column(name, overflow="fold")
    table.add_column("confidence", justify="right")
    for tag in tags:
        table.add_row(
            Text(tag.name, STYLES[tag.kind]), Text(printable(tag.value)), Text(tag.rule),
            f"{tag.confidence:.2f}",
        )  # fmt: skip
    if counted:
        table.caption = Text(f"measures: {counted}")
    return table

"""Tables for a terminal: a night, the statements on record."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from flows.printable import printable
from flows.progress import StepDone
from flows.summary import Night
from storage.views import Counts, StatementLine

_COUNTS = {
    "pages": "pages",
    "articles": "articles",
    "reprints": "reprints",
    "statements": "statements",
    "rejected": "rejections",
    "failed": "failures",
    "alerts": "alerts",
}


def night_table(night: Night) -> Table:
    """One row a source: what it listed, what came of it, and what went wrong."""
    # Narrow enough for a terminal of 80 columns.
    table = Table(box=SIMPLE_HEAD, padding=0, title_justify="left", caption_justify="left")
    table.add_column("source")
    for name in ("listed", *_COUNTS):
        table.add_column(name, justify="right")
    for source, part in sorted(night.sources.items()):
        counts = (getattr(part.tally, name) for name in _COUNTS.values())
        table.add_row(printable(source), *map(str, (part.listed, *counts)))
    problems = [
        printable(f"{source}: {problem}")
        for source, part in sorted(night.sources.items())
        for problem in [*([f"FAILED: {part.error}"] if part.error else []), *part.warnings]
    ]
    table.caption = Text("\n".join([printable(_alerts(night)), *problems]))
    return table


def _alerts(night: Night) -> str:
    counts = {"made": night.delivered, "pending": night.pending, "uncertain": night.uncertain}
    parts = [f"{n} {name}" for name, n in (counts | {"dead": night.dead}).items() if n]
    # An alert is delivered once in each of its channels.
    line = f"Deliveries of alerts: {', '.join(parts)}." if parts else "No alerts."
    return f"{line} FAILED to tell: {night.alert_error}" if night.alert_error else line


def statements_table(lines: Sequence[StatementLine]) -> Table:
    """One row a statement, the latest first."""
    table = Table()
    for name in ("#", "date", "speaker", "title", "articles", "new?"):
        table.add_column(name, justify="right" if name in ("#", "articles") else "left")
    for line in lines:
        cells = (line.date or "", line.speaker or "", line.title)
        table.add_row(
            str(line.id), *(Text(printable(cell)) for cell in cells),
            str(line.articles), line.newness,
        )  # fmt: skip
    return table


def counts_line(counts: Counts) -> str:
    """How much is on record, in one line."""
    counted = {
        "page": counts.pages,
        "article": counts.articles,
        "statement": counts.statements,
        "reprint": counts.reprints,
        "rejection": counts.rejections,
        "alert": counts.alerts,
    }
    parts = (f"{number} {noun}{'' if number == 1 else 's'}" for noun, number in counted.items())
    return f"On record: {', '.join(parts)}."


def steps_table(steps: Sequence[StepDone]) -> Table:
    """Wall and CPU seconds of each step, summed over its runs, in order of their first end."""
    sums: dict[str, tuple[float, float, int]] = {}
    for done in steps:
        seconds, cpu, runs = sums.get(done.step, (0.0, 0.0, 0))
        sums[done.step] = (seconds + done.seconds, cpu + done.cpu_seconds, runs + 1)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1))
    for name in ("step", "runs", "seconds", "CPU seconds"):
        table.add_column(name, justify="left" if name == "step" else "right")
    for name, (seconds, cpu, runs) in sums.items():
        table.add_row(name, str(runs), f"{seconds:.1f}", f"{cpu:.1f}")
    return table

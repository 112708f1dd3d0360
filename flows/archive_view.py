"""A walk's completeness report for a person and for a program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from flows.importing import Imported
from storage.archive_report import ArchiveReport

MOST_SHOWN = 5


def as_dict(report: ArchiveReport) -> dict[str, Any]:
    """All of a report in plain values; days and instants in ISO form."""
    days = {
        name: day and day.isoformat()
        for name, day in (("since", report.since), ("until", report.until))
    }
    computed = {"unnamed": report.unnamed, "complete": report.is_complete}
    return asdict(report) | days | computed | {"begun_at": report.begun_at.isoformat()}


def as_lines(report: ArchiveReport) -> Iterator[str]:
    """What the archive says, what is on record, what is missing and why."""
    says = "does not say how many items it has" if report.says is None else f"says {report.says}"
    missing = len(report.missing) + report.unnamed
    yield (
        f"{report.source}{_window(report)}: the archive {says}, its list names {report.named}, "
        f"we hold {report.held}, {missing} {'is' if missing == 1 else 'are'} missing."
    )
    for (cause, why), group in groupby(report.missing, key=lambda item: (item.cause, item.why)):
        items = list(group)
        yield f"  {len(items)} {cause}: {why}"
        yield from (f"    {item.url}" for item in items[:MOST_SHOWN])
        if more := len(items) - MOST_SHOWN:
            yield from [f"    and {more} more"] if more > 0 else []
    if report.unnamed:
        yield f"  {report.unnamed} counted by the archive and named nowhere in its list"
    if not report.ended:
        yield f"  its list was read for {report.list_pages} pages and not to its end"
    yield "Complete." if report.is_complete else "Incomplete: the same command goes on from here."


def import_line(done: Imported) -> str:
    """What came of one WARC file."""
    if done.already:
        return f"{done.name}: was imported before; nothing to do."
    tally = done.tally
    return (
        f"{done.name}: {done.pages} pages, {tally.pages} of them new on record, "
        f"{tally.articles} articles, {tally.statements} statements, {tally.rejections} rejected; "
        f"{done.passed_over} other records passed over, {done.broken} broken."
    )


def _window(report: ArchiveReport) -> str:
    since = f" from {report.since}" if report.since else ""
    return since + (f" to {report.until}" if report.until else "")

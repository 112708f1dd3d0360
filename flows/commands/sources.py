"""`onrecord sources`: the catalogue, and how each source fares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.commands.database import readable
from flows.health import SourceReport, source_reports
from flows.printable import printable
from flows.settings import Settings
from flows.terminal import print_json, print_lines
from spiders.sources import catalogue
from storage.database import reading
from storage.queries import newest_items, source_health


def list_sources(*, as_json: bool) -> int:
    """Print a row for each source."""
    reports = _reports()
    if as_json:
        for report in reports:
            print_json(report)
    else:
        Console().print(_table(reports))
    return 0


def check_sources(*, as_json: bool) -> int:
    """Print what is wrong with which source of the catalogue; 1 if anything is."""
    reports = [report for report in _reports() if report.declared]
    ill = [report for report in reports if report.faults]
    if as_json:
        for report in reports:
            print_json({"name": report.name, "healthy": not report.faults, "why": report.faults})
    elif ill:
        print_lines(f"{report.name}: {fault}" for report in ill for fault in report.faults)
    else:
        print_lines([f"All {len(reports)} sources of the catalogue are healthy."])
    return 1 if ill else 0


def _reports() -> list[SourceReport]:
    settings = Settings.from_env()
    sources = catalogue(settings.catalogue)
    now = datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read
    engine = readable(settings)
    try:
        with reading(engine) as session:
            health, newest = source_health(session, now), newest_items(session)
    finally:
        engine.dispose()
    return source_reports(sources, health, newest, now)


def _table(reports: Sequence[SourceReport]) -> Table:
    table = Table()
    for name in ("source", "title", "last complete crawl", "listed", "newest", "due", "health"):
        table.add_column(name, justify="right" if name in ("listed", "due") else "left")
    for report in reports:
        health = report.health
        cells = (
            report.name,
            report.title,
            _instant(health.last_ok_at if health else None),
            str(health.last_listed) if health else "",
            f"{report.newest:%Y-%m-%d}" if report.newest else "",
            str(health.due) if health else "",
            _said(report),
        )
        table.add_row(*(Text(printable(cell)) for cell in cells))
    return table


def _said(report: SourceReport) -> str:
    if not report.declared:
        return "no longer in the catalogue"
    return "; ".join(report.faults) or "good"


def _instant(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else "never"

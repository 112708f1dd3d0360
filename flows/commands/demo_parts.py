"""The parts of the demo: each runs what a command runs, and shows what came of it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from flows.archive_view import as_lines as report_lines
from flows.commands.database import readable
from flows.commands.demo_view import (
    brief,
    heading,
    letter_lines,
    plain_news_view,
    rejections_view,
    reports_view,
    show,
)
from flows.commands.night import RunNight
from flows.commands.press_room import PressRoom
from flows.settings import Settings
from flows.statement_view import as_lines
from flows.summary import Night
from flows.tables import night_table
from flows.terminal import print_lines
from storage import queries
from storage.archive_report import archive_report
from storage.database import reading
from storage.views import ReportLine, StatementView

# The ministry's old column, which the catalogue holds beside the sites of the nights.
ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class Demo:
    """What the parts share: `sources` are those of the nights, `first` is when night one is."""

    settings: Settings
    press: PressRoom
    run_night: RunNight
    sources: list[str]
    first: datetime

    def night(self, days: int = 0) -> Night:
        """Run a night over all sites, so many days after the first, and show its table."""
        night = self.run_night(self.sources, self.first + timedelta(days=days))
        show(night_table(night))
        return night

    def statements(self) -> list[StatementView]:
        """All statements on record, in the order of their numbers."""
        with reading(readable(self.settings)) as session:
            lines = queries.statements(session, limit=1000)
            return sorted(
                (queries.statement(session, line.id) for line in lines), key=lambda each: each.id
            )

    def reports(self, days: int = 0) -> list[ReportLine]:
        """What was stored since so many days after the first night."""
        with reading(readable(self.settings)) as session:
            return queries.reports(session, since=self.first + timedelta(days=days))


def first_night(demo: Demo) -> bool:
    """The first look at each site; whether a source failed."""
    show(
        heading("Night one (onrecord run)"),
        "The first look at each site. What stands there already is put on record as the\n"
        "baseline, and nobody is told of it. A reprint is one more article that carries a\n"
        "statement: a copy, a translation, or the same told in other words.\n",
    )
    night = demo.night()
    with reading(readable(demo.settings)) as session:
        show(rejections_view(queries.recent_rejections(session)))
    plain = [line for line in demo.reports() if line.statement_id is None]
    show(plain_news_view(plain))
    statements = demo.statements()
    show(f"\n{len(statements)} statements are on record, each once:", *map(brief, statements))
    most = max(statements, key=lambda each: len(each.articles))
    show(f"\nOne of them with all that is known (onrecord show {most.id}):\n")
    print_lines(as_lines(most))
    return night.failed


def same_night(demo: Demo) -> bool:
    """The same night again, which finds nothing; whether a source failed."""
    show(
        heading("The same night again (onrecord run)"),
        "The lists name nothing that is not on record, so no page is fetched.\n",
    )
    return demo.night().failed


def archive(demo: Demo) -> bool:
    """The backfill of an old column; whether it failed or anything is missing."""
    # Prefect takes seconds to load, and has been loaded for the nights.
    from flows.backfill import backfill  # noqa: PLC0415

    show(
        heading(f"The archive (onrecord backfill {ARCHIVE} --via site)"),
        "An old column of the ministry, which ends two months ago: no night reads it. A\n"
        "backfill walks its list to the end, says what is missing, and alerts nobody.\n",
    )
    before = len(demo.statements())
    night = asyncio.run(backfill(ARCHIVE))
    show(night_table(night))
    with reading(readable(demo.settings)) as session:
        report = archive_report(session, ARCHIVE)
    show(*(report_lines(report) if report else ["Nothing was walked."]))
    stored = demo.statements()[before:]
    newest = max(stored, key=lambda each: each.reading.occasion.date or "")
    show(f"\n{len(stored)} more statements are on record. The latest of them:", brief(newest))
    return night.failed or report is None or not report.is_complete


def second_night(demo: Demo) -> bool:
    """A day later: the one alert, its letter, and why the rest is none; whether a source failed."""
    demo.press.turn_to_night(2)
    show(
        heading("Night two, a day later (onrecord run)"),
        "The sites bring reprints, pages that moved or are dated anew, market news, and\n"
        "one new statement, which all four carry: it is told once, in both channels.",
    )
    night = demo.night(1)
    for letter in demo.press.letters():
        show("\nThe letter of this alert, as the mail server took it:\n")
        print_lines(letter_lines(letter))
    show("\nWhy the other articles of this night raised no alert:\n", reports_view(demo.reports(1)))
    return night.failed

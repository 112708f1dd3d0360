"""The first days of an invented year as one crawl of each site brings them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine

from storage import frontier
from storage.columns import Base
from storage.crawled import Outcome
from storage.database import serial
from tests.quality.year import paper
from tests.quality.year.nights import export
from tests.quality.year.plot import BEFORE, SITES, year
from tests.quality.year.sites import YearPress

FIRST = date(2031, 1, 6)
# What the blog always shows: its pages draw four others at random.
BLOG = 5


def fill_spool(home: Path, days: int, most: int, in_a_file: int = 50) -> datetime:
    """Let a crawl of each site bring at most so many articles; the instant after it."""
    brief = year(4, first=FIRST, days=days)
    last = FIRST + timedelta(days=days - 1)
    shown = [each for each in brief.carried if each.versions[0][0] <= last and not each.in_archive]
    blog = [each for each in shown if each.site == "blog"][:BLOG]
    spoken = [each for each in shown if each.statement and each not in blog]
    brief.carried = blog + spoken[: most - len(blog)]
    now = datetime.combine(last + timedelta(days=1), datetime.min.time(), UTC)
    (home / "spool").mkdir()
    with YearPress(brief) as press:
        export(press)
        press.day, press.reach = last, timedelta(days=days + BEFORE)
        for place, site in enumerate(SITES):
            at = now + timedelta(minutes=place) - timedelta(hours=1)
            paper.crawl(press, site, [], home, at, in_a_file)
    return now


def begin_record(engine: Engine, at: datetime) -> None:
    """An empty record that knows the sites of the year since an instant."""
    with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())
    with serial(engine) as session:
        for site in SITES:
            frontier.apply_outcome(session, Outcome(site, "crawled", at))

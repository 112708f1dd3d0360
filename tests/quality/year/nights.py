"""A year of nights through the real spool, the real reading and the real record."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from flows.settings import Settings
from flows.spooling import ingest_one, spool_folder
from spiders.run import crawl
from spiders.sources import catalogue
from storage import frontier
from storage.crawled import Known
from storage.database import connect, reading, upgrade
from tests.quality.year import paper
from tests.quality.year.plot import BACKFILLED, JOINS, SITES, Year
from tests.quality.year.sites import YearPress

CATALOGUE = "tests.quality.year.catalogue"
# In Shanghai it is eleven at night, and noon when the backfill runs.
NIGHT, NOON = time(15, tzinfo=UTC), time(4, tzinfo=UTC)


@dataclass
class Nights:
    """The nights of a year for one home; `spiders` names the days that real spiders crawl."""

    year: Year
    press: YearPress
    settings: Settings
    spiders: Collection[int] = ()
    files: int = 0
    errors: list[str] = field(default_factory=list)

    def run(self, progress: Callable[[int], None] = lambda _: None) -> None:
        """All nights, and the backfill between two of them."""
        export(self.press)
        engine = connect(self.settings.database_url, create=True)
        upgrade(engine)
        engine.dispose()
        for number in range(self.year.days):
            day = self.year.first + timedelta(days=number)
            self.press.day = day
            if number == BACKFILLED:
                self._backfill(day)
            self._night(day, number)
            progress(number)

    def _night(self, day: date, number: int) -> None:
        now = datetime.combine(day, NIGHT)
        sites = [site for site in SITES if site != "wire" or number >= JOINS]
        # Whose files come first is chance.
        Random(number).shuffle(sites)
        for place, site in enumerate(sites):
            at = now + timedelta(minutes=place)
            known = self._known(site, now)
            if number in self.spiders:
                self._crawl(site, known, at)
            else:
                paper.crawl(self.press, site, known, self.settings.home, at)
        self._ingest(now)

    def _backfill(self, day: date) -> None:
        now = datetime.combine(day, NOON)
        self.press.with_archive, self.press.until = True, now
        paper.backfill(self.press, "blog", self.settings.home, now)
        self.press.with_archive, self.press.until = False, None
        self._ingest(now)

    def _crawl(self, site: str, known: list[Known], at: datetime) -> None:
        source = catalogue(CATALOGUE)[site]
        result = crawl(source, known, self.settings.home, at, catalogue_module=CATALOGUE)
        if result.error:
            self.errors.append(f"{at:%Y-%m-%d} {site}: {result.error}")

    def _ingest(self, now: datetime) -> None:
        while (night := ingest_one(self.settings, now)) is not None:
            self.files += 1
            self.errors += [f"{now:%Y-%m-%d}: {s.error}" for s in night.sources.values() if s.error]

    def _known(self, site: str, now: datetime) -> list[Known]:
        engine = connect(self.settings.database_url)
        with reading(engine) as session:
            known = frontier.known(session, site, now)
        engine.dispose()
        return known


def home_settings(home: Path, workers: int = 1) -> Settings:
    """The settings of a home with a database of its own."""
    spool_folder(Settings(home)).mkdir(parents=True, exist_ok=True)
    url = f"sqlite:///{home / 'onrecord.db'}"
    return Settings(home, url, catalogue=CATALOGUE, workers=workers)


def export(press: YearPress) -> None:
    """Say where the sites listen, as the press room's catalogue wants it."""
    os.environ.update({f"ONRECORD_PRESS_{name.upper()}": url for name, url in press.urls.items()})

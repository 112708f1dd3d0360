"""Killed at any moment of storing and telling, a night ends as the undisturbed one.

The same articles by key, the same grouping, the same alerts by watch and statement; and the
receiver of a webhook has seen each alert under one key, once or again.
"""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from storage import frontier
from storage.columns import Base
from storage.crawled import Outcome
from storage.database import reading, serial
from storage.models import AlertRow, DeliveryRow
from tests.flows.receivers import SECRET, Receiver
from tests.flows.state import State, differences, state_of
from tests.flows.victims import Nursery, nursery
from tests.quality.year import paper
from tests.quality.year.nights import CATALOGUE, export
from tests.quality.year.plot import SITES, year
from tests.quality.year.sites import YearPress

# The sites of the year begin to carry articles twelve days before its first night.
DAY = date(2030, 12, 27)
NOW = datetime(2030, 12, 28, 2, tzinfo=UTC)
WATCHES = """
[[watch]]
name = "all"
tell = ["webhook {url}"]
[[watch]]
name = "plans"
words = ["plan*", "要"]
tell = ["webhook {url}"]
"""


@pytest.fixture(scope="module")
def spooled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A spool with the first days of a year, a few articles a file."""
    home = tmp_path_factory.mktemp("spooled")
    (home / "spool").mkdir()
    brief = year(3, days=1)
    brief.carried = [each for each in brief.carried if each.statement or each.site == "blog"]
    with YearPress(brief) as press:
        export(press)
        press.day = DAY
        for place, site in enumerate(SITES):
            at = NOW - timedelta(hours=1) + timedelta(minutes=place)
            paper.crawl(press, site, [], home, at, most=6)
    return home / "spool"


@pytest.fixture(scope="module")
def children(spooled: Path) -> Iterator[Nursery]:
    """A nursery that knows where the sites of the spool stand."""
    assert spooled.exists()
    with nursery() as found:
        yield found


def begin_record(engine: Engine, at: datetime) -> None:
    """An empty record that knows the sites of the year since an instant."""
    with engine.begin() as connection:
        for table in reversed(Base.metadata.sorted_tables):
            connection.execute(table.delete())
    with serial(engine) as session:
        for site in SITES:
            frontier.apply_outcome(session, Outcome(site, "crawled", at))


@dataclass
class Night:
    """One night on a fresh record, which may be begun as often as it is killed."""

    home: Path
    engine: Engine
    children: Nursery
    receiver: Receiver

    def begin(self, spooled: Path) -> None:
        """A record that knows the sources since a month, and a full spool."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(spooled, self.home / "spool")
        (self.home / "watches.toml").write_text(WATCHES.format(url=self.receiver.url))
        self.receiver.posts.clear()
        begin_record(self.engine, NOW - timedelta(days=30))

    def run(self, seconds: float | None = None) -> bool:
        """Let a process do the night, killed after so many seconds; whether it was."""
        victim = self.children.start(
            "night", self.home, self.engine.url.render_as_string(hide_password=False),
            now=NOW.isoformat(), secret=SECRET, catalogue=CATALOGUE,
        )  # fmt: skip
        if seconds is not None:
            time.sleep(seconds)
            victim.kill()
        code = victim.wait()
        assert code in (0, -9)
        return code == -9

    def state(self) -> State:
        waiting = {path.name for path in (self.home / "spool").glob("*.warc.gz*")}
        return {**state_of(self.engine), "spool": waiting}

    def told(self) -> set[tuple[str, str]]:
        """The alerts that the receiver saw, after a look at their keys."""
        with reading(self.engine) as session:
            rows = session.execute(
                select(DeliveryRow.idempotency_key, AlertRow.watch, AlertRow.statement_id).join(
                    AlertRow, AlertRow.id == DeliveryRow.alert_id
                )
            )
            raised = {row[0]: (row[1], row[2]) for row in rows}
        seen = {
            post.key: (watch, post.json["statement"])
            for post in self.receiver.posts
            for watch in post.json["watches"]
        }
        assert seen == raised
        return {
            (watch, post.json["link"])
            for post in self.receiver.posts
            for watch in post.json["watches"]
        }


@pytest.mark.parametrize("kills", [12, pytest.param(200, marks=pytest.mark.soak)])
@pytest.mark.timeout(3600)
def test_a_night_killed_at_any_moment_ends_as_the_undisturbed_one(
    kills: int, engine: Engine, children: Nursery, spooled: Path, tmp_path: Path
) -> None:
    chance = random.Random(20310106)
    with Receiver().running() as receiver:
        one = Night(tmp_path / "home", engine, children, receiver)
        one.begin(spooled)
        began = time.monotonic()
        assert not one.run()
        seconds = time.monotonic() - began
        undisturbed, told = one.state(), one.told()
        assert undisturbed["spool"] == set()
        assert len(undisturbed["alerts"]) >= 4
        killed = 0
        while killed < kills:
            one.begin(spooled)
            while one.run(chance.uniform(0, seconds)):
                killed += 1
            assert differences(one.state(), undisturbed) == {}
            assert one.told() == told

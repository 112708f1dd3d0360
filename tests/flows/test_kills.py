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
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from storage.alert_models import AlertRow, DeliveryRow
from storage.database import reading
from tests.flows.receivers import SECRET, Receiver
from tests.flows.state import State, differences, state_of
from tests.flows.victims import Nursery, nursery
from tests.flows.year_spools import begin_record, fill_spool
from tests.quality.year.nights import CATALOGUE

WATCHES = """
[[watch]]
name = "all"
tell = ["webhook {url}"]
[[watch]]
name = "plans"
words = ["plan*", "要"]
tell = ["webhook {url}"]
"""


@dataclass(frozen=True)
class Spooled:
    """A full spool, and when its night begins."""

    folder: Path
    now: datetime


@pytest.fixture(scope="module")
def spooled(tmp_path_factory: pytest.TempPathFactory) -> Spooled:
    """The first days of a year, a few articles a file."""
    home = tmp_path_factory.mktemp("spooled")
    now = fill_spool(home, days=3, most=14, in_a_file=7)
    return Spooled(home / "spool", now)


@pytest.fixture(scope="module")
def children(spooled: Spooled) -> Iterator[Nursery]:
    """A nursery that knows where the sites of the spool stand."""
    assert spooled.folder.exists()
    with nursery() as found:
        yield found


@dataclass
class Night:
    """One night on a fresh record, which may be begun as often as it is killed."""

    home: Path
    engine: Engine
    children: Nursery
    receiver: Receiver
    spooled: Spooled

    def begin(self) -> None:
        """A record that knows the sources since a month, and a full spool."""
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.spooled.folder, self.home / "spool")
        (self.home / "watches.toml").write_text(WATCHES.format(url=self.receiver.url))
        self.receiver.posts.clear()
        begin_record(self.engine, self.spooled.now - timedelta(days=60))

    def run(self, seconds: float | None = None) -> bool:
        """Let a process do the night, killed after so many seconds; whether it was."""
        victim = self.children.start(
            "night", self.home, self.engine.url.render_as_string(hide_password=False),
            now=self.spooled.now.isoformat(), secret=SECRET, catalogue=CATALOGUE,
        )  # fmt: skip
        code = victim.wait(seconds)
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


SOAK = [pytest.mark.soak, pytest.mark.timeout(3600)]


@pytest.mark.parametrize("kills", [12, pytest.param(200, marks=SOAK)])
def test_a_night_killed_at_any_moment_ends_as_the_undisturbed_one(
    kills: int, engine: Engine, children: Nursery, spooled: Spooled, tmp_path: Path
) -> None:
    chance = random.Random(20310106)
    with Receiver().running() as receiver:
        one = Night(tmp_path / "home", engine, children, receiver, spooled)
        # The first night of a nursery also loads what later ones find loaded.
        for _ in range(2):
            one.begin()
            began = time.monotonic()
            assert not one.run()
            seconds = time.monotonic() - began
        undisturbed, told = one.state(), one.told()
        assert undisturbed["spool"] == set()
        assert len(undisturbed["alerts"]) >= 4
        killed = 0
        while killed < kills:
            one.begin()
            while one.run(chance.uniform(0, seconds)):
                killed += 1
            assert differences(one.state(), undisturbed) == {}
            assert one.told() == told

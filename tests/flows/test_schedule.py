"""The schedule as a user runs it: killed, made up for, on time, one night at a time, stopped."""

import asyncio
import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from queue import Queue
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.happenings import Kind
from flows.lease import lease
from flows.settings import Settings
from tests.flows.nights import Home
from tests.press.room import Press
from tests.press.truth import NEW_STATEMENT

pytestmark = pytest.mark.timeout(400)

# Each step takes a quarter of a minute at most where the machine is at rest.
STEP_SECONDS = 120
EVERY = timedelta(seconds=8)


@dataclass
class Scheduler:
    """`onrecord schedule --json` as a process, with what it has told so far."""

    home: Home
    told: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines: Queue[str] = Queue()
        self.process: subprocess.Popen[str] = self.home.start(
            "schedule", "--every", "8s", "--json", "ministry", "blog"
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self._lines.put(line)
        self._lines.put("")

    def until(self, name: str) -> Any:
        """Listen until a line of that name has come; what it says."""
        end = time.monotonic() + STEP_SECONDS
        while line := self._lines.get(timeout=max(0, end - time.monotonic())):
            self.told.append(json.loads(line))
            if name in self.told[-1]:
                return self.told[-1][name]
        raise AssertionError(f"it ended before it told of {name!r}: {self.told}")

    def end(self, number: signal.Signals) -> int:
        """Send a signal and listen to the end; the exit code."""
        self.process.send_signal(number)
        while line := self._lines.get(timeout=STEP_SECONDS):
            self.told.append(json.loads(line))
        code = self.process.wait(STEP_SECONDS)
        assert self.process.stderr is not None
        self.process.stderr.close()
        return code

    def all(self, name: str) -> list[Any]:
        return [line[name] for line in self.told if name in line]


@dataclass
class Scene:
    """What came of a schedule that was killed in its first night and started again."""

    state: dict[str, Any]
    undisturbed: dict[str, Any]
    killed: dict[str, Any]
    survivors: list[int]
    again: Scheduler
    caught_up: list[str]
    stopped: int
    left: list[int]


def wait_for(holds: Callable[[], bool], seconds: float = STEP_SECONDS) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.02)
    return False


@pytest.fixture(scope="module")
def start() -> Iterator[Callable[[Home], Scheduler]]:
    """Starts schedules that do not outlive the tests."""
    started: list[Scheduler] = []

    def start(home: Home) -> Scheduler:
        started.append(Scheduler(home))
        return started[-1]

    yield start
    for scheduler in started:
        scheduler.process.kill()
        scheduler.process.wait()


@pytest.fixture(scope="module")
def scene(start: Callable[[Home], Scheduler], tmp_path_factory: pytest.TempPathFactory) -> Scene:
    folder = tmp_path_factory.mktemp("schedule")
    with Press(datetime.now(UTC).date()) as press:
        home = Home(folder / "home", press, None)
        first = start(home)
        killed = first.until("began")
        assert wait_for(lambda: len(press.requests) >= 5)
        first.end(signal.SIGKILL)
        wait_for(lambda: not home.processes())
        survivors = home.processes()

        again = start(home)
        again.until("began")
        url = (home.folder / "prefect" / "server.url").read_text()
        undisturbed = Home(folder / "undisturbed", press, url)
        reference = undisturbed.start("run", "--json")
        again.until("next")
        caught_up = [name for line in again.told for name in line]
        reference.communicate()
        state = home.state()
        press.night = 2
        again.until("alert")
        again.until("ended")
        again.until("began")
        stopped = again.end(signal.SIGTERM)
        wait_for(lambda: not home.processes())
        return Scene(
            state=state,
            undisturbed=undisturbed.state(),
            killed=killed,
            survivors=survivors,
            again=again,
            caught_up=caught_up,
            stopped=stopped,
            left=home.processes(),
        )


def test_nothing_of_ours_survives_the_kill_of_a_schedule(scene: Scene) -> None:
    assert scene.survivors == []


def test_a_night_that_was_killed_and_those_missed_are_made_up_for_once(scene: Scene) -> None:
    # What is next is told only when nothing is due any more.
    assert [name for name in scene.caught_up if name != "skipped"] == ["began", "ended", "next"]
    made_up = scene.again.all("began")[0]
    assert made_up["due"] == scene.killed["due"]
    late = datetime.fromisoformat(made_up["at"]) - datetime.fromisoformat(made_up["due"])
    assert made_up["missed"] == late // EVERY > 0


def test_nights_follow_each_other_and_those_that_came_due_meanwhile_are_told(
    scene: Scene,
) -> None:
    order = [name for line in scene.again.told for name in line if name in ("began", "ended")]
    assert order == ["began", "ended"] * (len(order) // 2) + ["began"]
    assert len(scene.again.all("ended")) >= 2
    for skipped in scene.again.all("skipped"):
        assert skipped["behind"] == "night"
        for due in skipped["due"]:
            assert any(
                began["at"] < due <= ended["at"]
                for began, ended in zip(
                    scene.again.all("began"), scene.again.all("ended"), strict=False
                )
            )


def test_alerts_of_scheduled_nights_are_heard_once(scene: Scene) -> None:
    told = [alert["statement"]["speakers"][0]["name"] for alert in scene.again.all("alert")]
    assert told == [NEW_STATEMENT.name]


def test_the_record_of_a_night_made_up_for_is_that_of_an_undisturbed_one(scene: Scene) -> None:
    for part in ("articles", "statements", "alerts"):
        assert scene.state[part] == scene.undisturbed[part]
    assert len(scene.state["articles"]) >= 25


def test_sigterm_in_the_middle_of_a_night_ends_all_with_0(scene: Scene) -> None:
    assert scene.stopped == 0
    assert len(scene.again.all("cut_short")) == 1
    assert scene.left == []


@pytest.fixture
def own_environment(tmp_path: Path) -> Iterator[Settings]:
    """A home of its own, and the environment as it was when the test is over."""
    before = dict(os.environ)
    os.environ["ONRECORD_HOME"] = str(tmp_path / "home")
    yield Settings.from_env()
    os.environ.clear()
    os.environ.update(before)


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--nightly", "half past two", "no cron line of five fields"),
        ("--nightly", "0 30 2 * * *", "no cron line of five fields"),
        ("--nightly", "61 2 * * *", "ever comes due"),
        ("--nightly", "0 0 31 2 *", "ever comes due"),
        ("--every", "1s", "not between 5 s and 31 days"),
        ("--every", "90d", "not between 5 s and 31 days"),
        ("--watch", "30s", "not between 60 s and 31 days"),
        ("--watch", "soon", "no interval such as 15m"),
        ("--zone", "Mars/Base", "no time zone 'Mars/Base'"),
        ("--zone", "../../etc/passwd", "no time zone"),
    ],
)
def test_times_that_make_no_sense_are_refused_before_anything_starts(
    own_environment: Settings, option: str, value: str, reason: str
) -> None:
    result = CliRunner().invoke(app, ["schedule", option, value], env={"COLUMNS": "200"})
    assert result.exit_code == 2
    assert option in result.stderr
    assert reason in result.stderr
    assert not (own_environment.home / "prefect" / "server.log").exists()


def test_a_home_has_one_schedule(own_environment: Settings) -> None:
    with lease(own_environment.home, "the schedule", datetime(2026, 3, 1, 2, 30, tzinfo=UTC)):
        result = CliRunner().invoke(app, ["schedule"])
    assert result.exit_code == 1
    assert "already running since 2026-03-01T02:30:00+00:00" in result.stderr


def test_an_api_that_is_gone_is_told_in_a_sentence(own_environment: Settings) -> None:
    own_environment.home.mkdir()
    os.environ["ONRECORD_PREFECT_API_URL"] = "http://127.0.0.1:1/api"
    result = CliRunner().invoke(app, ["schedule"])
    assert result.exit_code == 1
    assert "Prefect's API fails" in result.stderr


def test_a_night_makes_up_for_watch_runs_and_the_latest_for_all(own_environment: Settings) -> None:
    from flows.schedule import Planned, choose  # noqa: PLC0415 - Prefect takes this home

    def due(kind: Kind, hour: int) -> Planned:
        return Planned(uuid4(), kind, datetime(2026, 3, 1, hour, tzinfo=UTC))

    latest = due("night", 4)
    assert choose([due("night", 2), latest, due("watch", 5)]) == latest


def test_cron_keeps_to_its_zone_and_what_was_missed_is_counted(own_environment: Settings) -> None:
    from flows.timetable import between, cron, first_after  # noqa: PLC0415 - the same

    now = datetime(2026, 3, 1, 18, 30, tzinfo=UTC)
    nightly = cron("30 2 * * *", ZoneInfo("Asia/Shanghai"), now)
    assert asyncio.run(first_after(nightly, now)) == now + timedelta(days=1)
    missed = asyncio.run(between(nightly, now, now + timedelta(days=10, hours=1)))
    assert missed == [now + timedelta(days=day) for day in range(1, 11)]

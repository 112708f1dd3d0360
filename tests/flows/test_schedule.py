"""The schedule as a user runs it: killed, made up for, on time, one night at a time, stopped."""

import json
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from queue import Queue
from typing import Any

import pytest

from tests.flows.nights import Home
from tests.press.room import Press
from tests.press.truth import NEW_STATEMENT

pytestmark = [pytest.mark.timeout(400), pytest.mark.soak]

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
    assert len(told) == 1
    assert told[0] in NEW_STATEMENT.names


def test_the_record_of_a_night_made_up_for_is_that_of_an_undisturbed_one(scene: Scene) -> None:
    for part in ("articles", "statements", "alerts"):
        assert scene.state[part] == scene.undisturbed[part]
    assert len(scene.state["articles"]) >= 25


def test_sigterm_in_the_middle_of_a_night_ends_all_with_0(scene: Scene) -> None:
    assert scene.stopped == 0
    assert len(scene.again.all("cut_short")) == 1
    assert scene.left == []

"""What a schedule refuses, and how it counts: no process is started here."""

import asyncio
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.happenings import Kind
from flows.lease import lease
from flows.settings import Settings


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

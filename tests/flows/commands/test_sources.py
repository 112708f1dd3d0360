"""`onrecord sources`: the catalogue and what is wrong with it."""

import json
import sys
from datetime import UTC, datetime, timedelta
from types import ModuleType

import pytest
from sqlalchemy import Engine

from spiders.sources import Source
from storage import frontier
from storage.crawled import Listed, Outcome
from storage.database import serial
from tests.flows.commands.conftest import Run

NOW = datetime.now(UTC)
GAZETTE = Source(
    "gazette", "The Gazette", "wordpress", "https://gazette.example/", "en", "UTC",
    in_14_days=(1, 9), newest_days=5,
)  # fmt: skip


@pytest.fixture(autouse=True)
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of one source."""
    module = ModuleType("one_source")
    module.SOURCES = (GAZETTE,)  # type: ignore[attr-defined]  # a module has what it is given
    monkeypatch.setitem(sys.modules, "one_source", module)
    monkeypatch.setenv("ONRECORD_SOURCES", "one_source")


def crawled(engine: Engine, *ends: Outcome, published: datetime = NOW) -> None:
    """The Gazette listed one item and its crawls ended so."""
    listed = Outcome(
        "gazette", "listed", NOW - timedelta(days=9), key="a", url="https://gazette.example/a",
        listed=Listed("A", published),
    )  # fmt: skip
    with serial(engine) as session:
        for outcome in (listed, *ends):
            frontier.apply_outcome(session, outcome)


def good(days_ago: float = 0.5) -> Outcome:
    return Outcome("gazette", "crawled", NOW - timedelta(days=days_ago), items=3)


def failed(days_ago: float, why: str = "the list is \x1bempty") -> Outcome:
    return Outcome("gazette", "source_failed", NOW - timedelta(days=days_ago), detail=why)


def test_a_source_that_was_never_crawled_is_told(run: Run) -> None:
    result = run("sources", "check")
    assert (result.exit_code, result.stdout) == (1, "gazette: it was never crawled to an end\n")
    assert run("sources").exit_code == 0
    assert "The Gazette" in run("sources").stdout


def test_a_healthy_source_is_healthy(run: Run, engine: Engine) -> None:
    crawled(engine, good())
    result = run("sources", "check")
    assert (result.exit_code, result.stdout) == (0, "All 1 sources of the catalogue are healthy.\n")
    assert "good" in run("sources").stdout
    shown = json.loads(run("sources", "--json").stdout)
    assert (shown["name"], shown["health"]["last_listed"], shown["faults"]) == ("gazette", 3, [])


def test_the_last_error_is_told(run: Run, engine: Engine) -> None:
    crawled(engine, good(1.5), failed(0.6), failed(0.5))
    result = run("sources", "check")
    assert result.exit_code == 1
    assert result.stdout == "gazette: its last 2 crawls failed: the list is �empty\n"


def test_no_complete_crawl_for_two_days_is_told(run: Run, engine: Engine) -> None:
    crawled(engine, good(2.5))
    result = run("sources", "check", "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["healthy"] is False
    assert "its last complete crawl was at" in told["why"][0]


def test_a_newest_item_that_is_too_old_is_told(run: Run, engine: Engine) -> None:
    crawled(engine, good(), published=NOW - timedelta(days=6))
    result = run("sources", "check")
    assert result.exit_code == 1
    assert "older than the 5 days that it declares" in result.stdout


def test_a_source_that_left_the_catalogue_is_shown_and_not_checked(
    run: Run, engine: Engine
) -> None:
    crawled(engine, good())
    old = Outcome("herald", "source_failed", NOW - timedelta(days=90), detail="gone")
    with serial(engine) as session:
        frontier.apply_outcome(session, old)
    assert "no longer in the catalogue" in run("sources").stdout
    assert run("sources", "check").exit_code == 0

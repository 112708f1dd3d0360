"""Which watches a stored statement alerts, whichever article of it comes first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine

from flows.alerts.channels import TERMINAL, Channel
from flows.ingest import store_batch
from flows.prepare import Prepared
from flows.telling import Terms
from flows.watches import Watch
from storage import alert_queries
from storage.database import connect, reading, serial, upgrade
from tests.flows.prepared import DAY, HOUR, NOTHING, NOW, OTHER, RAIL, RETOLD, ended, prepared

WINDOW = timedelta(days=14)
FERRO = Watch(
    "ferro", speaker="Ana Ferro", tell=(TERMINAL, Channel("webhook", "https://a.example"))
)
LODGING = Watch("winter", words=("winter shall find",))
RAILWAYS = Watch("rail", body="Rail Commission")
ALL = (FERRO, LODGING, RAILWAYS)

PLAN = prepared("ministry", "1")
RETELLING = prepared("blog", "3", RETOLD)


def store(
    engine: Engine,
    items: Sequence[Prepared],
    watches: tuple[Watch, ...] = ALL,
    now: datetime = NOW,
) -> int:
    """Store a batch; the number of alerts that it raised."""
    with serial(engine) as session:
        tallies = store_batch(session, items, (), Terms(now, WINDOW, watches))
    return sum(tally.alerts for tally in tallies.values())


def alerted(engine: Engine) -> set[tuple[str, str]]:
    with reading(engine) as session:
        return {(alert.watch, alert.channel) for alert in alert_queries.alerts(session)}


@pytest.fixture
def watched(engine: Engine) -> Engine:
    """A record in which both sources were crawled to their end once, the day before."""
    baseline(engine)
    return engine


def baseline(engine: Engine) -> None:
    for source in ("ministry", "blog"):
        old = prepared(source, "old", f"{source}: {OTHER[::-1]}", NOTHING, NOW - DAY)
        end = ended(source, NOW - DAY + HOUR)
        with serial(engine) as session:
            store_batch(session, [old], [end], Terms(NOW - DAY, WINDOW))


def test_each_watch_that_matches_is_alerted_in_each_of_its_channels(watched: Engine) -> None:
    assert store(watched, [PLAN]) == 1
    assert alerted(watched) == {("ferro", "terminal"), ("ferro", "webhook https://a.example/…")}


def test_what_no_watch_asks_for_stays_new_and_says_why_it_alerted_nobody(watched: Engine) -> None:
    assert store(watched, [prepared("blog", "2", OTHER, RAIL)], (FERRO,)) == 0
    with reading(watched) as session:
        (held,) = alert_queries.held(session)
    assert held.reason == "not_watched"
    assert held.why.endswith("of 2031-05-02; no watch asks for it")


def test_a_reprint_alerts_a_watch_that_only_it_answers_and_no_other_again(watched: Engine) -> None:
    store(watched, [PLAN])
    assert store(watched, [RETELLING], now=NOW + DAY) == 1
    assert {watch for watch, _ in alerted(watched)} == {"ferro", "winter"}
    assert store(watched, [prepared("ministry", "5", f"{RETOLD} Again.")], now=NOW + DAY) == 0


def test_a_reprint_after_the_window_alerts_nobody(watched: Engine) -> None:
    store(watched, [PLAN])
    late = NOW + 15 * DAY
    assert (
        store(
            watched, [replace(RETELLING, page=replace(RETELLING.page, fetched_at=late))], now=late
        )
        == 0
    )


def test_a_reprint_of_what_was_there_before_alerts_nobody(engine: Engine) -> None:
    store(engine, [PLAN])
    assert store(engine, [RETELLING]) == 0
    with reading(engine) as session:
        assert [each.reason for each in alert_queries.held(session)] == ["baseline"]


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_which_article_comes_first_does_not_decide_who_is_told(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    engine = connect(f"sqlite:///{tmp_path / 'onrecord.db'}", create=True)
    upgrade(engine)
    baseline(engine)
    items = [PLAN, RETELLING, prepared("ministry", "4", OTHER, RAIL)]
    for number in order:
        store(engine, [items[number]])
    assert {watch for watch, _ in alerted(engine)} == {"ferro", "winter", "rail"}
    engine.dispose()

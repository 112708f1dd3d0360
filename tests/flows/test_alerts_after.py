"""What is told of a statement after it was new: its official text is out, or was edited."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, update

from flows.alerts.message import as_html, as_text, message, subject
from flows.alerts.sample import sample
from flows.ingest import store_batch
from flows.prepare import Prepared
from flows.telling import Terms
from flows.text.statements import READER_VERSION, read
from flows.watches import Watch
from storage import alert_queries, forget, outbox
from storage.about import About
from storage.database import reading, serial
from storage.models import ArticleRow
from storage.outbox import Delivery
from storage.records import Figure, Measure
from tests.flows.prepared import DAY, HARBOUR, HOUR, MINUTE, NOW, PLAN, RETOLD, prepared
from tests.flows.test_ingest import baseline

DREDGE = Measure(1, "dredge the old channel", "dredge the old channel before winter", (0, 5))
LIGHT = Measure(2, "light every buoy", "light every buoy of the cape", (6, 9))
BOTH = replace(HARBOUR, measures=(DREDGE, LIGHT), figures=(Figure("1,420", "quays", None, (6, 9)),))
ONE = replace(HARBOUR, measures=(DREDGE,), figures=(Figure("1,390", "quays", None, (6, 9)),))
CUT = PLAN.replace("1,420", "1,390").replace("The second\nis to light every buoy", "The second")
CHANGES = Watch("changes", speaker="Ana Ferro", changes=True)
OUT = Watch("out", official=True)
PLAIN = Watch("plain")
WATCHES = (CHANGES, OUT, PLAIN, Watch("others", speaker="Bo Lund", changes=True, official=True))


def store(
    engine: Engine,
    items: Sequence[Prepared],
    now: datetime,
    *,
    by_backfill: bool = False,
) -> None:
    terms = Terms(now, timedelta(days=14), WATCHES, by_backfill, frozenset({"ministry"}))
    with serial(engine) as session:
        store_batch(session, items, (), terms)


def told(engine: Engine) -> list[tuple[str, str]]:
    """Kind and watch of each alert."""
    with reading(engine) as session:
        return sorted((each.kind, each.watch) for each in alert_queries.alerts(session))


def pending(engine: Engine, kind: str) -> list[Delivery]:
    with reading(engine) as session:
        return [each for each in outbox.due(session, NOW + 9 * DAY) if each.about.kind == kind]


@pytest.fixture
def crawled(engine: Engine) -> Engine:
    """A record where ministry and blog were crawled before."""
    baseline(engine, "ministry", "blog")
    return engine


FIRST = prepared("ministry", "1", PLAN, BOTH)
EDITED = prepared("ministry", "1", CUT, ONE, NOW + DAY)
NEW = [("new", "changes"), ("new", "out"), ("new", "plain")]


def test_a_silent_edit_of_the_official_text_is_told_once_where_it_is_asked(
    crawled: Engine,
) -> None:
    store(crawled, [FIRST], NOW)
    assert told(crawled) == NEW
    for _ in range(2):
        store(crawled, [EDITED], NOW + DAY)
    assert told(crawled) == [("change", "changes"), *NEW]
    (change,) = pending(crawled, "change")
    lines = "\n".join(change.about.changes)
    assert "- light every buoy" in lines
    assert "1,420 quays → 1,390 quays" in lines
    store(
        crawled, [prepared("ministry", "1", PLAN + " Again.", BOTH, NOW + 2 * DAY)], NOW + 2 * DAY
    )
    assert len(pending(crawled, "change")) == 2


@pytest.mark.parametrize(
    "edited",
    [
        prepared("ministry", "1", f"{PLAN} Printed by the press office.", BOTH, NOW + DAY),
        replace(EDITED, page=replace(EDITED.page, fetched_at=NOW - HOUR)),
    ],
    ids=["other words", "an older version"],
)
def test_what_is_no_edit_of_what_is_said_is_not_told(crawled: Engine, edited: Prepared) -> None:
    store(crawled, [FIRST], NOW)
    store(crawled, [edited], NOW + DAY)
    assert told(crawled) == NEW


def test_an_edit_of_a_reprint_and_what_a_backfill_brings_are_not_told(crawled: Engine) -> None:
    store(crawled, [FIRST, prepared("blog", "2", RETOLD, BOTH)], NOW)
    store(crawled, [prepared("blog", "2", f"{RETOLD} 1", ONE, NOW + DAY)], NOW + DAY)
    store(crawled, [EDITED], NOW + DAY, by_backfill=True)
    assert told(crawled) == NEW


def test_what_only_a_newer_reader_reads_is_no_edit(crawled: Engine) -> None:
    store(crawled, [FIRST], NOW)
    with serial(crawled) as session:
        session.execute(update(ArticleRow).values(reader_version=READER_VERSION - 1))
    text = f"{PLAN} Printed by the press office."
    again = prepared("ministry", "1", text, BOTH, NOW + DAY)
    store(crawled, [replace(again, reading=read(again.article))], NOW + DAY)
    assert told(crawled) == NEW


def test_a_forgotten_page_takes_what_was_told_of_its_edit_along(crawled: Engine) -> None:
    store(crawled, [FIRST, prepared("blog", "2", RETOLD, BOTH)], NOW)
    store(crawled, [EDITED], NOW + DAY)
    with serial(crawled) as session:
        forget.forget(session, [forget.Item("ministry", "1")], NOW + DAY)
    assert told(crawled) == NEW


def test_the_official_text_is_told_where_it_comes_after_what_was_told(crawled: Engine) -> None:
    store(crawled, [prepared("blog", "2", RETOLD, BOTH)], NOW)
    late = prepared("ministry", "1", PLAN, BOTH, NOW + DAY)
    for key in "13":
        again = replace(late, page=replace(late.page, key=key))
        store(crawled, [replace(again, article=replace(late.article, key=key))], NOW + DAY)
    assert told(crawled) == [*NEW, ("official", "out")]


@pytest.mark.parametrize("first", [0, 1])
def test_what_one_night_brings_together_is_told_together(crawled: Engine, first: int) -> None:
    both = [
        prepared("blog", "2", RETOLD, BOTH, NOW + MINUTE),
        prepared("ministry", "1", PLAN, BOTH, NOW + 2 * MINUTE),
    ]
    store(crawled, [both[first]], NOW)
    store(crawled, [both[1 - first]], NOW)
    assert told(crawled) == NEW


def test_a_change_is_escaped_in_every_form() -> None:
    about = About("change", 7, ("measure     - <b>dredge</b>\x1b[31m & \u202eport",))
    made = message(sample("all", NOW), ["all"], about)
    assert subject([made]).startswith("Changed: Ana Ferro")
    assert "why new" not in as_text([made])
    assert "changed    measure - <b>dredge</b>" in as_text([made])
    assert "&lt;b&gt;dredge&lt;/b&gt;" in as_html([made])
    assert "\x1b" not in as_text([made]) + as_html([made])
    assert "\u202e" not in as_text([made]) + as_html([made])


def test_the_official_text_and_a_mixed_digest_are_named() -> None:
    out = message(sample("all", NOW), ["all"], About("official"))
    assert as_text([out]).startswith("The official text is out: A test alert")
    assert subject([out, message(sample("all", NOW), ["all"])]).startswith("2 alerts: ")

"""What was said before, from the record: on both databases, by `onrecord show` itself."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256

from sqlalchemy import Engine

from flows.history import MOST_STATEMENTS, history
from flows.ingest import store_batch
from flows.telling import Terms
from storage import queries
from storage.database import reading, serial
from storage.records import Earlier, Measure, Occasion, Reading, Speaker
from tests.flows.commands.conftest import Run, run
from tests.flows.prepared import DAY, NOW, prepared

__all__ = ["run"]

FERRO = Speaker("Ana Ferro", "Minister", "Ministry of Harbours", main=True, span=(0, 5))
DREDGE = "dredge the old channel of the harbour"
PILOTS = "train 800 pilots in winter navigation"
MORE_PILOTS = "train 2,800 pilots in winter navigation"


def said(day: str, *heads: str, event: str = "Harbour Forum", by: Speaker = FERRO) -> Reading:
    """A statement of that day with these measures."""
    measures = tuple(Measure(n, head, head, (0, 5)) for n, head in enumerate(heads, 1))
    return Reading(True, "", (by,), Occasion(event, (), day, "day"), measures)


def put(engine: Engine, key: str, tags: Reading) -> None:
    """Store an article of that statement in words of its own, published on its day."""
    drawn = (sha256(f"{key} {n}".encode()).digest() for n in range(60))
    text = " ".join("".join(chr(97 + byte % 26) for byte in each[:7]) for each in drawn)
    made = prepared("ministry", key, text, tags)
    day = datetime.fromisoformat(f"{tags.occasion.date}T08:00+00:00")
    made = replace(made, article=replace(made.article, published_at=day, title=f"Report {key}"))
    with serial(engine) as session:
        store_batch(session, [made], [], Terms(NOW, timedelta(days=14)))


def test_show_tells_what_becomes_of_the_measures_of_a_body(run: Run, engine: Engine) -> None:
    put(engine, "1", said("2030-03-01", DREDGE, PILOTS, "light the buoys of the cape"))
    put(engine, "2", said("2030-09-09", "plant oaks", by=replace(FERRO, org="Ministry of Forests")))
    lund = Speaker("Bo Lund", "Deputy Minister", "The Ministry of Harbours", main=True)
    put(engine, "3", said("2031-05-03", DREDGE, MORE_PILOTS, "lower the tolls", by=lund))
    shown = run("show", "3").stdout
    assert "lineage     1 statement of The Ministry of Harbours since 2030-03-01" in shown
    assert "measure 1   restated; last in #1 of 2030-03-01" in shown
    assert "measure 2   strengthened by figure 2,800; last in #1 of 2030-03-01" in shown
    assert "measure 3   new" in shown
    assert "left out    no longer mentioned, of #1 of 2030-03-01:" in shown
    assert "- light the buoys of the cape" in shown
    told = json.loads(run("show", "3", "--json").stdout)["lineage"]
    assert (told["compared"], told["predecessor"]) == ([1], 1)
    assert [each["standing"] for each in told["measures"]] == ["restated", "strengthened", "new"]
    assert "lineage" not in run("show", "1").stdout


def test_how_far_back_it_looks_is_bounded(engine: Engine) -> None:
    put(engine, "old", said("2027-01-01", DREDGE))
    days = [date(2030, 1, 1) + 3 * n * DAY for n in range(MOST_STATEMENTS + 3)]
    for day in days:
        put(engine, f"{day}", said(f"{day}", DREDGE))
    put(engine, "now", said("2031-05-03", DREDGE))
    with reading(engine) as session:
        number = MOST_STATEMENTS + 5
        found = history(session, queries.statement(session, number)).lineage
    latest_first = [str(day) for day in reversed(days)]
    assert [each.day for each in found.compared] == latest_first[:MOST_STATEMENTS]


def test_what_is_said_later_or_the_same_day_is_not_earlier(engine: Engine) -> None:
    put(engine, "1", said("2031-04-01", DREDGE))
    put(engine, "2", said("2031-04-01", PILOTS, event="Pilots' Day"))
    put(engine, "3", said("2031-05-01", DREDGE))
    with reading(engine) as session:
        for number, compared in ((1, []), (2, []), (3, [2, 1])):
            found = history(session, queries.statement(session, number)).lineage
            assert [each.statement for each in found.compared] == compared


def test_an_earlier_statement_that_is_on_record_is_linked(run: Run, engine: Engine) -> None:
    put(engine, "1", said("2030-03-01", DREDGE))
    put(engine, "2", said("2030-03-20", PILOTS, event="Pilots' Day"))
    put(engine, "3", said("2030-06-01", PILOTS, event="Regatta of Tarn"))
    mentions = {
        (None, None, "2030-06-01"): 3,
        (None, "Pilots' Day", "2030-03"): 2,
        ("Ferro", "Regatta of Tarn", "2030"): 3,
        ("Ana Ferro", None, "2030-06"): 3,
        # Two of that month, and nothing to tell them apart.
        ("Ana Ferro", None, "2030-03"): None,
        ("Ana Ferro", None, "2029-03"): None,
        ("Bo Lund", None, "2030-06-01"): None,
        ("Ana Ferro", "Congress of Millers", "2030-06"): None,
        ("Ana Ferro", None, None): None,
    }
    earlier = tuple(Earlier(*mention, (0, 5)) for mention in mentions)
    put(engine, "4", replace(said("2031-05-03", DREDGE), earlier=earlier))
    told = json.loads(run("show", "4", "--json").stdout)
    assert told["earlier_on_record"] == list(mentions.values())
    assert "Ferro, Regatta of Tarn, 2030 → #3, Report 3" in run("show", "4").stdout


def test_what_was_said_in_the_other_language_is_linked(engine: Engine) -> None:
    liu = Speaker("刘安平", "副部长", "交通运输部", main=True)
    put(engine, "1", said("2030-03-01", "疏浚老航道", event="港口论坛", by=liu))
    english = Speaker("Liu Anping", "Vice Minister", "Ministry of Transport", main=True)
    later = said("2031-05-03", DREDGE, by=english)
    put(engine, "2", replace(later, earlier=(Earlier("Liu", None, "2030-03", (0, 5)),)))
    with reading(engine) as session:
        found = history(session, queries.statement(session, 2))
    assert [each and each.statement_id for each in found.earlier] == [1]
    assert [each.statement for each in found.lineage.compared] == [1]

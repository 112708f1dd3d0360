"""Stored pages read again: what is read now is stored, told, and alerts nobody."""

from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from flows.settings import Settings
from storage.corrections import correct
from storage.database import reading, serial
from storage.forget import Item, forget
from storage.models import ArticleRow, PageRow, RejectionRow
from tests.flows.prepared import DAY, NOW
from tests.flows.rereads import (
    AGAIN,
    HARBOUR,
    NOTHING,
    ORCHARD,
    TARN,
    TOWER,
    Record,
    html_page,
    read_now,
    refusal,
)


@pytest.fixture
def record(engine: Engine, database_url: str, tmp_path: Path) -> Record:
    """A record where the ministry and the blog were crawled the night before."""
    settings = Settings(tmp_path / "home", database_url, workers=1)
    record = Record(settings, engine)
    record.begin("ministry", "blog")
    return record


def file_of(record: Record, key: str) -> Path:
    with reading(record.engine) as session:
        name = session.scalar(select(PageRow.warc_file).filter_by(key=key))
    assert name is not None
    return record.settings.home / name


def test_what_is_read_now_is_stored_and_told_and_alerts_nobody(record: Record) -> None:
    now = read_now(HARBOUR)
    speaker = replace(now.speakers[0], name="Ana", post=None)
    older = replace(now, speakers=(speaker,), measures=now.measures[:1])
    assert record.store([html_page("1", HARBOUR)], older={"1": older}) == 1
    (change,) = record.reread()
    assert [(f.name, f.before, f.after) for f in change.difference.fields] == [
        ("speakers", "Ana", "Ana Ferro, Minister")
    ]
    assert change.difference.added == tuple(m.head for m in now.measures[1:])
    assert (change.statement_before, change.statement_after) == (1, 1)
    assert record.statement(1).reading == now
    assert record.alerts() == {1}
    assert record.reread() == []
    assert record.run().due() == []


def test_what_is_found_to_be_a_statement_is_told_by_the_next_night_alone(record: Record) -> None:
    assert record.store([html_page("1", HARBOUR)], older={"1": NOTHING}) == 0
    (change,) = record.reread()
    assert change.difference.fields[0].name == "statement"
    assert (change.statement_before, change.statement_after) == (None, 1)
    assert record.alerts() == set()
    assert record.statement(1).newness == "backfill"
    assert record.next_night("ministry") == 1
    assert record.statement(1).newness == "new"
    assert record.next_night("ministry") == 0


def test_a_page_that_was_refused_may_give_an_article_now(record: Record) -> None:
    pages = [html_page("1", HARBOUR), html_page("2", "Too short.")]
    record.store(pages, older={"1": refusal("1"), "2": refusal("2")})
    (change,) = record.reread(sources=("ministry",))
    assert (change.url, change.was_article) == ("https://ministry.example/1", False)
    assert record.groups() == {1: {"1"}}
    with reading(record.engine) as session:
        assert list(session.scalars(select(RejectionRow.key))) == ["2"]
    assert record.alerts() == set()
    assert record.run().due() == []
    assert record.next_night("ministry") == 1


def test_what_was_there_at_the_first_crawl_is_not_told_when_it_is_found(record: Record) -> None:
    page = html_page("1", HARBOUR, "paper")
    record.store([page], older={"1": NOTHING})
    record.reread()
    assert record.next_night("paper") == 0
    assert record.statement(1).newness == "baseline"


def test_two_statements_that_prove_one_are_joined_under_the_older_number(record: Record) -> None:
    other = read_now(TARN)
    record.store([html_page("1", HARBOUR)])
    assert record.store([html_page("2", AGAIN, "blog")], older={"2": other}) == 1
    assert record.groups() == {1: {"1"}, 2: {"2"}}
    changes = record.reread()
    assert [(c.url[-1], c.statement_before, c.statement_after) for c in changes] == [("2", 2, 1)]
    assert record.groups() == {1: {"1", "2"}}
    assert record.statement(2).id == 1
    assert record.alerts() == {1}
    assert record.next_night("ministry", "blog") == 0


def test_a_reprint_that_proves_none_leaves_and_the_number_stays_with_its_article(
    record: Record,
) -> None:
    record.store([html_page("1", HARBOUR)])
    record.store([html_page("2", TARN, "blog")], older={"2": read_now(HARBOUR)})
    record.join()
    assert record.groups() == {1: {"1", "2"}}
    before = record.alerts()
    changes = record.reread()
    parted = max(record.groups())
    assert record.groups() == {1: {"1"}, parted: {"2"}}
    assert [c.statement_after for c in changes if c.is_regrouped] == [parted]
    assert record.statement(parted).reading == read_now(TARN)
    assert record.alerts() == before


def test_a_leading_article_that_is_none_hands_on_to_one_that_is(record: Record) -> None:
    record.store([html_page("1", TOWER)], older={"1": read_now(HARBOUR)})
    record.store([html_page("2", AGAIN, "blog")])
    record.join()
    record.reread()
    assert record.groups() == {1: {"2"}}
    assert record.statement(1).reading == read_now(AGAIN)


def test_a_statement_that_is_none_goes_unless_an_alert_hangs_on_it(record: Record) -> None:
    told = html_page("1", TOWER)
    held_back = html_page("2", ORCHARD, "paper")
    assert record.store([told], older={"1": read_now(HARBOUR)}) == 1
    assert record.store([held_back], older={"2": read_now(TARN)}) == 0
    record.reread()
    assert record.groups() == {1: {"1"}}
    assert not record.statement(1).reading.is_statement


def test_decisions_by_hand_outlive_it(record: Record) -> None:
    older = replace(read_now(HARBOUR), measures=())
    pages = [html_page("1", HARBOUR), html_page("2", TARN)]
    record.store(pages, older={"1": older, "2": replace(read_now(TARN), speakers=())})
    number = next(n for n, keys in record.groups().items() if keys == {"1"})
    with serial(record.engine) as session:
        correct(session, number, {"speaker": "Bea Sund"}, NOW)
        forget(session, [Item("ministry", "2")], NOW)
    changes = record.reread()
    assert [change.url[-1] for change in changes] == ["1"]
    shown = record.statement(number)
    assert shown.reading.speakers[0].name == "Bea Sund"
    assert shown.reading.measures == read_now(HARBOUR).measures
    assert record.groups() == {number: {"1"}}


@pytest.mark.parametrize("damage", ["gone", "cut", "changed"])
def test_a_lost_page_is_told_and_kept_and_stays_due(record: Record, damage: str) -> None:
    record.store([html_page("1", HARBOUR)], older={"1": NOTHING})
    file = file_of(record, "1")
    whole = file.read_bytes()
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(whole[:99] if damage == "cut" else whole[:60] + b"x" + whole[61:])
    (change,) = record.reread()
    assert change.is_lost
    assert str(file) in change.trouble
    assert "from a backup" in change.trouble
    assert record.groups() == {}
    file.write_bytes(whole)
    record.reread()
    assert record.groups() == {1: {"1"}}


def test_an_article_whose_page_gives_none_any_more_is_kept_and_told_once(record: Record) -> None:
    record.store([html_page("1", "")], older={"1": read_now(HARBOUR)})
    (change,) = record.reread()
    assert "would give no article any more" in change.trouble
    assert record.groups() == {1: {"1"}}
    assert record.reread() == []


def test_a_dry_run_shows_the_same_and_stores_nothing(record: Record) -> None:
    record.store([html_page("1", HARBOUR)], older={"1": NOTHING})
    shown = record.reread(dry_run=True)
    assert record.groups() == {}
    stored = record.reread()
    assert [(c.url, c.difference, c.is_regrouped) for c in shown] == [
        (c.url, c.difference, c.is_regrouped) for c in stored
    ]


@pytest.mark.parametrize("told", [0, 1, 2, 3, None])
def test_a_run_that_was_stopped_anywhere_goes_on_to_the_same_end(
    record: Record, told: int | None
) -> None:
    record.store([html_page("1", HARBOUR)])
    record.store([html_page("2", AGAIN, "blog")], older={"2": read_now(TARN)})
    record.store([html_page("3", TARN, "blog")], older={"3": read_now(HARBOUR)})
    record.store([html_page("4", f"{TARN} So the paper.", "paper")], older={"4": NOTHING})
    record.store([html_page("5", TOWER)], older={"5": refusal("5")})
    run = record.run(most_pages=1)
    changes = run.changes(run.due())
    assert len(list(islice(changes, told))) == (4 if told is None else told)
    changes.close()
    record.reread(most_pages=1)
    groups = record.groups()
    assert sorted(map(sorted, groups.values())) == [["1", "2"], ["3", "4"]]
    assert groups[1] == {"1", "2"}
    assert record.run().due() == []
    assert record.statement(1).reading == read_now(HARBOUR)


def test_only_what_is_wanted_is_read(record: Record) -> None:
    later = html_page("3", TARN, "blog", NOW + 3 * DAY)
    record.store([html_page("1", HARBOUR), html_page("2", TARN, "blog"), later])
    ids = {row.page_id for row in record.run().due()}
    assert len(ids) == 3
    assert len(record.run(sources=("blog",)).due()) == 2
    assert len(record.run(sources=("blog",), since=NOW + DAY).due()) == 1
    record.reread()
    assert record.run().due() == []
    assert len(record.run(every=True).due()) == 3


def test_a_newer_version_that_was_stored_meanwhile_is_left_alone(record: Record) -> None:
    record.store([html_page("1", HARBOUR)], older={"1": NOTHING})
    run = record.run()
    due = run.due()
    record.store([html_page("1", TARN, at=NOW + DAY)])
    assert list(run.changes(due)) == []
    with reading(record.engine) as session:
        (text,) = session.scalars(select(ArticleRow.text).filter_by(key="1"))
    assert "Tarn" in text

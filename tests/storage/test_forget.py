"""What is forgotten leaves no row behind, and does not come back."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from storage import frontier, outbox, queries, repository
from storage.columns import Base
from storage.corrections import correct
from storage.crawled import Listed
from storage.database import reading, serial
from storage.forget import Item, forget, items_at, items_of
from storage.records import Match, Rejection, Speaker
from storage.search import search
from storage.tombstones import is_forgotten, turn_away, unswept
from tests.storage.examples import DAY, HOUR, NOON, READING, begin, outcome, page, store

COPY = Match("same text", 0.9, ("9 of 10 shingles agree",))
A = Item("gazette", "a")
KEPT = {"sources", "frontier", "tombstones"}


def sizes(session: Session) -> dict[str, int]:
    return {
        table.name: session.scalar(select(func.count()).select_from(table)) or 0
        for table in Base.metadata.sorted_tables
    }


def test_nothing_is_left_of_a_page_but_a_tombstone(engine: Engine) -> None:
    with serial(engine) as session:
        before = sizes(session)
        _, number = begin(session, "a", keys=("k",))
        store(session, page("a", "edited", NOON + HOUR), text="edited", statement_id=number)
        outbox.raise_alert(session, number, "all", [outbox.TERMINAL], NOON)
        correct(session, number, {"place": "x"}, NOON)
        stored = repository.store_page(session, page("a", "third", NOON + DAY))
        rejection = Rejection("gazette", "a", "https://gazette.example/a", "no main text")
        repository.reject(session, rejection, stored.id, NOON)
        removed = forget(session, [A], NOON + DAY)
        after = sizes(session)
    assert (removed.articles, removed.pages, removed.alerts) == (1, 3, 1)
    assert (removed.statements, removed.kept) == ((number,), ())
    assert {name for name in after if after[name] != before[name]} == KEPT
    with reading(engine) as session:
        assert search(session, "edited") == []
        with pytest.raises(queries.UnknownStatementError):
            queries.statement(session, number)


def test_a_statement_that_others_report_stays_and_the_earliest_leads(engine: Engine) -> None:
    with serial(engine) as session:
        _, number = begin(session, "a")
        late = store(session, page("c", at=NOON + DAY), text="c", statement_id=number, match=COPY)
        early = store(session, page("b", at=NOON + HOUR), text="b", statement_id=number, match=COPY)
        removed = forget(session, [A], NOON)
        assert (removed.statements, removed.kept) == ((), (number,))
        view = queries.statement(session, number)
        assert [article.id for article in view.articles] == [early, late]
        assert [article.rung for article in view.articles] == [None, "same text"]
        assert queries.summary_counts(session).reprints == 1


def test_a_copy_that_is_forgotten_changes_nothing_else(engine: Engine) -> None:
    with serial(engine) as session:
        lead, number = begin(session, "b")
        store(session, page("a"), text="a", statement_id=number, match=COPY)
        forget(session, [A], NOON)
        assert [article.id for article in queries.statement(session, number).articles] == [lead]


@pytest.mark.parametrize("forgotten", ["first", "second", "both"])
def test_statements_that_were_joined_go_or_stay_together(engine: Engine, forgotten: str) -> None:
    with serial(engine) as session:
        _, first = begin(session, "first")
        _, second = begin(session, "second")
        repository.join_statements(session, first, second)
        names = ["first", "second"] if forgotten == "both" else [forgotten]
        removed = forget(session, [Item("gazette", name) for name in names], NOON)
        if forgotten == "both":
            assert removed.statements == (first,)
            assert queries.summary_counts(session).statements == 0
        else:
            assert removed.kept == (first,)
            assert queries.statement(session, second).id == first


def test_a_number_that_was_shown_is_not_given_again(engine: Engine) -> None:
    with serial(engine) as session:
        _, number = begin(session, "a")
        forget(session, [A], NOON)
        _, other = begin(session, "b")
    assert other > number


def test_no_crawl_brings_it_back(engine: Engine) -> None:
    with serial(engine) as session:
        begin(session, "a")
        frontier.apply_outcome(session, outcome("listed", listed=Listed("A title", NOON, "v1")))
        forget(session, [A], NOON + HOUR)
        for kind in ("listed", "unchanged", "failed"):
            later = outcome(kind, at=NOON + DAY, listed=Listed("A title", NOON, "v2"))
            frontier.apply_outcome(session, later)
        (known,) = frontier.known(session, "gazette", NOON + 9 * DAY)
        row = session.execute(
            select(Base.metadata.tables["frontier"]).where(
                Base.metadata.tables["frontier"].c.key == "a"
            )
        ).one()
    assert not known.due
    assert (row.state, row.title) == ("refused", None)
    assert row.last_error == "forgotten at a user's wish"


def test_the_page_is_known_by_its_key_and_by_its_url(engine: Engine) -> None:
    with serial(engine) as session:
        begin(session, "a")
        forget(session, [A], NOON)
        assert is_forgotten(session, "gazette", "a")
        assert is_forgotten(session, "gazette", "post:9", "https://gazette.example/a")
        assert not is_forgotten(session, "herald", "a", "https://gazette.example/a")
        assert not is_forgotten(session, "gazette", "b")
        assert unswept(session) == {"gazette"}
        assert turn_away(session, "gazette", "a")
        assert not turn_away(session, "gazette", "b")


def test_forgetting_twice_changes_nothing(engine: Engine) -> None:
    with serial(engine) as session:
        begin(session, "a")
        forget(session, [A], NOON)
        before = sizes(session)
        again = forget(session, [A], NOON + HOUR)
        assert (again.articles, again.pages, sizes(session)) == (0, 0, before)


def test_items_are_found_by_url_and_by_speaker(engine: Engine) -> None:
    other = replace(READING, speakers=(Speaker("Bo Lund", None, None, main=True),))
    with serial(engine) as session:
        begin(session, "a")
        store(session, page("b"), text="b", reading=other)
        _, number = begin(session, "c")
        correct(session, number, {"speaker": "Cy Holm"}, NOON)
        assert items_at(session, "https://gazette.example/a") == [A]
        assert items_at(session, "https://gazette.example/none") == []
        assert items_of(session, ["Bo Lund"]) == [Item("gazette", "b")]
        assert items_of(session, ["Cy Holm"]) == [Item("gazette", "c")]
        assert items_of(session, []) == []

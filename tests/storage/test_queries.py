"""What readers see of the record."""

import pytest
from sqlalchemy import Engine

from storage import frontier, outbox, queries, repository
from storage.database import reading, serial
from storage.queries import UnknownStatementError
from storage.records import Match, Rejection
from tests.storage.examples import DAY, HOUR, NOON, READING, begin, outcome, page, store

COPY = Match("same text", 0.9, ("9 of 10 shingles agree",))


def test_a_statement_is_shown_with_all_that_was_read_and_all_its_articles(engine: Engine) -> None:
    with serial(engine) as session:
        lead, statement = begin(session, "a")
        copied = page("b", at=NOON - HOUR, source="herald")
        copy = store(session, copied, statement_id=statement, match=COPY)
    with reading(engine) as session:
        view = queries.statement(session, statement)
    assert view.reading == READING
    assert (view.title, view.newness, view.newness_why) == (
        "Port to be dredged",
        "new",
        "no reprint",
    )
    first, second = view.articles
    assert (first.id, first.rung, first.score, first.reasons) == (lead, None, None, ())
    assert (second.id, second.source, second.published_at) == (copy, "herald", NOON - HOUR)
    assert (second.rung, second.score, second.reasons) == (COPY.rung, COPY.score, COPY.reasons)


def test_an_unknown_statement_is_told(engine: Engine) -> None:
    with reading(engine) as session, pytest.raises(UnknownStatementError, match="statement 7"):
        queries.statement(session, 7)


def test_statements_are_listed_from_the_latest(engine: Engine) -> None:
    with serial(engine) as session:
        _, first = begin(session, "a")
        _, second = begin(session, "b")
        article = store(session, page("c"), text="c")
        third = repository.new_statement(
            session, lead_article_id=article, newness="baseline", why="w", now=NOON + DAY
        )
        store(session, page("d"), text="d", statement_id=third, match=COPY)
    with reading(engine) as session:
        everything = queries.statements(session)
        assert [line.id for line in everything] == [third, second, first]
        assert [line.articles for line in everything] == [2, 1, 1]
        assert {line.speaker for line in everything} == {"Ana Ferro"}
        assert [line.id for line in queries.statements(session, limit=1)] == [third]
        assert [line.id for line in queries.statements(session, since=NOON + HOUR)] == [third]


def test_the_counts_tell_reprints_from_statements(engine: Engine) -> None:
    with serial(engine) as session:
        _, first = begin(session, "a")
        _, second = begin(session, "b")
        store(session, page("c"), text="c", statement_id=first, match=COPY)
        store(session, page("d"), text="d")
        frontier.page_fetched(session, page("e"))
        stored = repository.store_page(session, page("e"))
        rejection = Rejection("gazette", "e", "https://gazette.example/e", "no main text")
        repository.reject(session, rejection, stored.id, NOON)
        outbox.raise_alert(session, first, "all", [outbox.TERMINAL], NOON)
        before = queries.summary_counts(session)
        repository.join_statements(session, first, second)
        after = queries.summary_counts(session)
    assert (before.pages, before.articles, before.rejections) == (5, 4, 1)
    assert (before.statements, before.reprints) == (2, 1)
    assert (after.statements, after.reprints) == (1, 2)
    assert (before.alerts, before.deliveries) == (1, {"pending": 1})
    assert (before.newness, after.newness) == ({"new": 2}, {"new": 1})


def test_an_empty_record_counts_nothing(engine: Engine) -> None:
    with reading(engine) as session:
        counts = queries.summary_counts(session)
    assert (counts.pages, counts.statements, counts.reprints) == (0, 0, 0)
    assert (counts.alerts, counts.deliveries, counts.newness) == (0, {}, {})


def test_the_health_of_each_source_is_told(engine: Engine) -> None:
    with serial(engine) as session:
        frontier.page_fetched(session, page("x", source="herald"))
        frontier.apply_outcome(session, outcome("listed"))
        for hour in range(8):
            failed = outcome("failed", key="b", at=NOON + hour * HOUR, detail="time-out")
            frontier.apply_outcome(session, failed)
        failed = outcome("source_failed", at=NOON + DAY, detail="blocked")
        frontier.apply_outcome(session, failed)
    with reading(engine) as session:
        gazette, herald = queries.source_health(session, NOON + HOUR)
    assert (gazette.name, gazette.due, gazette.gone) == ("gazette", 1, 1)
    assert (gazette.last_error, gazette.failures_in_row) == ("blocked", 1)
    assert (herald.name, herald.due, herald.gone) == ("herald", 0, 0)

"""Pages, articles and the statements that they report."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from storage import frontier, queries, repository
from storage.columns import Base
from storage.crawled import WarcPlace
from storage.database import reading, serial
from storage.leads import hand_on
from storage.records import Fingerprint, Match, Reading, Rejection
from tests.storage.examples import DAY, HOUR, NOON, READING, begin, page, store

COPY = Match("same text", 0.9, ("9 of 10 shingles agree",))
RETOLD = Match("same statement", 0.7, ("speaker", "day"))


def sizes(session: Session) -> dict[str, int]:
    """How many rows each table holds."""
    return {
        table.name: session.scalar(select(func.count()).select_from(table)) or 0
        for table in Base.metadata.sorted_tables
    }


def test_a_page_is_stored_once_a_version(engine: Engine) -> None:
    with serial(engine) as session:
        frontier.page_fetched(session, page())
        first = repository.store_page(session, page())
        again = repository.store_page(session, page(at=NOON + DAY))
        other = repository.store_page(session, page(body="edited", at=NOON + DAY))
    assert (first.is_new, again.is_new, other.is_new) == (True, False, True)
    assert again.id == first.id != other.id


def test_a_page_in_no_file_is_not_stored(engine: Engine) -> None:
    with serial(engine) as session, pytest.raises(ValueError, match="no WARC file"):
        repository.store_page(session, replace(page(), place=None))


def test_rejecting_twice_changes_nothing(engine: Engine) -> None:
    rejection = Rejection("gazette", "a", "https://gazette.example/a", "no main text")
    place = WarcPlace("spool/x.warc.gz", 7, 9)
    for _ in range(2):
        with serial(engine) as session:
            frontier.page_fetched(session, page())
            stored = repository.store_page(session, page())
            repository.reject(session, rejection, stored.id, NOON)
            repository.reject(session, rejection, place, NOON)
    with reading(engine) as session:
        shown = queries.recent_rejections(session)
    assert [each.reason for each in shown] == ["no main text"] * 2


def test_a_page_that_gives_an_article_after_all_is_no_longer_rejected(engine: Engine) -> None:
    with serial(engine) as session:
        frontier.page_fetched(session, page())
        stored = repository.store_page(session, page())
        rejection = Rejection("gazette", "a", "https://gazette.example/a", "no main text")
        repository.reject(session, rejection, stored.id, NOON)
        store(session, page())
    with reading(engine) as session:
        assert queries.recent_rejections(session) == []


def test_an_article_read_again_has_the_new_tags_alone(engine: Engine) -> None:
    with serial(engine) as session:
        article, statement = begin(session, "a", keys=("k1", "k2"))
        bare = Reading(is_statement=True, why="reader 2", speakers=READING.speakers[1:])
        store(session, page("a"), text="a", reading=bare, keys=("k3",), statement_id=statement)
    with reading(engine) as session:
        assert queries.statement(session, statement).reading == bare
        assert repository.statements_like(session, ["k1", "k2"]) == []
        found = repository.statements_like(session, ["k3"])
        assert [each.article_id for each in found] == [article]


def test_storing_twice_leaves_as_many_rows(engine: Engine) -> None:
    counts = []
    for _ in range(2):
        with serial(engine) as session:
            store(session, page("a"), bands=("1:x", "2:y"), keys=("k",))
            counts.append(sizes(session))
    assert counts[0] == counts[1]


def test_an_older_version_of_a_page_does_not_undo_a_newer_one(engine: Engine) -> None:
    with serial(engine) as session:
        store(session, page(body="new", at=NOON + HOUR), text="new")
        store(session, page(body="old", at=NOON), text="old")
        stored = repository.article_of(session, "gazette", "a")
    assert stored is not None
    assert stored.text_digest == "d:new"
    assert stored.published_at == NOON + HOUR


def test_articles_like_are_found_by_digest_and_by_bands(engine: Engine) -> None:
    with serial(engine) as session:
        same = store(session, page("a"), text="same")
        near = store(session, page("b"), text="b", bands=("1:x", "2:y"))
        nearer = store(session, page("c"), text="c", bands=("1:x", "2:y", "3:z"))
        store(session, page("d"), text="d", bands=("1:y",))
        sought = Fingerprint("d:same", (), ("1:x", "2:y", "3:z"))
        found = repository.articles_like(session, sought)
    assert [each.article_id for each in found] == [same, nearer, near]
    assert found[0].statement_id is None
    assert found[0].fingerprint.signature == (1, 2, 4294967295)


def test_nothing_is_like_a_text_without_bands(engine: Engine) -> None:
    with serial(engine) as session:
        store(session, page("a"), bands=("1:x",))
        assert repository.articles_like(session, Fingerprint("d:other", (), ())) == []
        assert repository.statements_like(session, ()) == []


def test_statements_like_are_articles_that_report_one(engine: Engine) -> None:
    with serial(engine) as session:
        article, statement = begin(session, "a", keys=("k1", "k2"))
        more, other = begin(session, "b", keys=("k1", "k2", "k3"))
        store(session, page("c"), text="c", keys=("k1",))
        found = repository.statements_like(session, ["k1", "k2", "k3"])
    assert [(each.article_id, each.statement_id) for each in found] == [
        (more, other),
        (article, statement),
    ]
    assert found[0].sketch.speakers == ("ferro ana",)


def test_an_edited_page_keeps_the_reasons_for_which_it_reports_its_statement(
    engine: Engine,
) -> None:
    again = Match("same page", 1.0, ("fetched again",))
    with serial(engine) as session:
        _, statement = begin(session, "a")
        store(session, page("b"), text="b", statement_id=statement, match=COPY)
        edited = page("b", "edited", NOON + HOUR)
        store(session, edited, text="edited", statement_id=statement, match=again)
    with reading(engine) as session:
        assert [each.rung for each in queries.statement(session, statement).articles] == [
            None,
            "same text",
        ]


def test_joined_statements_keep_the_older_number_and_the_other_redirects(engine: Engine) -> None:
    with serial(engine) as session:
        a, first = begin(session, "a")
        b, second = begin(session, "b", keys=("k",))
        c, third = begin(session, "c")
        assert repository.join_statements(session, keep=third, gone=second) == second
        assert repository.join_statements(session, keep=first, gone=second) == first
        assert repository.join_statements(session, keep=second, gone=third) == first
        late = store(session, page("d"), text="d", statement_id=third, match=RETOLD)
        assert repository.statements_like(session, ["k"])[0].statement_id == first
    with reading(engine) as session:
        for number in (first, second, third):
            view = queries.statement(session, number)
            assert view.id == first
            assert [each.id for each in view.articles] == [a, b, c, late]
        assert queries.summary_counts(session).statements == 1


def test_another_article_may_lead(engine: Engine) -> None:
    with serial(engine) as session:
        first, statement = begin(session, "a")
        assert not hand_on(session, statement, [first])
        other = store(session, page("b"), text="b", statement_id=statement, match=COPY)
        assert hand_on(session, statement, [first])
    with reading(engine) as session:
        assert queries.statement(session, statement).articles[0].id == other

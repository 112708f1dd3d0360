"""How what a look-up finds is ordered, narrowed and shown, and what the index follows."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, delete, text

from storage import repository
from storage.corrections import correct
from storage.database import serial
from storage.records import Match, Reading, Speaker
from storage.search import AFTER, BEFORE, Filters
from storage.tag_models import SearchRow
from tests.storage.examples import DAY, HOUR, NOON, READING, begin, page, store
from tests.storage.searches import found, hits, statement

COPY = Match("same text", 0.9, ("9 of 10 shingles agree",))


def test_the_latest_comes_first_and_each_statement_once(engine: Engine) -> None:
    with serial(engine) as session:
        article = store(session, page("old", at=NOON - DAY), text="the pilots")
        old = repository.new_statement(
            session, lead_article_id=article, newness="new", why="w", now=NOON
        )
        new = statement(session, "new", "pilots here")
        for number in range(5):
            copy = page(f"copy{number}", at=NOON + number * HOUR)
            store(session, copy, text="pilots again", statement_id=old, match=COPY)
    assert found(engine, "pilots", limit=2) == [old, new]
    assert found(engine, "pilots", limit=1) == [old]
    (first, second) = hits(engine, "pilots")
    assert (first.url, first.published_at) == ("https://gazette.example/copy4", NOON + 4 * HOUR)
    assert (first.speaker, first.date, first.source) == ("Ana Ferro", "2031-05-03", "gazette")
    assert second.snippet == "pilots here"


def test_an_article_without_a_statement_is_not_shown(engine: Engine) -> None:
    with serial(engine) as session:
        store(session, page("a"), text="lonely")
    assert found(engine, "lonely") == []


def test_a_snippet_is_one_bounded_line_around_the_hit(engine: Engine) -> None:
    with serial(engine) as session:
        statement(session, "a", "before " * 500 + "\nthe\tquay\n" + "after " * 500)
    (hit,) = hits(engine, "quay")
    assert " the quay after" in hit.snippet
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert len(hit.snippet) <= BEFORE + AFTER + 2


def test_a_hit_in_the_title_alone_shows_how_the_text_begins(engine: Engine) -> None:
    with serial(engine) as session:
        statement(session, "a", "It begins here.")
    assert hits(engine, "dredged")[0].snippet == "It begins here."


def test_filters_narrow_what_is_found(engine: Engine) -> None:
    other = replace(READING, speakers=(Speaker("Bo Lund", None, None, main=True),))
    with serial(engine) as session:
        first = statement(session, "a", "quay")
        article = store(session, page("b", at=NOON + DAY), text="quay", reading=other)
        second = repository.new_statement(
            session, lead_article_id=article, newness="new", why="w", now=NOON
        )
    assert found(engine, "quay", Filters(since=NOON + HOUR)) == [second]
    assert found(engine, "quay", Filters(until=NOON + HOUR)) == [first]
    assert found(engine, "quay", Filters(since=NOON, until=NOON + DAY)) == [first]
    assert found(engine, "quay", Filters(lang="en")) == [second, first]
    assert found(engine, "quay", Filters(lang="zh")) == []
    assert found(engine, "quay", Filters(speakers=["Bo Lund", "Bo"])) == [second]
    assert found(engine, "quay", Filters(speakers=[])) == []


def test_a_corrected_speaker_is_the_one_that_is_found(engine: Engine) -> None:
    with serial(engine) as session:
        number = statement(session, "a", "quay")
        correct(session, number, {"speaker": "Bo Lund"}, NOON)
    assert found(engine, "quay", Filters(speakers=["Bo Lund"])) == [number]
    assert found(engine, "quay", Filters(speakers=["Ana Ferro"])) == []
    assert hits(engine, "quay")[0].speaker == "Bo Lund"


def test_the_index_follows_what_is_read_again_and_what_is_removed(engine: Engine) -> None:
    with serial(engine) as session:
        _, number = begin(session, "a")
        store(session, page("a", body="edited", at=NOON + HOUR), text="edited words")
    assert found(engine, "edited") == [number]
    with serial(engine) as session:
        session.execute(delete(SearchRow))
    assert found(engine, "edited") == []


def test_articles_from_before_the_index_are_entered_by_the_migration(engine: Engine) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("the tests share one PostgreSQL database, which stays at its migration")
    from alembic import command  # noqa: PLC0415

    from storage.database import _config, upgrade  # noqa: PLC0415

    with serial(engine) as session:
        number = statement(session, "a", "旧的資訊")
    with engine.begin() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0004")
    with engine.begin() as connection:
        assert not connection.scalar(
            text("SELECT count(*) FROM sqlite_master WHERE name LIKE 'search_%'")
        )
    upgrade(engine)
    assert found(engine, "资讯") == [number]


def test_a_reading_without_speakers_is_shown_without(engine: Engine) -> None:
    with serial(engine) as session:
        article = store(session, page("a"), reading=Reading(is_statement=True, why="w"))
        repository.new_statement(session, lead_article_id=article, newness="new", why="w", now=NOON)
    assert hits(engine, "text")[0].speaker is None

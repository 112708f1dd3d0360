"""Candidates come from the indexes on both databases, however large the record is."""

import json
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, delete, event, insert, text

from storage import candidates
from storage.database import reading, serial
from storage.models import ArticleRow
from storage.tag_models import MatchKeyRow
from tests.benchmarks.match import fill
from tests.benchmarks.statements import Statements


def looked_up(engine: Engine) -> list[str]:
    """The plan of each question that one article's look-up asks of a record of 300 articles."""
    fill(engine, 30)
    item = Statements().prepared(7, "again", retold=1)
    plans: list[str] = []

    def explain(
        connection: Connection, _cursor: object, statement: str, values: object, *_: object
    ) -> None:
        if statement.startswith("SELECT"):
            plans.append(_plan(connection, statement, values))

    event.listen(engine, "before_cursor_execute", explain)
    with reading(engine) as session:
        if engine.dialect.name == "postgresql":
            # Of so few rows it would read all, whatever indexes there are.
            session.execute(text("SET LOCAL enable_seqscan = off"))
        assert candidates.articles_like(session, item.fingerprint)
        assert candidates.statements_like(session, item.keys)
    event.remove(engine, "before_cursor_execute", explain)
    return plans


def _plan(connection: Connection, asked: str, values: Any) -> str:
    cursor = connection.connection.cursor()
    if connection.dialect.name == "postgresql":
        cursor.execute(f"EXPLAIN (FORMAT JSON) {asked}", values)
        return json.dumps(cursor.fetchall())
    cursor.execute(f"EXPLAIN QUERY PLAN {asked}", values)
    return "\n".join(str(row[3]) for row in cursor.fetchall())


def test_no_look_up_reads_a_table_from_end_to_end(engine: Engine) -> None:
    plans = looked_up(engine)
    assert len(plans) == 3
    for plan in plans:
        assert "Seq Scan" not in plan, plan
        for table in ("articles", "bands", "match_keys", "reports"):
            assert f"SCAN {table}" not in plan, plan


def test_bands_and_keys_are_found_by_their_primary_keys(engine: Engine) -> None:
    _, bands, keys = looked_up(engine)
    if engine.dialect.name == "postgresql":
        assert "pk_bands" in bands
        assert "pk_match_keys" in keys
    else:
        by_key = "SEARCH {0} USING COVERING INDEX sqlite_autoindex_{0}_1 ({1}=? AND article_id>?)"
        assert by_key.format("bands", "band") in bands
        assert by_key.format("match_keys", "key") in keys


def test_copies_of_one_statement_crowd_out_no_other(engine: Engine) -> None:
    fill(engine, 30)
    items = [Statements().prepared(number, "again", retold=1) for number in range(12)]
    with reading(engine) as session:
        keys = [key for item in items for key in item.keys]
        found = candidates.statements_like(session, keys)
    shares = Counter(candidate.statement_id for candidate in found)
    assert set(shares) >= set(range(1, 13))
    assert set(shares.values()) == {candidates.OF_ONE_STATEMENT}
    assert len(found) <= candidates.MOST_SKETCHES


def test_of_a_key_that_ever_more_articles_have_the_newest_are_asked(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "MOST_HOLDERS", 15)
    fill(engine, 3)
    with serial(engine) as session:
        session.execute(delete(MatchKeyRow))
        session.execute(
            insert(MatchKeyRow),
            [{"key": "everywhere", "article_id": n} for n in range(1, 31)]
            + [{"key": "rare", "article_id": 1}],
        )
        often = candidates.statements_like(session, ["everywhere"])
        both = candidates.statements_like(session, ["everywhere", "rare"])
    assert {each.statement_id for each in often} == {2, 3}
    assert {each.statement_id for each in both} == {1, 2, 3}


def test_what_states_another_day_is_no_candidate(engine: Engine) -> None:
    fill(engine, 6, each=1)
    held = ["2030-03-01", "2030-02-28", "2030-02-27", "2029-03-01", "--07-07", None]
    with serial(engine) as session:
        for number, day in enumerate(held, 1):
            row = session.get_one(ArticleRow, number)
            row.sketch = {**row.sketch, "date": day}
        session.execute(delete(MatchKeyRow))
        keyed = [{"key": "one", "article_id": n} for n in range(1, len(held) + 1)]
        session.execute(insert(MatchKeyRow), keyed)

        def found(day: str | None) -> set[int]:
            like = candidates.statements_like(session, ["one"], day)
            return {each.article_id for each in like}

        assert found("2030-03-01") == {1, 2, 5, 6}
        assert found("9999-12-31") == {5, 6}
        assert found("0001-01-01") == {5, 6}
        assert found("--03-01") == found(None) == {1, 2, 3, 4, 5, 6}

"""`onrecord match`: what waits for a person, and decisions that outlive what comes later."""

import json
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Engine

from flows.alerts.message import message
from flows.grouping import find_statements
from flows.ingest import store_batch
from flows.prepare import Prepared
from flows.telling import Terms
from flows.text.match import keys, same_statement, sketch
from storage import queries
from storage.database import reading, serial
from storage.records import Occasion, Reading
from tests.flows.commands.conftest import Run
from tests.flows.prepared import DAY, HARBOUR, HOUR, NOTHING, NOW, OTHER, PLAN, ended, prepared

# The same minister of the same body, the day unknown, one figure of two in common.
LIKE = """Minister Ana Ferro opened a regatta off the cape. The Ministry of Harbours had lent it
1,420 sails and 96 oars, she told the rowers, who thanked her with a song about salt and gulls."""
UNDATED = replace(HARBOUR, occasion=Occasion(None, (), None, "none"))
URL = "https://blog.example/2"


def baseline(engine: Engine) -> None:
    for source in ("ministry", "blog"):
        old = prepared(source, "old", f"{source}: {OTHER[::-1]}", NOTHING, NOW - DAY)
        put(engine, old, source)


def put(engine: Engine, item: Prepared, crawled: str | None = None) -> None:
    ends = [ended(crawled, NOW - DAY + HOUR)] if crawled else []
    with serial(engine) as session:
        store_batch(session, [item], ends, Terms(NOW, timedelta(days=14)))


def two_alike(engine: Engine) -> None:
    """Two statements of which the second may be a reprint of the first."""
    baseline(engine)
    put(engine, prepared("ministry", "1", PLAN, HARBOUR))
    put(engine, prepared("blog", "2", LIKE, UNDATED))


def test_a_possible_reprint_is_a_statement_of_its_own_and_says_so(run: Run, engine: Engine) -> None:
    two_alike(engine)
    shown = json.loads(run("show", "2", "--json").stdout)
    assert "possibly a reprint of #1 (same speaker ana ferro" in shown["newness_why"]
    assert shown["newness"] == "new"
    assert shown["watches"] == ["everything"]
    (pair,) = [json.loads(line) for line in run("match", "--json").stdout.splitlines()]
    assert (pair["statement_id"], pair["of_statement_id"]) == (2, 1)
    assert 0.5 <= pair["score"] < 0.6
    listed = run("match").stdout
    assert "possibly a reprint of #1  Title 1" in listed
    assert "1 of 2 figures" in listed


def test_a_possible_reprint_that_turns_out_new_is_told_once_as_such(engine: Engine) -> None:
    put(engine, prepared("ministry", "old", f"ministry: {OTHER[::-1]}", NOTHING, NOW - DAY),
        "ministry")  # fmt: skip
    put(engine, prepared("ministry", "1", PLAN, HARBOUR))
    put(engine, prepared("blog", "2", LIKE, UNDATED))
    with reading(engine) as session:
        assert queries.statement(session, 2).newness == "baseline"
    for key in ("3", "4"):
        put(engine, prepared("ministry", key, LIKE, UNDATED))
    with reading(engine) as session:
        told = queries.statement(session, 2)
    assert (told.newness, told.watches) == ("new", ("everything",))
    why = message(told, told.watches).why_new
    assert why.startswith("no reprint of a statement on record; of 2031-05-02")
    assert "; possibly a reprint of #1 (same speaker ana ferro" in why


def test_confirming_joins_for_good_and_alerts_nobody(run: Run, engine: Engine) -> None:
    two_alike(engine)
    result = run("match", "--confirm", "2", "1", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"] == 1
    assert len(json.loads(run("show", "2", "--json").stdout)["articles"]) == 2
    assert run("match").stdout == "No statement waits to be decided.\n"
    with reading(engine) as session:
        assert queries.summary_counts(session).statements == 1
    assert again(engine, "blog", "2", LIKE, UNDATED) == {1}


def test_what_is_split_waits_no_more_and_stays_apart(run: Run, engine: Engine) -> None:
    two_alike(engine)
    assert run("match", "--split", "1", "2").exit_code == 0
    assert run("match").stdout == "No statement waits to be decided.\n"
    bridge = replace(prepared("ministry", "3", f"{PLAN}\n{LIKE}", HARBOUR))
    put(engine, bridge)
    with reading(engine) as session:
        assert queries.statement(session, 2).id == 2


def test_an_article_leaves_its_statement_and_does_not_come_back(run: Run, engine: Engine) -> None:
    baseline(engine)
    put(engine, prepared("ministry", "1"))
    put(engine, prepared("blog", "2"))
    shown = json.loads(run("match", "--split", URL, "--json").stdout)
    assert (shown["id"], [a["url"] for a in shown["articles"]]) == (2, [URL])
    assert shown["watches"] == []
    assert again(engine, "blog", "2") == set()
    put(engine, prepared("ministry", "3"))
    with reading(engine) as session:
        assert {queries.statement(session, n).id for n in (1, 2)} == {1, 2}


def test_a_lead_that_leaves_hands_its_statement_on(run: Run, engine: Engine) -> None:
    baseline(engine)
    put(engine, prepared("ministry", "1"))
    put(engine, prepared("blog", "2"))
    assert run("match", "--split", "https://ministry.example/1").exit_code == 0
    assert [a["url"] for a in json.loads(run("show", "1", "--json").stdout)["articles"]] == [URL]


def test_what_is_no_decision_is_told(run: Run, engine: Engine) -> None:
    two_alike(engine)
    for arguments, told in (
        (("1", "2"), "Say --confirm or --split."),
        (("--confirm", "1"), "Give two statements' numbers."),
        (("--split", "1", "x"), "or an article's URL"),
        (("--split", "https://nowhere.example/"), "No article of a statement on record"),
        (("--split", URL), "It is the only article of statement #2."),
        (("--confirm", "1", "99"), "99"),
        (("--confirm", "--split", "1", "2"), "give one of"),
    ):
        result = run("match", *arguments)
        assert result.exit_code != 0
        assert told in result.output


def again(
    engine: Engine, source: str, key: str, text: str = PLAN, tags: Reading = HARBOUR
) -> set[int]:
    """The statements that an article on record would be found to carry if it were read again."""
    item = prepared(source, key, text, tags)
    with serial(engine) as session:
        number = {"ministry": {"1": 3}, "blog": {"2": 4}}[source][key]
        found = find_statements(
            session, item.fingerprint, item.sketch, is_statement=True, but=number
        )
        return set(found.statements)


def test_the_pair_is_alike_and_no_more() -> None:
    one = sketch(prepared("ministry", "1", PLAN, HARBOUR).article, HARBOUR)
    other = sketch(prepared("blog", "2", LIKE, UNDATED).article, UNDATED)
    assert same_statement(one, other) is None
    assert keys(one)

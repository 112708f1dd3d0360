"""What a look-up finds is what a scan of all texts finds, on both databases."""

import random
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, select, text
from sqlalchemy.orm import Session

from storage import repository
from storage.corrections import correct
from storage.database import reading, serial
from storage.models import ArticleRow
from storage.records import Match, Reading, Speaker
from storage.search import AFTER, BEFORE, Filters, SearchHit, search
from storage.search_index import enter
from storage.search_text import MAX_QUERY, MAX_WORD, QueryError, first_hit, fold, terms, tokens
from storage.tag_models import SearchRow
from tests.storage.examples import DAY, HOUR, NOON, READING, begin, page, store

COPY = Match("same text", 0.9, ("9 of 10 shingles agree",))
SIMPLIFIED = {"資": "资", "訊": "讯", "網": "网", "絡": "络"}
PIECES = [
    *"资讯网络資訊網絡数据中",
    *"，。 \n-_'\"",
    "port",
    "Ports",
    "5G",
    "plan",
    "ｐｏｒｔ",
    "é",
    "ﬁ",
]


def statement(session: Session, key: str, content: str) -> int:
    """A statement of its own, reported by one article with this text."""
    article = store(session, page(key), text=content)
    return repository.new_statement(
        session, lead_article_id=article, newness="new", why="w", now=NOON
    )


EVERYTHING = Filters()


def found(engine: Engine, query: str, filters: Filters = EVERYTHING, limit: int = 20) -> list[int]:
    with reading(engine) as session:
        hits = search(session, query, filters=filters, limit=limit)
    return [hit.statement_id for hit in hits]


def hits(engine: Engine, query: str) -> list[SearchHit]:
    with reading(engine) as session:
        return search(session, query)


def scan(content: str, spoken: str) -> bool:
    """Whether a word or phrase stands in a text, character by character and without an index."""
    pattern, previous = "", ""
    for kind, run in runs(spoken):
        if previous:
            pattern += r"[\W_]+" if kind == previous else r"[\W_]*"
        pattern += run if kind == "han" else rf"(?<![^\W_一-鿿]){run}(?![^\W_一-鿿])"
        previous = kind
    return bool(pattern) and re.search(pattern, plain(content)) is not None


def runs(spoken: str) -> list[tuple[str, str]]:
    return [
        ("han" if "一" <= run[0] <= "鿿" else "word", run)
        for run in re.findall(r"[一-鿿]+|[^\W_一-鿿]+", plain(spoken))
    ]


def plain(content: str) -> str:
    lower = unicodedata.normalize("NFKC", content).lower()
    return "".join(SIMPLIFIED.get(character, character) for character in lower)


def test_every_hit_of_a_scan_is_found_and_no_other(engine: Engine) -> None:
    drawn = random.Random(20310504)
    texts = ["".join(drawn.choices(PIECES, k=drawn.randint(0, 30))) for _ in range(100)]
    with serial(engine) as session:
        numbers = [statement(session, str(n), content) for n, content in enumerate(texts)]
    asked = 0
    for _ in range(150):
        words = ["".join(drawn.choices(PIECES[:12] + PIECES[18:], k=drawn.randint(1, 3)))]
        if drawn.random() < 0.3:
            words.append("".join(drawn.choices(PIECES[:12], k=drawn.randint(1, 2))))
        expected = {
            number
            for number, content in zip(numbers, texts, strict=True)
            if all(scan(f"Port to be dredged\n{content}", word) for word in words if runs(word))
        }
        if not any(map(runs, words)):
            continue
        asked += bool(expected)
        assert set(found(engine, " ".join(words), limit=1000)) == expected, words
    assert asked > 50


@pytest.mark.parametrize(
    ("query", "content"),
    [
        ("讯", "新的資訊"),
        ("資訊", "资讯平台"),
        ("资讯", "上載資訊。"),
        ("讯平台", "資訊平臺".replace("臺", "台")),
        ("5G网", "建设5G网络"),
        ("网5G", "上网5G套餐"),
        ("harbour", "The HARBOUR, mended"),
        ('"quay plan"', "a Quay-Plan of old"),
        ("“quay plan”", "a quay plan"),
        ("plan quay 港", "the quay of 香港 has no plan"),
        ("ﬁne", "a fine day"),
        ("x" * (MAX_WORD + 5), "y " + "x" * (MAX_WORD + 5)),
    ],
)
def test_words_of_both_scripts_are_found(engine: Engine, query: str, content: str) -> None:
    with serial(engine) as session:
        number = statement(session, "a", content)
        statement(session, "b", "nothing 無關 here")
    assert found(engine, query) == [number]


@pytest.mark.parametrize(
    ("query", "content"),
    [
        ("资讯", "资。讯"),
        ("quay", "quays and airquay"),
        ('"quay plan"', "a plan for the quay"),
        ("网5G", "网络5G"),
        ("quay absent", "a quay"),
        ("数据中心", "数据。中心"),
    ],
)
def test_what_only_resembles_the_words_is_not_found(
    engine: Engine, query: str, content: str
) -> None:
    with serial(engine) as session:
        statement(session, "a", content)
    assert found(engine, query) == []


HOSTILE = [
    'quay" OR "x', "quay*", "NEAR(quay x)", "tokens:quay", "quay AND NOT quay", "^quay", "(quay",
    "quay'; DROP TABLE articles; --", "'quay' & !'x'", "quay:*", "quay <-> x",
    "\\quay\\", "quay\x00",
]  # fmt: skip


@pytest.mark.parametrize("query", HOSTILE)
def test_no_database_reads_the_query_as_its_own_language(engine: Engine, query: str) -> None:
    with serial(engine) as session:
        number = statement(session, "a", "quay or x near tokens and not drop table articles")
        statement(session, "b", "nothing")
    assert found(engine, query) in ([], [number])
    assert found(engine, "nothing") != []


# What neither a tokenizer nor a query language takes for anything but a letter.
LETTERS = re.compile(r"[a-z0-9\u00aa-\U0010ffff]+")


@given(st.text(max_size=MAX_QUERY))
def test_terms_hold_letters_alone(query: str) -> None:
    try:
        sought = terms(query)
    except QueryError:
        return
    for term in sought:
        assert all(map(LETTERS.fullmatch, (*term.tokens, *term.words)))


@pytest.mark.parametrize("query", ["", "  ", "-", '""', "。，", "_"])
def test_a_query_without_a_word_is_refused(engine: Engine, query: str) -> None:
    with reading(engine) as session, pytest.raises(QueryError, match="at least one word"):
        search(session, query)


def test_an_endless_query_is_refused(engine: Engine) -> None:
    with reading(engine) as session, pytest.raises(QueryError, match="at most 200"):
        search(session, "a" * (MAX_QUERY + 1))


@given(st.text(max_size=300))
def test_tokens_never_hold_what_an_index_parts_at(content: str) -> None:
    assert all(map(LETTERS.fullmatch, filter(None, tokens("", content).split(" "))))


@given(st.text(alphabet="½ﬁéıİ資讯 ab，", max_size=40), st.sampled_from(["a", "讯", "b讯"]))
def test_the_first_hit_is_a_place_of_the_text_as_given(content: str, query: str) -> None:
    at = first_hit(terms(query), content)
    if at is not None:
        assert re.sub(r"\W", "", fold(content[at:])).startswith(fold(query))


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


def test_a_very_long_text_is_indexed_within_the_bounds(engine: Engine) -> None:
    drawn = random.Random(1)
    content = "".join(chr(drawn.randrange(0x20000, 0x2A6D0)) for _ in range(120_000))
    with serial(engine) as session:
        number = statement(session, "a", "short")
        (article,) = session.scalars(select(ArticleRow.id))
        enter(session, article, "", content, NOON, is_new=False)
    assert found(engine, content[1000:1004]) == [number]


def test_a_reading_without_speakers_is_shown_without(engine: Engine) -> None:
    with serial(engine) as session:
        article = store(session, page("a"), reading=Reading(is_statement=True, why="w"))
        repository.new_statement(session, lead_article_id=article, newness="new", why="w", now=NOON)
    assert hits(engine, "text")[0].speaker is None


def test_order_of_terms_does_not_matter(engine: Engine) -> None:
    with serial(engine) as session:
        number = statement(session, "a", "数据 and 网络")
    asked: Sequence[str] = ("数据 网络", "网络 数据", "网 and 据")
    assert [found(engine, query) for query in asked] == [[number]] * 3

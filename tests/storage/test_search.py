"""What a look-up finds is what a scan of all texts finds, on both databases."""

import random
import re
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from storage.database import reading, serial
from storage.models import ArticleRow
from storage.search import search
from storage.search_index import enter
from storage.search_text import MAX_QUERY, MAX_WORD, QueryError, first_hit, fold, terms, tokens
from tests.storage.examples import NOON
from tests.storage.searches import found, statement

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


def test_a_very_long_text_is_indexed_within_the_bounds(engine: Engine) -> None:
    drawn = random.Random(1)
    content = "".join(chr(drawn.randrange(0x20000, 0x2A6D0)) for _ in range(120_000))
    with serial(engine) as session:
        number = statement(session, "a", "short")
        (article,) = session.scalars(select(ArticleRow.id))
        enter(session, article, "", content, NOON, is_new=False)
    assert found(engine, content[1000:1004]) == [number]


def test_order_of_terms_does_not_matter(engine: Engine) -> None:
    with serial(engine) as session:
        number = statement(session, "a", "数据 and 网络")
    asked: Sequence[str] = ("数据 网络", "网络 数据", "网 and 据")
    assert [found(engine, query) for query in asked] == [[number]] * 3

"""Whatever comes from outside gives an article or a rejection, and soon."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.text.clean import MIN_LETTERS, Provenance, clean_html, clean_text
from storage.records import Article, Rejection
from tests.flows.text.pages import JUSTNEWS, SPEECH, miit

# Each takes under two on an idle core; what is quadratic took half a minute and more.
SECONDS = 5
KNOWN = Provenance(url="https://quay.example/2024/05/04/a", zone="Asia/Shanghai")
TALK = b"<p>" + b"words of a talk " * 400
NAMES = b"related share origin source entry-copyright info time date ccontent entry-title nickname"
MARKED = b'<div class="' + NAMES + b'">'

# Pieces that markup is made of, so that random documents reach the rules behind the parser.
PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div class='related'>", "<div class='origin'>", "<div id='con_con'>",
        "</div>", "<a href='//x.example/y'>", "</a>", "原文：", "发布时间：", "2024-05-03", "<h1>",
        "<title>", "</title>", "<time datetime='2024-05-03'>", "<script>", "</script>", "\x00",
        "<meta name='pubdate' content='2024'>", "<!--", "&#0;", "&#11;", "\x0b", "\ufffe",
        "\x1b", "&", "\ud800", "&#x1F", "<script>a</script>", "<table><tr><td>", "<br>",
        '<script type="application/ld+json">{"@type":"NewsArticle","author":', "[", "}", "<body>",
        "<html lang='zh'>", "<article>", "港口办公室主任表示。", "a talk of the harbour. " * 9,
    ]
)  # fmt: skip


def is_sound(found: Article | Rejection) -> bool:
    """Whether an outcome is words that a database takes, or a reason."""
    if isinstance(found, Rejection):
        return len(found.reason) > 10
    said = (found.title, found.text, found.author, found.site, found.original_name)
    whole = "".join(words or "" for words in said)
    whole.encode()
    return "\x00" not in whole and sum(map(str.isalnum, found.text)) * 3 >= MIN_LETTERS


@settings(deadline=None)
@given(st.binary(max_size=2000), st.sampled_from(["", "text/html; charset=gb2312", "text/plain"]))
def test_any_bytes(body: bytes, label: str) -> None:
    assert is_sound(clean_html(body, Provenance(content_type=label)))


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markup(html: str) -> None:
    assert is_sound(clean_html(html, KNOWN))


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_plain_text(text: str) -> None:
    found = clean_text(text, KNOWN)
    f"{found.title}{found.text}{found.author}".encode()
    assert "\x00" not in found.text


@pytest.mark.parametrize("page", [JUSTNEWS, miit()], ids=["theme", "ministry"])
def test_a_page_cut_off_anywhere(page: str) -> None:
    body = page.encode()
    outcomes = [clean_html(body[:end], KNOWN) for end in range(0, len(body), 61)]
    assert all(is_sound(found) for found in outcomes)
    assert isinstance(outcomes[0], Rejection)
    assert isinstance(outcomes[-1], Article)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000, "no main text"),
        (b"<p>" + b"word and " * 1_100_000, "more than 500,000 characters"),
        (b"x" * 50_000_000, "larger than 10 MB"),
        (TALK + b"<p>some words</p>" * 40_000, "more than 20,000 elements"),
        (b"<a " + b" ".join(b"a%d=x" % i for i in range(90_000)) + b">" + TALK, "attributes"),
    ],
    ids=["deep", "long", "large", "many", "attributes"],
)
def test_what_is_beyond_bounds_is_refused_with_its_reason(body: bytes, reason: str) -> None:
    start = time.process_time()
    found = clean_html(body, KNOWN)
    assert time.process_time() - start < SECONDS
    assert isinstance(found, Rejection)
    assert reason in found.reason


@pytest.mark.parametrize(
    "body",
    [
        b"<title>" + b"a - " * 500_000 + b"</title><h1>x</h1>" + TALK,
        b"<title>" + b"a b " * 500_000 + b"</title>" + b"<h1>words of head</h1>" * 9_000 + TALK,
        "<p>发布时间：</p>".encode() * 9_000 + TALK,
        MARKED * 240 + b"words of a talk " * 25_000,
        (MARKED + b'source <a href="//e.example/x"></a></div>') * 6_000 + TALK,
        b'<link rel=canonical href="//e.example/c">' * 15_000 + MARKED + b"source" + TALK,
        b'<p style="display' + b" " * 3_000_000 + b': none">' + TALK,
        b'<script type="application/ld+json">{"@type":"NewsArticle","author":'
        + b"[" * 900 + b'"x"' + b"]" * 900 + b"}</script>" + TALK,
        b"<time datetime='2024-05-03'></time>" * 15_000 + TALK,
        "(（国".encode() * 140_000 + TALK,
        b"<ul><li>a list of words</ul>" * 9_000,
        b"<table><tr><td>a cell of words</table>" * 4_500,
    ],
    ids=[
        "title", "headings", "labels", "nested marks", "notices", "canonical", "style", "json-ld",
        "times", "brackets", "lists", "tables",
    ],
)  # fmt: skip
def test_no_page_costs_more_than_its_length(body: bytes) -> None:
    start = time.process_time()
    assert is_sound(clean_html(body, KNOWN))
    assert time.process_time() - start < SECONDS


def test_what_json_ld_may_hold_does_not_reach_the_record() -> None:
    odd = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Two\\u0000 \\ud800'
        'steps","author":["A\\udfffda",{"name":7}],"publisher":{"name":"\\u0001Quay"}}</script>'
    )
    found = clean_html(f"<html><body>{odd}<p>{'<p>'.join(SPEECH)}</body></html>", KNOWN)
    assert isinstance(found, Article)
    assert (found.title, found.author, found.site) == ("Two steps", "A da", "Quay")


@pytest.mark.parametrize(
    "sign", ["&#11;", "&#x0b;", "&#xFFFE", "\x0b", "\uffff", "&#0000031;", "\x1b", "&&#1;#11;"]
)
def test_a_character_that_xml_forbids_does_not_stop_the_cleaning(sign: str) -> None:
    html = f"<p>{SPEECH[0]}{sign}<script>x()</script>{sign} and more &#115;hips</p><p>{SPEECH[1]}"
    found = clean_html(html, KNOWN)
    assert isinstance(found, Article)
    assert "and more ships" in found.text

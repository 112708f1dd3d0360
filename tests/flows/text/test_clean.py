"""Whole pages and texts become articles or rejections."""

import datetime as dt

import pytest

from flows.text.clean import Provenance, clean_html, clean_page, clean_text
from storage.crawled import Page
from storage.records import Article, Rejection
from tests.flows.text.pages import JUSTNEWS, SPEECH, TITLE

AT = dt.datetime(2024, 6, 1, 12, 0, tzinfo=dt.UTC)
URL = "https://quay.example/two-steps/"


def page(body: bytes, content_type: str = "text/html; charset=utf-8", status: int = 200) -> Page:
    headers = (("Content-Type", content_type),)
    return Page("quay", URL, URL, AT, status, headers, body, "sha256:0")


def article(found: Article | Rejection) -> Article:
    assert isinstance(found, Article), found
    return found


def test_plain_text_gives_the_same_article_without_a_neighbours_date() -> None:
    text = "\n\n".join(
        [
            TITLE,
            *SPEECH,
            "Posted by:Quay,Reprinted with attribution to:\nQuay Notes takes no view.",
            "Like (0)\nDonate Send us a herring\nPrevious 2024-05-04 07:09\nNext 2024-05-04 07:11",
            "Related articles",
        ]
    )
    found = clean_text(text)
    assert found.text.split("\n") == list(SPEECH)
    assert found.title == TITLE
    assert found.published_at is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 \x00\x01", "not HTML: PDF"),
        (b"PK\x03\x04rest", "not HTML: a zip"),
        (b'{"success": true}', "not HTML: JSON"),
        ("<html><body><p>请输入验证码后继续访问</p></body></html>".encode(), "a block page"),
        (b"<html><body><h1>Page not found</h1></body></html>", "it is not there"),
        (b"<html><body><p>Too little.</p></body></html>", "too short"),
    ],
)
def test_what_is_no_article_is_rejected_with_its_reason(body: bytes, reason: str) -> None:
    found = clean_page(page(body), "UTC")
    assert isinstance(found, Rejection)
    assert reason in found.reason
    assert found.url == URL


def test_an_error_status_is_a_rejection() -> None:
    found = clean_page(page(JUSTNEWS.encode(), status=404), "UTC")
    assert isinstance(found, Rejection)
    assert "404" in found.reason


def test_a_text_given_as_html_string_needs_no_page() -> None:
    found = article(clean_html(JUSTNEWS, Provenance(url=URL)))
    assert found.title == TITLE


def test_plain_text_is_dated_by_its_byline_else_by_its_address() -> None:
    dated = clean_text("\n\n".join([TITLE, "Published: 2024-05-04 07:10", *SPEECH]))
    assert dated.published_at
    assert dated.published_at.isoformat() == "2024-05-04T07:10:00+00:00"
    assert dated.published_rule == "by-line"
    told = clean_text("\n\n".join([TITLE, SPEECH[0].replace("May 3", "May 3, 2024"), *SPEECH[1:]]))
    assert told.published_at is None
    for url in ("https://press.example/2024/5/4/a.html", "https://press.example/20240504/a"):
        addressed = clean_text("\n\n".join([TITLE, *SPEECH]), Provenance(url=url))
        assert addressed.published_at
        assert addressed.published_at.date().isoformat() == "2024-05-04"
        assert addressed.published_rule == "url"


def test_a_body_that_advertisements_split_is_one() -> None:
    part = '<div class="article-body"><p>{}</p></div><div class="ad">Buy tar now</div>'
    halves = [" ".join([words] * 4) for words in SPEECH[:2]]
    split = "".join(part.format(half) for half in halves)
    other = part.format(" ".join(["Another story of the fish market and its cranes."] * 12))
    html = f"<body><article>{split}</article><article>{other}</article></body>"
    found = article(clean_html(html, Provenance(url=URL)))
    assert found.text.split("\n") == halves


def test_a_menu_is_not_taken_for_the_body() -> None:
    menu = "".join(f"<li>Section {n} of the town hall</li>" for n in range(60))
    body = "".join(f"<p>{p}</p>" for p in SPEECH) * 3
    html = f"<body><div class='article'><ul>{menu}</ul></div><div>{body}</div></body>"
    found = article(clean_html(html, Provenance(url=URL)))
    assert SPEECH[2] in found.text
    assert "Section 7" not in found.text


def test_pronunciation_in_brackets_goes_and_terms_stay() -> None:
    noisy = "國(guó)家數(shù)據(jù)局表示，要建設(shè)港口，修復(fù)燈塔，疏浚航道。" * 3
    terms = "分布式账本(dlt)、人工智能(ai)、数字孪生(dt)三项技术在港口得到应用，航道更安全。" * 2
    assert clean_text(noisy).text.startswith("國家數據局表示，要建設港口")
    assert "(dlt)" in clean_text(terms).text

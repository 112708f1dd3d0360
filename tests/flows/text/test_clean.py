"""Whole pages and texts become articles or rejections."""

import datetime as dt

import pytest

from flows.text.clean import Provenance, clean_html, clean_page, clean_text
from storage.records import Article, Page, Rejection

AT = dt.datetime(2024, 6, 1, 12, 0, tzinfo=dt.UTC)
URL = "https://blog.example/harbour-pledge/"
SPEECH = (
    (
        "On May 3, the Coastal Ports Forum was held in Port Alder, and Mara Lindqvist, head of the "
        "Harbour Office, attended and delivered a speech to some two hundred guests."
    ),
    (
        "The first is to dredge the northern channel. Work with the pilots on a plan for deep "
        "vessels and open it before winter."
    ),
    (
        "The second is to train harbour pilots. Raise the number of seats in the school and let "
        "the older pilots teach there."
    ),
)
THEME_PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Harbour Office Mara Lindqvist: Two steps for the port - Quay Notes</title>
<meta property="og:site_name" content="Quay Notes"></head><body>
<div class="wrap container"><main class="main"><article><div class="entry-main">
<div class="entry-head"><h1 class="entry-title">Harbour Office Mara Lindqvist: Two steps for the
port</h1><div class="entry-info"><a class="nickname url fn j-user-card" href="/author/q/">Quay</a>
<time class="entry-date published" datetime="2024-05-04T07:10:00+02:00" pubdate>3 hours ago</time>
</div></div><div class="entry-content">{"".join(f"<p>{p}</p>" for p in SPEECH)}
<div class="entry-copyright"><p>Posted by:Quay, original:
<a href="https://ports.example/news/two-steps">Port Gazette</a><br>Quay Notes lets anybody publish
and takes no view.</p></div></div>
<div class="entry-action"><div class="btn-zan">Like <span>(0)</span></div>
<div class="btn-dashang">Donate Send us a herring</div></div></div>
<div class="entry-page"><div class="entry-page-prev"><a href="/a/" rel="prev">A crane sale</a>
<span>Previous</span> <span>2024-05-04 07:09</span></div></div>
<div class="entry-related-posts"><h3>Related articles</h3><ul><li><h4><a href="/b/">The first is to
sleep</a></h4><time datetime="2024-05-20">2024-05-20</time></li></ul></div>
</article></main></div></body></html>"""


def page(body: bytes, content_type: str = "text/html; charset=utf-8", status: int = 200) -> Page:
    headers = (("Content-Type", content_type),)
    return Page("quay", URL, URL, AT, status, headers, body, "sha256:0")


def article(found: Article | Rejection) -> Article:
    assert isinstance(found, Article), found
    return found


def test_a_theme_page_gives_its_speech_and_nothing_else() -> None:
    found = article(clean_page(page(THEME_PAGE.encode()), "UTC"))
    assert found.text.split("\n") == list(SPEECH)
    assert found.title == "Harbour Office Mara Lindqvist: Two steps for the port"
    assert (found.lang, found.site, found.author) == ("en", "Quay Notes", "Quay")


def test_the_theme_time_is_kept_with_its_offset() -> None:
    found = article(clean_page(page(THEME_PAGE.encode()), "Asia/Shanghai"))
    assert found.published_at
    assert found.published_at.isoformat() == "2024-05-04T07:10:00+02:00"
    assert found.published_rule == "time published"


def test_the_link_to_the_original_is_read_before_its_block_goes() -> None:
    found = article(clean_page(page(THEME_PAGE.encode()), "UTC"))
    assert found.original_url == "https://ports.example/news/two-steps"
    assert found.original_name == "Port Gazette"


def test_plain_text_gives_the_same_article_without_a_neighbours_date() -> None:
    text = "\n\n".join(
        [
            "Harbour Office Mara Lindqvist: Two steps for the port",
            *SPEECH,
            "Posted by:Quay,Reprinted with attribution to:\nQuay Notes takes no view.",
            "Like (0)\nDonate Send us a herring\nPrevious 2024-05-04 07:09\nNext 2024-05-04 07:11",
            "Related articles",
        ]
    )
    found = clean_text(text)
    assert found.text.split("\n") == list(SPEECH)
    assert found.title == "Harbour Office Mara Lindqvist: Two steps for the port"
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
    found = clean_page(page(THEME_PAGE.encode(), status=404), "UTC")
    assert isinstance(found, Rejection)
    assert "404" in found.reason


def test_a_text_given_as_html_string_needs_no_page() -> None:
    found = article(clean_html(THEME_PAGE, Provenance(url=URL)))
    assert found.title.startswith("Harbour Office")

"""Pages from elsewhere get the source and the key that our own crawls would give them."""

from datetime import UTC, datetime

import pytest

from spiders.foreign import addresses, adopt, is_document
from spiders.source import Source
from spiders.warc_http import digest_of
from storage.crawled import Page

ID = "0123456789abcdef0123456789abcdef"
MINISTRY = "https://www.ministry.example"


def column(name: str, folder: str) -> Source:
    return Source(
        name, name, "miit", f"{MINISTRY}/{folder}/index.html", "zh", "Asia/Shanghai", (0, 9), 9,
        hosts=("www.ministry.example", "wap.ministry.example"), column=ID,
    )  # fmt: skip


SOURCES = (
    column("talks", "a"),
    column("news", "a/news"),
    Source("blog", "Blog", "wordpress", "https://blog.example/", "en", "UTC", (0, 9), 9),
)
SHORT = b'<head><style>p{}</style><link href="https://blog.example/?p=4711" rel="shortlink"></head>'


def page(url: str, body: bytes = b"<p>x</p>", status: int = 200, **headers: str) -> Page:
    pairs = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    at = datetime(2026, 3, 18, tzinfo=UTC)
    return Page("", "the canonical URL", url, at, status, pairs, body, digest_of(body))


ADOPTED: dict[str, tuple[Page, str, str]] = {
    "the ministry's id": (page(f"{MINISTRY}/a/art/2026/art_{ID}.html"), "talks", ID),
    "its mobile host": (page(f"http://wap.ministry.example/a/art/2026/art_{ID}.html"), "talks", ID),
    "the nearer folder": (page(f"{MINISTRY}/a/news/art/2026/art_{ID}.html"), "news", ID),
    "no article": (page(f"{MINISTRY}/a/index.html"), "talks", "the canonical URL"),
    "a plain address": (page("https://blog.example/?p=0815"), "blog", "815"),
    "a short link": (page("https://blog.example/a", SHORT), "blog", "4711"),
    "a header": (
        page("https://blog.example/a", Link="<https://blog.example/?p=12>; rel=shortlink"),
        "blog",
        "12",
    ),
    "another link": (
        page("https://blog.example/a", b'<link rel="prev" href="/?p=3">'),
        "blog",
        "the canonical URL",
    ),
    "nobody's host": (page("https://other.example/?p=3"), "archive", "the canonical URL"),
    "another port": (page("https://blog.example:444/?p=3"), "archive", "the canonical URL"),
}


@pytest.mark.parametrize(("given", "source", "key"), ADOPTED.values(), ids=ADOPTED)
def test_a_page_is_adopted(given: Page, source: str, key: str) -> None:
    adopted = adopt(given, SOURCES)
    assert (adopted.source, adopted.key, adopted.url) == (source, key, given.url)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (page("https://a.example/", Content_Type="text/html; charset=gbk"), True),
        (page("https://a.example/", CONTENT_TYPE="application/xhtml+xml"), True),
        (page("https://a.example/"), True),
        (page("https://a.example/", b"\x89PNG"), False),
        (page("https://a.example/", Content_Type="image/png"), False),
        (page("https://a.example/", status=404, Content_Type="text/html"), False),
        (page("https://a.example/", status=301, Content_Type="text/html"), False),
    ],
)
def test_what_is_a_document(given: Page, expected: bool) -> None:
    assert is_document(given) is expected


def test_addresses_of_one_page() -> None:
    forms = {
        "https://a.example/b", "https://a.example/b/", "http://a.example/b", "http://a.example/b/",
    }  # fmt: skip
    for form in forms:
        assert set(addresses(f"{form}#part")) == forms


def test_a_hostile_head_is_read_in_bounded_time() -> None:
    body = b"<link " * 60_000 + b'rel="shortlink" ?p=1'
    assert adopt(page("https://blog.example/a", body), SOURCES).key == "the canonical URL"

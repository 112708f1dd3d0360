"""What sitemaps say: what is recent, what is cut, what is hostile."""

import gzip
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.listing import SourceFailedError
from spiders.sitemap_lists import sitemap_of
from spiders.sources import Source
from tests.spiders.crawls import NOW
from tests.spiders.lists import index, news, urlset

BASE = "https://harbour.example/sitemap.xml"
SOURCE = Source(
    "harbour", "Harbour", "sitemap", BASE, "zh", "Asia/Shanghai", in_14_days=(1, 9), newest_days=9
)
PICTURE = '<i:image xmlns:i="http://www.google.com/schemas/sitemap-image/1.1"><i:loc>/p.jpg</i:loc></i:image>'


def test_a_page_has_its_own_address_and_dates() -> None:
    body = urlset(
        f"{news('/a/1')}<lastmod>2026-03-20T12:00:00Z</lastmod>{PICTURE}",
        f"{PICTURE}<loc>https://harbour.example/a/2</loc><lastmod>2026-03-19</lastmod>",
        "<loc>/a/3</loc>",
        "<loc>/old</loc><lastmod>2025-12-01</lastmod>",
        "<loc>mailto:x@harbour.example</loc>",
        "<lastmod>2026-03-20</lastmod>",
    ).encode()
    page = sitemap_of(body, SOURCE, NOW, BASE).page
    assert [entry.url.rpartition("/")[2] for entry in page.entries] == ["1", "2", "3"]
    assert page.odd == 2
    first, second, _ = page.entries
    assert first.listed is not None
    assert second.listed is not None
    assert first.listed.title == "He speaks"
    assert first.listed.published_at == datetime(2026, 3, 20, 1, tzinfo=UTC)
    assert first.listed.modified == "2026-03-20T12:00:00Z"
    # A change is no publication.
    assert second.listed.published_at is None
    assert page.sorted_by[1:] == (datetime(2026, 3, 18, 16, tzinfo=UTC), None)


def test_an_index_names_what_changed_lately() -> None:
    told = index(("/one.xml", "2026-03-19"), ("/two.xml", "2025-01-01"), ("/three.xml", ""))
    read = sitemap_of(gzip.compress(told.encode()), SOURCE, NOW, BASE)
    assert read.is_index
    assert [url for url, _ in read.children] == [
        "https://harbour.example/one.xml", "https://harbour.example/three.xml",
    ]  # fmt: skip


SOUND = urlset(news("/a/1")).encode()
BOMB = b'<!DOCTYPE r [<!ENTITY a0 "ha">' + b"".join(
    b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "something else than sound XML"),
        (b"<p>Welcome", "something else than sound XML"),
        ("请输入验证码".encode(), "a block page"),
        (b"<rss version='2.0'/>", "XML that is no sitemap (rss)"),
        (SOUND[:-9], "something else than sound XML"),
        (gzip.compress(SOUND)[:-9], "broke off its answer"),
        (b"\x1f\x8b no gzip", "is no sound gzip"),
        (gzip.compress(b" " * 20_000_000), "is too large"),
        (BOMB + b"]><urlset>&a11;</urlset>", "something else than sound XML"),
        (b"<a>" * 500_000, "something else than sound XML"),
    ],
)
def test_what_is_no_sitemap_fails_soon(body: bytes, words: str) -> None:
    began = time.process_time()
    with pytest.raises(SourceFailedError) as told:
        sitemap_of(body, SOURCE, NOW, BASE)
    assert words in str(told.value)
    assert time.process_time() - began < 2


def test_the_largest_sitemap_is_read_fast() -> None:
    body = urlset(*(f"<loc>/a/{n}</loc><lastmod>2026-03-20</lastmod>" for n in range(50_000)))
    began = time.process_time()
    assert len(sitemap_of(body.encode(), SOURCE, NOW, BASE).page.entries) == 50_000
    assert time.process_time() - began < 10


TAGS = st.sampled_from(
    ["<url>", "</url>", "<loc>", "</loc>", "/a", "<lastmod>", "</lastmod>", "2026-03-20",
     "http://[", "<!-- -->", "<?x?>", "&amp;"]
)  # fmt: skip


@given(st.binary(max_size=200) | st.lists(TAGS, max_size=30).map(lambda t: urlset(*t).encode()))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        page = sitemap_of(body, SOURCE, NOW, BASE).page
    except SourceFailedError:
        return
    assert len(page.sorted_by) == len(page.entries)
    assert all(entry.url.startswith("http") for entry in page.entries)

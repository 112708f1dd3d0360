"""What feeds say: all formats, broken ones, hostile ones."""

import json
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.feed_lists import feed_of
from spiders.listing import SourceFailedError
from spiders.recorder import Entry
from spiders.sources import Source
from tests.spiders.lists import item, rss

BASE = "https://harbour.example/rss.xml"
SOURCE = Source(
    "harbour", "Harbour", "feed", BASE, "zh", "Asia/Shanghai", in_14_days=(1, 9), newest_days=9
)
RSS1 = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<item rdf:about="https://harbour.example/a/1"><title>One</title>
<link>https://harbour.example/a/1</link><dc:date>2026-03-20T09:00:00+08:00</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><link rel="next" href="?page=2"/><entry>
<id>tag:harbour,1</id><title type="html">&lt;b&gt;One&lt;/b&gt; &amp;amp; two</title>
<link rel="self" href="/self"/><link rel="alternate" href="a/1"/>
<published>2026-03-20T09:00:00+08:00</published><updated>2026-03-21T00:00:00Z</updated>
</entry></feed>"""


def text_of(*items: str, head: str = "") -> str:
    return rss(*items, head=head).body.decode()


def entries(text: str, source: Source = SOURCE) -> tuple[Entry, ...]:
    return feed_of(text, source, BASE).page.entries


def dated(date: str) -> datetime | None:
    (entry,) = entries(text_of(f"<link>/a/1</link><pubDate>{date}</pubDate>"))
    return entry.listed.published_at if entry.listed else None


def test_rss_1_and_atom_are_feeds_too() -> None:
    (one,) = entries(RSS1)
    assert (one.key, one.url) == ("https://harbour.example/a/1",) * 2
    feed = feed_of(ATOM, SOURCE, BASE)
    (two,) = feed.page.entries
    assert (two.key, two.url) == ("tag:harbour,1", "https://harbour.example/a/1")
    assert two.listed is not None
    assert two.listed.title == "One & two"
    assert two.listed.published_at == datetime(2026, 3, 20, 1, tzinfo=UTC)
    assert two.listed.modified == "2026-03-21T00:00:00Z"
    assert feed.following == "https://harbour.example/rss.xml?page=2"


def test_a_json_feed_is_a_feed() -> None:
    rows = [{"id": "7", "url": "/a/7", "title": "Seven", "date_published": "2026-03-20T01:00:00Z"}]
    told = {"version": "https://jsonfeed.org/version/1.1", "items": rows, "next_url": "/2"}
    feed = feed_of(json.dumps(told), SOURCE, BASE)
    (entry,) = feed.page.entries
    assert (entry.key, entry.url) == ("7", "https://harbour.example/a/7")
    assert feed.page.sorted_by == (datetime(2026, 3, 20, 1, tzinfo=UTC),)
    assert feed.following == "https://harbour.example/2"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Fri, 20 Mar 2026 09:00:00 +0800", datetime(2026, 3, 20, 1, tzinfo=UTC)),
        ("Fri, 20 Mar 2026 09:00:00 GMT", datetime(2026, 3, 20, 9, tzinfo=UTC)),
        ("2026-03-20T09:00:00Z", datetime(2026, 3, 20, 9, tzinfo=UTC)),
        # Without an offset it is the source's own time, not UTC.
        ("2026-03-20 09:00:00", datetime(2026, 3, 20, 1, tzinfo=UTC)),
        ("Fri, 20 Mar 2026 09:00:00", datetime(2026, 3, 20, 1, tzinfo=UTC)),
        ("2026年3月20日", datetime(2026, 3, 19, 16, tzinfo=UTC)),
        ("soon", None),
    ],
)
def test_a_date_is_an_instant(date: str, expected: datetime | None) -> None:
    assert dated(date) == expected


def test_an_id_that_two_items_share_is_none() -> None:
    shared = entries(
        text_of(item("/a/1", "same"), item("/a/2?b=1&amp;a=2", "same"), item("/a/3", "x"))
    )
    assert [entry.key for entry in shared] == [
        "https://harbour.example/a/1", "https://harbour.example/a/2?a=2&b=1", "x",
    ]  # fmt: skip


def test_an_item_that_leads_nowhere_is_counted() -> None:
    page = feed_of(text_of(item("/a/1", "1"), item("javascript:x", "2"), "<title>3</title>"),
                   SOURCE, BASE).page  # fmt: skip
    assert ([entry.key for entry in page.entries], page.odd) == (["1"], 2)


def test_broken_xml_is_read_and_told() -> None:
    feed = feed_of(
        text_of(item("/a/1", "1"))[:-16] + "<item>" + item("/a?b=2&c=3", "&nbsp;2"), SOURCE, BASE
    )
    assert [(entry.key, entry.url) for entry in feed.page.entries] == [
        ("1", "https://harbour.example/a/1"), ("2", "https://harbour.example/a?b=2&c=3"),
    ]  # fmt: skip
    assert not feed.is_sound
    assert feed_of(text_of(item("/a/1", "1")), SOURCE, BASE).is_sound


ENTITIES = (
    '<!DOCTYPE r [<!ENTITY a0 "ha"><!ENTITY e SYSTEM "file:///etc/passwd">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]>"
)


def test_entities_are_not_expanded() -> None:
    for name in ("a11", "a1", "e"):
        title = f"<title>x&{name};y</title><link>/a/1</link>"
        began = time.process_time()
        try:
            read = entries(ENTITIES + text_of(title))
        except SourceFailedError:
            read = ()
        assert [entry.listed and entry.listed.title for entry in read] in ([], ["xy"])
        assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "something else than a feed"),
        ("Welcome!", "something else than a feed"),
        ("<!doctype html><html><body><p>Welcome", "something else than a feed"),
        ("<html><body>请输入验证码</body></html>", "a block page"),
        ("<urlset><url/></urlset>", "XML that is no feed"),
        ("{" * 100_000, "something else than a feed"),
        ('{"items": [], "version": "2"}', "JSON that is no feed"),
        ('{"version": "https://jsonfeed.org/version/1"}', "JSON that is no feed"),
        ("<rss " + " ".join(f"a{n}='1'" for n in range(9999)) + "/>", "a tag without end"),
    ],
)
def test_what_is_no_feed_fails(text: str, words: str) -> None:
    with pytest.raises(SourceFailedError) as told:
        feed_of(text, SOURCE, BASE)
    assert words in str(told.value)


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel>" + "<a>" * 300_000,
        "<rss>" + "&" * 1_000_000,
        "<" * 1_000_000,
        f"<rss {'a=' * 500_000}",
        "<rss version='2.0'><channel>" + "<item><link>a</link></item>" * 30_000,
        "<rss version='2.0'><channel>" + "<a/>" * 500_000,
    ],
    ids=["deep", "signs", "open", "tag", "many", "wide"],
)
def test_a_hostile_feed_costs_no_time(text: str) -> None:
    began = time.process_time()
    with suppress(SourceFailedError):
        assert len(entries(text)) <= 5000
    assert time.process_time() - began < 5


PIECES = st.sampled_from(
    ["<rss version='2.0'>", "<channel>", "<item>", "</item>", "<link>/a</link>", "<guid>", "&x;",
     "]]>", "<x:y>", "<![CDATA[", "<!--", "2026-03-20", "<pubDate>", "</pubDate>", "\x00",
     "http://[", "<title>"]
)  # fmt: skip


@given(st.text(max_size=200) | st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        page = feed_of(text, SOURCE, BASE).page
    except SourceFailedError:
        return
    assert len(page.sorted_by) == len(page.entries)
    assert all(entry.key and entry.url.startswith("http") for entry in page.entries)


@given(
    st.recursive(
        st.none() | st.text(max_size=9) | st.integers() | st.just("https://jsonfeed.org/version/1"),
        lambda x: (
            st.lists(x, max_size=4)
            | st.dictionaries(st.sampled_from(["version", "items", "url", "id", "next_url"]), x)
        ),
    )
)
def test_any_json_is_read_or_refused(value: Any) -> None:
    try:
        page = feed_of(json.dumps({"items": [value], "version": "jsonfeed.org"}), SOURCE, BASE).page
    except SourceFailedError:
        return
    assert len(page.entries) + page.odd == 1

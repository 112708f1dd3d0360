"""The posts route of WordPress: what it lists, and answers that are no list of posts."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.listing import SourceFailedError
from spiders.wordpress import posts

POST: dict[str, Any] = {
    "id": 41,
    "date_gmt": "2026-03-01T08:00:00",
    "modified_gmt": "2026-03-02T09:30:00",
    "link": "https://blog.example/a-speech/",
    "title": {"rendered": "The <em>minister&#8217;s</em>\n five &amp; more"},
}


def test_a_post_is_an_entry() -> None:
    page = posts(json.dumps([POST]).encode(), 7)
    (entry,) = page.entries
    assert (entry.key, entry.url) == ("41", "https://blog.example/a-speech/")
    assert entry.listed is not None
    assert entry.listed.title == "The minister’s five & more"
    assert entry.listed.published_at == datetime(2026, 3, 1, 8, tzinfo=UTC)
    assert entry.listed.modified == "2026-03-02T09:30:00"
    assert page.sorted_by == (datetime(2026, 3, 2, 9, 30, tzinfo=UTC),)
    assert (page.total, page.odd) == (7, 0)


@pytest.mark.parametrize(
    "odd",
    [
        None,
        {},
        POST | {"id": "41"},
        POST | {"id": True},
        POST | {"id": 0},
        POST | {"id": 10**40},
        POST | {"link": "/a-speech/"},
        POST | {"link": "javascript:alert(1)"},
        POST | {"link": "http://[::1"},
        POST | {"link": "https://blog.example/" + "a" * 2000},
    ],
)
def test_a_post_that_cannot_be_fetched_is_counted(odd: object) -> None:
    page = posts(json.dumps([POST, odd]).encode(), None)
    assert [entry.key for entry in page.entries] == ["41"]
    assert page.odd == 1
    with pytest.raises(SourceFailedError, match="the layout has changed"):
        posts(json.dumps([odd]).encode(), None)


def test_a_short_list_may_name_what_a_block_page_says() -> None:
    row = {"id": 1, "link": POST["link"], "title": {"rendered": "安全验证"}}
    assert len(posts(json.dumps([row], ensure_ascii=False).encode(), 1).entries) == 1


def test_what_a_post_may_lack_is_none() -> None:
    page = posts(
        json.dumps([{"id": 1, "link": POST["link"], "date_gmt": "0000-00-00"}]).encode(), 1
    )
    assert page.sorted_by == (None,)
    listed = page.entries[0].listed
    assert listed is not None
    assert (listed.title, listed.published_at, listed.modified) == (None, None, None)


def test_a_post_of_no_year_that_can_be_told_in_utc_has_no_date() -> None:
    row = {"id": 1, "link": POST["link"], "date_gmt": "0001-01-01T00:00:00+08:00"}
    listed = posts(json.dumps([row]).encode(), 1).entries[0].listed
    assert listed is not None
    assert listed.published_at is None


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<!doctype html><p>Welcome", "something else than JSON"),
        (b"", "something else than JSON"),
        ("访问过于频繁".encode(), "a block page"),
        (b"\xff\xfe\x00", "something else than JSON"),
        (b"[" * 100_000, "something else than JSON"),
        (b'{"code": "rest_no_route", "message": "x"}', "'rest_no_route'"),
        (b'"posts"', "something else than a list"),
    ],
)
def test_another_answer_fails_the_source(body: bytes, words: str) -> None:
    with pytest.raises(SourceFailedError) as told:
        posts(body, None)
    assert words in str(told.value)


FIELDS = {k: st.none() | st.integers() | st.text() | st.just(v) for k, v in POST.items()}


@given(st.lists(st.fixed_dictionaries({}, optional=FIELDS), max_size=20))
def test_any_posts_are_read_or_refused(rows: list[Any]) -> None:
    try:
        page = posts(json.dumps(rows).encode(), None)
    except SourceFailedError:
        assert rows
        return
    assert len(page.entries) + page.odd == len(rows)
    assert len(page.sorted_by) == len(page.entries)

"""Pages of rows: what the declared selectors find, and layouts that have changed."""

import time
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.list_dates import instant_of
from spiders.listing import SourceFailedError
from spiders.listing_site import rows_of
from spiders.sources import Source

BASE = "https://harbour.example/news/"
SOURCE = Source(
    "harbour", "Harbour", "listing", BASE, "en", "Asia/Shanghai", in_14_days=(1, 9), newest_days=9,
    rows="ul.news > li", date="span", next="a[rel=next]",
)  # fmt: skip
ROW = "<li><a href='./t1.html' title='The whole title'>The who…</a><span>2026-03-20</span></li>"


def page_of(*rows: str, more: str = "") -> str:
    return f"<html><body><ul class='news'>{''.join(rows)}</ul>{more}</body></html>"


def test_a_row_is_an_entry() -> None:
    page, following = rows_of(page_of(ROW, more="<a rel='next' href='p2.html'>"), SOURCE, BASE)
    (entry,) = page.entries
    assert (entry.key, entry.url) == ("https://harbour.example/news/t1.html",) * 2
    assert entry.listed is not None
    assert entry.listed.title == "The whole title"
    assert page.sorted_by == (datetime(2026, 3, 19, 16, tzinfo=UTC),)
    assert following == "https://harbour.example/news/p2.html"


def test_link_headline_and_date_may_be_declared() -> None:
    row = (
        "<li><a href='/author'>A reporter</a>"
        "<h3><a href='/a/1' title='x'>The <b>minister</b></a></h3>"
        "<p>speaks</p><span><time datetime='2026-03-20T09:00:00Z'>today</time></span></li>"
    )
    source = replace(SOURCE, link="h3 a", headline="h3", date="time")
    (entry,) = rows_of(page_of(row), source, BASE)[0].entries
    assert entry.url == "https://harbour.example/a/1"
    assert entry.listed is not None
    assert entry.listed.title == "The minister"
    assert entry.listed.published_at == datetime(2026, 3, 20, 9, tzinfo=UTC)


@pytest.mark.parametrize("href", ["#", "", "javascript:void(0)", "./", "http://[::1"])
def test_a_last_page_names_no_next_one(href: str) -> None:
    more = f"<a rel='next' href='{href}'>next</a>"
    assert rows_of(page_of(ROW, more=more), SOURCE, BASE)[1] == ""


@pytest.mark.parametrize(
    ("html", "source", "words"),
    [
        ("", SOURCE, "has no rows"),
        ("<p>Welcome", SOURCE, "has no rows"),
        (page_of("<li>no link</li>"), SOURCE, "links to nothing"),
        (page_of("<li><a href='#'>top</a></li>"), SOURCE, "links to nothing"),
        (page_of("<li><a href='/a'>a</a><span>new</span></li>"), SOURCE, "shows no dates"),
        (page_of(ROW), replace(SOURCE, rows="li["), "Its selectors cannot be read"),
        (f"<p {' '.join(f'a{n}' for n in range(9999))}>", SOURCE, "a tag without end"),
    ],
)
def test_a_changed_layout_fails(html: str, source: Source, words: str) -> None:
    with pytest.raises(SourceFailedError) as told:
        rows_of(html, source, BASE)
    assert words in str(told.value)


@pytest.mark.parametrize(
    "html",
    ["<div>" * 300_000, page_of(*[ROW] * 20_000), "<a " * 500_000, f"<p {'a=b ' * 400_000}>"],
    ids=["deep", "many", "open", "tag"],
)
def test_a_hostile_page_costs_no_time(html: str) -> None:
    began = time.process_time()
    with suppress(SourceFailedError):
        assert len(rows_of(html, SOURCE, BASE)[0].entries) <= 500
    assert time.process_time() - began < 5


@given(st.text(max_size=200) | st.lists(st.sampled_from([ROW, "<li>", "<a href=", "<span>", ">"])))
def test_any_page_is_read_or_refused(html: str | list[str]) -> None:
    try:
        page, _ = rows_of(html if isinstance(html, str) else page_of(*html), SOURCE, BASE)
    except SourceFailedError:
        return
    assert page.entries
    assert len(page.sorted_by) == len(page.entries)


DAY = datetime(2026, 3, 19, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-20", DAY),
        ("[2026/3/20]", DAY),
        ("发布时间：2026年3月20日", DAY),
        ("2026.03.20 09:30", datetime(2026, 3, 20, 1, 30, tzinfo=UTC)),
        ("Mar 20, 2026", DAY),
        ("Friday, March 20th, 2026", DAY),
        ("20 March 2026, 09:30", datetime(2026, 3, 20, 1, 30, tzinfo=UTC)),
        ("2026-03-20T09:30:15.5+00:00", datetime(2026, 3, 20, 9, 30, 15, 500000, tzinfo=UTC)),
        ("2026-13-40", None),
        ("Feb 31, 2026", None),
        ("3 hours ago", None),
        ("120260320", None),
        ("", None),
    ],
)
def test_a_day_of_a_list_is_midnight_where_the_source_is(
    text: str, expected: datetime | None
) -> None:
    assert instant_of(text, "Asia/Shanghai") == expected


@given(st.text(alphabet="0123456789-/.年月日:TZ+ MarAprilst,", max_size=60))
def test_any_text_is_an_aware_instant_or_none(text: str) -> None:
    moment = instant_of(text, "Asia/Shanghai")
    assert moment is None or moment.astimezone(UTC).tzinfo is not None

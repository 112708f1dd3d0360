"""The ministry's column: shell, list, RSS; what is odd is said, what is another layout fails."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.listing import SourceFailedError
from spiders.miit_lists import feed_page, list_page, unit_of
from spiders.sources import Source
from storage.crawled import Page
from tests.spiders.crawls import COLUMN, ministry, run, serve
from tests.spiders.site import Answer, Asked, Behaviour, Route, Site, html

UNIT, RSS = "/api/unit", "/api-gateway/jpaas-plugins-web-server/front/rss/getinfo"
SOURCE = Source(
    "ministry", "Ministry", "miit", "https://www.ministry.example/column/index.html", "zh",
    "Asia/Shanghai", (0, 9), 9, hosts=("www.ministry.example", "wap.ministry.example"),
    column=COLUMN,
)  # fmt: skip


def path_of(number: int) -> str:
    return f"/column/art/2026/art_{number:032x}.html"


def shell(column: str = COLUMN) -> Answer:
    query = json.dumps({"parseType": "buildstatic", "webId": "w1", "pageId": column})
    query = query.replace('"', "'")
    script = f'<script parseType="buildstatic" url="{UNIT}" queryData="{query}"></script>'
    return Answer(f"<html><body><p>首页</p>{script}</body></html>".encode())


def fragment(rows: str, **attributes: object) -> bytes:
    told = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    pagination = f'<div class="pagination" {told}></div>' if attributes else ""
    html = f'<div id="右侧内容"><div class="page-content"><ul>{rows}</ul></div>{pagination}</div>'
    return json.dumps({"success": True, "code": "200", "data": {"html": html}}).encode()


def row(href: str, title: str = "会见", day: str = "2026-03-20") -> str:
    return (
        f'<li class="cf"><a class="fl" href="{href}" title="{title}"><i></i>{title[:2]}…</a>'
        f'<span class="fr">{day}</span></li>'
    )


def feed(*numbers: int) -> Answer:
    items = "".join(f"<item><title>甲</title><link>{path_of(n)}</link></item>" for n in numbers)
    return Answer(f"<rss version='2.0'><channel>{items}</channel></rss>".encode())


def column_of(listed: int, counted: int | None = None) -> Callable[[Asked], Behaviour]:
    """A list of so many articles, which says that it has `counted` of them."""

    def answer(asked: Asked) -> Behaviour:
        paging = json.loads(asked.query["paramJson"])
        number, size = paging["pageNo"], int(paging["pageSize"])
        shown = range(listed)[(number - 1) * size : number * size]
        rows = "".join(row(path_of(n)) for n in shown)
        count = listed if counted is None else counted
        return Answer(fragment(rows, count=count, pageNo=number))

    return answer


def test_list_and_rss_together_are_the_column(site: Site, home: Path) -> None:
    pages: dict[str, Route] = {path_of(n): html("讲话。") for n in (*range(26), 99)}
    serve(site, {"/column/index.html": shell(), RSS: feed(3, 99), **pages})
    site.routes[UNIT] = column_of(26, counted=28)
    crawled = run(ministry(site), home)
    assert crawled.result.error is None
    assert crawled.result.warnings == ("Its list counts 28 items, but it named 26.",)
    assert (crawled.result.listed, crawled.result.fetched) == (27, 27)
    first, alone = crawled.told[f"{0:032x}"], crawled.told[f"{99:032x}"]
    assert isinstance(first, Page)
    assert isinstance(alone, Page)
    assert first.listed is not None
    assert first.listed.title == "会见"
    # A day alone: midnight where the ministry is.
    assert first.listed.published_at == datetime(2026, 3, 19, 16, tzinfo=UTC)
    assert first.listed.published_at.hour == 0
    assert alone.listed is not None
    assert alone.listed.published_at is None
    assert site.asked[2].query["webId"] == "w1"


def test_without_its_rss_the_column_is_read_all_the_same(site: Site, home: Path) -> None:
    serve(site, {"/column/index.html": shell(), UNIT: column_of(1), RSS: Answer(b"no", 403)})
    site.routes[path_of(0)] = html("讲话。")
    crawled = run(ministry(site), home)
    assert crawled.result.error is None
    assert crawled.result.warnings == ("Its RSS answered 403.",)
    assert crawled.result.fetched == 1


def test_a_list_that_repeats_itself_is_stalled(site: Site, home: Path) -> None:
    rows = "".join(row(path_of(n)) for n in range(24))
    serve(site, {"/column/index.html": shell(), UNIT: Answer(fragment(rows, count=2725))})
    crawled = run(ministry(site), home)
    assert crawled.result.error == "Its list is stalled: page 2 repeats the one before."
    assert crawled.result.listed == 24
    assert crawled.result.fetched == 0


def test_links_of_all_forms_are_one_article() -> None:
    path = path_of(7)
    forms = (path, f"http://wap.ministry.example{path}", f"https://www.ministry.example{path}")
    page = list_page(fragment("".join(map(row, forms)), count=3, pageNo=1), 1, SOURCE)
    assert {(e.key, e.url) for e in page.entries} == {
        (f"{7:032x}", f"https://www.ministry.example{path}")
    }


def test_rows_that_lead_elsewhere_are_counted_and_left() -> None:
    other = (
        "https://www.other.example" + path_of(1), "http://[::1", "/column/index.html",
        "javascript:void(0)", "/column/art/2026/art_12.html",
    )  # fmt: skip
    rows = row(path_of(1)) + "".join(map(row, other)) + "<li>no link</li>"
    page = list_page(fragment(rows, count=9, pageNo=1), 1, SOURCE)
    assert [e.key for e in page.entries] == [f"{1:032x}"]
    assert page.odd == 6


LAYOUTS: dict[str, tuple[bytes, str]] = {
    "html": (b"<p>Welcome</p>", "something else than JSON"),
    "block": ("<p>请输入验证码</p>".encode(), "a block page"),
    "deep": (b"[" * 100_000, "something else than JSON"),
    "no success": (b'{"success": false, "message": "\xe7\xb3\xbb"}', "without success (系)"),
    "a list": (b"[1]", "without success (no object)"),
    "no fragment": (b'{"success": true, "data": {}}', "without a fragment"),
    "no rows": (json.dumps({"success": True, "data": {"html": "<p>x</p>"}}).encode(), "no rows"),
    "no article": (fragment(row("/about.html"), count=1), "links to no article"),
    "other page": (fragment(row(path_of(1)), count=50, pageNo=1), "stalled: asked for page 2"),
}


@pytest.mark.parametrize(("body", "words"), LAYOUTS.values(), ids=LAYOUTS)
def test_another_layout_fails(body: bytes, words: str) -> None:
    with pytest.raises(SourceFailedError) as told:
        list_page(body, 2, SOURCE)
    assert words in str(told.value)


def test_the_shell_must_name_this_column() -> None:
    unit = unit_of(shell().body.decode(), SOURCE)
    assert unit.url == f"https://www.ministry.example{UNIT}"
    assert unit.query["pageId"] == COLUMN
    with pytest.raises(SourceFailedError):
        unit_of(shell().body.decode().replace(UNIT, "http://[::1"), SOURCE)
    for other in (shell("f" * 32).body.decode(), "<html></html>", "<script parsetype=buildstatic>"):
        with pytest.raises(SourceFailedError):
            unit_of(other, SOURCE)


@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda x: st.lists(x) | st.dictionaries(st.sampled_from(["success", "data", "html"]), x),
    )
)
def test_any_json_is_read_or_refused(value: Any) -> None:
    try:
        page = list_page(json.dumps(value).encode(), 1, SOURCE)
    except SourceFailedError:
        return
    assert len(page.entries) == len(page.sorted_by)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_feed_perhaps_without_articles(body: bytes) -> None:
    assert all(len(entry.key) == 32 for entry in feed_page(body, SOURCE).entries)


def test_a_feed_is_never_taken_for_the_name_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(feed(1).body)
    assert feed_page(file.read_bytes(), SOURCE).entries
    assert feed_page(str(file).encode(), SOURCE).entries == ()


def test_a_date_that_is_none_is_none() -> None:
    for day in ("2026-13-40", "0001-01-01", "昨天", ""):
        page = list_page(fragment(row(path_of(1), day=day), count=1), 1, SOURCE)
        assert page.sorted_by == (None,)
    page = list_page(fragment(row(path_of(1), day="2026-03-20"), count=1), 1, SOURCE)
    assert page.sorted_by == (datetime(2026, 3, 20, tzinfo=ZoneInfo("Asia/Shanghai")),)

"""Parts of archives by real children: what they list, fetch, note, and where they go on."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spiders.spool import Broken, read
from storage.crawled import Known, Outcome, Page, Walk
from tests.spiders.crawls import NOW, POSTS, blog, ministry, serve
from tests.spiders.crawls import run as run_crawl
from tests.spiders.site import Answer, Asked, Behaviour, Site, as_json, html
from tests.spiders.test_miit import UNIT, column_of, path_of, shell

WALK = Walk(7)


def run(source: Any, home: Path, walk: Walk, known: tuple[Known, ...] = ()) -> Any:
    """A part of a walk; its spool files say that a backfill wrote them."""
    crawled = run_crawl(source, home, known, walk=walk)
    assert crawled.records == []
    files = sorted((home / "spool").glob("*-scripted.backfill-*.warc.gz"))
    crawled.records = [
        record for path in files for record in read(path) if not isinstance(record, Broken)
    ]
    for path in files:
        path.unlink()
    return crawled


def dated(number: int, site: Site) -> Any:
    """A post; three stand in each second."""
    day, second = 1 + number // 90 % 28, number // 3 % 30
    return {
        "id": number,
        "date": f"2026-01-{day:02}T10:00:{second:02}",
        "date_gmt": f"2026-01-{day:02}T02:00:{second:02}",
        "modified_gmt": "2026-01-30T00:00:00",
        "link": f"{site.url}/post",
        "title": {"rendered": str(number)},
    }


def posts_of(site: Site, numbers: list[int]) -> Callable[[Asked], Behaviour]:
    """The posts route, with `after`, `before`, `page` and both orders by date."""

    def answer(asked: Asked) -> Behaviour:
        assert asked.query["orderby"] == "date"
        rows = sorted((dated(n, site) for n in numbers), key=lambda row: (row["date"], row["id"]))
        rows = [
            row
            for row in rows
            if asked.query.get("after", "") < row["date"] < asked.query.get("before", "3")
        ]
        if asked.query["order"] == "desc":
            rows.reverse()
        number, size = int(asked.query["page"]), int(asked.query["per_page"])
        pages = -(-len(rows) // size)
        shown = rows[(number - 1) * size : number * size]
        return as_json(shown, X_WP_Total=str(len(rows)), X_WP_TotalPages=str(pages))

    return answer


def walked(crawled: Any) -> list[Outcome]:
    found: list[Outcome] = crawled.outcomes("walked")
    return found


def test_posts_are_walked_by_date_from_the_first_to_the_last(site: Site, home: Path) -> None:
    numbers = list(range(1, 231))
    serve(site, {POSTS: posts_of(site, numbers), "/post": html("A post.")})
    crawled = run(blog(site), home, WALK)
    assert crawled.result.error is None, crawled.result
    assert (crawled.result.listed, crawled.result.fetched) == (230, 230)
    assert {page.key for page in crawled.pages()} == {str(number) for number in numbers}
    # Three pages of the list, and its head; the head again when the posts are fetched.
    assert [outcome.items for outcome in walked(crawled)] == [230] * 4
    assert {outcome.key for outcome in walked(crawled)} == {"7"}
    assert crawled.outcomes("crawled") == []
    known = tuple(Known(str(n), "", due=False, settled=True) for n in numbers)
    again = run(blog(site), home, Walk(7, walked(crawled)[-1].detail), known)
    assert (again.result.listed, again.result.fetched) == (230 - 130, 0)
    assert [outcome.detail for outcome in walked(again)] == [""]


@pytest.mark.soak
def test_a_walk_of_posts_goes_on_after_the_date_of_its_cursor(site: Site, home: Path) -> None:
    numbers = list(range(1, 231))
    serve(site, {POSTS: posts_of(site, numbers), "/post": html("A post.")})
    known = tuple(Known(str(n), "", due=False, settled=True) for n in numbers[:100])
    crawled = run(blog(site), home, Walk(7, f"1 1 1 {dated(96, site)['date']}"), known)
    assert crawled.result.error is None
    assert {page.key for page in crawled.pages()} == {str(number) for number in numbers[100:]}
    assert walked(crawled)[0].items == 230


@pytest.mark.soak
def test_posts_of_some_days(site: Site, home: Path) -> None:
    numbers = list(range(1, 400))
    serve(site, {POSTS: posts_of(site, numbers), "/post": html("A post.")})
    walk = Walk(7, since=date(2026, 1, 2), until=date(2026, 1, 3))
    crawled = run(blog(site), home, walk)
    assert crawled.result.error is None
    assert {page.key for page in crawled.pages()} == {str(n) for n in range(90, 270)}
    assert walked(crawled)[-1].items == 180


def test_an_empty_archive_is_a_failure_and_no_list_page_is_noted(site: Site, home: Path) -> None:
    serve(site, {POSTS: as_json([], X_WP_Total="0")})
    crawled = run(blog(site), home, WALK)
    assert crawled.result.error == "Its archive is empty."
    # A failure of a backfill says nothing of the source's health.
    assert crawled.records == []


@pytest.mark.parametrize("counted", [None, pytest.param(60, marks=pytest.mark.soak)])
def test_a_column_is_walked_to_its_end(site: Site, home: Path, counted: int | None) -> None:
    serve(site, {"/column/index.html": shell(), **{path_of(n): html("讲话。") for n in range(60)}})
    site.routes[UNIT] = column_of(60, counted=counted)
    crawled = run(ministry(site), home, WALK)
    assert crawled.result.error is None
    assert crawled.result.fetched == 60
    assert [outcome.items for outcome in walked(crawled)] == [60] * 4


def test_a_stalled_column_is_told_and_goes_on_from_where_it_stalled(site: Site, home: Path) -> None:
    serve(site, {"/column/index.html": shell(), **{path_of(n): html("讲话。") for n in range(99)}})
    whole = column_of(60)

    def stalls(asked: Asked) -> Behaviour:
        answer = whole(asked)
        assert isinstance(answer, Answer)
        if json.loads(asked.query["paramJson"])["pageNo"] != 3:
            return answer
        return Answer(answer.body.replace(b'pageNo=\\"3\\"', b'pageNo=\\"1\\"'))

    site.routes[UNIT] = stalls
    crawled = run(ministry(site), home, WALK)
    assert crawled.result.error == "Its list is stalled: asked for page 3, it gave 1."
    assert walked(crawled)[-1].detail == "1 3 1"
    site.routes[UNIT] = whole
    known = tuple(
        Known(f"{n:032x}", site.url + path_of(n), due=True, settled=True) for n in range(48)
    )
    again = run(ministry(site), home, Walk(7, walked(crawled)[-1].detail), known)
    assert again.result.error is None
    assert again.result.fetched == 60


def test_a_walk_that_ended_fetches_what_is_due_and_asks_for_no_list(site: Site, home: Path) -> None:
    serve(site, {path_of(1): html("讲话。")})
    known = (
        Known("due", site.url + path_of(1), due=True, settled=True),
        Known("held", site.url + path_of(2), due=False, settled=True),
    )
    crawled = run(ministry(site), home, Walk(7, ended=True), known)
    assert crawled.result.error is None
    assert [page.key for page in crawled.pages() if isinstance(page, Page)] == ["due"]
    assert site.paths() == ["/robots.txt", path_of(1)]


def test_a_pause_that_the_site_asks_for_ends_the_part(site: Site, home: Path) -> None:
    later = Answer(status=429, headers=(("Retry-After", "3600"),))
    serve(site, {"/column/index.html": shell(), UNIT: column_of(2), path_of(0): later})
    crawled = run(ministry(site), home, WALK)
    assert crawled.result.error is None
    assert crawled.result.has_paused
    (failed,) = crawled.outcomes("failed")
    assert failed.retry_at is not None
    assert failed.retry_at > NOW

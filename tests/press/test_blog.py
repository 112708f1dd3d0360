import json
from typing import Any

import pytest
from bs4 import BeautifulSoup

from tests.press.conftest import TODAY, get
from tests.press.room import Press
from tests.press.texts import texts

POSTS = "/wp-json/wp/v2/posts"


def posts(press: Press, **asked: str) -> list[dict[str, Any]]:
    """The posts of one answer that has to be a success."""
    answer = get(press.blog_url + POSTS, **asked)
    assert answer.status == 200, answer.body
    found: list[dict[str, Any]] = json.loads(answer.body)
    return found


def on_blog(night: int) -> set[int]:
    return {text.number for text in texts(TODAY, night) if text.site == "blog"}


def test_pages_hold_every_post_once_with_the_totals_in_the_headers(press: Press) -> None:
    first = get(press.blog_url + POSTS, per_page="7")
    total, pages = int(first.headers["X-WP-Total"]), int(first.headers["X-WP-TotalPages"])
    numbers = [
        post["id"]
        for page in range(1, pages + 1)
        for post in posts(press, per_page="7", page=str(page))
    ]
    assert (total, pages) == (len(on_blog(1)), 4)
    assert sorted(numbers) == sorted(on_blog(1))
    assert first.headers["Link"].endswith('page=2>; rel="next"')


def test_a_page_past_the_end_is_an_error(press: Press) -> None:
    answer = get(press.blog_url + POSTS, page="9", per_page="50")
    assert answer.status == 400
    assert json.loads(answer.body)["code"] == "rest_post_invalid_page_number"


@pytest.mark.parametrize("asked", [{"per_page": "101"}, {"orderby": "mood"}, {"after": "soon"}])
def test_a_wrong_parameter_is_an_error(press: Press, asked: dict[str, str]) -> None:
    answer = get(press.blog_url + POSTS, **asked)
    assert answer.status == 400
    assert json.loads(answer.body)["code"] == "rest_invalid_param"


def test_posts_come_in_the_order_asked_for(press: Press) -> None:
    newest = [post["date"] for post in posts(press, per_page="100")]
    ascending = [post["id"] for post in posts(press, per_page="100", orderby="id", order="asc")]
    assert newest == sorted(newest, reverse=True)
    assert ascending == sorted(ascending)


def test_only_the_fields_asked_for_are_given(press: Press) -> None:
    (post,) = posts(press, per_page="1", _fields="id,modified_gmt,title.rendered")
    assert set(post) == {"id", "modified_gmt", "title"}


def test_times_are_shanghai_s_and_utc_s_without_offsets(press: Press) -> None:
    (post,) = [p for p in posts(press, per_page="100") if p["id"] == 24658]
    assert (post["date"], post["date_gmt"]) == ("2026-03-17T06:58:00", "2026-03-16T22:58:00")


def test_the_second_night_shows_what_changed_since(press: Press) -> None:
    seen = max(post["modified_gmt"] for post in posts(press, per_page="100")) + "Z"
    press.night = 2
    changed = posts(press, per_page="100", modified_after=seen, orderby="modified")
    new = on_blog(2) - on_blog(1)
    assert len(new) == 3
    assert {post["id"] for post in changed} == new | {24391, 24611}
    assert {p["id"] for p in posts(press, after=seen)} == new | {24391}


def test_the_body_of_the_api_holds_no_copyright_block(press: Press) -> None:
    assert not [p for p in posts(press, per_page="100") if "copyright" in p["content"]["rendered"]]


def test_the_copyright_block_stands_inside_the_body_and_may_name_the_original(press: Press) -> None:
    by_name = {text.name: text for text in texts(TODAY, 1)}
    page = BeautifulSoup(get(press.address(by_name["chain.blog"])).body, "lxml")
    block = page.select_one(".entry-content .entry-copyright")
    assert block is not None
    links = [str(a["href"]) for a in block.select("a")]
    assert links == [press.address(by_name["chain.ministry"]), press.address(by_name["chain.blog"])]


def test_two_fetches_of_one_page_differ_in_related_posts_and_views(press: Press) -> None:
    url = press.address(next(t for t in texts(TODAY, 1) if t.name == "chain.blog"))
    one, two = (get(url) for _ in range(2))
    related = [
        [a["href"] for a in BeautifulSoup(r.body, "lxml").select(".entry-related a")]
        for r in (one, two)
    ]
    assert related[0] != related[1]
    assert b">1 views<" in one.body
    assert b">2 views<" in two.body
    assert one.headers["ETag"] is None


def test_time_carries_the_offset_and_neighbours_their_own_dates(press: Press) -> None:
    text = next(t for t in texts(TODAY, 1) if t.name == "wallets.blog")
    page = BeautifulSoup(get(press.address(text)).body, "lxml")
    assert [t["datetime"] for t in page.select("time")] == ["2026-03-14T19:22:00+08:00"]
    assert len(page.select(".entry-page-info")) == 2
    assert "2026-03-14 19:22" not in {i.get_text() for i in page.select(".entry-page-info span")}


def test_a_moved_post_is_found_from_its_former_address(press: Press) -> None:
    former = press.address(next(t for t in texts(TODAY, 1) if t.name == "wallets.blog"))
    press.night = 2
    moved = press.address(next(t for t in texts(TODAY, 2) if t.name == "wallets.blog"))
    assert moved != former
    assert get(former).headers["Location"] == moved
    assert get(moved).status == 200


def test_robots_txt_allows_the_posts(press: Press) -> None:
    answer = get(press.blog_url + "/robots.txt")
    assert (answer.status, b"Disallow: /wp-admin/" in answer.body) == (200, True)
    assert get(press.blog_url + "/no-such-post/").status == 404

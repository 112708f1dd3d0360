import json
import subprocess
import sys
from pathlib import Path

import pytest

from spiders.sources import catalogue
from tests.press.conftest import TODAY, get
from tests.press.room import Press
from tests.press.server import Asked, Fault
from tests.press.texts import texts

ROOT = Path(__file__).parents[2]
POSTS = "/wp-json/wp/v2/posts"


def test_requests_are_kept_with_their_answers(press: Press) -> None:
    get(press.blog_url + POSTS, page="99")
    get(press.ministry_url + "/robots.txt")
    assert press.requests == [
        Asked("blog", POSTS + "?page=99", 400),
        Asked("ministry", "/robots.txt", 404),
    ]


def test_a_block_page_comes_with_status_200(press: Press) -> None:
    press.fault["ministry"] = "block"
    answer = get(press.ministry_url + "/xwfb/bldhd/index.html")
    assert answer.status == 200
    assert "访问过于频繁" in answer.body.decode()
    assert get(press.blog_url + POSTS).status == 200


def test_an_empty_list_is_a_success_without_items(press: Press) -> None:
    press.fault["blog"] = "empty"
    answer = get(press.blog_url + POSTS)
    assert (answer.status, answer.body, answer.headers["X-WP-Total"]) == (200, b"[]", "0")
    text = next(text for text in texts(TODAY, 1) if text.site == "blog")
    assert get(press.address(text)).status == 200


def test_a_server_error_leaves_robots_txt_alone(press: Press) -> None:
    press.fault["blog"] = "500"
    assert get(press.blog_url + POSTS).status == 500
    assert get(press.blog_url + "/robots.txt").status == 200
    press.fault["blog"] = "robots"
    assert get(press.blog_url + POSTS).status == 200
    assert get(press.blog_url + "/robots.txt").status == 503


@pytest.mark.parametrize(
    ("fault", "error"), [("hang", TimeoutError), ("reset", ConnectionResetError)]
)
def test_a_site_hangs_or_resets_and_recovers(
    press: Press, fault: Fault, error: type[Exception]
) -> None:
    press.fault["blog"] = fault
    with pytest.raises(error):
        get(press.blog_url + POSTS)
    del press.fault["blog"]
    assert get(press.blog_url + POSTS).status == 200


def test_the_catalogue_names_the_sites_where_they_listen(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_PRESS_BLOG", press.blog_url)
    monkeypatch.setenv("ONRECORD_PRESS_MINISTRY", press.ministry_url)
    monkeypatch.delitem(sys.modules, "tests.press.catalogue", raising=False)
    sources = catalogue("tests.press.catalogue")
    assert {source.kind for source in sources.values()} == {"wordpress", "miit"}
    assert [get(source.url).status for source in sources.values()] == [200, 200]
    assert sources["blog"].hosts == (press.blog_url.removeprefix("http://"),)


def test_the_second_catalogue_has_two_more_kinds_and_an_archive_where_there_is_one(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    for site, url in press.urls.items():
        monkeypatch.setenv(f"ONRECORD_PRESS_{site.upper()}", url)
    for archive in ((), ("archive",)):
        for name in archive:
            monkeypatch.setenv(f"ONRECORD_PRESS_{name.upper()}", "http://127.0.0.1:9")
        for name in ("catalogue", "four_sites"):
            monkeypatch.delitem(sys.modules, f"tests.press.{name}", raising=False)
        found = catalogue("tests.press.four_sites")
        assert tuple(found) == ("ministry", "blog", "portal", "wire", *archive)
        kinds = [(found[name].kind, found[name].lists) for name in ("blog", "portal", "wire")]
        assert kinds == [("wordpress", "rest"), ("listing", "rest"), ("wordpress", "feed")]


def test_the_program_turns_to_night_two_and_ends_with_its_input() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.press", "--today", TODAY.isoformat()],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdin
        assert program.stdout
        blog = json.loads(program.stdout.readline())["blog"] + POSTS
        before = int(get(blog).headers["X-WP-Total"])
        program.stdin.write("night 2\n")
        program.stdin.flush()
        assert json.loads(program.stdout.readline()) == "ok"
        assert int(get(blog).headers["X-WP-Total"]) == before + 3
        program.stdin.close()
        assert program.wait(10) == 0

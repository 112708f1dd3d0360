import feedparser
import pytest
from bs4 import BeautifulSoup

from tests.press.conftest import TODAY, get
from tests.press.room import Press
from tests.press.texts import texts
from tests.press.wire import IN_FEED

TITLES = {text.title for text in texts(TODAY, 2) if text.site == "wire"}


def test_the_rest_api_is_closed(press: Press) -> None:
    answer = get(press.urls["wire"] + "/wp-json/wp/v2/posts")
    assert answer.status == 401
    assert b"rest_not_logged_in" in answer.body


def test_the_feed_gives_every_post_page_by_page_until_a_404(press: Press) -> None:
    press.night = 2
    pages = [get(press.urls["wire"] + "/feed/", paged=str(n)) for n in (1, 2, 3)]
    assert [page.status for page in pages] == [200, 200, 404]
    feeds = [feedparser.parse(page.body) for page in pages[:2]]
    assert len(feeds[0].entries) == IN_FEED
    assert {entry.title for feed in feeds for entry in feed.entries} == TITLES
    assert {get(entry.link).status for feed in feeds for entry in feed.entries} == {200}


@pytest.mark.parametrize("night", [1, 2])
def test_its_first_page_lists_what_it_has(press: Press, night: int) -> None:
    press.night = night
    page = BeautifulSoup(get(press.urls["wire"] + "/").body, "lxml")
    assert len(page.select("li a")) == sum(t.site == "wire" for t in texts(TODAY, night))

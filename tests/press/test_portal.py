from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

from tests.press.conftest import TODAY, get
from tests.press.portal import LIST
from tests.press.room import Press
from tests.press.texts import texts

TEXTS = [text for text in texts(TODAY, 2) if text.site == "portal"]


def rows(press: Press) -> list[Tag]:
    """The rows of all pages of the list, as its links lead from one to the next."""
    found: list[Tag] = []
    url = press.urls["portal"] + LIST
    while url:
        page = BeautifulSoup(get(url).body.decode("gb18030"), "lxml")
        found += page.select("ul.list_14 li:not(.line)")
        following = page.select_one("div.page_n a.next")
        url = urljoin(url, str(following["href"])) if following else ""
    return found


def test_the_list_leads_through_all_articles_newest_first(press: Press) -> None:
    press.night = 2
    found = rows(press)
    assert [str(row.select("a")[0]["title"]) for row in found] == [t.title for t in TEXTS[::-1]]
    moments = [row.select("em")[0].get_text() for row in found]
    assert moments == sorted(moments, reverse=True)
    links = [urljoin(press.urls["portal"], str(row.select("a")[0]["href"])) for row in found]
    assert {get(link).status for link in links} == {200}


def test_a_long_title_is_cut_where_it_is_shown(press: Press) -> None:
    shown = [row.select("a")[0] for row in rows(press)]
    cut = [link for link in shown if link.get_text().endswith("…")]
    assert cut
    assert all(str(link["title"]).startswith(link.get_text()[:-1]) for link in cut)


def test_pages_are_gb18030_and_only_they_say_so(press: Press) -> None:
    answer = get(press.address(TEXTS[0]))
    assert answer.headers["Content-Type"] == "text/html"
    assert b"charset=gb2312" in answer.body
    assert TEXTS[0].title in answer.body.decode("gb18030")


def test_what_is_not_there_is_missing(press: Press) -> None:
    assert get(press.urls["portal"] + "/cj/index_99.html").status == 404
    assert get(press.urls["portal"] + "/n/2026/0101/c1.html").status == 404

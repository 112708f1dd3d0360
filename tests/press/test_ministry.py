import json
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from bs4 import BeautifulSoup, Tag

from tests.press.conftest import TODAY, get
from tests.press.ministry import COLUMN, RSS, WEB
from tests.press.room import Press
from tests.press.texts import Text, texts


def released(night: int = 1) -> list[Text]:
    return [text for text in texts(TODAY, night) if text.site == "ministry"]


def shell(press: Press) -> tuple[str, dict[str, str]]:
    """The address and the query of the list, as the column's page states them."""
    page = BeautifulSoup(get(press.ministry_url + "/xwfb/bldhd/index.html").body, "lxml")
    script = page.select_one("script[parsetype=buildstatic]")
    assert script is not None
    query: dict[str, str] = json.loads(str(script["querydata"]).replace("'", '"'))
    return press.ministry_url + str(script["url"]), query


def unit(press: Press, number: int, rows: int) -> Any:
    url, query = shell(press)
    answer = get(url, **query, paramJson=json.dumps({"pageNo": number, "pageSize": str(rows)}))
    assert answer.status == 200
    return json.loads(answer.body)


def fragment(press: Press, number: int, rows: int) -> tuple[Tag, list[Tag]]:
    """The pagination and the lines of one page of the list."""
    page = BeautifulSoup(unit(press, number, rows)["data"]["html"], "lxml")
    pagination = page.select_one("div[id=右侧内容] div.pagination")
    assert pagination is not None
    return pagination, page.select("div.page-content > ul > li.cf")


def test_the_list_gives_every_article_newest_first(press: Press) -> None:
    seen: list[Tag] = []
    for number in (1, 2, 3):
        pagination, lines = fragment(press, number, 3)
        assert (pagination["pageno"], pagination["count"]) == (str(number), str(len(released())))
        seen += lines
    days = [line.select("span.fr")[0].get_text() for line in seen]
    titles = [str(line.select("a.fl")[0]["title"]) for line in seen]
    assert days == sorted(days, reverse=True)
    assert sorted(titles) == sorted(text.title for text in released())
    assert fragment(press, 4, 3)[1] == []


def test_the_links_of_the_list_lead_to_the_articles(press: Press) -> None:
    links = [str(line.select("a.fl")[0]["href"]) for line in fragment(press, 1, 24)[1]]
    assert all(link.startswith("/xwfb/bldhd/art/2026/art_") for link in links)
    assert {get(press.ministry_url + link).status for link in links} == {200}


def test_the_list_takes_no_post_and_no_foreign_ids(press: Press) -> None:
    url, query = shell(press)
    posted = get(url, "POST", **query)
    assert (posted.status, json.loads(posted.body)["message"]) == (500, "不支持的HTTP方法")
    assert json.loads(get(url, **{**query, "pageId": "0" * 32}).body)["success"] is False


def test_the_feed_holds_the_newest_articles(press: Press) -> None:
    feed = feedparser.parse(get(press.ministry_url + RSS, webId=WEB, columnIds=COLUMN).body)
    assert not feed.bozo
    newest = released()[-1]
    assert feed.entries[0].title == newest.title
    assert feed.entries[0].link == press.address(newest)
    assert tuple(feed.entries[0].published_parsed)[:5] == (2026, 3, 17, 9, 3)
    assert 3 < len(feed.entries) < len(released())


@pytest.mark.parametrize("text", released(), ids=lambda text: text.name)
def test_the_three_dates_of_an_article_disagree(press: Press, text: Text) -> None:
    page = BeautifulSoup(
        get(press.address(text)).body, "lxml", from_encoding=text.header.get("charset")
    )
    shown = page.select("#con_time")[0].get_text().removeprefix("发布时间：")
    stamped = str(page.select("meta[name=PubDate]")[0]["content"])
    made = str(page.select("meta[name=MakeTime]")[0]["content"])[:16]
    assert shown == f"{text.published:%Y-%m-%d %H:%M}"
    assert len({shown, stamped, made}) == 3


def test_one_stamp_is_of_another_day_and_one_of_the_same(press: Press) -> None:
    same_day = set()
    for text in released():
        page = BeautifulSoup(get(press.address(text)).body, "lxml")
        stamped = str(page.select("meta[name=PubDate]")[0]["content"])
        same_day.add(stamped[:10] == text.published.date().isoformat())
    assert same_day == {True, False}


def test_an_article_that_the_asker_has_is_not_sent_again(press: Press) -> None:
    url = press.address(released()[0])
    first = get(url)
    again = get(url, etag=first.headers["ETag"])
    assert first.headers["Last-Modified"].endswith(" GMT")
    assert (again.status, again.body) == (304, b"")
    assert get(url, etag='"another"').status == 200


def test_the_second_night_builds_recent_and_reformatted_pages_again(press: Press) -> None:
    tags = {text.name: get(press.address(text)).headers["ETag"] for text in released()}
    press.night = 2
    later = {t.name: get(press.address(t)).headers["ETag"] for t in released(2) if t.name in tags}
    changed = {name for name, tag in later.items() if tag != tags[name]}
    assert {"chain.ministry", "networks.ministry", "small-firms.ministry"} <= changed
    assert later["compute.ministry"] == tags["compute.ministry"]


def test_a_moved_article_stands_in_the_list_under_its_new_id_alone(press: Press) -> None:
    former = press.address(released()[1])
    assert released()[1].name == "internet.ministry"
    press.night = 2
    links = [str(line.select("a.fl")[0]["href"]) for line in fragment(press, 1, 24)[1]]
    assert urlsplit(former).path not in links
    assert urlsplit(get(former).headers["Location"]).path in links


def test_one_page_says_utf_8_and_gb2312_and_is_neither(press: Press) -> None:
    page = get(press.address(released()[1]))
    assert page.headers["Content-Type"] == "text/html; charset=UTF-8"
    assert b'<meta charset="gb2312">' in page.body
    with pytest.raises(UnicodeDecodeError):
        page.body.decode()
    assert "谭霁川" in page.body.decode("gb18030")


def test_there_is_no_robots_txt(press: Press) -> None:
    assert get(press.ministry_url + "/robots.txt").status == 404

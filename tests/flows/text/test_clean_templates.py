"""The templates that the sources use, as invented pages: body, title, dates, original."""

import datetime as dt

import pytest

from flows.text.clean import Provenance, clean_html
from storage.records import Article, Rejection
from tests.flows.text.pages import (
    COPYRIGHT,
    JUSTNEWS,
    JUSTNEWS_OLD,
    MIIT_SPEECH,
    MIIT_TITLE,
    SPEECH,
    TITLE,
    miit,
)

AT = dt.datetime(2024, 6, 1, 12, 0, tzinfo=dt.UTC)
QUAY = Provenance(url="https://quay.example/two-steps/", zone="Asia/Shanghai", fetched_at=AT)
MINISTRY = Provenance(
    url="https://ports.example/xwfb/bldhd/art/2024/art_1.html", zone="Asia/Shanghai", fetched_at=AT
)


def article(html: str, known: Provenance) -> Article:
    found = clean_html(html, known)
    assert isinstance(found, Article), found
    return found


def days(found: Article) -> set[str]:
    return {date.instant.date().isoformat() for date in found.dates if date.where != "capture"}


@pytest.mark.parametrize("html", [JUSTNEWS, JUSTNEWS_OLD], ids=["newer", "older"])
def test_both_generations_of_the_theme_give_the_speech_alone(html: str) -> None:
    found = article(html, QUAY)
    assert found.text.split("\n") == list(SPEECH)
    assert (found.title, found.lang) == (TITLE, "en")
    assert (found.site, found.author) == ("Quay Notes", "Quay")
    assert found.original_url == "https://ports.example/news/two-steps"
    assert found.original_name == "Port Gazette"


def test_the_newer_theme_is_dated_by_its_time_element() -> None:
    found = article(JUSTNEWS, QUAY)
    assert found.published_at
    assert found.published_at.isoformat() == "2024-05-04T07:10:00+02:00"
    assert found.published_rule == "time published"


def test_the_older_theme_is_dated_by_the_line_under_its_headline() -> None:
    found = article(JUSTNEWS_OLD, QUAY)
    assert found.published_at
    assert found.published_at.isoformat() == "2024-05-04T07:10:00+08:00"
    assert found.published_rule == "visible line"


@pytest.mark.parametrize("html", [JUSTNEWS, JUSTNEWS_OLD], ids=["newer", "older"])
def test_no_neighbours_date_is_even_found(html: str) -> None:
    assert days(article(html, QUAY)) == {"2024-05-04"}


def test_a_theme_page_without_a_date_of_its_own_stays_undated() -> None:
    bare = JUSTNEWS_OLD.replace("<span>2024-05-04 07:10</span>", "<span>3 hours ago</span>")
    found = article(bare, QUAY)
    assert (found.published_at, found.published_rule) == (None, None)


def test_a_copyright_block_that_links_to_the_page_itself_names_no_original() -> None:
    own = JUSTNEWS.replace("https://ports.example/news/two-steps", QUAY.url)
    assert article(own, QUAY).original_url is None


@pytest.mark.parametrize(
    "notice",
    [
        "<p>原文链接：<span><a href='https://ports.example/o/1'>https://ports.example/o/1</a></span>",
        "<p>本文转自：<a href='https://ports.example/o/1'>港口报</a></p>",
        "<dl><dt>Source</dt><dd><a href='https://ports.example/o/1'>Port Gazette</a></dd></dl>",
        "<p><a href='/author/q'>Quay</a><br>Via <a href='https://ports.example/o/1'>here</a></p>",
        "<p>原文地址：https://ports.example/o/1</p>",
    ],
)
def test_the_original_is_the_link_that_a_label_introduces(notice: str) -> None:
    html = JUSTNEWS.replace(COPYRIGHT, f'<div class="entry-copyright">{notice}</div>')
    assert article(html, QUAY).original_url == "https://ports.example/o/1"


def test_a_link_behind_other_words_is_no_original() -> None:
    notice = "Original: none.<br>Our terms stand <a href='https://law.example/terms'>here</a>"
    html = JUSTNEWS.replace(COPYRIGHT, f'<div class="entry-copyright"><p>{notice}</p></div>')
    assert article(html, QUAY).original_url is None


def test_a_ministry_page_gives_title_body_and_source() -> None:
    found = article(miit(), MINISTRY)
    assert found.text.split("\n") == list(MIIT_SPEECH)
    assert (found.title, found.lang) == (MIIT_TITLE, "zh")
    assert (found.site, found.author, found.original_name) == ("港口部", None, "港口微报")


def test_the_time_that_a_ministry_page_shows_wins_over_its_later_stamp() -> None:
    found = article(miit(), MINISTRY)
    assert found.published_at
    assert found.published_at.isoformat() == "2024-05-03T16:27:00+08:00"
    assert found.published_rule == "visible 发布时间"
    assert days(found) == {"2024-05-03", "2024-05-04"}


def test_a_label_without_a_date_leaves_the_stamp_to_decide() -> None:
    found = article(miit(visible=""), MINISTRY)
    assert found.published_at
    assert found.published_at.isoformat() == "2024-05-04T09:48:00+08:00"
    assert found.published_rule == "meta pubdate"


def test_the_hour_of_an_event_in_the_text_is_no_publication() -> None:
    told = miit().replace("<p style", "<p>时间：2023年1月2日 14:00</p><p style", 1)
    found = article(told.replace("发布时间：", ""), MINISTRY)
    assert found.published_at
    assert found.published_at.date() != dt.date(2023, 1, 2)


def test_a_page_whose_dates_lie_after_its_capture_stays_undated() -> None:
    early = Provenance(zone="Asia/Shanghai", fetched_at=dt.datetime(2024, 5, 1, tzinfo=dt.UTC))
    found = article(miit(), early)
    assert found.published_at is None
    assert {d.where for d in found.dates} == {"visible", "meta", "capture"}


def test_a_ministry_page_without_its_body_is_rejected() -> None:
    shell = miit().replace("".join(MIIT_SPEECH[0]), "")
    for line in MIIT_SPEECH:
        shell = shell.replace(line, "")
    assert isinstance(clean_html(shell, MINISTRY), Rejection)


def test_another_story_in_the_same_template_does_not_give_the_title() -> None:
    teaser = '<div class="top"><h2 class="entry-title">A crane of the old quay is sold</h2></div>'
    html = JUSTNEWS.replace('<div class="wrap container">', f'{teaser}<div class="wrap container">')
    assert article(html, QUAY).title == TITLE


def test_a_title_loses_the_name_of_its_site_alone() -> None:
    bare = miit().replace('<h1 id="con_title">', "<h1>").replace("<h1>", "<b>")
    bare = bare.replace(f"{MIIT_TITLE}</h1>", "</b>").replace("ArticleTitle", "x")
    for tail in ("-港口部", "--时政--港口部", "_港口部", " - 港口部"):
        html = bare.replace("</title>", f"{tail}</title>")
        assert article(html, MINISTRY).title.startswith(MIIT_TITLE)
        assert "港口部" not in article(html, MINISTRY).title


HEADLINE = "林海：加快疏浚北航道"
SHORT = (
    "<p>5月3日，林海出席沿海港口论坛并致辞。</p><p>林海指出，一是疏浚北航道，二是培训引航员。</p>"
)
TEASERS = "".join(
    f'<div class="item"><h4><a href="/n/{n}.html">渡船公司第{n}期培训班顺利开班</a></h4>'
    f"<p>本报讯，渡船公司第{n}期培训班日前在桤木港顺利开班，来自各地的学员四十余人参加了培训，课程包括航海和消防。</p></div>"
    for n in range(1, 9)
)


@pytest.mark.parametrize(
    "behind", ["", f'<div class="m"><h3>推荐阅读</h3>{TEASERS}</div>'], ids=["alone", "teasers"]
)
def test_a_short_chinese_report_is_not_the_whole_page(behind: str) -> None:
    menu = "<div><a href='/'>首页</a><a href='/a'>新闻</a><a href='/b'>政策</a></div>"
    info = "<div class='info'>2024-05-03 16:27 来源：港口报</div>"
    html = (
        f"<html><head><title>{HEADLINE}_港口网</title></head><body>{menu}<div class='wrap'>"
        f"<div class='content'><h1>{HEADLINE}</h1>{info}<div>{SHORT}</div></div>{behind}</div>"
    )
    found = article(html, MINISTRY)
    assert found.title == HEADLINE
    assert found.text.split("\n") == SHORT.removeprefix("<p>").removesuffix("</p>").split("</p><p>")


def test_a_body_goes_on_behind_a_box_of_links() -> None:
    box = "<h3>Related articles</h3><ul><li><a href='/b/'>The first is to sleep</a></li></ul>"
    body = f"<p>{SPEECH[0]}</p>{box}<p>{SPEECH[1]}</p><p>{SPEECH[2]}</p>"
    found = article(f"<html><body><h1>{TITLE}</h1><div>{body}</div></body></html>", QUAY)
    assert found.text.split("\n") == [
        line for line in found.text.split("\n") if "sleep" not in line
    ]
    assert all(line in found.text for line in SPEECH)

"""Chinese pages in invented markup: where their body stands, whatever its container is called."""

import pytest

from flows.text.clean import Provenance, clean_html
from storage.records import Article

TITLE = "桤木港举行灯塔修复座谈会"
REPORT = (
    "5月3日，桤木港举行灯塔修复座谈会，港口局局长林海出席，听取三家船厂的意见。",
    "林海指出，灯塔是航道的眼睛，修复要赶在入冬前完工，不得影响渔船进出。",
)
HEAD = f"<head><title>{TITLE}-桤木港在线</title></head>"
MENU = "".join(f'<li><a href="/{n}/">栏目第{n}号</a></li>' for n in range(40))
MENU = f"<ul>{MENU}</ul>"
COMMENTS = "".join(
    f'<div class="comment-item"><p>{n}楼：我住了三十年，灯塔从来没有这么亮过，支持！</p></div>'
    for n in range(12)
)
STORIES = "".join(
    f'<dl><dt><a href="/{n}/">第{n}条船</a></dt><dd>昨天，第{n}条船进港，卸货后离开。</dd></dl>'
    for n in range(9)
)
ADDRESS = (
    "<div>主办：桤木港务公司 电话：010-5550100</div>"
    "<div>声明：本站信息仅供渔民参考，由此产生的损失，本站概不负责。</div>"
)


def paragraphs(tag: str = "p") -> str:
    return "".join(f"<{tag}>{line}</{tag}>" for line in REPORT)


def cleaned(body: str, head: str = HEAD) -> Article:
    found = clean_html(f"<html>{head}<body>{body}</body></html>", Provenance())
    assert isinstance(found, Article), found
    return found


def lines(body: str) -> list[str]:
    return cleaned(body).text.split("\n")


@pytest.mark.parametrize(
    "body",
    [
        f"{MENU}<div class='wz'>{paragraphs()}</div><div class='tj'>{STORIES}</div>{ADDRESS}",
        f"{MENU}<div class='wz'>{'<br><br>'.join(REPORT)}</div>{ADDRESS}",
        f"{MENU}<div class='wz'>{paragraphs('div')}</div>{COMMENTS}{ADDRESS}",
    ],
    ids=["paragraphs", "line breaks", "blocks"],
)
def test_a_short_report_is_told_from_all_that_stands_around_it(body: str) -> None:
    assert lines(body) == list(REPORT)


def test_a_page_laid_out_in_tables_gives_paragraphs() -> None:
    menu = "".join(f"<tr><td><a href='/{n}/'>栏目第{n}号</a></td></tr>" for n in range(20))
    rows = f"<tr><td>{TITLE}</td></tr><tr><td>{paragraphs()}</td></tr><tr><td>{ADDRESS}</td></tr>"
    page = f"<table><tr><td><table>{menu}</table></td><td><table>{rows}</table></td></tr></table>"
    assert lines(page) == list(REPORT)


def test_a_page_that_is_one_form_keeps_its_body() -> None:
    assert lines(f"<form>{MENU}<div>{paragraphs()}</div>{ADDRESS}</form>") == list(REPORT)


def test_a_body_inside_a_list_is_no_list() -> None:
    page = f"<ul><li class='main'><div>{paragraphs()}</div>{COMMENTS}</li><li>{STORIES}</li></ul>"
    assert lines(page) == list(REPORT)


def test_links_with_long_texts_are_no_body() -> None:
    blogs = "".join(f"<li><a href='/{n}/'><div>{'，'.join(REPORT)}</div></a></li>" for n in "123")
    assert lines(f"<ul>{blogs}</ul><div>{paragraphs()}</div>") == list(REPORT)


def test_a_container_in_another_leaves_the_share_bar_out() -> None:
    share = "<div><a>易友</a><span>326</span><p>请转给您的朋友们</p></div>"
    page = f'<div class="post_body">{share}<div id="endText">{paragraphs()}</div>{share}</div>'
    assert lines(page) == list(REPORT)


def test_a_caption_is_no_part_of_the_body() -> None:
    caption = "<div class='image'><img src='/a.jpg'><p class='caption'>林海登上灯塔。</p></div>"
    assert lines(f"<div>{caption}{paragraphs()}</div>") == list(REPORT)


def test_prose_in_many_places_is_left_to_the_extractor() -> None:
    blog = "".join(f"<div><h2>第{n}篇</h2><p>{REPORT[0]}</p></div>" for n in range(4))
    assert lines(blog).count(REPORT[0]) == 4

"""Plain text files: the title, the by-line's date, the furniture around them."""

from zoneinfo import ZoneInfo

import pytest

from flows.text.plain import read_plain
from tests.flows.text.pages import MIIT_SPEECH, MIIT_TITLE, SPEECH, TITLE

ZONE = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (["Updated Jul 2, 2024, 9:07 a.m. Published May 4, 2024, 1:18 p.m."], "2024-05-04T13:18"),
        (["Updated: 2024-07-02 08:00", "Posted: 2024-05-04"], "2024-05-04T00:00"),
        (["• Saturday, 4 May 2024"], "2024-05-04T00:00"),
        (["港口报 2024-05-04 02:03"], "2024-05-04T02:03"),
        (["發佈時間：2024年5月4日 07:10 來源：港口報"], "2024-05-04T07:10"),
        (["· 港口设备展(2024/1/16)", "2024/5/4 11:16:00 港口部办公厅"], "2024-05-04T11:16"),
        (["2024年5月3日,港口部召开会议讨论航道规划,林海主持会议。"], None),
        (["港口部于2024年5月3日发布了关于北航道疏浚和引航员培训的报告"], None),
        (["On May 3, 2024 the harbour was shut!"], None),
    ],
)
def test_a_date_counts_where_a_byline_stamps_it(head: list[str], day: str | None) -> None:
    dates = read_plain("\n".join([TITLE, *head, "", *SPEECH]), ZONE).dates
    assert (dates[0].instant.isoformat()[:16] if dates else None) == day


@pytest.mark.parametrize(
    "head",
    [
        [],
        ["港口设备网"],
        ["登录注册", "请使用微信扫一扫"],
        ["首頁>新聞頻道>港口新聞"],
        ["港口 > 活动 > 正文"],
        ["港口|航道|引航"],
    ],
)
def test_menus_before_the_title_are_none(head: list[str]) -> None:
    lines = [*head, MIIT_TITLE, "", "发布时间:2024-05-03 16:27", "", *MIIT_SPEECH]
    found = read_plain("\n".join(lines), ZONE)
    assert found.title == MIIT_TITLE
    assert found.lines == MIIT_SPEECH


def test_a_title_is_parted_from_the_text_by_its_byline_too() -> None:
    found = read_plain("\n".join([TITLE, "2024-05-04 10:20", "Dear guests,", *SPEECH]), ZONE)
    assert found.title == TITLE
    assert found.lines == ("Dear guests,", *SPEECH)


def test_a_text_that_begins_at_once_has_no_title() -> None:
    found = read_plain("\n".join(SPEECH), ZONE)
    assert found.title == ""
    assert found.lines == SPEECH


@pytest.mark.parametrize(
    "tail",
    [
        "責任編輯：陳小舟",
        "【纠错】 【责任编辑:陈小舟】",
        "延伸閱讀\n灯塔修复工程启动\n渡船停航两日",
        "上一篇：灯塔修复工程启动\n下一篇：渡船停航两日",
        "免責聲明：本文僅代表作者觀點",
        "分享到\n点赞 (0)",
    ],
)
def test_furniture_behind_the_body_goes_in_both_scripts(tail: str) -> None:
    found = read_plain("\n".join([MIIT_TITLE, "", *MIIT_SPEECH, tail]), ZONE)
    assert found.lines == MIIT_SPEECH


def test_author_and_source_are_read_before_their_lines_go() -> None:
    found = read_plain(
        "\n".join([TITLE, "Author: Ada Berg", "Source: Port Gazette", *SPEECH]), ZONE
    )
    assert (found.author, found.origin.name) == ("Ada Berg", "Port Gazette")
    assert found.lines == SPEECH


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年5月3日，港口部副部长林海出席论坛并致辞。",
        "记者：请问航道何时开放？",
        "关闭高耗能码头12座",
        "打印港口海图三千份，发给引航站",
        "2024-05-03 was the day on which the northern channel opened.",
        "Source: we asked the pilots, and they agreed.",
    ],
)
def test_a_sentence_that_begins_like_furniture_stays(sentence: str) -> None:
    lines = (sentence, *(MIIT_SPEECH if sentence > "一" else SPEECH))
    assert read_plain("\n".join([TITLE, "", *lines]), ZONE).lines == lines


@pytest.mark.parametrize(
    "line", ["【打印】【关闭】", "字号:大 中 小", "打印本页 | 关闭窗口", "返回顶部"]
)
def test_the_buttons_of_a_ministry_page_go(line: str) -> None:
    found = read_plain("\n".join([MIIT_TITLE, "", line, *MIIT_SPEECH, line]), ZONE)
    assert found.lines == MIIT_SPEECH

"""Statements mentioned as made before the one that is reported."""

import datetime as dt

import pytest

from flows.text.chinese.reader import read

REPORT = "9月27日,2021邮路大会在江州举行。邮政部副部长胡明出席并表示,要加快网点建设。\n"
STAMP = dt.datetime(2021, 9, 28, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("此前,胡明曾在9月20日的河港论坛上表示,网点是基础。", ("胡明", "河港论坛", "2021-09-20")),
        (
            "今年5月,胡明在全国邮政工作会议上指出,标准是关键。",
            ("胡明", "全国邮政工作会议", "2021-05"),
        ),
        ("早在2018年,邮政部部长王伟就提出,要改革邮路。", ("王伟", None, "2018")),
        ("财政部部长李强上月曾透露,将推出补贴政策。", ("李强", None, "2021-08")),
        (
            "去年12月,财政部在例行新闻发布会上表示,将推出补贴。",
            ("财政部", "例行新闻发布会", "2020-12"),
        ),
        ("8月15日,胡明在调研时强调,要完善标准。", ("胡明", None, "2021-08-15")),
        ("早些时候,胡明表示,邮路法正在起草。", ("胡明", None, None)),
        ("胡明2018年在世界邮政大会上指出,标准是关键。", ("胡明", "世界邮政大会", "2018")),
        ("今年两会期间,胡明在“部长通道”上表示,要完善标准。", ("胡明", "部长通道", None)),
        ("去年,胡明同样在2021邮路大会上表示,要完善标准。", ("胡明", "2021邮路大会", "2020")),
    ],
)
def test_who_spoke_before_where_and_when(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    reading = read("", REPORT + text, STAMP)
    assert [(e.speaker, e.event, e.date) for e in reading.earlier] == [expected]
    assert reading.occasion.event == "2021邮路大会"
    assert reading.occasion.date == "2021-09-27"


@pytest.mark.parametrize(
    "text",
    [
        "胡明还表示,截至9月17日,网点已建成。",
        "胡明还表示,要强化监管。",
        "9月27日,胡明在会上还强调,要强化监管。",
        "据了解,大会每年一届。",
        "省邮政局局长曾明表示,要强化监管。",
        "去年建成的邮路已经通车,胡明表示,要强化监管。",
        "上月通过的邮路法备受关注,胡明说,要强化监管。",
    ],
)
def test_what_is_said_on_the_day_is_not_earlier(text: str) -> None:
    assert read("", REPORT + text, STAMP).earlier == ()


def test_one_who_is_only_cited_is_no_speaker() -> None:
    text = "总书记李强在第十八次集体学习时强调,邮路是基础。\n此前,财政部部长王伟曾表示,将完善补贴。"
    reading = read("", REPORT + text, STAMP)
    assert [s.name for s in reading.speakers] == ["胡明"]
    assert [(e.speaker, e.event) for e in reading.earlier] == [
        ("李强", "第十八次集体学习"),
        ("王伟", None),
    ]


def test_an_old_day_is_the_earlier_statements_where_the_new_one_has_none() -> None:
    text = "邮政部副部长胡明表示,要加快建设。\n2020年5月3日,胡明在河港论坛上指出,标准是关键。"
    reading = read("", text, STAMP)
    assert reading.occasion.date is None
    assert [(e.speaker, e.event, e.date) for e in reading.earlier] == [
        ("胡明", "河港论坛", "2020-05-03")
    ]


def test_a_day_with_its_year_is_another_years_where_the_reports_own_has_none() -> None:
    text = (
        "9月27日,邮政部部长易明在《中国邮路》杂志发表署名文章指出,将坚持改革。\n"
        "2020年10月21日,他在河港论坛上说,标准是关键。"
    )
    reading = read("", text, None)
    assert (reading.occasion.event, reading.occasion.date) == (
        "在《中国邮路》杂志发表署名文章",
        "--09-27",
    )
    assert [(e.speaker, e.event, e.date) for e in reading.earlier] == [
        ("易明", "河港论坛", "2020-10-21")
    ]

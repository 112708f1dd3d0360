"""Day, place, hosts and event of a statement, in the forms that Chinese reports use."""

import datetime as dt

import pytest

from tests.flows.text.chinese.told import occasion

STAMP = dt.datetime(2021, 9, 28, 8, 30, tzinfo=dt.UTC)
SAYS = "邮政部副部长胡明指出,要加快网点建设,完善投递标准。"


@pytest.mark.parametrize(
    ("text", "published", "date", "precision"),
    [
        ("2021年9月27日,邮政大会在江州举行。" + SAYS, None, "2021-09-27", "day"),
        ("二〇二一年九月二十七日,邮政大会在江州举行。" + SAYS, None, "2021-09-27", "day"),
        ("9月27日,2021年邮政数据大会在江州举行。" + SAYS, None, "2021-09-27", "day"),
        ("9月27日,邮政大会在江州举行。" + SAYS, STAMP, "2021-09-27", "day"),
        ("9月27日,邮政大会在江州举行。" + SAYS, None, "--09-27", "monthday"),
        ("12月30日,邮政大会在江州举行。" + SAYS, STAMP, "2020-12-30", "day"),
        ("邮政部副部长胡明27日在新闻发布会上表示,要加快网点建设。", STAMP, "2021-09-27", "day"),
        ("邮政部副部长胡明30日在新闻发布会上表示,要加快网点建设。", STAMP, "2021-08-30", "day"),
        ("邮政部副部长胡明27日在新闻发布会上表示,要加快网点建设。", None, None, "none"),
        ("今日上午,邮政大会在江州举行。" + SAYS, STAMP, "2021-09-28", "day"),
        ("邮政部副部长胡明昨日表示,要加快网点建设。", STAMP, "2021-09-27", "day"),
        ("河港通讯社27日讯 邮政大会今日举行。" + SAYS, STAMP, "2021-09-27", "day"),
        ("邮政部副部长胡明昨强调,要加快网点建设。", STAMP, "2021-09-27", "day"),
        ("邮政大会本月6日在江州举行。" + SAYS, STAMP, "2021-09-06", "day"),
        ("邮政大会上月13日在江州举行。" + SAYS, STAMP, "2021-08-13", "day"),
        ("邮政部副部长胡明周一表示,要加快网点建设。", STAMP, "2021-09-27", "day"),
        ("邮政部副部长胡明今日表示,要加快网点建设。", None, None, "none"),
        ("9月25日至27日,邮政大会在江州举行。" + SAYS, STAMP, None, "range"),
        (
            "9月25日至28日,邮政大会举行。26日,邮政部副部长胡明表示,要加快建设。",
            STAMP,
            "2021-09-26",
            "day",
        ),
        (
            "9月25日,邮政大会开幕。26日,邮政部副部长胡明在会上表示,要加快建设。",
            None,
            "--09-26",
            "monthday",
        ),
        (
            "河港社江州9月27日电 邮政部副部长胡明27日表示,要加快网点建设。",
            STAMP,
            "2021-09-27",
            "day",
        ),
        (
            "河港社江州9月26日电 邮政部副部长胡明今天表示,要加快网点建设。",
            STAMP,
            "2021-09-26",
            "day",
        ),
        ("《邮政条例》将于10月1日起施行。" + SAYS, STAMP, None, "none"),
        ("截至9月20日,全国已建成网点。" + SAYS, STAMP, None, "none"),
        ("21日,2019邮路年会在江州举行。" + SAYS, STAMP, None, "none"),
        (SAYS, STAMP, None, "none"),
    ],
)
def test_a_day_is_completed_but_never_made_by_the_stamp(
    text: str, published: dt.datetime | None, date: str | None, precision: str
) -> None:
    found = occasion(text, published)
    assert (found.date, found.precision) == (date, precision)
    assert (found.date_span is None) == (date is None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("9月27日,邮政大会在江州举行。" + SAYS, "江州"),
        ("9月27日,邮政大会在江州国际会议中心隆重召开。" + SAYS, "江州国际会议中心"),
        ("9月27日,邮政大会在京召开。" + SAYS, "京"),
        ("9月27日,邮政部副部长胡明在江州出席邮政大会并致辞。", "江州"),
        ("9月27日,邮政大会于江州开幕。" + SAYS, "江州"),
        ("9月27日,邮政大会在线上举行。" + SAYS, "线上"),
        ("河港社江州9月27日电 (记者 王五)邮政部副部长胡明27日表示,要加快网点建设。", "江州"),
        ("(河港社江州9月27日电)邮政部副部长胡明27日表示,要加快网点建设。", "江州"),
        ("邮政部副部长胡明在会上出席活动并表示,要加快网点建设。", None),
        (SAYS, None),
    ],
)
def test_the_place_is_where_the_event_was_held_else_the_dateline(
    text: str, place: str | None
) -> None:
    found = occasion(text)
    assert found.place == place
    if found.place_span:
        assert text[slice(*found.place_span)] == place


def test_hosts_stand_before_the_word_that_says_so() -> None:
    text = "由邮政部、江州市人民政府共同主办的第二届邮路博览会27日在江州开幕。" + SAYS
    assert occasion(text).hosts == ("邮政部", "江州市人民政府")


def test_an_event_may_stand_in_the_headline_alone() -> None:
    found = occasion(SAYS, title="胡明在2021年邮政数据大会上的讲话")
    assert (found.event, found.event_span) == ("2021年邮政数据大会", None)


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("邮政部部长胡明今(23)日表示,要加快网点建设。", STAMP, "2021-09-23"),
        ("109年9月23日,邮政部部长胡明表示,要加快网点建设。", None, "2020-09-23"),
        ("今(109)年9月2日,邮政部部长胡明表示,要加快网点建设。", STAMP, "2020-09-02"),
        ("2021-09-28 邮政部部长胡明9月27日表示,要加快网点建设。", None, "2021-09-27"),
        ("2021-09-28 邮政部部长胡明表示,要加快网点建设。", STAMP, None),
        ("邮政部部长胡明表示,9月29日是邮路日,要加快网点建设。", STAMP, None),
        (
            "据官网9月28日消息,2021年9月27日,邮政部部长胡明会见王伟。胡明表示,要加快建设。",
            None,
            "2021-09-27",
        ),
    ],
)
def test_days_beside_stamps_and_in_years_of_the_republic(
    text: str, published: dt.datetime | None, day: str | None
) -> None:
    assert occasion(text, published).date == day


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "邮政部27日举行新闻发布会介绍第七届邮路峰会情况。会上,邮政部部长胡明表示,要加快建设。",
            "新闻发布会",
        ),
        (
            "邮政部27日举行吹风会,部长胡明表示,要加快建设。节后就召开邮政部全体会议进行部署。",
            "吹风会",
        ),
        ("邮政部部长胡明表示,总统出席江州冬运会开幕式并访华,要加快建设。", None),
        (
            "行政院长胡明出席「2025國際郵路展」開幕典禮時表示,要加快建設。",
            "「2025國際郵路展」開幕典禮",
        ),
        ("邮政部部长胡明主持例行记者会。胡明表示,要加快建设。", "例行记者会"),
        ("撰文:王伟\n邮政部部长胡明表示,要加快建设。", None),
        ("邮政部部长胡明发文《稳步建设邮路》,提到要加快建设。", "发文《稳步建设邮路》"),
    ],
)
def test_of_events_only_that_of_the_statement_counts(text: str, event: str | None) -> None:
    assert occasion(text).event == event


def test_a_hall_may_bear_the_name_of_a_congress() -> None:
    text = "首场“部长通道”在人民大会堂北大厅举行。邮政部部长胡明表示,要加快建设。"
    assert occasion(text).place == "人民大会堂北大厅"


@pytest.mark.parametrize(
    "text",
    [
        "胡明出席会议。记者问及邮政部部长王伟将主持召开的会议。",
        "在国务院参事及馆员参加的会上,王伟作报告。",
        "这是首次在线下举办。",
        "邮路课题组在国内多次考察。",
    ],
)
def test_officials_and_manners_are_no_place(text: str) -> None:
    assert occasion(f"{SAYS}{text}").place is None


@pytest.mark.parametrize(
    "text",
    [
        "欢迎仪式后,邮政部部长胡明同霍尔举行会谈。胡明表示,要加快建设。",
        "邮政部部长胡明表示,愿加强合作,共同办好“河港友好年”系列活动。",
        "邮政部部长胡明致电霍尔。胡明表示,衷心祝愿河港邮路大会圆满成功,愿加强合作。",
    ],
)
def test_ceremonies_passed_and_events_wished_for_are_not_the_occasion(text: str) -> None:
    assert occasion(text).event is None

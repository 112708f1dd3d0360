"""Quantities with magnitude and unit; digits that count nothing."""

import pytest

from flows.text.chinese.figures import figures
from flows.text.chinese.script import view


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("网点超过284.4万个", [("284.4万", "个")]),
        ("新增近2600项标准", [("2600", "项")]),
        ("已有70余家企业参与", [("70余", "家")]),
        ("产量达1000多亿块", [("1000多亿", "块")]),
        ("收入2亿169万元", [("2亿169万", "元")]),
        ("三百位代表参会", [("三百", "位")]),
        ("数十家机构,上百个项目,超百家企业", [("数十", "家"), ("上百", "个"), ("百", "家")]),
        ("分别达到284.4万个和1.5亿个", [("284.4万", "个"), ("1.5亿", "个")]),
        ("同比增长15.8%,提高3.2个百分点", [("15.8", "%"), ("3.2", "个百分点")]),
        ("占百分之十五", [("十五", "%")]),
        ("投资1.2万亿元、2万多亿元", [("1.2万亿", "元"), ("2万多亿", "元")]),
        ("16.8亿吨、2.3亿千瓦时", [("16.8亿", "吨"), ("2.3亿", "千瓦时")]),
        ("建设 60 万 个站点", [("60 万", "个")]),
        ("共计1,234,567件", [("1,234,567", "件")]),
        ("$5亿投资", [("5亿", "$")]),
        ("接种22.1亿剂次,投资近百亿元", [("22.1亿", "剂次"), ("百亿", "元")]),
        ("做好4道防线", [("4", "道")]),
        ("产值2.7兆元、2兆7千亿元,装机3兆瓦", [("2.7兆", "元"), ("2兆7千亿", "元"), ("3", "兆瓦")]),
        ("汇价在7.76至7.79元之间", [("7.76", "元"), ("7.79", "元")]),
        ("覆盖超过九成,逾6成,两成左右", [("九", "成"), ("6", "成"), ("两", "成")]),
        ("产量1.3万亿斤,捐款十亿元", [("1.3万亿", "斤"), ("十亿", "元")]),
        ("郵件七億餘件", [("七億餘", "件")]),
    ],
)
def test_a_quantity_is_read_as_written(text: str, expected: list[tuple[str, str]]) -> None:
    found = figures(view(text))
    assert [(f.value, f.unit) for f in found] == expected
    assert all(text[slice(*f.span)].startswith(f.value) for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "5G网络和36氪",
        "2020年第十八次会议",
        "101号文件、第1394号、(005)",
        "3月5日8时30分",
        "“十四五”期间",
        "三大举措、五方面工作、四点建议",
        "2023-2025年",
        "电话010-12345678",
        "阅读:1200次",
        "第30届大会",
        "《写在邮路四十年》",
        "行政院说,108年产量居首",
        "2019区块链技术大会",
        "前8个月",
        "两个一百年目标",
    ],
)
def test_years_days_ordinals_codes_and_counted_points_are_none(text: str) -> None:
    assert figures(view(text)) == ()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("建成30万个村級站點,覆盖全国", "村級站點"),
        ("郵路總數已超过30万个。", "郵路"),
        ("开通5G基站超过30万个。", "开通5G基站"),
        ("参与建设的村級站點超过30万个。", "村級站點"),
        ("占24%以及更多。", None),
        ("同比增长24%。", None),
        ("达到30万个。", None),
    ],
)
def test_what_is_counted_stands_behind_or_before(text: str, what: str | None) -> None:
    assert figures(view(text))[0].what == what


def test_a_quantity_of_the_same_thing_is_read_once() -> None:
    text = "邮量增长8%,邮资下降8%。到年底,邮量增长8%。投资5亿元,增资5亿元。"
    found = [(f.value, f.what) for f in figures(view(text))]
    assert found == [("8", "邮量"), ("8", "邮资"), ("5亿", None), ("5亿", None)]

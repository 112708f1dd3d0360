"""What is promised or urged, with markers and without; what only looks like it."""

import pytest

from flows.text.chinese.reader import read

SAYS = "邮政部副部长胡明表示,"


def heads(text: str) -> list[str]:
    reading = read("", SAYS + text, None)
    assert [m.ordinal for m in reading.measures] == list(range(1, len(reading.measures) + 1))
    return [m.head for m in reading.measures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "下一步将做好三方面工作:一是加强规划;二是完善标准;三是强化监管。",
            "加强规划 完善标准 强化监管",
        ),
        ("一是要加强规划,二是要完善标准,三是要强化监管。", "加强规划 完善标准 强化监管"),
        ("提出三点建议。第一,加强规划。科学布局。第二,完善标准。", "加强规划 完善标准"),
        ("首先,要加强规划。其次,要完善标准。最后,要深化合作。", "加强规划 完善标准 深化合作"),
        ("一方面要加强规划,另一方面要完善标准。", "加强规划 完善标准"),
        ("第一个是加强规划,第二个是完善标准。", "加强规划 完善标准"),
        ("下一步,(一)加强规划。(二)完善标准。", "加强规划 完善标准"),
        (
            "要做到以下几点:\n1、加强规划\n科学布局,避免重复。\n2、完善标准\n加快修订。",
            "加强规划 完善标准",
        ),
        (
            "从两方面发力:一是共建共享,提升能力;二是共促共创,深化应用。",
            "共建共享,提升能力 共促共创,深化应用",
        ),
        ("将加快网点建设,完善投递标准,强化质量监管。", "加快网点建设 完善投递标准 强化质量监管"),
        ("要加快网点建设。要完善投递标准。", "加快网点建设 完善投递标准"),
        ("要加强规划,科学布局。要完善标准,加快修订。", "加强规划 完善标准"),
        ("坚持创新引领,完善机制。坚持开放共赢,拓展合作。", "坚持创新引领 坚持开放共赢"),
        ("要突出规划引领;突出标准先行;突出质量第一。", "突出规划引领 突出标准先行 突出质量第一"),
        ("应建立健全法规,鼓励社会力量参与。", "建立健全法规 鼓励社会力量参与"),
        ("建议加大投入。希望各方共同努力。", "加大投入 各方共同努力"),
        ("下一步,持续优化服务,不断提升效率。", "持续优化服务 不断提升效率"),
        ("“我们将完善标准,强化监管。”", "完善标准 强化监管"),
        ("将在年底前完成改造,明年全面推广。", "完成改造 全面推广"),
        ("将不再发放牌照,愿同各国加强合作。", "不再发放牌照 同各国加强合作"),
        ("将会同财政部制定政策。", "会同财政部制定政策"),
        ("将于下周公布征求意见稿。", "公布征求意见稿"),
        ("降温力度仍需加强。", "降温力度仍需加强"),
    ],
)  # fmt: skip
def test_promises_and_appeals(text: str, expected: str) -> None:
    assert heads(text) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "网点建设成效显著:一是规模扩大;二是质量提升。",
        "邮路主要包括3个方面:一是干线网络;二是支线网络。",
        "当前存在以下问题:一是人员不足;二是标准缺失。",
        "有三点经验:一是坚持创新;二是坚持开放。",
        "有几点值得注意。第一,市场过热。第二,投机盛行。",
        "去年主要开展了两方面工作:一是建成了网点;二是出台了标准。",
        "我国邮路要素齐全,重要性突出,需求旺盛。",
        "邮路大会将于9月27日在江州举行。",
        "加快网点建设是关键,完善标准有利于发展。",
        "不会放松监管。",
        "如果监管不力,将影响邮路安全。",
    ],
)
def test_achievements_definitions_problems_and_plain_facts_are_none(text: str) -> None:
    assert heads(text) == []


def test_of_a_list_of_past_work_and_a_plan_the_plan_counts() -> None:
    text = (
        "去年主要开展了两方面工作:一是建成了网点;二是出台了标准。"
        "今年将重点抓好两项工作:一是扩大网点;二是修订标准。"
    )
    assert heads(text) == ["扩大网点", "修订标准"]


def test_an_item_holds_what_spells_it_out_and_ends_where_somebody_speaks() -> None:
    text = "要做好两项工作。一是加强规划。科学布局网点。二是完善标准。胡明强调,要强化监管。"
    measures = read("", SAYS + text, None).measures
    assert [m.text for m in measures] == [
        "一是加强规划。科学布局网点。",
        "二是完善标准。",
        "强化监管",
    ]


def test_a_list_inside_of_an_item_belongs_to_the_item() -> None:
    text = "提出两点建议。第一,加强规划:一是布局网点,二是避免重复。第二,完善标准。"
    assert heads(text) == ["加强规划", "完善标准"]


def test_measures_of_an_earlier_statement_are_left_out() -> None:
    text = "要加快建设。\n此前,财政部部长王伟在2020年5月曾表示,将完善补贴。"
    assert heads(text) == ["加快建设"]

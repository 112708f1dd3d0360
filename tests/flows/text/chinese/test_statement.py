"""Which articles report a statement by somebody in office, and why the others do not."""

import pytest

from flows.text.chinese.reader import read


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("", "科技部副部长胡明表示,要加快建设。"),
        ("", "中国人民银行邮政货币研究所所长胡明表示,要加快建设。"),
        ("", "河港证券交易所理事长胡明表示,要加快建设。"),
        ("", "邮路工程院院士胡明贺发表演讲。他认为,要加快建设。"),
        ("", "全国政协委员胡明在提案中建议,加快完善标准,加大投入。"),
        ("", "河港大学邮路研究中心主任胡明在论坛上建议,完善标准,加强监管。"),
        ("邮政部回应包裹延误", "针对延误,邮政部27日回应称,已组织核查,将严肃处理。"),
        ("胡明:夯实基础", "胡明强调,要加快网点建设,完善投递标准。胡明指出,邮路是基础。"),
        ("邮政部:将加快建设", "近日,邮政部召开会议。会议指出,要加快建设,完善标准。"),
    ],
)
def test_officials_bodies_and_invited_experts_make_statements(title: str, text: str) -> None:
    reading = read(title, text, None)
    assert reading.is_statement, reading.why
    assert "is reported to speak" in reading.why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("邮路币涨幅超过5%。河港证券首席分析师胡明表示,多头占优。", "speaks for no public body"),
        ("河港快递集团董事长胡明在业绩会上表示,公司将加快布局。", "speaks for no public body"),
        ("河港科技CEO胡明接受采访时表示,公司将推出新品。", "speaks for no public body"),
        ("邮路建设要久久为功。首先,要加强规划。其次,要完善标准。", "nobody in office"),
        ("国家统计局数据显示,8月份快递业务量同比增长20%。", "nobody in office"),
        ("邮政部印发《邮路规划》,提出到2025年建成网点300万个。", "nobody in office"),
        ("胡明,男,汉族,1966年5月出生,毕业于河港大学。历任邮政部处长。", "nobody in office"),
        ("胡部长推门而入,冷笑道:“要加快修路。”众大臣点了点头。", "told as a story"),
        ("什么是智能信箱?一是安全,二是方便。首先打开应用。", "nobody in office"),
        ("这款手机续航提升30%。要选择大内存版本。", "nobody in office"),
        ("据报道,河港公司将发布新款手机。知情人士透露,售价为2999元。", "nobody in office"),
    ],
)
def test_market_news_companies_editorials_and_stories_are_none(text: str, why: str) -> None:
    reading = read("", text, None)
    assert not reading.is_statement
    assert why in reading.why
    assert reading.speakers == ()


def test_the_view_keeps_the_way_back() -> None:
    text = "國(guó)家郵(yóu)政局局長胡明表示,網點達 60 萬個,將加快建設。"
    reading = read("", text, None)
    speaker = reading.main_speaker
    assert speaker is not None
    assert (speaker.name, speaker.org) == ("胡明", "國家郵政局")
    assert speaker.span is not None
    assert text[slice(*speaker.span)] == "國(guó)家郵(yóu)政局局長胡明"
    assert [f.value for f in reading.figures] == ["60 萬"]


def test_a_body_that_promises_needs_no_verb_of_speaking() -> None:
    reading = read("", "今年,邮政部将扎实推进邮路建设,新增网点300个,完善标准。", None)
    assert reading.is_statement, reading.why
    assert [(s.name, s.org) for s in reading.speakers] == [(None, "邮政部")]
    assert not read("", "河港集团将扎实推进邮路建设,完善标准。", None).is_statement
    assert not read("", "邮政部将于27日公布数据。", None).is_statement

"""Who speaks, with post and body, in the orders and forms that Chinese reports use."""

import pytest

from flows.text.chinese.reader import read
from tests.flows.text.chinese.told import main_speaker


@pytest.mark.parametrize(
    ("text", "name", "post", "org"),
    [
        ("邮政部副部长胡明表示,要加快建设。", "胡明", "副部长", "邮政部"),
        ("邮政部数据司司长胡明伟在会上指出,要加快建设。", "胡明伟", "司长", "邮政部数据司"),
        ("邮政部胡明副部长主持会议。胡明指出,要加快建设。", "胡明", "副部长", "邮政部"),
        (
            "邮政部党组成员、副部长胡明出席会议并强调,要加快建设。",
            "胡明", "党组成员、副部长", "邮政部",
        ),
        ("邮政领导小组办公室主任、邮政部副部长胡明表示,要加快建设。", "胡明", "副部长", "邮政部"),
        ("邮政部原部长胡明表示,要加快建设。", "胡明", "原部长", "邮政部"),
        ("会上,邮政部副部长\n胡明出席\n邮路峰会致辞表示,要加快建设。", "胡明", "副部长", "邮政部"),
        ("邮政部部长胡明主持会议。胡部长提到,要加快建设。", "胡明", "部长", "邮政部"),
        ("邮政部政策司司长胡明女士31日在发布会上表示,要加快建设。", "胡明", "司长", "邮政部政策司"),
        ("邮政部数据司相关负责人认为,要加快建设,完善标准。", None, "相关负责人", "邮政部数据司"),
        ("邮政部新闻发言人表示,将加快建设,完善标准。", None, "新闻发言人", "邮政部"),
        ("邮政部与财政部联合发文。邮政部表示,将加快建设,完善标准。", None, None, "邮政部"),
        ("财政部长胡明表示,将减税降费。", "胡明", "部长", "财政部"),
        ("江州市长胡明表示,将减税降费。", "胡明", "市长", "江州市"),
        ("美联储主席杰罗姆·霍尔表示,将继续加息。", "杰罗姆·霍尔", "主席", "美联储"),
        (
            "新加坡金融管理局局长拉维·梅农星期三说,将推出新规。",
            "拉维·梅农", "局长", "新加坡金融管理局",
        ),
        (
            "欧阳明华说过话。邮政部总工程师欧阳明华介绍,将推出新规。",
            "欧阳明华", "总工程师", "邮政部",
        ),
        ("邮政部副处长逯军就此事表示,要加快建设。", "逯军", "副处长", "邮政部"),
        ("“要加快建设。”邮政部副部长胡明说,“还要完善标准。”", "胡明", "副部长", "邮政部"),
        ("据邮政部副部长胡明介绍,将加快建设网点。", "胡明", "副部长", "邮政部"),
        ("邮政部副部长 胡明 表示,要加快建设。", "胡明", "副部长", "邮政部"),
        ("邮政部副部长胡 明表示,要加快建设。", "胡 明", "副部长", "邮政部"),
        ("邮路储运局(以下简称“储运局”)副局长胡明强调,要加快建设。", "胡明", "副局长", "邮路储运局"),
        ("日本首相石田文雄12日宣布,将推出新规。", "石田文雄", "首相", "日本"),
        (
            "邮政部近日召开会议,部长胡明主持会议并讲话。胡明强调,要加快建设。",
            "胡明", "部长", "邮政部",
        ),
        ("邮政部胡明表示,要加快建设。", "胡明", None, "邮政部"),
        ("颜鲲副部长出席。邮政部颜鲲副部长表示,要加快建设。", "颜鲲", "副部长", "邮政部"),
        (
            "江州自治区党委副书记、自治区主席库尔班·艾力主持会议。他要求,要加快建设。",
            "库尔班·艾力", "党委副书记、自治区主席", "江州自治区",
        ),
        ("会议由局长王伟主持,邮政部副部长胡明要求,要加快建设。", "胡明", "副部长", "邮政部"),
        ("王伟同邮政部部长胡明举行会谈。胡明表示,要加快建设。", "胡明", "部长", "邮政部"),
        ("西班牙国王费利佩六世表示,要加快建设。", "费利佩六世", "国王", "西班牙"),
        ("邮政部召开会议。会议强调,要加快建设,完善标准。", None, None, "邮政部"),
        ("邮政部部长胡明主持召开党组会议。会议强调,要加快建设。", "胡明", "部长", "邮政部"),
        (
            "邮政部部长胡明主持召开座谈会。副部长王强,总工程师李伟出席。会议强调,要加快建设。",
            "胡明", "部长", "邮政部",
        ),
        ("全国邮政工作会议在江州召开。会议强调,要加快建设。", None, None, "全国邮政工作会议"),
        (
            "邮政部部长胡明指出,王五总书记多次强调服务。他强调,要加快建设。",
            "胡明", "部长", "邮政部",
        ),
        ("邮政部发言人 胡明:将加快建设网点。", "胡明", "发言人", "邮政部"),
        (
            "邮政部总工程师、数据司司长胡明表示,要加快建设。",
            "胡明", "总工程师、数据司司长", "邮政部",
        ),
        (
            "邮政部部长王伟,新闻发言人、数据司司长胡明出席。胡明表示,要加快建设。",
            "胡明", "新闻发言人、数据司司长", "邮政部",
        ),
        (
            "邮政部副部长兼海关总署署长胡明表示,要加快建设。",
            "胡明", "副部长兼海关总署署长", "邮政部",
        ),
        ("邮政部副部长矫勇作总结讲话。矫勇强调,要加快建设。", "矫勇", "副部长", "邮政部"),
        ("随着邮政部部长胡明表态,他说,要加快建设。", "胡明", "部长", "邮政部"),
        ("即时报导\n行政院长胡明表示,要加快建设。", "胡明", "院长", "行政院"),
        (
            "邮政部总农艺师胡明应约同乙国局长通电话。胡明表示,要加快建设。",
            "胡明", "总农艺师", "邮政部",
        ),
        ("海关总署署长胡明带来了好消息。他说,要加快建设。", "胡明", "署长", "海关总署"),
        ("郵政部副部長胡明偉表示,要加快建設。", "胡明偉", "副部長", "郵政部"),
        (
            "邮(yóu)政(zhèng)部(bù)部(bù)长(zhǎng)胡(hú)明(míng)表(biǎo)示(shì),要加快建设。",
            "胡明", "部长", "邮政部",
        ),
    ],
)  # fmt: skip
def test_name_post_and_body(text: str, name: str | None, post: str | None, org: str | None) -> None:
    speaker = main_speaker(text)
    assert (speaker.name, speaker.post, speaker.org) == (name, post, org)
    assert speaker.rule
    assert speaker.span is not None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲公司董事长李四、乙公司总经理王五参加会议。邮政部副部长胡明致辞。", {"胡明"}),
        ("江州市市长王五主持会议,邮政部副部长胡明出席会议并讲话。", {"胡明"}),
        ("邮政部副部长胡明表示,要加快建设。江州市市长王五说:“江州将全力支持。”", {"胡明", "王五"}),
        ("邮政部副部长胡明在回答河港社记者李四提问时表示,要加快建设。", {"胡明"}),
        ("河港社江州9月27日电(记者 李四)邮政部27日表示,将加快建设,完善标准。", set()),
        ("邮政部副部长胡明会见江州市市长王五。胡明表示,要加快建设。", {"胡明"}),
        ("邮政部副部长胡明表示,国家主席专门致信,主席的重要讲话令人鼓舞,要加快建设。", {"胡明"}),
        ("江州市市长王五宣读李强总理致辞,邮政部副部长胡明出席并致辞。", {"胡明"}),
        ("发布会请局长王五介绍情况,并答记者问。\n邮政部副部长胡明:要加快建设。", {"胡明"}),
        ("江州市市长王五到会,三家单位作了交流发言。邮政部副部长胡明表示,要加快建设。", {"胡明"}),
        ("有记者提问,财政大臣王五声称要加税。邮政部副部长胡明表示,要加快建设。", {"胡明"}),
        ("河港日报记者:王五部长表示要加税。为何?\n邮政部副部长胡明:要加快建设。", {"胡明"}),
        ("邮政部副部长胡明表示,乙国总统访华,总统发言得体,要加快建设。", {"胡明"}),
        ("邮政部副部长胡明表示,要落实王五总书记提出的倡议,加快建设。", {"胡明"}),
    ],
)  # fmt: skip
def test_who_presides_attends_asks_or_listens_is_no_speaker(text: str, names: set[str]) -> None:
    reading = read("", text, None)
    assert reading.is_statement, reading.why
    assert {s.name for s in reading.speakers if s.name} == names


def test_a_transcript_gives_the_turns_to_those_who_take_them() -> None:
    text = (
        "主持人 李四:上午好。今天请来邮政部副部长胡明先生。\n胡明:大家好。下一步将加快建设。\n"
        "河港日报记者:请问如何保障安全?\n胡明:一是完善标准。二是强化监管。"
    )
    reading = read("邮路发展发布会实录", text, None)
    assert [(s.name, s.post, s.org) for s in reading.speakers] == [("胡明", "副部长", "邮政部")]
    assert [m.head for m in reading.measures] == ["加快建设", "完善标准", "强化监管"]


@pytest.mark.parametrize(
    ("title", "text", "name", "org"),
    [
        ("【快讯】邮政部副部长胡明:将推出新规", "", "胡明", "邮政部"),
        ("邮政部胡明:网点今年将超过30万个", "", "胡明", "邮政部"),
        ("邮政部:将加快建设", "胡某称有此事。要加快建设,完善标准。", None, "邮政部"),
        (
            "邮政部部长胡明在邮路大会上的致辞",
            "大家上午好!我们将加快建设,完善标准。",
            "胡明",
            "邮政部",
        ),
    ],
)
def test_a_speaker_may_stand_in_the_headline_alone(
    title: str, text: str, name: str | None, org: str
) -> None:
    speaker = main_speaker(text, title)
    assert (speaker.name, speaker.org, speaker.span) == (name, org, None)


def test_he_is_the_one_who_spoke_last() -> None:
    text = "邮政部副部长胡明表示,要加快建设。\n他还说:“我们将完善标准,强化监管。”"
    assert [q.speaker for q in read("", text, None).quotes] == ["胡明"]


def test_a_surname_with_a_title_is_no_name_however_often_it_stands() -> None:
    text = "行政院长赖志远今日表示,要加快建设。\n赖院长指出,要完善标准。\n赖院长强调,要深化合作。"
    speakers = read("赖揆:加快建设", text, None).speakers
    assert [s.name for s in speakers] == ["赖志远"]


def test_a_bare_title_at_a_clause_s_beginning_is_its_only_holder_s() -> None:
    text = "赖志远总统今日接见邮差代表。\n总统致词时表示,未来要继续扩大网点,完善标准。"
    reading = read("", text, None)
    assert [s.name for s in reading.speakers] == ["赖志远"]
    assert [m.head for m in reading.measures] == ["继续扩大网点", "完善标准"]


def test_of_two_who_say_as_much_the_first_is_the_main_speaker() -> None:
    text = (
        "邮政部部长胡明4日会见乙国交通部部长安娜·霍尔。\n胡明表示,愿同乙方加强合作。\n"
        "霍尔表示,乙方高度重视邮路,感谢款待,愿同邮政部加强合作,扩大往来。"
    )
    assert main_speaker(text).name == "胡明"


def test_a_foreign_name_that_begins_as_a_chinese_one_is_read_whole() -> None:
    text = "邮政部部长胡明会见乙国总理米舒斯京。\n米舒斯京表示,愿加强合作。"
    assert "米舒斯京" in [s.name for s in read("", text, None).speakers]


def test_a_head_of_state_takes_no_body_that_was_named_before() -> None:
    text = "邮政联盟委员会主席霍尔发来贺电。国家主席胡明表示,愿加强合作。"
    bodies = {s.name: s.org for s in read("", text, None).speakers}
    assert bodies["胡明"] is None


def test_who_speaks_for_others_is_no_body() -> None:
    text = "邮政部部长胡明代表党中央和国务院表示热烈祝贺。胡明指出,要加快建设。"
    assert [s.name for s in read("", text, None).speakers] == ["胡明"]

"""Where a statement was made: in the forms of reports, datelines, bulletins and transcripts."""

import pytest

from flows.text.chinese.reader import read
from tests.flows.text.chinese.told import main_speaker, occasion

SAYS = "邮政部副部长胡明表示,要加快网点建设,完善投递标准。"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("新华社记者王东北京9月27日电 " + SAYS, "北京"),
        ("(中央社記者王東哈爾濱27日電)" + SAYS, "哈爾濱"),
        ("本报北京讯(记者 王东)" + SAYS, "北京"),
        ("〔記者王東/台北報導〕" + SAYS, "台北"),
        ("【記者王東台北報導】" + SAYS, "台北"),
        ("【本報台北訊】" + SAYS, "台北"),
        ("大公網訊 (記者王東 北京報道)" + SAYS, "北京"),
        ("中新网9月27日电 " + SAYS, None),
    ],
)
def test_a_dateline_names_the_place_behind_the_writer(text: str, place: str | None) -> None:
    assert occasion(text).place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("邮政部副部长胡明27日在京表示,要加快网点建设,完善标准。", "京"),
        ("在北京,邮政部副部长胡明表示,要加快网点建设,完善标准。", "北京"),
        ("邮政部副部长胡明27日在日内瓦出席邮政大会,致辞表示要加快网点建设。", "日内瓦"),
        ("27日,邮政部副部长胡明在巴黎邮政宫同甲国大臣会谈。胡明指出,要加快建设。", "巴黎邮政宫"),
        ("邮政部副部长胡明赴江州调研。胡明指出,要加快网点建设,完善标准。", "江州"),
        ("邮政部副部长胡明到江州市调研邮路工作。胡明指出,要加快网点建设。", "江州市"),
        ("27日,邮政部副部长胡明在人民大会堂看望邮民,强调要加快网点建设。", "人民大会堂"),
        ("2022世界邮政大会(杭州)27日开幕。" + SAYS, "杭州"),
        ("27日,第三届邮路大会以线上方式举行。" + SAYS, "线上"),
        ("时间:9月27日\n地点:江州国际会展中心\n" + SAYS, "江州国际会展中心"),
    ],
)
def test_where_somebody_speaks_meets_or_visits(text: str, place: str) -> None:
    assert occasion(text).place == place


@pytest.mark.parametrize(
    "text",
    [
        "9月25日至27日,邮路大会将在江州举行。邮政部副部长胡明在发布会上表示,要加快建设。",
        "邮政部副部长胡明在接受采访时表示,大会定于9月在江州举行,要加快建设。",
        "省委副书记于海东出席会议并讲话。于海东强调,要加快网点建设。",
        "会议传达学习胡明在江州调研时的讲话精神。省委书记王东主持会议,强调要加快建设。",
        "邮政部副部长胡明在看望邮民时表示,要加快网点建设。",
        "邮政部副部长胡明在充分调研的基础上提出,要加快网点建设。",
        "邮政部副部长胡明在世界邮政博览会开幕式上表示,要加快网点建设。",
        "邮政部副部长胡明27日在官网表示,要加快网点建设。",
        "邮政部副部长胡明在北京大学师生座谈会上指出,要加快网点建设。",
    ],
)
def test_plans_spirits_names_and_manners_are_no_place(text: str) -> None:
    assert occasion(text).place is None


def test_a_general_is_no_plan() -> None:
    text = "晋升上将军衔仪式27日在北京邮政大楼举行。邮政部部长胡明表示,要加快网点建设。"
    assert occasion(text).place == "北京邮政大楼"


def test_a_body_is_given_in_its_own_script() -> None:
    text = "郵(yóu)政總局表示,將加快網點建設。\n「要完善投遞標準,加快建設。」郵政總局指出。"
    speaker = main_speaker(text)
    assert speaker.org == "郵政總局"
    assert speaker.span is not None
    assert text[slice(*speaker.span)] == "郵(yóu)政總局"
    assert [q.speaker for q in read("", text, None).quotes] == ["郵政總局"]

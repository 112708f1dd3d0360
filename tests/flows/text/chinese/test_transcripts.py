"""Transcripts: turns behind a colon or in brackets, and who only gives the word to others."""

from flows.text.chinese.reader import read
from tests.flows.text.chinese.told import main_speaker


def test_a_turn_may_stand_in_brackets() -> None:
    text = (
        "邮政部27日举行新闻发布会。\n【邮政部新闻发言人 胡东】女士们、先生们:\n大家上午好!"
        "下一步,我们将加快建设,完善标准。"
    )
    speaker = main_speaker(text)
    assert (speaker.name, speaker.post, speaker.org) == ("胡东", "新闻发言人", "邮政部")
    assert [m.head for m in read("", text, None).measures] == ["加快建设", "完善标准"]


def test_who_gives_the_word_to_others_is_no_speaker() -> None:
    text = (
        "新闻办发言人 云海平:\n各位朋友,大家下午好。今天我们邀请到邮政部部长胡明先生。"
        "下面,我们先请胡明先生作介绍。\n邮政部部长 胡明:\n女士们、先生们,大家好。"
        "我们将加快建设,完善标准。\n云海平:\n谢谢。下面请大家提问。"
    )
    assert [s.name for s in read("", text, None).speakers] == ["胡明"]


def test_who_presides_by_office_is_no_speaker_beside_others() -> None:
    text = (
        "[新闻办新闻局副局长 云海平]各位记者朋友,大家下午好,感谢大家关注邮路。\n"
        "[邮政部部长 胡明]大家好。我们将加快建设,完善标准。"
    )
    assert [s.name for s in read("", text, None).speakers] == ["胡明"]


def test_a_name_alone_takes_its_turn_in_brackets() -> None:
    text = "邮政部副部长王海平介绍了情况。\n【胡东】邮路是基础。我强调,要加快建设,完善标准。"
    assert "胡东" in {s.name for s in read("", text, None).speakers}


def test_a_spokesman_who_presides_over_his_own_briefing_speaks() -> None:
    text = "邮政部新闻发言人 胡明:\n大家好,欢迎参加发布会。下面请大家提问。我们将加快建设。"
    assert main_speaker(text).name == "胡明"


def test_a_turn_may_be_a_line_of_its_own() -> None:
    text = (
        "邮政部27日召开新闻发布会。\n邮政部新闻发言人、宣传司副司长\n胡东\n各位朋友:\n大家好!"
        "要加快建设,完善标准。"
    )
    assert main_speaker(text).name == "胡东"


def test_whom_a_reporter_in_brackets_cites_does_not_speak() -> None:
    text = (
        "【邮政部新闻发言人 胡东】各位朋友,大家好。要加快建设。\n"
        "【江州电视台记者】甲国邮政大臣安娜·霍尔称,将取消邮路税。请问有何评论?\n"
        "【胡东】我们主张,要完善标准。"
    )
    assert [s.name for s in read("", text, None).speakers] == ["胡东"]

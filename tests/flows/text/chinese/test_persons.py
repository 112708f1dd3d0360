"""Posts before and behind a name, rarer surnames, and bodies that are named in short."""

import pytest

from flows.text.chinese.reader import read
from tests.flows.text.chinese.told import main_speaker


@pytest.mark.parametrize(
    "post",
    [
        "总农艺师",
        "总规划师",
        "总工程师",
        "总经济师",
        "一级巡视员",
        "安全总监",
        "食品安全总监",
        "总督学",
        "副总督学",
        "总飞行师",
        "首席气象专家",
        "专职副主任",
        "督查专员",
        "一级警务专员",
        "公使衔参赞",
        "局务委员",
        "政务次长",
        "常任秘书长",
        "大法官",
        "首席数据官",
        "召集人",
    ],
)
def test_posts_before_and_behind_the_name(post: str) -> None:
    for words in (f"邮政部{post}胡明伟", f"邮政部胡明伟{post}"):
        speaker = main_speaker(f"{words}表示,要加快建设,完善标准。")
        assert (speaker.name, speaker.post, speaker.org) == ("胡明伟", post, "邮政部")


@pytest.mark.parametrize(
    "surname", [*"云储薄诸柴危厉禹湛蒲闻班农杭强怀谈", "宇文", "呼延", "濮阳", "澹台"]
)
def test_rarer_surnames(surname: str) -> None:
    for words in (f"邮政部副部长{surname}志远", f"邮政部{surname}志远副部长"):
        assert main_speaker(f"{words}表示,要加快建设。").name == f"{surname}志远"


@pytest.mark.parametrize(
    "words",
    [
        "邮政部云平台主任强化责任落实,会议强调要加快建设。",
        "陆续有专家表示,要加快建设。",
        "濮阳市副市长表示,要加快建设。",
    ],
)
def test_words_that_begin_as_rarer_surnames_name_nobody(words: str) -> None:
    assert [s.name for s in read("", words, None).speakers if s.name] == []


def test_this_body_is_the_one_that_was_named_before() -> None:
    text = "邮政部27日召开发布会,该部新闻发言人胡明伟表示,要加快建设。"
    speaker = main_speaker(text)
    assert (speaker.name, speaker.post, speaker.org) == ("胡明伟", "新闻发言人", "邮政部")


def test_a_name_may_stand_before_a_first_time() -> None:
    text = "邮政部政策室副主任兼新闻发言人胡明首次亮相发布会。胡明表示,要加快建设。"
    assert main_speaker(text).name == "胡明"


def test_verbs_that_end_as_bodies_do_speak_for_nobody() -> None:
    text = "邮政部发言人胡明伟表示,要完善标准。切实履行承诺,认真部署要求,将加快建设。"
    assert [s.name for s in read("", text, None).speakers] == ["胡明伟"]


def test_pictures_between_the_characters_are_passed_over() -> None:
    text = "邮政❗部副部🚆长胡明🔆伟表示,要加快📦建设。"
    speaker = main_speaker(text)
    assert (speaker.name, speaker.post, speaker.org) == ("胡明伟", "副部长", "邮政部")
    assert [m.head for m in read("", text, None).measures] == ["加快建设"]


def test_a_name_of_two_characters_ends_before_the_verbs_of_the_south() -> None:
    text = "邮政局局长胡东指,要加快建设。胡东续指,要完善标准。胡东亦提到,要强化监管。"
    assert [s.name for s in read("", text, None).speakers] == ["胡东"]


def test_the_text_tells_how_long_a_name_in_the_headline_is() -> None:
    text = "邮政局局长胡明的开场白引发笑声。胡明强调,要加快建设。"
    assert [s.name for s in read("邮政局局长胡明笑谈邮路", text, None).speakers] == ["胡明"]


def test_who_thanks_for_a_body_and_what_is_told_to_all_name_nobody() -> None:
    text = (
        "邮政部部长胡明在大会上讲话。我谨代表邮政部对各位表示祝贺,向大家介绍邮路发展的情况。"
        "胡明表示,要加快建设。"
    )
    assert [s.name for s in read("", text, None).speakers] == ["胡明"]


def test_the_speech_of_somebody_that_is_praised_is_no_act_of_speaking() -> None:
    text = (
        "邮政部部长胡明主持会议。会议指出,邮政联盟主席王海平的重要讲话,内涵丰富。"
        "会议强调,要加快建设,完善标准。"
    )
    assert [s.name for s in read("", text, None).speakers] == ["胡明"]


def test_a_body_may_say_on_a_day_of_the_week_with_its_date() -> None:
    text = "邮政部星期五(7月5日)说,邮路是基础。下一步,将加快建设,完善标准。"
    assert main_speaker(text).org == "邮政部"


def test_pronunciations_may_stand_twice() -> None:
    text = "邮政(zheng)(zheng) 部(bu)部长胡(hu)(hu)明(ming)表示,要加快建(jian)(jian)设。"
    speaker = main_speaker(text)
    assert (speaker.name, speaker.post, speaker.org) == ("胡明", "部长", "邮政部")


def test_a_speech_that_showed_the_way_said_nothing_new() -> None:
    text = (
        "邮政部部长胡明主持会议。会议指出,邮政联盟主席王海平的讲话为邮路指明了前进方向。"
        "会议强调,要加快建设,完善标准。"
    )
    assert [s.name for s in read("", text, None).speakers] == ["胡明"]


def test_of_those_who_attend_together_the_first_speaks() -> None:
    text = (
        "邮政部部长胡明,副部长云海平、副部长王东出席新闻发布会,介绍邮路有关情况,并答记者问。"
        "将加快建设,完善标准。"
    )
    assert [s.name for s in read("", text, None).speakers] == ["胡明"]


def test_whose_demands_are_met_demands_nothing_new() -> None:
    text = "邮政部于20日在京召开了部署会。会议强调,要落实财政部党委要求,加快建设,完善标准。"
    assert [s.org for s in read("", text, None).speakers] == ["邮政部"]


def test_a_department_may_be_named_by_the_nation() -> None:
    speaker = main_speaker("邮政局新闻发言人、国际司司长胡明表示,要加快建设。")
    assert (speaker.post, speaker.org) == ("新闻发言人、国际司司长", "邮政局")


def test_a_designated_minister_holds_the_post_to_come() -> None:
    speaker = main_speaker("邮政部準部長胡明说,将加快建设。")
    assert (speaker.post, speaker.org) == ("準部長", "邮政部")


def test_who_is_met_does_not_speak_for_the_one_who_meets() -> None:
    text = "邮政部部长胡明会见甲国邮政大臣安娜·霍尔时强调,要加快邮路建设。"
    assert main_speaker(text).name == "胡明"


def test_questions_and_manners_behind_a_post_are_no_names() -> None:
    text = (
        "邮政局局长胡明表示,要加快建设。胡明回复立法会议员质询表示,要完善标准。"
        "局长郑重宣布,将强化监管。"
    )
    assert [s.name for s in read("", text, None).speakers] == ["胡明"]

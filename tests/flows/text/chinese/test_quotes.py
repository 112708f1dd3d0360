"""Whose words stand in quotation marks, and which marks hold none."""

import pytest

from flows.text.chinese.reader import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("邮政部副部长胡明表示:“网点是邮路发展的基础。”", [("网点是邮路发展的基础。", "胡明")]),
        ("“网点是邮路发展的基础。”邮政部副部长胡明说。", [("网点是邮路发展的基础。", "胡明")]),
        (
            "“网点是基础工作,”邮政部副部长胡明说,“我们要完善投递的标准。”",
            [("网点是基础工作,", "胡明"), ("我们要完善投递的标准。", "胡明")],
        ),
        (
            "邮政部副部长胡明表示,要加快建设。江州市市长王伟说:“江州将全力支持网点。”",
            [("江州将全力支持网点。", "王伟")],
        ),
        (
            "邮政部副部长胡明表示,要加快建设。\n“我们将完善标准,强化监管。\n“还将扩大资金投入。”胡明补充道。",
            [("我们将完善标准,强化监管。", "胡明"), ("还将扩大资金投入。", "胡明")],
        ),
        (
            "郵政部副部長胡明表示:「網點是郵路的基礎,必須加快。」",
            [("網點是郵路的基礎,必須加快。", "胡明")],
        ),
        (
            "邮政部副部长胡明透露:“有人说‘邮路太慢’,我们要改。”",
            [("有人说‘邮路太慢’,我们要改。", "胡明")],
        ),
    ],
)  # fmt: skip
def test_quoted_words_have_their_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    quotes = read("", text, None).quotes
    assert [(q.text, q.speaker) for q in quotes] == expected
    assert all(text[slice(*q.span)] == q.text for q in quotes)


@pytest.mark.parametrize(
    "words",
    [
        "在“通达四方未来可期”邮路峰会上表示,要推进“村村通”工程。",
        "在回答关于“网点何时全部建成投用”的提问时表示,要加快建设。",
        "表示,要坚持“绿水青山就是金山银山”理念。",
        "称,“十四五”期间将加快建设“快递进村”网点。",
        "指出,要打造“一网多用、一站多能、多点合一”的新格局。",
        "表示,邮路已有基础,“5G+农村邮路网”建设走在前列。",
        "表示,将推出「驿站加速先导计划」,吸引邮商。",
        "用“稳中有进、稳中向好”来形容邮路形势,强调要加快建设。",
    ],
)
def test_names_themes_questions_and_slogans_are_no_quotes(words: str) -> None:
    reading = read("", f"邮政部副部长胡明{words}", None)
    assert reading.is_statement
    assert reading.quotes == ()


def test_the_theme_of_an_event_is_said_by_nobody() -> None:
    text = "“邮路通千家万户·投递进千村”座谈会27日举行。邮政部部长胡明强调,要加快建设。"
    assert read("", text, None).quotes == ()
    said = "邮政部部长胡明说:“要加快网点建设,完善标准。”会议还部署了工作。"
    assert [q.speaker for q in read("", said, None).quotes] == ["胡明"]

"""How many measures a text announces, whatever is found of them."""

import pytest

from flows.text.chinese.reader import read as read_chinese
from flows.text.english.reader import read as read_english

ENGLISH = "Hu Ming, head of the Post Office, said that mail matters. {} We will build halls."
CHINESE = "邮政部副部长胡明表示,邮路很重要。{}下一步要加快建设网点。"


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("He put forward six suggestions.", 6),
        ("He outlined three concrete policy proposals.", 3),
        ("The office will work in the following four aspects.", 4),
        ("It will take 12 measures.", 12),
        ("Five key tasks: build, train, lower, open and close.", 5),
        ("Six measures have been taken since May.", None),
        ("The hall has three points of sale.", None),
        ("He has two children and made one proposal.", None),
    ],
)
def test_an_english_text_announces(words: str, number: int | None) -> None:
    assert read_english("Mail matters", ENGLISH.format(words), None).announced == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("胡明提出六点建议。", 6),
        ("邮政部将从以下四个方面推进。", 4),
        ("将推出十二项举措。", 12),
        ("重点做好五项工作。", 5),
        ("今年完成了三项重点任务。", None),
        ("第三方面的工作很难。", None),
    ],
)
def test_a_chinese_text_announces(words: str, number: int | None) -> None:
    assert read_chinese("邮路很重要", CHINESE.format(words), None).announced == number


def test_the_headline_announces_before_the_text() -> None:
    text = ENGLISH.format("He put forward two suggestions.")
    assert read_english("Head of Post Office: Seven steps for mail", text, None).announced == 7
    said = CHINESE.format("胡明提出两点建议。")
    assert read_chinese("邮政部:七项措施促邮路", said, None).announced == 7
    assert read_chinese("郵政部:七項措施促郵路", said, None).announced == 7


def test_what_is_no_statement_announces_nothing() -> None:
    assert read_english("Seven steps to a better garden", "Dig first.", None).announced is None

"""Where a person's name ends, and what only looks like one."""

import pytest

from flows.text.chinese.names import name_at
from flows.text.chinese.persons import mentions
from flows.text.chinese.script import view
from flows.text.chinese.unposted import unposted


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("胡明表示,要加快。", "胡明"),
        ("胡明伟表示,要加快。", "胡明伟"),
        ("胡大为在会上指出,要加快。", "胡大为"),
        ("颜鲲副部长表示,要加快。", "颜鲲"),
        ("易明在会上说,易明在刊物上说。", "易明"),
        ("潘凝却认为,要加快。", "潘凝"),
        ("安娜·霍尔却说,要加快。", "安娜·霍尔"),
        ("费利佩六世表示,要加快。", "费利佩六世"),
        ("O’Hara表示,要加快。", "O’Hara"),
    ],
)
def test_a_name_ends_where_something_else_begins(text: str, name: str) -> None:
    assert text[: name_at(text, 0)] == name


@pytest.mark.parametrize(
    "words",
    [
        "专门致信",
        "的重要讲话",
        "访华期间",
        "发言时称",
        "研判形势",
        "敦促各方",
        "今天表示",
        "贺信表示",
    ],
)
def test_words_behind_a_post_are_no_name(words: str) -> None:
    assert name_at(words, 0) == 0


def names(text: str) -> list[str]:
    plain = view(text).text
    posted = mentions(plain)
    found = [*posted, *unposted(plain, posted)]
    return [plain[slice(*m.name)] for m in found if m.name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("任职的朱有为博士告诉记者,要加快。", ["朱有为"]),
        ("负责此事的维德警官说,要加快。", ["维德"]),
        ("但安蓓表示,要加快。", ["安蓓"]),
        ("卡梅隆曾在会后表示,要加快。", ["卡梅隆"]),
        ("艺术总监李焯桃表示,要加快。", ["李焯桃"]),
        ("伊朗表示,要加快。", []),
        ("莫斯科宣布,要加快。", []),
    ],
)
def test_names_with_a_rank_behind_or_without_any_post(text: str, expected: list[str]) -> None:
    assert names(text) == expected

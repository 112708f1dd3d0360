"""One person, one key: both scripts, both orders, every spelling."""

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.text.bodies import body_key, same_body
from flows.text.names import comparable, name_key, name_words, same_person

TO_TRADITIONAL = opencc.OpenCC("s2t")
SPELLINGS = [
    "胡明伟", "胡明偉", "胡 明伟", "Hu Mingwei", "HU Ming-wei", "Mingwei Hu", "Hu Ming Wei",
    "Hu, Mingwei", "Mr. Hu Mingwei", "胡明伟先生", "Ming-wei HU",
]  # fmt: skip


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_of_a_chinese_name_has_one_key(spelling: str) -> None:
    assert name_key(spelling) == "hu mingwei"


@pytest.mark.parametrize(
    ("han", "latin"),
    [
        ("单立文", "Shan Liwen"),
        ("解小东", "Xie Xiaodong"),
        ("仇大明", "Qiu Daming"),
        ("曾国安", "Zeng Guoan"),
        ("查小文", "Zha Xiaowen"),
        ("欧阳小明", "Ouyang Xiaoming"),
        ("歐陽明", "Ouyang Ming"),
        ("吕小明", "Lyu Xiaoming"),
        ("吕小明", "Lü Xiaoming"),
    ],
)
def test_a_surname_has_its_own_reading(han: str, latin: str) -> None:
    assert name_key(han) == name_key(latin)


@pytest.mark.parametrize(
    "spelling",
    ["Ana Sofía Ferrer", "Ferrer, Ana Sofia", "Dr. ana sofia FERRER", "Ana S. Sofia Ferrer"],
)
def test_other_names_lose_case_order_titles_and_diacritics(spelling: str) -> None:
    assert name_key(spelling) == "ana ferrer sofia"


@given(
    st.sampled_from("王李张刘陈杨赵黄周吴"), st.text("国明伟华军文建志永", min_size=1, max_size=2)
)
def test_script_and_order_do_not_count(surname: str, given_name: str) -> None:
    key = name_key(surname + given_name)
    traditional = TO_TRADITIONAL.convert(surname + given_name)
    assert name_key(traditional) == key
    assert name_key(key.title()) == key


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


def test_nothing_is_nobody() -> None:
    assert name_key(" 123 ") == ""
    assert same_person("", "") == 0


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ("胡明伟", "Hu Mingwei", 1, 1),
        ("Hu Ming", "Ho Ming", 0.7, 0.9),
        ("Mingwei", "胡明伟", 0.6, 0.8),
        ("Hu", "胡明伟", 0.6, 0.8),
        ("胡部长", "胡明伟", 0.6, 0.8),
        ("Hu Ming", "Hu Mingwei", 0.6, 0.8),
        ("Teddy Wong", "黄明伟", 0.4, 0.6),
        ("Hu Ming", "Hu Qiang", 0, 0),
        ("Li Min", "Li Ming", 0, 0),
        ("胡明伟", "Ana Ferrer", 0, 0),
        ("Ana Ferrer", "Ben Ferrer", 0, 0),
    ],
)
def test_how_surely_two_names_are_one_person(one: str, other: str, low: float, high: float) -> None:
    assert low <= same_person(one, other) <= high
    assert same_person(one, other) == same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("工业和信息化部", "MIIT"),
        ("工信部", "Ministry of Industry and Information Technology"),
        ("國家發改委", "National Development and Reform Commission (NDRC)"),
        ("央行", "People’s Bank of China"),
        ("国务院国资委", "SASAC"),
        ("国家统计局工业司", "the Industry Department of the National Bureau of Statistics"),
    ],
)
def test_a_known_body_has_one_key_in_both_languages(one: str, other: str) -> None:
    assert body_key(one) == body_key(other)
    assert same_body(one, other) == 1


def test_a_local_namesake_is_another_body() -> None:
    assert body_key("江北省财政部") != body_key("财政部")
    assert body_key("Riverside Provincial Ministry of Finance") != body_key("Ministry of Finance")


def test_bodies_outside_of_the_table_are_compared_by_words() -> None:
    assert same_body("Harbour Data Office", "the Data Office of the Harbour") == 1
    assert same_body("Harbour Data Office", "Hillside Water Board") == 0
    assert same_body("Ministry of Finance", "Ministry of Education") == 0


@given(st.text(max_size=60))
def test_a_body_key_is_its_own_key(org: str) -> None:
    assert same_body(org, body_key(org)) in (0, 1)
    assert body_key(body_key(org)) == body_key(org)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("胡明伟", "Mingwei Hu"),
        ("Ho Mingwei", "Hu Mingwei"),
        ("Hu Mingwai", "胡明伟"),
        ("Teddy Ng", "吴明伟"),
        ("Mara Lindqvist", "Lindqvist"),
        ("Paul Yue", "余明伟"),
        ("胡明", "Hu Mingwei"),
    ],
)
def test_names_of_one_person_share_a_word_of_their_keys(one: str, other: str) -> None:
    assert same_person(one, other)
    assert set(name_words(name_key(one))) & set(name_words(name_key(other)))


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        ("史蒂夫·迪克森", "Steve Dixon", False),
        ("Steve Dixon", "史蒂夫·迪克森", False),
        ("史蒂夫·迪克森", "Hu Mingwei", True),
        ("史蒂夫·迪克森", "马塞洛·克里韦拉", True),
        ("胡明伟", "Steve Dixon", True),
    ],
)
def test_a_transcription_cannot_be_told_from_its_original(one: str, other: str, can: bool) -> None:
    assert comparable(name_key(one), name_key(other)) is can


def test_a_surname_outside_of_the_most_frequent_stands_first() -> None:
    assert name_key("Jinping Xi") == name_key("习近平") == "xi jinping"
    assert name_key("Lang Ji") == name_key("郎霁") == "lang ji"


def test_a_name_whose_surname_is_unknown_has_one_key_in_both_scripts() -> None:
    assert name_key("员志远") == name_key("Yun Zhiyuan") == name_key(name_key("员志远"))

"""What tells one speaker's statements apart across languages, and what proves them one."""

from dataclasses import replace

import pytest

from flows.text.match import possible_reprint, same_statement
from flows.text.names import name_key, same_person
from flows.text.terms import terms
from storage.records import Sketch

ZH = Sketch(
    "zh", ("hu mingwei",), ("spb",), "2031-05-13", numbers=("28700", "1450", "351000000"),
    mentions=("b:spb",), topics=("logistics", "port", "safety", "service", "talent"),
)  # fmt: skip
EN = replace(ZH, lang="en", mentions=("b:spb", "d:05-13"))
OTHER_TOPICS = ("bank", "credit", "loan", "payment", "stablecoin")


def test_other_topics_of_the_same_day_tell_of_another_statement() -> None:
    one, other = replace(ZH, numbers=()), replace(EN, numbers=())
    assert same_statement(one, other)
    assert same_statement(one, replace(other, topics=OTHER_TOPICS)) is None


def test_where_the_topics_are_many_but_neither_like_nor_unlike_a_person_decides() -> None:
    one, other = replace(ZH, numbers=()), replace(EN, numbers=())
    vague = replace(other, topics=("service", *OTHER_TOPICS[:3]))
    assert same_statement(one, vague) is None
    assert possible_reprint(one, vague)
    assert same_statement(one, replace(vague, topics=("service",)))


def test_a_copy_that_says_but_the_day_of_the_month_may_be_misdated() -> None:
    late = replace(ZH, date="2031-06-13")
    assert same_statement(EN, late)
    assert same_statement(EN, replace(late, numbers=("30100", "1480", "366000000"))) is None
    assert same_statement(EN, replace(late, mentions=("d:06-13",))) is None


def test_an_undated_retelling_with_another_figure_is_of_another_speech() -> None:
    words = tuple(f"word{number}" for number in range(40))
    dated = replace(EN, words=words)
    retold = replace(EN, date=None, numbers=("1450",), words=(*words[:20], *map(str, range(20))))
    assert same_statement(dated, retold)
    assert same_statement(dated, replace(retold, numbers=("7320",))) is None


@pytest.mark.parametrize("name", ["Dou Guang Yuan", "Miao Xu Wang"])
def test_who_writes_each_syllable_apart_puts_the_surname_first(name: str) -> None:
    surname, *given = name.lower().split()
    assert name_key(name) == f"{surname} {''.join(given)}"


def test_one_name_with_either_end_for_its_surname_is_one_person() -> None:
    assert same_person("yuan douguang", "dou guangyuan") >= 0.8
    assert same_person("yuan douguang", "dou yuanguang") == 0


def test_a_short_term_is_no_beginning_of_another_word() -> None:
    assert "vehicle" in terms("new cars")
    assert "vehicle" not in terms("care for the carbon of cargo")

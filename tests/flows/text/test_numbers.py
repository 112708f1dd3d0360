"""Quantities are the same magnitudes in every language; years, days and names are none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.text.numbers import MAX_NUMBERS, numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.8万户", "28000"),
        ("28,000 homes", "28000"),
        ("28 thousand homes", "28000"),
        ("2亿169万元", "201690000"),
        ("1.6亿千瓦", "160000000"),
        ("500千克", "500"),
        ("3千家", "3000"),
        ("一万二千人", "12000"),
        ("三百位代表", "300"),
        ("1000多亿元", "100000000000"),
        ("千余家", "1000"),
        ("5.75 亿户", "575000000"),
        ("575 million homes", "575000000"),
        ("1.2万亿元", "1200000000000"),
        ("1.2 trillion yuan", "1200000000000"),
        ("two million homes", "2000000"),
        ("15.8%", "15.8%"),
        ("15.8 per cent", "15.8%"),
        ("百分之十二", "12%"),
        ("数十家", "10s"),
        ("dozens of firms", "10s"),
        ("2000家", "2000"),
    ],
)
def test_a_quantity_is_a_plain_magnitude(text: str, expected: str) -> None:
    assert numbers(text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "2019年", "in 2019, again", "July 23, 2025", "on 23 July", "10月20日", "二〇二三年",
        "16:45",
        "2019-12-25", "5G", "G20", "COVID-19", "the 18th", "第十八次", "No. 1394", "(005)",
        "1. Build roads\n2、修路", "十四五规划", "第3届",
    ],
)  # fmt: skip
def test_years_days_ordinals_and_names_are_no_quantities(text: str) -> None:
    assert numbers(text) == ()


def test_numbers_side_by_side_stay_apart() -> None:
    assert numbers("5.75 亿户,60 万个") == ("575000000", "600000")


@given(st.integers(10_000, 10**9))
def test_a_grouped_number_equals_its_chinese_form(value: int) -> None:
    assert numbers(f"{value:,} homes") == numbers(f"{value // 10_000}万{value % 10_000}户") or (
        value % 10_000 < 1_000
    )


@given(st.text(max_size=200))
def test_any_text_gives_distinct_numbers(text: str) -> None:
    found = numbers(text)
    assert len(found) == len(set(found)) <= MAX_NUMBERS


@pytest.mark.parametrize("unit", ["1", "1,", "一", "1.", "百万", " million", "(1"])
def test_hostile_repetition_costs_linear_time(unit: str) -> None:
    start = time.perf_counter()
    numbers(unit * 20_000)
    assert time.perf_counter() - start < 2


def test_a_number_that_begins_a_line_is_one() -> None:
    assert numbers("he lent it\n1,420 sails") == ("1420",)
    assert numbers("model x1420") == ()

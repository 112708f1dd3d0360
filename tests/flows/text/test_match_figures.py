"""Figures tell one speaker's speeches apart, which share words and measures."""

from dataclasses import replace

import pytest

from flows.text.match import same_statement
from storage.records import Sketch

WORDS = tuple(f"{first}{second}" for first in "abcdefgh" for second in "ijklmnopqr")
SPEECH = Sketch("en", ("hu mingwei",), ("spb",), "2021-05-03", None, "harbin",
                ("120", "340", "77"), words=WORDS[:60])  # fmt: skip
ELSEWHERE = replace(SPEECH, date="2021-05-04", place="lhasa", words=WORDS[20:])


def test_without_a_day_none_of_several_figures_is_another_speech() -> None:
    undated = replace(SPEECH, date=None, words=WORDS[10:])
    assert same_statement(SPEECH, undated)
    assert same_statement(SPEECH, replace(undated, numbers=("560", "81", "955"))) is None


@pytest.mark.parametrize("day", [None, "2021-05-04"])
def test_elsewhere_on_another_or_no_day_half_of_the_figures_make_one_speech(
    day: str | None,
) -> None:
    other = replace(ELSEWHERE, date=day)
    assert same_statement(SPEECH, replace(other, numbers=("120", "340", "955")))
    assert same_statement(SPEECH, replace(other, numbers=("120", "560", "955"))) is None


def test_the_next_day_none_of_several_figures_is_another_speech() -> None:
    later = replace(SPEECH, date="2021-05-04", place=None, words=WORDS[20:])
    assert same_statement(SPEECH, replace(later, numbers=("560", "81", "955"))) is None
    assert same_statement(SPEECH, replace(later, numbers=("560", "81", "77")))


def test_on_one_day_none_of_many_figures_is_another_talk() -> None:
    talk = replace(SPEECH, numbers=("120", "340", "77", "18"))
    other = replace(talk, words=WORDS[20:])
    assert same_statement(talk, replace(other, numbers=("560", "81", "955", "64"))) is None
    assert same_statement(talk, replace(other, numbers=("560", "81", "955")))


def test_the_same_report_of_another_month_stays_apart() -> None:
    words = tuple(f"{first}{second}" for first in "abcdefgh" for second in "ijklmnopqr")
    months = ("1.5%", "2.5%", "120", "340", "77"), ("1.7%", "2.1%", "120", "350", "81")
    one, other = (Sketch("en", ("hu mingwei",), ("nbs",), numbers=n, words=words[:40] + words[k:])
                  for k, n in zip((40, 70), months, strict=True))  # fmt: skip
    match = same_statement(one, replace(one, numbers=months[0][:4]))
    assert match is not None
    assert same_statement(one, other) is None

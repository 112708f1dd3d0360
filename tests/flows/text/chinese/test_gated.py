"""A gated pattern finds what the whole pattern finds, in any text."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.text.chinese.dates import _RULES, _read, find_dates
from flows.text.chinese.gated import Gated, beginning
from flows.text.chinese.modals import MODALS
from flows.text.chinese.unposted import _ADVERBIAL, _may_be_one
from flows.text.chinese.words import POSTS, SURE_VERBS, VERBS
from flows.text.found_days import by_rules

GATED = {"posts": POSTS, "sure verbs": SURE_VERBS, "verbs": VERBS, "modals": MODALS}
TEXT = (
    "邮政部原副部长兼数据司司长胡明说,将要加快建设;"
    "该局首席技术官王东建议:应请各方积极考虑,有必要还可以做得会好。\n"
)


def found(pattern: Gated | re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("gated", GATED.values(), ids=GATED)
def test_a_report_holds_each(gated: Gated) -> None:
    assert found(gated, TEXT) == found(gated.whole, TEXT) != []


@pytest.mark.parametrize("gated", GATED.values(), ids=GATED)
@given(st.data())
def test_the_gate_hides_nothing(gated: Gated, data: st.DataObject) -> None:
    beginnings = sorted(set(re.findall("[\u3400-\u9fff]{1,3}", gated.whole.pattern)))
    parts = st.sampled_from(beginnings) | st.text(st.sampled_from(TEXT), max_size=4)
    text = "".join(data.draw(st.lists(parts, max_size=12)))
    assert found(gated, text) == found(gated.whole, text)


def test_a_search_keeps_within_its_bounds() -> None:
    gated = Gated(re.compile("邮政部|邮"), beginning(["邮政部", "邮"]))
    assert found(gated, "邮邮政部邮政") == [(0, 1), (1, 4), (4, 5)]
    within = gated.search("邮邮政部", 1, 3)
    assert within is not None
    assert within.span() == (1, 2)
    assert gated.search("政部", 1) is None


def test_matches_do_not_overlap() -> None:
    gated = Gated(re.compile("部部"), beginning(["部部"]))
    assert found(gated, "部部部部部") == [(0, 2), (2, 4)]


DATED = [
    *"今昨前去上本周个年月日号天()1至十三晚说,-/.",
    *("20", "2021", "星期", "礼拜"),
]


@given(st.lists(st.sampled_from(DATED), max_size=9))
def test_a_rule_that_is_left_out_finds_no_day(parts: list[str]) -> None:
    text, today = "".join(parts), date(2031, 5, 4)
    rules = [rule for _, rule in _RULES]
    every = by_rules(text, rules, lambda kind, match: _read(kind, match, today))
    assert find_dates(text, today) == every


@given(st.from_regex(_ADVERBIAL))
def test_no_adverbial_is_passed_by(words: str) -> None:
    assert _may_be_one(words, 0, len(words))

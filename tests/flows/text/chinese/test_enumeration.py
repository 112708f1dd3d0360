"""Enumerated lists in every form of marker, whatever they list."""

import pytest

from flows.text.chinese.enumeration import lists, outermost
from flows.text.chinese.script import view


def listed(text: str) -> list[list[tuple[int, str]]]:
    """Number and head of each item of each outermost list."""
    plain = view(text).text
    return [
        [(item.number, plain[slice(*item.head)]) for item in found.items]
        for found in outermost(lists(plain))
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("一是加强规划;二是完善标准;三是强化监管。", [1, 2, 3]),
        ("第一,网点多。第二,邮路长。", [1, 2]),
        ("第一、网点多。\n第二、邮路长。", [1, 2]),
        ("其一,网点多;其二,邮路长。", [1, 2]),
        ("首先,网点多。其次,邮路长。再次,投递快。最后,服务好。", [1, 2, 3, 0]),
        ("首先,网点多。第二,邮路长。三是投递快。", [1, 2, 3]),
        ("一方面网点多,另一方面邮路长。", [1, 2]),
        ("一方面网点多,一方面邮路长。", [1, 1]),
        ("重点有:①加强规划;②完善标准。", [1, 2]),
        ("重点有:⑴加强规划;⑵完善标准。", [1, 2]),
        ("1.加强规划\n2.完善标准\n3.强化监管", [1, 2, 3]),
        ("1、加强规划\n2、完善标准", [1, 2]),
        ("(一)加强规划。(二)完善标准。", [1, 2]),
        ("一、加强规划\n布局网点。\n二、完善标准\n加快修订。", [1, 2]),
        ("一要加强规划,二要完善标准。", [1, 2]),
        ("第一个重点是网点;第二个重点是邮路。", [1, 2]),
        ("一是加强规划;三是强化监管。", [1, 3]),
        ("二是完善标准;三是强化监管。", [2, 3]),
        ("规模扩大:一是网点达到3000个;二是邮路增长5%。", [1, 2]),
    ],
)
def test_markers_of_every_form(text: str, numbers: list[int]) -> None:
    assert [[number for number, _ in items] for items in listed(text)] == [numbers]


def test_a_list_in_an_item_is_another_and_ends_with_the_item() -> None:
    text = "第一,加强规划:一是布局网点,二是避免重复。第二,完善标准:一是修订,二是推广。"
    found = lists(view(text).text)
    assert [[item.number for item in one.items] for one in found] == [[1, 2], [1, 2], [1, 2]]
    assert listed(text) == [[(1, "加强规划"), (2, "完善标准")]]


def test_a_page_that_ends_behind_a_marker_has_an_item_without_a_head() -> None:
    assert listed("一是\n加强规划。\n二是") == [[(1, "加强规划"), (2, "")]]


@pytest.mark.parametrize(
    "text", ["会议于3月1日召开。", "第一,网点多。", "网点增至3.5万个。", "他第二次来江州。", ""]
)
def test_single_numbers_are_no_list(text: str) -> None:
    assert listed(text) == []

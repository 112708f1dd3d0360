"""What a figure is of its pages, and how far it would move with others."""

from __future__ import annotations

import pytest

from tests.quality.clusters import bcubed, pairs
from tests.quality.figures import Figure, Formula, count, f1, f1_of_means, share


def test_formulas_take_the_sums_of_all_pages() -> None:
    assert Figure("f", f1, ((3, 1, 0), (1, 0, 3))).value == pytest.approx(8 / 12)
    assert Figure("f", share, ((1, 2), (1, 1))).value == pytest.approx(2 / 3)
    assert Figure("f", count, ((1, 1), (0, 1), (1, 1))).value == 2
    both = Figure("f", f1_of_means, ((1.0, 1, 0.5, 1), (0.5, 1, 0.5, 1)))
    assert both.value == pytest.approx(2 * 0.75 * 0.5 / 1.25)


@pytest.mark.parametrize(("formula", "width"), [(f1, 3), (share, 2), (f1_of_means, 4), (count, 2)])
def test_nothing_right_is_zero(formula: Formula, width: int) -> None:
    assert Figure("f", formula, ((0.0,) * width,)).value == 0


def test_parts_are_figures_of_their_own_pages() -> None:
    figure = Figure("f", share, ((1, 1), (0, 1)), {"en": ((1, 1),), "zh": ((0, 1),)})
    assert figure.part_values() == {"en": 1.0, "zh": 0.0}


def test_an_interval_holds_its_figure_and_is_the_same_each_time() -> None:
    figure = Figure("f", share, tuple((float(n % 4 > 0), 1.0) for n in range(80)))
    low, high = figure.interval()
    assert low < figure.value == 0.75 < high
    # The standard error of 80 draws at 0.75 is 0.048.
    assert 0.14 < high - low < 0.24
    assert figure.interval() == (low, high)


def test_pages_that_are_all_alike_leave_no_doubt() -> None:
    assert Figure("f", share, ((1.0, 2.0),) * 9).interval() == (0.5, 0.5)


def test_bcubed_of_a_group_that_was_split_and_of_a_stranger() -> None:
    gold = {"a": "one", "b": "one", "c": "two"}
    found = {"a": 1, "b": 2, "c": 2, "stranger": 3}
    rows = bcubed(gold, found)
    assert rows == {
        "a": (1.0, 1.0, 0.5, 1.0),
        "b": (0.5, 1.0, 0.5, 1.0),
        "c": (0.5, 1.0, 1.0, 1.0),
        "stranger": (0.0, 1.0, 0.0, 0.0),
    }


def test_an_item_that_was_not_found_costs_recall_alone() -> None:
    assert bcubed({"a": "one", "b": "one"}, {"a": 1})["b"] == (0.0, 0.0, 0.0, 1.0)


def test_pairs_across_two_sides_count_once() -> None:
    gold = {"z": 1, "e": 1, "other": 2}
    right = pairs(gold, {"z": 5, "e": 5, "other": 6}, {"z"}, {"e", "other"})
    wrong = pairs(gold, {"z": 5, "e": 6, "other": 5}, {"z"}, {"e", "other"})
    assert (right, wrong) == ({"z": (1, 0, 0)}, {"z": (0, 1, 1)})

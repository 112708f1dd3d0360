"""The reader stands on its floors: the gold whole, and every set that is quick to read.

`make quality` reads the others too.
"""

from __future__ import annotations

import os

import pytest

from tests.quality.floors import load, shortfalls
from tests.quality.measure import Absent, Measured, measure
from tests.quality.sets import SETS
from tests.quality.shared import home, must_be_there

QUICK = tuple(one for one in SETS if one.quick)


@pytest.fixture(scope="module")
def results() -> dict[str, Measured | Absent]:
    """What the quick sets give, each read once."""
    return {found.name: found for found in measure(QUICK, home(os.environ), workers=1)}


@pytest.mark.parametrize("name", [one.name for one in QUICK])
def test_no_figure_is_under_its_floor(name: str, results: dict[str, Measured | Absent]) -> None:
    result = results[name]
    if isinstance(result, Absent):
        if must_be_there(os.environ):
            pytest.fail(result.reason)
        pytest.skip(result.reason)
    assert shortfalls(result, load().get(name)) == []


def test_every_set_has_floors() -> None:
    assert set(load()) == {one.name for one in SETS}

"""The reader stands on its floors: the gold whole, and every set that is quick to read.

`make quality` reads the others too.
"""

from __future__ import annotations

import os

import pytest

from tests.quality.figures import Figure, share
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


def test_a_floor_that_is_not_met_fails() -> None:
    floors = load()["quotes_zh_wmt21"]
    # Nothing of anything is found.
    nothing = tuple(Figure(name, share, ((0.0, 1.0),)) for name in floors.floors)
    measured = Measured("quotes_zh_wmt21", floors.digest, nothing)
    with pytest.raises(AssertionError, match="under its floor"):
        test_no_figure_is_under_its_floor(measured.name, {measured.name: measured})


@pytest.mark.parametrize(
    ("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)]
)
def test_absent_data_are_skipped_with_the_reason_and_fail_in_ci(
    ci: str, outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="no data in /nowhere"):
        test_no_figure_is_under_its_floor("gold", {"gold": Absent("gold", "no data in /nowhere")})

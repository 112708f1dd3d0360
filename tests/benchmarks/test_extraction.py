"""The benchmark measures all three on the same pages, and says no where one costs too much."""

from __future__ import annotations

from tests.benchmarks.extraction import BASELINE, Tally, measure, verdict
from tests.quality.extraction import Case, words

BODY = "The harbour office will build halls and train couriers for the islands. "
TEXTS = [BODY * length for length in (3, 4, 5)]
PAGE = "<html><body><h1>Head</h1><article><p>{}</p></article></body></html>"
CASES = [
    Case(str(number), PAGE.format(text).encode(), "https://quay.example/a", text, words)
    for number, text in enumerate(TEXTS)
]


def tallies(clean: float, read: float, f1: float = 1.0) -> dict[str, Tally]:
    """Costs beside a baseline of 1 s a page whose F1 is 0.9."""
    return {
        "clean": Tally({"a": (f1, f1, f1)}, [], [clean]),
        "read": Tally({}, [], [read]),
        BASELINE: Tally({"a": (0.9, 0.9, 0.9)}, [], [1.0]),
    }


def test_each_page_is_scored_and_timed_once_by_each() -> None:
    found = measure(CASES)
    assert [len(found[name].seconds) for name in ("clean", "read", BASELINE)] == [3, 3, 3]
    assert found["clean"].scores.keys() == found[BASELINE].scores.keys() == {"0", "1", "2"}
    assert found["clean"].f1() > 0.95


def test_costs_within_their_bounds_stand_and_are_told() -> None:
    lines, stands = verdict(tallies(0.8, 0.1))
    assert stands
    assert "0.800 of trafilatura's CPU time (at most 0.85)" in "\n".join(lines)


def test_a_cost_beyond_its_bound_or_a_lower_f1_does_not_stand() -> None:
    assert not verdict(tallies(0.9, 0.1))[1]
    assert not verdict(tallies(0.8, 0.2))[1]
    assert not verdict(tallies(0.8, 0.1, f1=0.89))[1]

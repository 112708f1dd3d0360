"""Floors hold, rise by a command, and are lowered by nobody without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.__main__ import report
from tests.quality.figures import Figure, count, share
from tests.quality.floors import Floors, load, raised, save, shortfalls
from tests.quality.measure import Absent, Measured
from tests.quality.update import chosen, update


def measured(rate: float, told: int = 7, digest: str = "d1") -> Measured:
    """A set with a rate and a count."""
    figures = Figure("rate", share, ((rate, 1.0),)), Figure("told", count, ((told, 9.0),))
    return Measured("letters", digest, figures)


FLOORS = Floors("d1", {"rate": 0.8, "told": 7.0})


def test_figures_on_their_floors_stand() -> None:
    assert shortfalls(measured(0.8), FLOORS) == []
    assert report([measured(0.8)], {"letters": FLOORS}, strict=True) == 0


@pytest.mark.parametrize(
    ("found", "floors", "said"),
    [
        (measured(0.7999), FLOORS, "rate is 0.7999, under its floor 0.8"),
        (measured(0.9, told=6), FLOORS, "told is 6.0000, under its floor 7"),
        (measured(0.9, digest="d2"), FLOORS, "its data have changed"),
        (measured(0.9), Floors("d1", {"rate": 0.8}), "told has no floor"),
        (measured(0.9), Floors("d1", {**FLOORS.floors, "old": 1.0}), "old is measured no more"),
        (measured(0.9), None, "letters has no floors"),
    ],
)
def test_what_does_not_stand_fails_and_is_told(
    found: Measured, floors: Floors | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report([found], {"letters": floors} if floors else {}, strict=False) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("strict", "code"), [(False, 0), (True, 1)])
def test_absent_data_are_told_and_fail_where_they_must_be_there(
    strict: bool, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report([Absent("letters", "no data in /nowhere")], {}, strict=strict) == code
    assert "no data in /nowhere" in capsys.readouterr().out


def test_the_table_shows_figure_interval_floor_and_parts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rate = Figure("rate", share, ((0.5, 1.0), (0.5, 1.0)), {"en": ((0.5, 1.0),)})
    found = Measured("letters", "d1", (rate, Figure("told", count, ((7.0, 9.0),))))
    report([found], {"letters": Floors("d1", {"rate": 0.45, "told": 6.0})}, strict=False)
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[2:] == [
        ["rate", "0.5000", "0.500", "-", "0.500", "0.450", "en", "0.500"],
        ["told", "7/9", "6"],
    ]


def test_floors_rise_with_a_margin_for_rates_and_none_for_counts() -> None:
    assert raised(measured(0.9, told=9), FLOORS) == (Floors("d1", {"rate": 0.895, "told": 9.0}), [])


def test_a_floor_that_is_met_is_not_lowered_to_its_figure() -> None:
    assert raised(measured(0.802), FLOORS) == (FLOORS, [])


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A file of floors."""
    path = tmp_path / "floors.json"
    save({"letters": FLOORS, "words": Floors("d3", {"rate": 0.1})}, path)
    return path


@pytest.mark.parametrize("lower", [measured(0.7), measured(0.9, told=6)])
def test_lowering_is_refused_and_nothing_written(
    lower: Measured, kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = kept.read_bytes()
    assert update([lower], kept, allow_lower=False) == 1
    assert kept.read_bytes() == before
    assert "--allow-lower" in capsys.readouterr().err


def test_what_is_promised_stands_whatever_the_floors(capsys: pytest.CaptureFixture[str]) -> None:
    promised = Floors("d1", {"rate": 0.5, "told": 7.0}, {"rate": 0.8})
    assert shortfalls(measured(0.8), promised) == []
    assert shortfalls(measured(0.79), promised) == ["letters: rate is 0.7900, under its floor 0.8"]
    report([measured(0.9)], {"letters": promised}, strict=False)
    assert " 0.800" in capsys.readouterr().out


def test_no_command_lowers_what_is_promised(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    save({"letters": Floors("d1", {"rate": 0.85}, {"rate": 0.8})}, path)
    assert update([measured(0.6)], path, allow_lower=True) == 0
    lowered = load(path)["letters"]
    assert (lowered.floors["rate"], lowered.least) == (0.595, {"rate": 0.8})
    assert shortfalls(measured(0.6), lowered) != []


def test_a_part_far_under_the_whole_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    parts = {"en": ((0.9, 1.0),), "zh": ((0.7, 1.0),)}
    rate = Figure("rate", share, ((0.9, 1.0), (0.7, 1.0)), parts)
    floors = {"letters": Floors("d1", {"rate": 0.8})}
    assert report([Measured("letters", "d1", (rate,))], floors, strict=True) == 0
    out = capsys.readouterr().out
    assert "en 0.900 zh 0.700!" in out
    assert "! more than 0.08 under the whole: letters rate zh\n" in out


def test_lowering_needs_the_flag(kept: Path) -> None:
    assert update([measured(0.7, told=6)], kept, allow_lower=True) == 0
    assert load(kept)["letters"] == Floors("d1", {"rate": 0.695, "told": 6.0})


def test_a_floor_without_its_figure_is_not_dropped_in_silence(kept: Path) -> None:
    fewer = Measured("letters", "d1", measured(0.9).figures[:1])
    assert update([fewer], kept, allow_lower=False) == 1
    assert update([fewer], kept, allow_lower=True) == 0
    assert list(load(kept)["letters"].floors) == ["rate"]


def test_raising_takes_the_new_data_and_leaves_absent_sets(kept: Path) -> None:
    results: list[Measured | Absent] = [measured(0.9, digest="d2"), Absent("words", "no data")]
    assert update(results, kept, allow_lower=False) == 0
    floors = load(kept)
    assert floors["letters"] == Floors("d2", {"rate": 0.895, "told": 7.0})
    assert floors["words"] == Floors("d3", {"rate": 0.1})


def test_a_set_that_is_not_known_is_refused() -> None:
    assert [one.name for one in chosen(["gold"])] == ["gold"]
    with pytest.raises(SystemExit, match="no such set: golb"):
        chosen(["gold", "golb"])

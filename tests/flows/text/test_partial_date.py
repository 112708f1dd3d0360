import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.text.partial_date import PartialDate


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (PartialDate(2026, 3, 8), "2026-03-08"),
        (PartialDate(2026, 3), "2026-03"),
        (PartialDate(2026), "2026"),
        (PartialDate(None, 3, 8), "--03-08"),
        (PartialDate(None, 2, 29), "--02-29"),
        (PartialDate(None, 3), ""),
        (PartialDate(None, None, 8), ""),
        (PartialDate(), ""),
    ],
)
def test_iso_as_far_as_it_goes(date: PartialDate, written: str) -> None:
    assert str(date) == written


@pytest.mark.parametrize("parts", [(2026, 2, 29), (None, 13, 1), (None, 4, 31), (2026, 1, 32)])
def test_day_of_no_calendar_is_refused(parts: tuple[int | None, int, int]) -> None:
    with pytest.raises(ValueError, match=r"day|month"):
        PartialDate(*parts)


def test_larger_units_are_taken_and_written_ones_kept() -> None:
    assert PartialDate(None, 3, 8).completed_from(PartialDate(2025, 1, 1)) == PartialDate(
        2025, 3, 8
    )
    assert PartialDate(None, None, 8).completed_from(PartialDate(2025, 1)) == PartialDate(
        2025, 1, 8
    )
    assert PartialDate(2026, 3).completed_from(PartialDate(2025, 1, 1)) == PartialDate(2026, 3)


@given(st.dates())
def test_whole_date_reads_as_iso(day: dt.date) -> None:
    assert str(PartialDate(day.year, day.month, day.day)) == day.isoformat()


def test_no_unit_is_taken_that_makes_no_day() -> None:
    assert PartialDate(day=31).completed_from(PartialDate(2031, 11, 3)) == PartialDate(day=31)
    leap = PartialDate(month=2, day=29)
    assert leap.completed_from(PartialDate(2031)) == leap

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.list_dates import instant_of

OFFSETS = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
ENDS = st.sampled_from(["0001-01-01T00:00:00", "9999-12-31T23:59:59", "0002-01-01", "9998-12-31"])
MOMENTS = st.datetimes(timezones=st.none() | OFFSETS).map(datetime.isoformat)


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+08:00", "9999-12-31T23:00:00-08:00"])
def test_a_moment_that_no_clock_of_utc_reaches_is_none(text: str) -> None:
    assert instant_of(text, "Asia/Shanghai") is None


def test_an_old_moment_within_reach_keeps_its_offset() -> None:
    moment = instant_of("0002-01-01T00:00:00+08:00", "UTC")
    assert moment == datetime(1, 12, 31, 16, tzinfo=UTC)


@given(
    MOMENTS | ENDS,
    st.sampled_from(["UTC", "Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati"]),
)
def test_every_instant_can_be_told_in_utc(text: str, zone: str) -> None:
    found = instant_of(text, zone)
    assert found is None or found.astimezone(UTC).utcoffset() == timedelta(0)

"""Whatever a crawl brings comes back exactly."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.spool import read
from storage.crawled import Listed, Outcome, OutcomeKind, Page
from tests.spiders.spool_examples import one_file, page

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
# What a header may carry: no line ends, no blanks around.
values = words.map(lambda text: " ".join(text.split()))
names = st.text("abcXYZ-0123456789", min_size=1, max_size=20).map(lambda name: f"X{name}")


# Python compares instants of two zones as unequal inside a zone's gaps and folds.
zones = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3.5))])
instants = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=zones)  # noqa: DTZ001
lists = st.builds(Listed, st.none() | st.text(max_size=40), st.none() | instants, st.text())
pages = st.builds(
    lambda body, **given: replace(page(1, body), **given),
    st.binary(max_size=300),
    key=st.text(max_size=40),
    listed=st.none() | lists,
    headers=st.lists(st.tuples(names, values), max_size=5).map(tuple),
    status=st.integers(100, 599),
    fetched_at=instants,
)
outcomes = st.builds(
    Outcome,
    source=st.just("roads"),
    kind=st.sampled_from(get_args(OutcomeKind)),
    at=instants,
    key=st.text(max_size=40),
    url=st.text(max_size=40),
    detail=st.text(max_size=40),
    status=st.none() | st.integers(),
    retry_at=st.none() | instants,
    items=st.integers(),
    listed=st.none() | lists,
)


@given(written=st.lists(pages | outcomes, min_size=1, max_size=3))
def test_any_page_and_outcome_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, written: list[Page | Outcome]
) -> None:
    found = read(one_file(tmp_path_factory.mktemp("any"), *written))
    assert [replace(f, place=None) if isinstance(f, Page) else f for f in found] == written

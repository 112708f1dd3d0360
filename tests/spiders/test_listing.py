"""What a run takes from its lists: where paging ends, what is fetched, what is odd."""

from datetime import UTC, datetime, timedelta

import pytest

from spiders.clock import Clock
from spiders.listing import Listing, ListPage
from spiders.recorder import Entry
from spiders.sources import SOURCES
from storage.crawled import Known, Listed

NOW = datetime(2026, 3, 20, tzinfo=UTC)


def entry(key: str, modified: str | None = None, age: float | None = None) -> Entry:
    published = None if age is None else NOW - timedelta(days=age)
    return Entry(key, f"https://site.example/{key}", Listed(key, published, modified))


def known(
    key: str, *, due: bool = False, settled: bool = True, modified: str | None = None
) -> Known:
    return Known(key, f"https://site.example/{key}", due, settled, modified=modified)


def page(*entries: Entry, ages: tuple[float | None, ...] = ()) -> ListPage:
    dates = tuple(None if age is None else NOW - timedelta(days=age) for age in ages)
    return ListPage(entries, dates, None)


def test_paging_ends_where_all_is_settled_and_unchanged() -> None:
    listing = Listing([known("a", modified="1"), known("b"), known("c", settled=False)], NOW)
    assert not listing.goes_on(page(entry("a", "1"), entry("b", "9"), ages=(1, 1)))
    assert listing.goes_on(page(entry("a", "2"), entry("b"), ages=(1, 1)))
    assert listing.goes_on(page(entry("b"), entry("c"), ages=(1, 1)))
    assert listing.goes_on(page(entry("new"), ages=(1,)))


def test_paging_ends_where_a_whole_page_is_older_than_the_window() -> None:
    listing = Listing([], NOW)
    assert listing.goes_on(page(entry("pinned"), entry("b"), ages=(400, 29)))
    assert not listing.goes_on(page(entry("c"), entry("d"), ages=(31, 45)))
    # Without dates nothing can be called old.
    assert listing.goes_on(page(entry("e"), ages=(None,)))


def test_a_list_that_names_no_version_changes_nothing() -> None:
    listing = Listing([known("a", modified="1"), known("b")], NOW)
    listing.meet([entry("a"), entry("b", "7"), entry("b", "8")])
    assert list(listing.to_fetch()) == []


@pytest.mark.parametrize(
    ("ages", "whole", "words"),
    [
        ((1, 2, 3, 20), False, None),
        ((13, 20), False, "newest item is 13 days old; at most 12"),
        ((1, 20), True, "lists 1 items of the last 14 days; 3 to 80"),
        ((1, 2), False, None),
        ((1,) * 81, False, "lists 81 items of the last 14 days; 3 to 80"),
        ((), True, None),
    ],
)
def test_a_yield_that_was_not_expected_is_told(
    ages: tuple[float, ...], whole: bool, words: str | None
) -> None:
    listing = Listing([], NOW)
    entries = [entry(str(n), age=age) for n, age in enumerate(ages)]
    listing.meet(entries)
    listing.is_whole = whole
    told = " ".join(listing.odd_yield(SOURCES[0]))
    assert (words or "") in told
    assert bool(told) is (words is not None)


@pytest.mark.parametrize(
    ("ages", "words"),
    [
        ((13, 20), None),
        ((24,), None),
        ((25,), "newest item is 25 days old, more than twice the 12 that are expected"),
        ((1, 2, 15, 16, 29), "fewer than 3 items in 14 days, twice in a row"),
        ((1, 2, 15, 16), None),
        ((1, 2, 15, 16, 17, 29), None),
        ((1, 2, 3, 29), None),
        ((), None),
    ],
)
def test_a_low_yield_that_lasts_is_a_failure(ages: tuple[float, ...], words: str | None) -> None:
    listing = Listing([], NOW)
    entries = [entry(str(n), age=age) for n, age in enumerate(ages)]
    listing.meet(entries)
    listing.goes_on(page(*entries, ages=ages))
    told = listing.lasting_fault(SOURCES[0])
    assert (told is None) if words is None else (words in (told or ""))


def test_dates_of_change_serve_where_a_list_has_no_others() -> None:
    listing = Listing([], NOW)
    listing.meet([entry("a"), entry("b")], [NOW - timedelta(days=40), None])
    assert "40 days old" in " ".join(listing.odd_yield(SOURCES[0]))


def test_the_clock_goes_on_from_where_it_is_set() -> None:
    seconds = iter([100.0, 100.0, 161.5])
    clock = Clock(NOW, lambda: next(seconds))
    assert clock() == NOW
    assert clock() == NOW + timedelta(seconds=61.5)

from datetime import UTC, date, datetime, timedelta

import pytest

from flows.newness import Met, is_late, judge, own_day
from storage.records import Article, Occasion

NOW = datetime(2026, 3, 20, 2, 30, tzinfo=UTC)
WINDOW = timedelta(days=14)
HOUR = timedelta(hours=1)
MONTH_AGO = NOW - timedelta(days=30)
LATER = Met(NOW, MONTH_AGO, MONTH_AGO + HOUR)
FIRST_CRAWL = Met(NOW, NOW - HOUR, None)


def article(published_at: datetime | None) -> Article:
    return Article(
        "post", "1", "https://post.example/1", "en", "T", "Text", published_at=published_at
    )


def on(day: str, precision: str = "day") -> Occasion:
    return Occasion(date=day, precision=precision)  # type: ignore[arg-type]


def code(occasion: Occasion, published_at: datetime | None, met: Met = LATER) -> str:
    return judge(article(published_at), occasion, met, NOW, WINDOW)[0]


def test_statement_within_the_window_is_new() -> None:
    assert code(on("2026-03-18"), NOW - timedelta(days=1)) == "new"


def test_old_statement_is_not_new_however_fresh_its_page() -> None:
    assert code(on("2026-03-01"), NOW) == "outside_window"


def test_window_is_counted_from_the_run() -> None:
    assert code(on("2026-03-06"), NOW) == "new"
    assert code(on("2026-03-05"), NOW) == "outside_window"


def test_publication_stands_in_for_a_missing_day() -> None:
    assert code(Occasion(), NOW - timedelta(days=2)) == "new"
    assert code(Occasion(), NOW - timedelta(days=40)) == "outside_window"


def test_no_date_at_all_is_told_as_such() -> None:
    assert code(Occasion(), None) == "new_date_unknown"


def test_first_crawl_is_the_baseline() -> None:
    assert code(on("2026-03-18"), NOW - timedelta(days=1), FIRST_CRAWL) == "baseline"


def test_page_published_after_the_first_look_is_new_before_the_baseline_ends() -> None:
    assert code(on("2026-03-20"), NOW, FIRST_CRAWL) == "new"


def test_item_of_the_first_crawl_is_baseline_also_when_it_is_stored_after_its_end() -> None:
    listed_then = Met(NOW - HOUR, NOW - 2 * HOUR, NOW - HOUR)
    assert code(on("2026-03-18"), NOW - timedelta(days=1), listed_then) == "baseline"


@pytest.mark.parametrize(
    ("month_day", "published", "expected"),
    [
        ("--03-18", NOW, date(2026, 3, 18)),
        ("--12-30", datetime(2026, 1, 2, tzinfo=UTC), date(2025, 12, 30)),
        # Published in the evening of one zone, spoken on the next morning of another.
        ("--03-21", NOW, date(2026, 3, 21)),
        ("--02-29", NOW, None),
    ],
)
def test_year_of_a_month_and_day_comes_from_the_publication(
    month_day: str, published: datetime, expected: date | None
) -> None:
    assert own_day(on(month_day, "monthday"), published) == expected


def test_month_and_day_without_publication_are_no_day() -> None:
    assert own_day(on("--03-18", "monthday"), None) is None


@pytest.mark.parametrize(
    ("published", "looked_since", "expected"),
    [
        (NOW - HOUR, False, False),
        (None, False, False),
        (NOW + 20 * HOUR, False, False),
        (NOW + 25 * HOUR, False, True),
        (NOW - HOUR, True, True),
        (None, True, True),
    ],
)
def test_reprint_is_late_by_its_date_or_by_a_look_at_its_source_since(
    published: datetime | None, looked_since: bool, expected: bool
) -> None:
    assert is_late(article(published), NOW, looked_since=looked_since) is expected

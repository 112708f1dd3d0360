"""Where a statement was first told, which article is the official one, who came later."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from flows.provenance import provenance
from flows.statement_view import in_words
from storage.views import ArticleView

NINE = datetime(2031, 5, 3, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def article(number: int, source: str, after: timedelta | None, **more: object) -> ArticleView:
    """An article that was published so long after nine o'clock."""
    at = None if after is None else NINE + after
    url = f"https://{source}.example/{number}"
    made = ArticleView(number, source, url, "en", "Quays", at, None, None, ())
    return replace(made, **more)  # type: ignore[arg-type]  # as the test says


def test_the_first_the_official_and_the_delays() -> None:
    articles = [
        article(1, "blog", 30 * HOUR),
        article(2, "ministry", HOUR),
        article(3, "wire", timedelta()),
        article(4, "portal", None),
    ]
    found = provenance(articles, {"ministry"})
    assert (found.first, found.official, found.is_declared) == (articles[2], articles[1], True)
    assert [found.delay(each) for each in articles] == [30 * HOUR, HOUR, None, None]


def test_without_an_official_source_the_link_most_name_is_the_official_one() -> None:
    articles = [
        article(1, "blog", HOUR, original_url="https://gov.example/notice?id=3"),
        article(2, "wire", HOUR, original_url="http://www.gov.example/notice?id=3"),
        article(3, "portal", timedelta(), original_url="https://paper.example/8"),
    ]
    found = provenance(articles, {"ministry"})
    assert (found.official, found.official_url) == (None, "https://gov.example/notice?id=3")
    assert not found.is_declared
    on_record = article(4, "paper", HOUR, url="https://www.gov.example/notice?id=3#top")
    assert provenance([*articles, on_record], ()).official == on_record


def test_where_nobody_names_one_the_official_is_not_known() -> None:
    found = provenance([article(1, "blog", None)], ())
    assert (found.first, found.official, found.official_url) == (None, None, None)
    assert found.delay(article(1, "blog", None)) is None


def test_a_page_that_is_dated_anew_was_there_when_it_was_first_fetched() -> None:
    redated = article(1, "ministry", 48 * HOUR, held_since=NINE + HOUR)
    blog = article(2, "blog", 2 * HOUR, held_since=NINE + 50 * HOUR)
    found = provenance([blog, redated], ())
    assert found.first == redated
    assert found.delay(blog) == HOUR


def test_of_a_day_without_its_hour_the_official_comes_first() -> None:
    midnight = -9 * HOUR
    blog = article(1, "blog", midnight, has_clock=False)
    ministry = article(2, "ministry", timedelta())
    found = provenance([blog, ministry], {"ministry"})
    assert found.first == ministry
    assert found.delay(blog) == timedelta()
    late = article(3, "wire", 50 * HOUR, has_clock=False)
    assert provenance([ministry, late], ()).delay(late) == 2 * DAY


@given(st.lists(st.none() | st.integers(0, 400), min_size=1, max_size=6))
def test_no_article_is_before_the_first(hours: list[int | None]) -> None:
    articles = [article(n, "blog", None if h is None else h * HOUR) for n, h in enumerate(hours)]
    found = provenance(articles, ())
    assert (found.first is None) == all(h is None for h in hours)
    for each in articles:
        delay = found.delay(each)
        assert delay is None or delay >= timedelta()


def test_a_delay_in_words() -> None:
    for delay, words in (
        (timedelta(), "0 min"),
        (timedelta(minutes=45, seconds=9), "45 min"),
        (2 * HOUR, "2 h"),
        (HOUR + timedelta(minutes=5), "1 h 5 min"),
        (2 * DAY + 3 * HOUR, "2 d 3 h"),
        (DAY + timedelta(minutes=5), "1 d"),
    ):
        assert in_words(delay) == words

"""Is a statement that was met for the first time new, or only new to us?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from flows.text.partial_date import PartialDate
from storage.records import Article, Newness, Occasion

# Nights come once a day: what one was to bring the next one brings at the latest.
A_NIGHT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Met:
    """When an item was first met, beside its source's first crawl and first complete one."""

    at: datetime
    first_crawl_at: datetime
    baseline_at: datetime | None

    @property
    def in_baseline(self) -> bool:
        """Whether the first complete crawl of the source, or one before it, met the item."""
        return self.baseline_at is None or self.at <= self.baseline_at


def judge(
    article: Article,
    occasion: Occasion,
    met: Met,
    now: datetime,
    window: timedelta,
) -> tuple[Newness, str]:
    """The code and the reason in words, for a statement that is no reprint of a known one.

    A statement's own day counts; where it has none, the publication day of its first article.
    The first complete crawl of a source is the baseline: what it lists was there before we
    looked, unless its page is dated after that crawl began. When an item was met counts, not
    what of that crawl is on record yet: spool files may be stored in any order.
    """
    day = own_day(occasion, article.published_at) or (
        article.published_at.date() if article.published_at else None
    )
    if day is not None and day < (now - window).date():
        return "outside_window", f"of {day}, more than {window.days} days ago"
    if met.in_baseline and not _after_first_look(article, met):
        return "baseline", f"already there when {article.source} was first crawled"
    if day is None:
        return "new_date_unknown", "no reprint of a statement on record; its date is unknown"
    return "new", f"no reprint of a statement on record; of {day}"


def judge_again(
    article: Article,
    occasion: Occasion,
    met: Met,
    stored_at: datetime,
    now: datetime,
    window: timedelta,
) -> tuple[Newness, str]:
    """The same for a statement on record since `stored_at` that another article carries now.

    What has been on record for longer than the window is old even where it states no day.
    """
    if stored_at < now - window:
        return "outside_window", f"on record for more than {window.days} days"
    return judge(article, occasion, met, now, window)


def is_late(article: Article, night: datetime, *, looked_since: bool) -> bool:
    """Whether an article reprints what the first crawl of another source met in a night.

    It does not if it belongs to the same night, which has no order: its own source had not been
    looked at whole since the night began (`looked_since`), and it is not dated later. So it
    matters to no judgement whether a run was killed, and when its pages were stored.
    """
    dated_later = article.published_at is not None and article.published_at > night + A_NIGHT
    return looked_since or dated_later


def _after_first_look(article: Article, met: Met) -> bool:
    return article.published_at is not None and article.published_at > met.first_crawl_at


def own_day(occasion: Occasion, published_at: datetime | None) -> date | None:
    """The day of the occasion; a year that is not written is the last one possible.

    Without a publication date to hold it against, a day without a year is none. A statement
    cannot be reported more than a day before it is made (zones differ by less than a day).
    """
    if occasion.date is None:
        return None
    if occasion.precision == "day":
        return date.fromisoformat(occasion.date)
    if occasion.precision != "monthday" or published_at is None:
        return None
    latest = published_at.date() + timedelta(days=1)
    month, day = int(occasion.date[2:4]), int(occasion.date[5:7])
    for year in (latest.year, latest.year - 1):
        written = str(PartialDate(year, month, day)) if _is_day(year, month, day) else ""
        if written and date.fromisoformat(written) <= latest:
            return date.fromisoformat(written)
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

"""What one run has met in a source's lists, and how that compares with what was expected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from spiders.recorder import Entry
from spiders.sources import Source
from storage.crawled import Known

# A nightly run reads its lists back to here; what is older is a backfill's.
WINDOW = timedelta(days=30)
YIELD_PERIOD = timedelta(days=14)


class SourceFailedError(Exception):
    """The source cannot be read; the message is one sentence for a person."""


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: its entries, the dates that it is sorted by, and what it counts.

    `total` is how many items the whole list has; `odd` how many rows could not be read.
    """

    entries: tuple[Entry, ...]
    sorted_by: tuple[datetime | None, ...]
    total: int | None
    odd: int = 0

    @property
    def rows(self) -> int:
        """How many rows it has, readable or not."""
        return len(self.entries) + self.odd

    def only(self, wanted: Callable[[Entry], bool]) -> ListPage:
        """The page without the entries that are not wanted; it has a date for each entry."""
        pairs = zip(self.entries, self.sorted_by, strict=True)
        kept = [(entry, at) for entry, at in pairs if wanted(entry)]
        return replace(
            self, entries=tuple(e for e, _ in kept), sorted_by=tuple(at for _, at in kept)
        )


class Listing:
    """The entries met so far by key, held against the items that were known before the run."""

    def __init__(self, known: Iterable[Known], now: datetime) -> None:
        self.known = {item.key: item for item in known}
        self.met: dict[str, Entry] = {}
        self.is_whole = False
        self._now = self._oldest = now
        self._dates: dict[str, datetime | None] = {}

    def meet(
        self, entries: Iterable[Entry], sorted_by: Sequence[datetime | None] = ()
    ) -> list[Entry]:
        """Take a list page's entries; those that were not met before in this run.

        The dates that the list is sorted by serve where an entry has no date of publication.
        """
        entries = tuple(entries)
        self._dates |= dict(zip((e.key for e in entries), sorted_by, strict=False))
        new = {e.key: e for e in entries if e.key not in self.met}
        self.met |= new
        return list(new.values())

    def goes_on(self, page: ListPage) -> bool:
        """Whether a page of a list, newest first, leaves anything to be found on the next."""
        dates = [date for date in page.sorted_by if date is not None]
        self._oldest = min([self._oldest, *dates])
        if all(self._is_settled(entry) for entry in page.entries):
            return False
        return not dates or max(dates) >= self._now - WINDOW

    def _is_settled(self, entry: Entry) -> bool:
        known = self.known.get(entry.key)
        return known is not None and known.settled and not _is_other(entry, known)

    def to_fetch(self) -> Iterator[tuple[Entry, Known | None]]:
        """What is to be fetched, as listed, then what is due but was not listed.

        The known item comes along where a conditional request will do. Where the list says
        that an item changed it does not, for a 304 would leave the old version on record.
        """
        for entry in self.met.values():
            known = self.known.get(entry.key)
            if known is None or _is_other(entry, known):
                yield entry, None
            elif known.due:
                yield entry, known
        for known in self.known.values():
            if known.due and known.key not in self.met:
                yield Entry(known.key, known.url, None), known

    def odd_yield(self, source: Source) -> Iterator[str]:
        """How the lists differ from what the source declares, a sentence each."""
        ages = self._ages()
        if not ages:
            return
        if min(ages) > timedelta(days=source.newest_days):
            yield (
                f"Its newest item is {min(ages).days} days old; "
                f"at most {source.newest_days} are expected."
            )
        low, high = source.in_14_days
        recent = sum(age <= YIELD_PERIOD for age in ages)
        reaches_back = self.is_whole or self._oldest < self._now - YIELD_PERIOD
        if recent > high or (recent < low and reaches_back):
            yield f"It lists {recent} items of the last 14 days; {low} to {high} are expected."

    def lasting_fault(self, source: Source) -> str | None:
        """Why a yield that is too low is more than a quiet time, such as a holiday; or None."""
        ages, low = self._ages(), source.in_14_days[0]
        if ages and min(ages) > 2 * timedelta(days=source.newest_days):
            return (
                f"Its newest item is {min(ages).days} days old, more than twice the "
                f"{source.newest_days} that are expected."
            )
        recent = sum(age <= YIELD_PERIOD for age in ages)
        before = sum(YIELD_PERIOD < age <= 2 * YIELD_PERIOD for age in ages)
        # Only a list that was read so far back says anything of the time before.
        if self._oldest < self._now - 2 * YIELD_PERIOD and max(recent, before) < low:
            return f"It lists fewer than {low} items in 14 days, twice in a row."
        return None

    def _ages(self) -> list[timedelta]:
        dates = [
            (e.listed and e.listed.published_at) or self._dates.get(e.key)
            for e in self.met.values()
        ]
        return [self._now - date for date in dates if date is not None]


def _is_other(entry: Entry, known: Known) -> bool:
    """Whether the list names another version than the one on record."""
    listed = entry.listed.modified if entry.listed else None
    return listed is not None and known.modified is not None and listed != known.modified

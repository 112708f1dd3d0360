"""How the list of an archive is walked: page by page, in rounds, until a round finds nothing new.

Lists move while they are read. What is added at the head pushes items down a page, which only
repeats them; what is taken away pulls items up, past the reader. So the walk goes back where
the list shrank or a resumed page shows nothing familiar, and reads the head again at the end:
a round after the first ends where all is familiar, unless fewer were named than are counted.
So too once more when all pages are fetched, which may take days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from math import ceil

from spiders.listing import ListPage, SourceFailedError
from spiders.recorder import Entry

# Each round but the last brings something new, and every stop on the way may cost two.
MOST_ROUNDS = 50
# A page that repeats the one before may come from a cache: it is asked for again.
MOST_REPEATS = 2
# Two servers behind one name may count differently for ever.
MOST_TIMES_BACK = 30
HEAD = "head"


@dataclass(frozen=True, slots=True)
class Place:
    """A page of the list: in which round, its number, and of a list by date what it is after."""

    round: int = 1
    page: int = 1
    after: str = ""


@dataclass(slots=True)
class Walker:
    """Where a walk stands and what it has named by key; `total` is what the archive counts.

    `is_resumed`: no page was read since another process left off. `has_found`: this round
    named something new. `told` gathers sentences for the run's summary; `head_is` is the
    place of a head that is no page 1.
    """

    place: Place
    named: set[str]
    is_resumed: bool = False
    has_found: bool = False
    total: int | None = None
    told: list[str] = field(default_factory=list)
    head_is: str = ""
    _repeats: int = 0
    _previous: frozenset[str] = frozenset()

    @property
    def is_complete(self) -> bool:
        """Whether as many items were named as the archive counts, if it does."""
        return self.total is None or len(self.named) >= self.total

    @property
    def cursor(self) -> str:
        """The place as `begin` reads it."""
        place = self.place
        return f"{place.round} {place.page} {self.has_found:d} {place.after}".rstrip()

    def name(self, entries: Iterable[Entry]) -> list[Entry]:
        """Those of a page's entries that the walk names for the first time."""
        new = {entry.key: entry for entry in entries if entry.key not in self.named}
        self.named |= new.keys()
        self.has_found |= bool(new)
        return list(new.values())

    def repeats(self, page: ListPage, *, has_moved: bool = False) -> bool:
        """Whether a page is the one before once more, though the list has not moved.

        Raises SourceFailedError when it stays so.
        """
        keys = frozenset(entry.key for entry in page.entries)
        same = bool(keys) and keys == self._previous and not has_moved
        self._previous = keys
        self._repeats = self._repeats + 1 if same else 0
        if self._repeats > MOST_REPEATS:
            raise SourceFailedError(
                f"Its archive is stalled: page {self.place.page} repeats the one before."
            )
        return same

    def jump(self, place: Place) -> Place:
        """Go on elsewhere than at the next page, where the same rows may rightly be met again."""
        self._previous = frozenset()
        return place

    def next_round(self) -> Place | None:
        """The head again if this round found anything; None where the walk ends."""
        found, self.has_found = self.has_found, False
        return self.head() if found else None

    def head(self) -> Place | None:
        """The beginning of another round; None after the last one."""
        if self.place.round >= MOST_ROUNDS:
            return None
        return self.jump(Place(self.place.round + 1, 1, self.head_is))


def begin(cursor: str, named: Iterable[str]) -> Walker:
    """A walker at the beginning of a walk (""), or where a cursor goes on."""
    if not cursor:
        return Walker(Place(), set(named))
    number, page, found, *after = cursor.split(" ")
    place = Place(int(number), int(page), "".join(after))
    return Walker(place, set(named), is_resumed=True, has_found=found == "1")


class NumberedWalk:
    """A list of numbered pages, newest first, as the ministry's."""

    def __init__(self, walker: Walker, rows: int, *, is_whole: bool = True) -> None:
        """Pages have `rows` rows; the count says nothing of a part that is not the whole."""
        self.walker, self._rows, self._is_whole = walker, rows, is_whole
        self._times_back = 0
        if walker.is_resumed:
            # The last page that was read shows whether the list has moved since.
            walker.place = replace(walker.place, page=max(1, walker.place.page - 1))

    def step(self, page: ListPage, inside: Sequence[Entry], *, is_last: bool) -> Place | None:
        """Take a page with its wanted entries; where to go on, None at the end."""
        walker, place = self.walker, self.walker.place
        before, walker.total = walker.total, page.total
        change = 0 if before is None or page.total is None else page.total - before
        if walker.repeats(page, has_moved=change != 0):
            return place
        new = walker.name(inside)
        if walker.is_resumed and place.page > 1 and inside and len(new) == len(inside):
            return self._back(1)
        walker.is_resumed = False
        if change < 0 and self._times_back < MOST_TIMES_BACK:
            self._times_back += 1
            walker.told.append(f"Its archive shrank from {before} to {page.total}; it goes back.")
            return self._back(ceil(-change / self._rows))
        is_enough = not self._is_whole or walker.is_complete
        is_settled = place.round > 1 and not new and is_enough
        if is_last or is_settled:
            return walker.next_round()
        return replace(place, page=place.page + 1)

    def _back(self, pages: int) -> Place:
        place = self.walker.place
        return self.walker.jump(replace(place, page=max(1, place.page - pages)))


class DatedWalk:
    """A list by date, oldest first, each page after a date, as WordPress gives it."""

    def __init__(self, walker: Walker) -> None:
        self.walker = walker
        walker.head_is = HEAD

    def step(self, page: ListPage, dates: Sequence[str], *, is_last: bool) -> Place | None:
        """Take a page with its rows' dates (ISO, local); where to go on, None at the end."""
        walker, place = self.walker, self.walker.place
        is_head = place.after == HEAD
        if walker.repeats(page):
            return place
        if place.after and not is_head and dates and min(dates) <= place.after:
            raise SourceFailedError("Its archive is stalled: it keeps to no date asked for.")
        self._count(page, is_head=is_head)
        walker.name(page.entries)
        if is_head and not walker.is_complete:
            return walker.jump(Place(place.round))
        if is_head or is_last:
            return walker.next_round()
        after = _second_before(max(dates, default=""))
        if after > place.after:
            return walker.jump(Place(place.round, 1, after))
        return replace(place, page=place.page + 1)

    def _count(self, page: ListPage, *, is_head: bool) -> None:
        """An answer counts what is after its date: add what was named before, but once."""
        walker, place = self.walker, self.walker.place
        if is_head or not place.after:
            walker.total = page.total
        elif place.round == 1 and place.page == 1 and page.total is not None:
            familiar = sum(entry.key in walker.named for entry in page.entries)
            walker.total = len(walker.named) + page.total - familiar


def _second_before(date: str) -> str:
    """`after` is exclusive, and posts of one second may stand on two pages."""
    try:
        return (datetime.fromisoformat(date) - timedelta(seconds=1)).isoformat()
    except (ValueError, OverflowError):
        return ""

"""Walks through lists that move: whatever was there all the while is named, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spiders.archive import HEAD, DatedWalk, NumberedWalk, Place, Walker, begin
from spiders.listing import ListPage, SourceFailedError
from spiders.recorder import Entry

ROWS = 4
MOST_STEPS = 2000
# What happens to a list between two of its pages: how many are added, which are taken away,
# and whether the walk is cut off there and resumed.
MOVES = st.tuples(st.integers(0, ROWS - 1), st.lists(st.integers(0, 60), max_size=6), st.booleans())


@dataclass
class NumberedList:
    """A list of numbered pages, the newest first."""

    items: list[int]
    added: int = 1000
    gone: set[int] = field(default_factory=set)

    def move(self, add: int, take: Sequence[int]) -> None:
        for at in take:
            if at < len(self.items):
                self.gone.add(self.items.pop(at))
        for _ in range(add):
            self.items.insert(0, self.added)
            self.added += 1

    def page(self, number: int) -> ListPage:
        return listed(self.items[(number - 1) * ROWS : number * ROWS], len(self.items))


def listed(items: Sequence[int], total: int | None) -> ListPage:
    entries = tuple(Entry(str(item), f"https://press.example/{item}", None) for item in items)
    return ListPage(entries, (), total)


def walk_numbered(
    press: NumberedList, moves: Sequence[tuple[int, list[int], bool]]
) -> tuple[Walker, int]:
    """Walk to the end while the list moves; the walker, and how many pages that took."""
    steps = NumberedWalk(begin("", ()), ROWS)
    place: Place | None = steps.walker.place
    count = 0
    left = list(moves)
    while place is not None:
        count += 1
        assert count < MOST_STEPS
        walker = steps.walker
        walker.place = place
        page = press.page(place.page)
        last = not page.rows or place.page * ROWS >= len(press.items)
        place = steps.step(page, page.entries, is_last=last)
        if left:
            add, take, cut = left.pop(0)
            press.move(add, take)
            if cut and place is not None:
                walker.place = place
                steps = NumberedWalk(begin(walker.cursor, walker.named), ROWS)
                place = steps.walker.place
    return steps.walker, count


@settings(max_examples=100)
@given(st.integers(1, 60), st.lists(MOVES, max_size=25))
def test_what_stays_in_a_list_that_moves_is_named(
    size: int, moves: list[tuple[int, list[int], bool]]
) -> None:
    press = NumberedList(list(range(size, 0, -1)))
    walker, _ = walk_numbered(press, moves)
    stayed = set(range(1, size + 1)) - press.gone
    assert {str(item) for item in stayed} <= walker.named


def test_a_list_that_shrinks_twice_at_one_place_is_read_again_both_times() -> None:
    moves = [(0, [], False), (0, [0], False), (1, [], False), (0, [0], False)]
    walker, _ = walk_numbered(NumberedList(list(range(9, 0, -1))), moves)
    assert "1" in walker.named


def test_a_list_that_stands_still_is_read_once_and_its_head_twice() -> None:
    walker, count = walk_numbered(NumberedList(list(range(40))), [])
    assert len(walker.named) == 40
    assert count == 11


def test_what_is_added_during_the_walk_is_named_at_its_end() -> None:
    press = NumberedList(list(range(40)))
    walker, _ = walk_numbered(press, [(1, [], False)] * 6)
    assert {str(item) for item in press.items} <= walker.named


def test_a_list_that_shrinks_is_told_and_read_again() -> None:
    press = NumberedList(list(range(40)))
    walker, _ = walk_numbered(press, [(0, [], False), (0, [0, 1], False)])
    assert {str(item) for item in press.items} <= walker.named
    assert walker.told == ["Its archive shrank from 40 to 38; it goes back."]


def test_a_resumed_walk_goes_back_to_what_it_knows() -> None:
    press = NumberedList(list(range(40)))
    walker, _ = walk_numbered(press, [(0, [], False)] * 4 + [(0, [0] * 10, True)])
    assert {str(item) for item in press.items} <= walker.named


def test_counts_that_differ_from_answer_to_answer_do_not_hold_a_walk_for_ever() -> None:
    steps = NumberedWalk(begin("", ()), ROWS)
    press = NumberedList(list(range(40)))
    place: Place | None = steps.walker.place
    for count in range(200):
        if place is None:
            break
        steps.walker.place = place
        page = press.page(place.page)
        told = listed([int(entry.key) for entry in page.entries], 40 - count % 2)
        place = steps.step(told, told.entries, is_last=place.page >= 10)
    assert place is None
    assert len(steps.walker.named) == 40


def test_a_count_that_is_never_reached_ends_all_the_same() -> None:
    steps = NumberedWalk(begin("", ()), ROWS)
    press = NumberedList(list(range(12)))
    place: Place | None = steps.walker.place
    count = 0
    while place is not None:
        steps.walker.place = place
        page = listed([int(e.key) for e in press.page(place.page).entries], 15)
        place = steps.step(page, page.entries, is_last=not page.rows)
        count += 1
    # Once for the items, and once more because fewer were named than are counted.
    assert count == 8
    assert not steps.walker.is_complete


def test_a_page_that_repeats_the_one_before_is_asked_for_again_and_then_fails() -> None:
    steps = NumberedWalk(begin("", ()), ROWS)
    page = listed([1, 2, 3, 4], 40)
    assert steps.step(page, page.entries, is_last=False) == Place(1, 2)
    steps.walker.place = Place(1, 2)
    for _ in range(2):
        assert steps.step(page, page.entries, is_last=False) == Place(1, 2)
    with pytest.raises(SourceFailedError, match="page 2 repeats the one before"):
        steps.step(page, page.entries, is_last=False)


def test_a_list_that_grew_by_a_page_rightly_repeats_one() -> None:
    press = NumberedList(list(range(40)))
    walker, _ = walk_numbered(press, [(ROWS, [], False)])
    assert {str(item) for item in press.items} <= walker.named


def date_of(item: int) -> str:
    """Three posts in a second, for posts are imported in bulk."""
    return f"2026-03-18T08:{item // 180:02}:{item // 3 % 60:02}"


def walk_dated(items: list[int], add: Sequence[int], cut: int) -> Walker:
    """Walk posts while new ones are added; every `cut` pages the walk is resumed."""
    steps = DatedWalk(begin("", ()))
    place: Place | None = steps.walker.place
    more = list(add)
    for count in range(1, MOST_STEPS):
        if place is None:
            break
        walker = steps.walker
        walker.place = place
        head = place.after == HEAD
        chosen = sorted(items, reverse=head)
        if place.after and not head:
            chosen = [item for item in chosen if date_of(item) > place.after]
        shown = chosen[(place.page - 1) * ROWS : place.page * ROWS]
        last = place.page * ROWS >= len(chosen)
        place = steps.step(listed(shown, len(chosen)), [date_of(i) for i in shown], is_last=last)
        if more and place is not None:
            items += range(len(items), len(items) + more.pop(0))
        if place is not None and count % cut == 0:
            walker.place = place
            steps = DatedWalk(begin(walker.cursor, walker.named))
            place = steps.walker.place
    assert place is None
    return steps.walker


@given(st.integers(1, 80), st.lists(st.integers(0, 3), max_size=20), st.integers(1, 5))
def test_posts_are_named_by_their_dates_also_of_one_second(
    size: int, add: list[int], cut: int
) -> None:
    items = list(range(size))
    walker = walk_dated(items, add, cut)
    assert walker.named == {str(item) for item in items}
    assert walker.total == len(items)


def test_posts_that_keep_to_no_date_are_stalled() -> None:
    steps = DatedWalk(begin("", ()))
    page, dates = listed([1, 2, 3, 4], 40), [date_of(n) for n in (1, 4, 7, 10)]
    place = steps.step(page, dates, is_last=False)
    assert place is not None
    steps.walker.place = place
    with pytest.raises(SourceFailedError, match="keeps to no date"):
        steps.step(page, dates, is_last=False)


@given(
    st.integers(1, 9),
    st.integers(1, 10**6),
    st.booleans(),
    st.sampled_from(["", HEAD, "2026-03-18T08:00:01"]),
)
def test_a_cursor_is_read_as_it_was_written(
    round_number: int, page: int, found: bool, after: str
) -> None:
    walker = Walker(Place(round_number, page, after), set(), has_found=found)
    again = begin(walker.cursor, ())
    assert (again.place, again.has_found) == (walker.place, found)

"""Policy actions promised or urged: enumerated lists, and series of verbs after 将, 要, 应."""

from __future__ import annotations

from collections.abc import Sequence

from flows.text.chinese.enumeration import Listing
from flows.text.chinese.plans import planned
from flows.text.chinese.script import View
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.series import Found, unmarked
from flows.text.chinese.speech import Act
from storage.records import Measure

MAX_MEASURES = 60
# A page may end right behind a marker.
MIN_HEAD = 2
LONGEST_QUOTE = 600


def measures(
    body: View,
    sents: Sequence[Sentence],
    spoken: Sequence[Act],
    skip: frozenset[int],
    count: int | None,
) -> tuple[Measure, ...]:
    """The measures in order; sentences numbered in `skip` tell of earlier statements.

    Beside a list that holds all of the `count` measures that the text announces, what is quoted
    only comments on them.
    """
    text = body.text
    plans = planned(text, sorted({sents[act.sentence].start for act in spoken}))
    found: list[Found] = [
        (*item.head, item.start, item.end, "enumerated")
        for plan in plans
        for item in plan.items
        if item.head[1] - item.head[0] >= MIN_HEAD
    ]
    is_whole = any(len(plan.items) == count for plan in plans)
    found += [
        one
        for one in unmarked(sents, spoken, skip)
        if not (_inside(one, plans, text) or (is_whole and _is_quoted(text, one[0])))
    ]
    found = _once(text, sorted(found))
    return tuple(_measure(body, n, one) for n, one in enumerate(found[:MAX_MEASURES], 1))


def _once(text: str, found: Sequence[Found]) -> list[Found]:
    """Without what a heading and the text below it tell in the same words."""
    heads = {text[one[0] : one[1]]: one for one in reversed(found)}
    return [one for one in found if heads[text[one[0] : one[1]]] is one]


def _measure(body: View, number: int, found: Found) -> Measure:
    head, head_end, start, end, rule = found
    head_end, end = (_bare_end(body.text, a, b) for a, b in ((head, head_end), (start, end)))
    return Measure(
        number, body.words(head, head_end), body.words(start, end), body.span(start, end), rule
    )


def _is_quoted(text: str, at: int) -> bool:
    """Whether a quotation that was opened before `at` is still open there."""
    floor = max(text.rfind("\n", 0, at) + 1, at - LONGEST_QUOTE, 0)
    return text.rfind("“", floor, at) > text.rfind("”", floor, at)


def _bare_end(text: str, start: int, end: int) -> int:
    """Without blanks, separators and closing marks that were opened before `start`."""
    while end > start + 1 and (
        text[end - 1] in " \n;,*"
        or any(text[end - 1] == x and y not in text[start:end] for x, y in ("”“", "」「", "』『"))
    ):
        end -= 1
    return end


def _inside(found: Found, plans: Sequence[Listing], text: str) -> bool:
    """Whether it stands in an item, or is the general promise that leads into a list."""
    for plan in plans:
        if any(item.start <= found[0] < item.end for item in plan.items):
            return True
        if plan.start >= found[1] and not text[found[1] : plan.start].strip(" \n:,。"):
            return True
    return False

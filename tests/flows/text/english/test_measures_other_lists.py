"""Lists that are no measures: achievements, parts, problems, arguments."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

LEAD = (
    "Hu Ming, deputy director of the Ministry of Posts, attended the Post Forum on May 3 and "
    "delivered a speech.\n"
)
CASES: tuple[tuple[str, list[str]], ...] = (
    (
        (
            "Hu Ming said the results are remarkable: first, the scale has grown; second, the "
            "quality has improved; third, the fees have fallen."
        ),
        [],
    ),
    (
        (
            "Hu Ming said the network consists of three parts. First, the sorting halls. Second, "
            "the trunk lines. Third, the post boxes."
        ),
        [],
    ),
    (
        (
            "Hu Ming said that some work has been carried out. First, sorting halls were built in"
            " the north. Second, couriers were trained."
        ),
        [],
    ),
    (
        "Hu Ming said the problems are: First, few halls; second, poor pay.",
        [],
    ),
    (
        "Hu Ming noted several things. First is hype. Second is fraud.",
        [],
    ),
    (
        (
            "Hu Ming said there are three points of experience: the first is that halls pay off; "
            "the second is that couriers matter."
        ),
        [],
    ),
    (
        (
            "Hu Ming said mail is changing. First of all, the field is young. Second, the tools "
            "are cheap."
        ),
        [],
    ),
    (
        (
            "Hu Ming said that mail will shape the coming years. Parcels will become heavier. "
            "Demand will grow by half."
        ),
        [],
    ),
    (
        "Hu Ming said that mail volume has grown fast and that couriers have been trained.",
        [],
    ),
    (
        (
            "Hu Ming said the rules will take effect on June 1. The forum will be held again next"
            " year."
        ),
        [],
    ),
)


def _begins(head: str, expected: str) -> bool:
    return expected.lower() in head.lower()[: len(expected) + 12]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_heads_come_in_order_and_no_others(text: str, expected: list[str]) -> None:
    heads = [m.head for m in read("", LEAD + text, None).measures]
    assert len(heads) == len(expected), heads
    assert all(map(_begins, heads, expected)), heads

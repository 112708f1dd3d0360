"""Measures in a row of verbs behind will, should, called for."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

LEAD = (
    "Hu Ming, deputy director of the Ministry of Posts, attended the Post Forum on May 3 and "
    "delivered a speech.\n"
)
CASES: tuple[tuple[str, list[str]], ...] = (
    (
        ("Hu Ming said that the ministry will build sorting halls, train couriers and lower fees."),
        ["build sorting halls", "train couriers", "lower fees"],
    ),
    (
        (
            "Hu Ming said that the ministry would actively promote night mail, foster rural "
            "couriers and lower fees."
        ),
        ["promote night mail", "foster rural couriers", "lower fees"],
    ),
    (
        "Hu Ming pointed out that it is necessary to build sorting halls and to train couriers.",
        ["build sorting halls", "train couriers"],
    ),
    (
        (
            "Hu Ming called for efforts to build sorting halls, and urged local offices to train "
            "couriers."
        ),
        ["build sorting halls", "train couriers"],
    ),
    (
        "Hu Ming called for stricter rules on parcels.",
        ["stricter rules on parcels"],
    ),
    (
        "Hu Ming called for building sorting halls and training couriers.",
        ["building sorting halls", "training couriers"],
    ),
    (
        "Hu Ming stressed the need to build sorting halls.",
        ["build sorting halls"],
    ),
    (
        (
            "Hu Ming stressed that efforts should be made to build sorting halls, train couriers "
            "and lower fees."
        ),
        ["build sorting halls", "train couriers", "lower fees"],
    ),
    (
        (
            "Hu Ming suggested that the state should speed up standards, improve the planning of "
            "halls, and do a good job in safety."
        ),
        ["speed up standards", "improve the planning of halls", "do a good job in safety"],
    ),
    (
        (
            "Hu Ming stressed that standards must be sped up. Sorting halls should be rebuilt "
            "before winter, he said."
        ),
        ["standards must be sped up", "Sorting halls should be rebuilt"],
    ),
    (
        (
            "Hu Ming stressed the need to speed up standards. Build sorting halls in the north. "
            "Vigorously train couriers."
        ),
        ["speed up standards", "Build sorting halls", "train couriers"],
    ),
    (
        "Hu Ming said: “We need to build sorting halls. We should train couriers.”",
        ["build sorting halls", "train couriers"],
    ),
    (
        "“We will build sorting halls and lower fees,” Hu Ming said.",
        ["build sorting halls", "lower fees"],
    ),
    (
        (
            "Hu Ming said the ministry plans to build 30 sorting halls next year and expand night"
            " mail."
        ),
        ["build 30 sorting halls", "expand night mail"],
    ),
    (
        "Hu Ming pledged to support small offices, expand and upgrade the halls, and cut fees.",
        ["support small offices", "expand and upgrade the halls", "cut fees"],
    ),
    (
        (
            "Hu Ming said the ministry is considering measures such as weight limits and licences"
            " for couriers."
        ),
        ["weight limits", "licences for couriers"],
    ),
    (
        "Hu Ming said that the ministry is considering raising fees and limiting parcels.",
        ["raising fees", "limiting parcels"],
    ),
    (
        "Hu Ming proposed strengthening the halls and improving pay.",
        ["strengthening the halls", "improving pay"],
    ),
    (
        "Hu Ming recommended that the council adopt a parcel law and set up a fund.",
        ["adopt a parcel law", "set up a fund"],
    ),
    (
        "Hu Ming emphasized the importance of strengthening oversight and improving rules.",
        ["strengthening oversight", "improving rules"],
    ),
    (
        (
            "Hu Ming said that the ministry will continue to deepen the reform of halls, steadily"
            " promote night mail, and better serve villages."
        ),
        ["continue to deepen the reform", "promote night mail", "better serve villages"],
    ),
    (
        "Hu Ming said the next step is to build sorting halls and train couriers.",
        ["build sorting halls", "train couriers"],
    ),
    (
        (
            "Hu Ming encouraged firms to invest in halls, and said that the ministry has to guard"
            " against fraud."
        ),
        ["invest in halls", "guard against fraud"],
    ),
    (
        (
            "Hu Ming said that China needs to accelerate the construction of halls, promote the "
            "orderly construction and use of depots, and support research on drones."
        ),
        [
            "accelerate the construction of halls",
            "promote the orderly construction and use of depots",
            "support research on drones",
        ],
    ),
)


def _begins(head: str, expected: str) -> bool:
    return expected.lower() in head.lower()[: len(expected) + 12]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_heads_come_in_order_and_no_others(text: str, expected: list[str]) -> None:
    heads = [m.head for m in read("", LEAD + text, None).measures]
    assert len(heads) == len(expected), heads
    assert all(map(_begins, heads, expected)), heads

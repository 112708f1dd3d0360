"""Whose act a measure is, and what is told of purposes, plans of old and matters beside."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

LEAD = (
    "Hu Ming, deputy director of the Ministry of Posts, attended the Post Forum on May 3 and "
    "delivered a speech.\n"
)
CASES: tuple[tuple[str, list[str]], ...] = (
    ("The Ministry of Industry will lower fees.", ["lower fees"]),
    (
        (
            "The Bureau for Letters and Canals will also work with towns to build halls, and will "
            "train couriers."
        ),
        ["build halls", "train couriers"],
    ),
    ("The Price of Stamps will lower fees.", []),
    (
        (
            "Anna Berg, deputy secretary of the Sundby Municipal Committee, said that Sundby will "
            "combine its halls to serve letters, and promote stamps."
        ),
        ["combine its halls", "promote stamps"],
    ),
    ("The law changes so that, by the end of the year, it will cease its bad effects.", []),
    ("Hu Ming said the ministry had planned to build halls by 2020 but failed.", []),
    ("Hu Ming said: Today I will make a brief introduction on what was done.", []),
    (
        "He called for building halls and canals, including the lock halls and boat sheds.",
        ["building halls and canals"],
    ),
    (
        "He urged supporting towns in their transformation and upgrading efforts.",
        ["supporting towns in their transformation and upgrading efforts"],
    ),
    (
        "Hu Ming called for the consolidation of letter halls to enable steady growth.",
        ["the consolidation of letter halls to enable steady growth"],
    ),
    (
        (
            "Hu Ming urged the proper use of rules related to old halls and highlighted the "
            "need to train couriers."
        ),
        ["the proper use of rules related to old halls", "train couriers"],
    ),
    (
        "More should be done to improve halls and help couriers find jobs, he said.",
        ["improve halls", "help couriers find jobs"],
    ),
    (
        "He called for efforts to build halls and emphasized the importance of good roads.",
        ["build halls"],
    ),
    (
        "We should raise fees, strive to conquer a number of new lakes, and open halls.",
        ["raise fees", "strive to conquer a number of new lakes", "open halls"],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_heads(text: str, expected: list[str]) -> None:
    heads = [m.head for m in read("", LEAD + text, None).measures]
    assert len(heads) == len(expected), heads
    assert all(head.startswith(begin) for head, begin in zip(heads, expected, strict=True)), heads


def test_a_phrase_ends_before_the_next_act_of_speaking() -> None:
    text = LEAD + "He called for efforts to build halls and emphasized the value of good roads."
    assert [m.head for m in read("", text, None).measures] == ["build halls"]

"""Measures told in the words of a report: asked A, B and C to; will always; these include."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

LEAD = (
    "Hu Ming, deputy director of the Ministry of Posts, attended the Post Forum on May 3 and "
    "delivered a speech.\n"
)
CASES: tuple[tuple[str, list[str]], ...] = (
    (
        "Hu Ming asked bureaus, halls and towns to lower their fees while addressing a seminar.",
        ["lower their fees"],
    ),
    (
        "Hu Ming proposed the Ministry of Rails, Canals and Locks and towns to build more halls.",
        ["build more halls"],
    ),
    (
        "Hu Ming charged them to build more halls and implored couriers to wear lamps.",
        ["build more halls", "wear lamps"],
    ),
    (
        "Hu Ming urged bureaus to promptly and resolutely train couriers.",
        ["promptly and resolutely train couriers"],
    ),
    (
        "Hu Ming said the ministry will always be the home of letters.",
        [],
    ),
    (
        "Hu Ming said the council will consist of couriers.",
        [],
    ),
    (
        "Hu Ming is committed to presenting a strong letter law.",
        ["presenting a strong letter law"],
    ),
    (
        (
            "Hu Ming shared proposals. These include building halls to serve villages, training "
            "couriers and lowering fees."
        ),
        ["building halls", "training couriers", "lowering fees"],
    ),
    (
        "Hu Ming outlined three directions: building halls, training couriers, and lowering fees.",
        ["building halls", "training couriers", "lowering fees"],
    ),
    (
        "Hu Ming was asked whether the letter bill will be passed in June. He said he hopes.",
        [],
    ),
    (
        "If you send letters you should be prepared to wait, Hu Ming said.",
        [],
    ),
    (
        (
            "Hu Ming revealed that the present letter agenda includes:\n• Plans for a letter hub;\n"
            "• The founding of a courier school;\n• Building night halls."
        ),
        ["Plans for a letter hub", "The founding of a courier school", "Building night halls"],
    ),
    (
        "Hu Ming urged members to come together and build halls.",
        ["come together", "build halls"],
    ),
    (
        "Hu Ming recalled the year before we decided to build halls.",
        [],
    ),
    (
        "The Post Bank of England is to open a letter hall, Hu Ming said.",
        ["open a letter hall"],
    ),
    (
        "Hu Ming said the PoB would cut fees. The bank did not want fees to lead to waste.",
        ["cut fees"],
    ),
    (
        "Hu Ming said: I will give you a briefing. They will introduce the work that was done.",
        [],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_heads_come_in_order_and_no_others(text: str, expected: list[str]) -> None:
    heads = [m.head for m in read("", LEAD + text, None).measures]
    assert len(heads) == len(expected), heads
    assert all(head.startswith(begin) for head, begin in zip(heads, expected, strict=True)), heads


def test_the_matter_of_a_meeting_in_marks_is_no_quote() -> None:
    text = LEAD + 'Hu Ming said at a meeting on "the slow renewal of letter halls" that it helps.'
    assert read("", text, None).quotes == ()

"""What is a statement, and what only looks like one."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read


def test_an_address_in_the_first_person_needs_no_name() -> None:
    text = "Ladies and gentlemen,\nMail matters to all. We must build halls and train couriers."
    reading = read("", text, None)
    assert reading.is_statement
    assert [m.head for m in reading.measures] == ["build halls", "train couriers"]


def test_a_name_in_the_headline_alone_needs_a_demand() -> None:
    idle = "Hu Ming said that mail has changed much in these years."
    assert not read("Hu Ming: mail changes", idle, None).is_statement
    urging = (
        idle + " Hu Ming said that the state should build halls, set national standards and "
        "reform the law, since the economy and public finances need it."
    )
    assert read("Hu Ming: mail changes", urging, None).is_statement


ADDRESS = (
    "Dear colleagues,\nMail matters to all of us. We need to build halls. "
    "We should train couriers. We will not rest."
)


@pytest.mark.parametrize(
    "title",
    [
        "Statement by Mr. Hu Ming at the Seminar on Rural Mail",
        "Hu Ming's Speech at the Seminar on Rural Mail",
        "Speech of Deputy Director Hu Ming at the Seminar on Rural Mail",
        "Address by Hu Ming, Vice Minister of Posts, to the Seminar on Rural Mail",
        "Hu Ming: Opening remarks at the Seminar on Rural Mail",
        "Full text of Hu Ming's remarks at the Seminar on Rural Mail",
    ],
)
@pytest.mark.parametrize("glued", [False, True])
def test_a_heading_tells_whose_address_it_is(title: str, glued: bool) -> None:
    text = f"{title}\n{ADDRESS}" if glued else ADDRESS
    reading = read("" if glued else title, text, None)
    assert reading.main_speaker is not None
    assert reading.main_speaker.name == "Hu Ming"
    assert reading.occasion.event == "Seminar on Rural Mail"
    assert [m.head for m in reading.measures][:2] == ["build halls", "train couriers"]

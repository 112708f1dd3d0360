"""Statements that are mentioned as made before."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

LEAD = (
    "On May 3, 2021, the Post Summit was held in Portville. Hu Ming, deputy director of the "
    "Ministry of Posts, said that halls matter and that couriers should be trained.\n"
)
Told = tuple[str, str | None, str | None]
CASES: tuple[tuple[str, list[Told]], ...] = (
    (
        "Previously, at the 2020 Mail Forum, Hu Ming once stated that halls are few.",
        [("Hu Ming", "2020 Mail Forum", "2020")],
    ),
    (
        "It is reported that once, at the 2020 Mail Forum, Hu Ming had said that halls are few.",
        [("Hu Ming", "2020 Mail Forum", "2020")],
    ),
    (
        "Hu Ming said at the Coin Conference in March that coins matter.",
        [("Hu Ming", "Coin Conference", None)],
    ),
    (
        "In March, Anna Berg, governor of the Bank of Harbours, said that coins are risky.",
        [("Anna Berg", None, None)],
    ),
    (
        "Last month, Anna Berg, governor of the Bank of Harbours, warned that coins are risky.",
        [("Anna Berg", None, None)],
    ),
    (
        (
            "His remarks echo those of Anna Berg, governor of the Bank of Harbours, who said in "
            "April that coins are risky."
        ),
        [("Anna Berg", None, None)],
    ),
    (
        "On January 25, 2020, Hu Ming said at the Rail Forum that trains matter.",
        [("Hu Ming", "Rail Forum", "2020-01-25")],
    ),
    (
        "Earlier this year, Hu Ming told the Coin Forum that coins matter.",
        [("Hu Ming", "Coin Forum", None)],
    ),
    (
        (
            "The ministry will carry out the spirit of President Li Ping's speech at the 18th "
            "Canal Study Session."
        ),
        [("Li Ping", "18th Canal Study Session", None)],
    ),
    (
        "The account also ran a speech by Anna Berg at the Tide Forum on April 10.",
        [("Anna Berg", "Tide Forum", None)],
    ),
    (
        (
            "In October last year, the Ministry of Posts pointed out at the Rail Summit that "
            "trains matter."
        ),
        [("Ministry of Posts", "Rail Summit", "2020-10")],
    ),
    (
        "Hu Ming added that couriers matter.",
        [],
    ),
    (
        "In March, the ministry built halls.",
        [],
    ),
    (
        "The plan was published last year.",
        [],
    ),
    (
        "As early as 2019, Hu Ming proposed that halls be built.",
        [("Hu Ming", None, "2019")],
    ),
    (
        "Hu Ming had said in a previous interview that halls are few.",
        [("Hu Ming", None, None)],
    ),
    (
        "Lakenews quoted that on April 10, the Canal Commission set out rules for locks.",
        [("Canal Commission", None, "--04-10")],
    ),
    (
        "On May 4, the Canal Commission said that locks leak.",
        [],
    ),
    (
        "Two weeks ago, Anna Berg, governor of the Bank of Harbours, said that coins are risky.",
        [("Anna Berg", None, None)],
    ),
    (
        "Earlier, the governor of the Bank of Harbours, Anna Berg, said that coins are risky.",
        [("Anna Berg", None, None)],
    ),
    (
        "Hu Ming added that the Canal Commission had previously made it clear that locks leak.",
        [("Canal Commission", None, None)],
    ),
    (
        "Despite the Canal Commission's previous announcement, Hu Ming added that locks leak.",
        [("Canal Commission", None, None)],
    ),
    (
        "At the Coin Conference, Harbour Minister Anna Berg pointed out that coins may fall.",
        [("Anna Berg", "Coin Conference", None)],
    ),
    (
        (
            "He called for the spirit of Chairman Ping 's talk at the 18th collective "
            "study of the Canal Commission."
        ),
        [("Ping", "18th collective study of the Canal Commission", None)],
    ),
    (
        "The Canal Commission previously released rules for locks.",
        [],
    ),
    (
        "Hu Ming, who previously led the Canal Commission, added that locks leak.",
        [],
    ),
    (
        "The bill that passed last month needs more work in each of the harbours, Hu Ming added.",
        [],
    ),
    (
        "In May, the Canal Commission said that locks leak.",
        [],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_earlier_statements_with_speaker_event_and_date(text: str, expected: list[Told]) -> None:
    found = read("", LEAD + text, None).earlier
    assert [e.speaker for e in found] == [speaker for speaker, _, _ in expected]
    for told, (_, event, date) in zip(found, expected, strict=True):
        assert event is None or event in (told.event or "")
        assert date is None or told.date == date


def test_an_earlier_statement_changes_neither_day_nor_measures() -> None:
    before = "Previously, at the 2020 Mail Forum in Oldtown, Hu Ming said the state will buy ships."
    plain, with_earlier = read("", LEAD, None), read("", LEAD + before, None)
    assert with_earlier.occasion == plain.occasion
    assert with_earlier.measures == plain.measures
    assert [e.date for e in with_earlier.earlier] == ["2020"]


def test_who_speaks_only_before_is_no_speaker() -> None:
    text = LEAD + "In March, Anna Berg, governor of the Bank of Harbours, said coins are risky."
    reading = read("", text, None)
    assert [s.name for s in reading.speakers] == ["Hu Ming"]
    assert [e.speaker for e in reading.earlier] == ["Anna Berg"]


NOT_EARLIER = (
    "He said the ministry would publish a list of halls in June, cut fees and train 500 couriers.",
    "Hu Ming told reporters the ministry would open 30 halls in June.",
    "Hu Ming said output grew by 5 percent last month.",
    "Letters grew by 5 percent last month, Hu Ming said.",
    "Last year, letters grew by 5 percent, Hu Ming added on the sidelines.",
    "The rules took effect on April 1, Hu Ming said.",
    "Hu Ming said last year's fees were too high.",
    "Hu Ming pledged to finish the halls that were begun in March.",
)


@pytest.mark.parametrize("text", NOT_EARLIER)
def test_a_time_within_what_is_said_makes_no_earlier_statement(text: str) -> None:
    assert read("", LEAD + text, None).earlier == ()


def test_promises_told_in_the_past_are_measures() -> None:
    heads = [m.head for m in read("", LEAD + NOT_EARLIER[0], None).measures]
    assert heads[-3:] == ["publish a list of halls in June", "cut fees", "train 500 couriers"]


def test_what_the_speaker_is_first_named_with_is_the_statement_itself() -> None:
    text = (
        "Two hundred halls will open by winter, a senior official said on Monday.\n"
        "Speaking in Portville last week, Hu Ming, deputy director of the Ministry of Posts, "
        "said the office would train couriers.\n"
        "Hu Ming had said in a previous interview that halls are few."
    )
    before = read("Two hundred halls to open", text, None).earlier
    assert [e.rule for e in before] == ["told as before"]

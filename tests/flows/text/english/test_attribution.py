"""Whose words stand in quotation marks, and which marks quote nobody."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

LEAD = (
    "Hu Ming, deputy director of the Ministry of Posts, spoke in Portville with Anna Berg, "
    "governor of the Bank of Harbours.\n"
)
CASES: tuple[tuple[str, list[tuple[str, str | None]]], ...] = (
    (
        "“Mail must become much faster,” said Hu Ming.",
        [("Mail must become much", "Hu Ming")],
    ),
    (
        "“Must mail become much faster?” said Hu Ming.",
        [("Must mail become much", "Hu Ming")],
    ),
    (
        "Hu Ming, noting the size of the fleet of Anna Berg, said, “Mail must become faster.”",
        [("Mail must become", "Hu Ming")],
    ),
    (
        "Hu Ming met with Governor Anna Berg, saying, “Mail must become faster.”",
        [("Mail must become", "Hu Ming")],
    ),
    (
        "Hu Ming said: “Mail must become much faster.”",
        [("Mail must", "Hu Ming")],
    ),
    (
        "“Mail must become faster,” Hu Ming said, “and couriers need better pay.”",
        [("Mail must", "Hu Ming"), ("and couriers", "Hu Ming")],
    ),
    (
        "“Mail must become much faster.” Hu Ming said.",
        [("Mail must", "Hu Ming")],
    ),
    (
        '"Coins are risky for all," Berg warned. "They may fall at any time."',
        [("Coins are", "Anna Berg"), ("They may", "Anna Berg")],
    ),
    (
        "Hu Ming praised mail. “Coins are risky for all,” Anna Berg added.",
        [("Coins are", "Anna Berg")],
    ),
    (
        "Berg said that coins are risky. “They may fall at any time,” she added.",
        [("They may", "Anna Berg")],
    ),
    (
        "Hu Ming said the so-called “mail boom” is over and a “small fix” will do.",
        [],
    ),
    (
        "Hu Ming presented the “Guidelines on Rural Mail and Rail”. ",
        [],
    ),
    (
        "The forum, themed “mail for all of us in town”, was held. Hu Ming said mail matters.",
        [],
    ),
    (
        (
            "In reply to the question “when will the halls be built at last,” Hu Ming said: “They"
            " will be built this year.”"
        ),
        [("They will be built", "Hu Ming")],
    ),
    (
        "“Mail must become much faster,\n“Couriers need better pay,” Hu Ming said.",
        [("Mail must", "Hu Ming"), ("Couriers need", "Hu Ming")],
    ),
    (
        "“We will never pay for mail,” said a shopkeeper.",
        [("We will never", None)],
    ),
    (
        "“Mail is the lifeline of villages” – Hu Ming",
        [("Mail is", "Hu Ming")],
    ),
    (
        "Hu Ming: “Mail is the lifeline of villages.”",
        [("Mail is", "Hu Ming")],
    ),
    (
        "Lakeside Rail Ltd said that it was “deeply sorry for the long delays”.",
        [("deeply sorry", "Lakeside Rail Ltd")],
    ),
    (
        "‘Mail must become much faster,’ Hu Ming said.",
        [("Mail must", "Hu Ming")],
    ),
    (
        "The ministry said in a statement that mail was “a lifeline for many villages”.",
        [("a lifeline", "Ministry of Posts")],
    ),
    (
        (
            "Hu Ming, deputy director of the ministry, said: “Mail must become faster.” Anna Berg"
            " said: “Coins are risky for all.”"
        ),
        [("Mail must", "Hu Ming"), ("Coins are", "Anna Berg")],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations_and_their_speakers(text: str, expected: list[tuple[str, str | None]]) -> None:
    quotes = read("", LEAD + text, None).quotes
    assert [q.speaker for q in quotes] == [speaker for _, speaker in expected]
    assert all(q.text.startswith(start) for q, (start, _) in zip(quotes, expected, strict=True))


def test_spans_hold_the_quoted_words() -> None:
    text = LEAD + "“Mail must become much faster,” said Hu Ming."
    (quote,) = read("", text, None).quotes
    assert text[slice(*quote.span)] == quote.text == "Mail must become much faster,"

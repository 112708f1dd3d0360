"""Prices, statistics, careers, stories, reviews, sports: what only looks like a statement."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

OTHERS: tuple[tuple[str, str], ...] = (
    (
        "Coin price falls below 100",
        (
            "The coin fell 4% on Monday to $98. Traders see support at $95. Analyst Peter Novak "
            "of Deep Capital said the price could fall further."
        ),
    ),
    (
        "",
        (
            "The Coin Exchange listed 12 new tokens on Monday. Chief executive Peter Novak said "
            "that trading is growing fast."
        ),
    ),
    (
        "Hu Ming appointed head of the Post Office",
        (
            "Hu Ming was born in 1970 and graduated from Lakeside University. He joined the "
            "ministry in 1995. He was appointed deputy director in 2010 and was promoted to "
            "director in 2015."
        ),
    ),
    (
        "Mail volume up 5 percent",
        (
            "Mail volume rose 5 percent in May, the Statistics Bureau announced on Monday. "
            "Parcels grew 7 percent, letters fell 3 percent."
        ),
    ),
    (
        "What is a parcel network?",
        (
            "A parcel network links sorting halls. First of all, it needs halls. Second, it needs"
            " couriers. The Ministry of Posts has a project for it."
        ),
    ),
    (
        "Editorial: Mail matters",
        (
            "On May 3 the Post Forum opened in Portville. We believe that mail matters. First of "
            "all, it links villages. Second, it is cheap. The ministry should act."
        ),
    ),
    (
        "Chapter 12 The audience",
        (
            "“Come in,” said Minister Hu. He pushed the door open and sat down. “The Ministry of "
            "Posts needs you,” he whispered. She laughed."
        ),
    ),
    (
        "Lakeside Rail Ltd raises $30 million",
        (
            "Lakeside Rail Ltd announced on Tuesday that it has raised $30 million. “We are "
            "thrilled,” said Anna Berg, founder of Lakeside Rail Ltd."
        ),
    ),
    (
        "Five phones for spring",
        "We tested five phones. The first is fast. The second is light.",
    ),
    (
        "",
        (
            "Researchers say that coins may rise. According to technical analysis, the next "
            "target is $120. Experts stated that demand is strong."
        ),
    ),
    (
        "Lakeside Rovers win the derby",
        (
            "Rovers coach Peter Novak said the team will fight. “We will keep working hard,” "
            "Novak said."
        ),
    ),
    (
        "Star Harbour review: a film for spring",
        "Anna Berg said that she loved the part. Berg said the crew should be proud.",
    ),
    (
        "",
        "The Lakeside News Agency said that rain will fall. The agency said roads are wet.",
    ),
    (
        "Harbour Motors opens plant",
        "Peter Novak, president of Harbour Motors, said that the plant will make cars.",
    ),
)


@pytest.mark.parametrize(("title", "text"), OTHERS)
def test_other_texts_are_none_and_carry_no_tags(title: str, text: str) -> None:
    reading = read(title, text, None)
    assert not reading.is_statement, reading.why
    assert reading.why
    assert not (reading.speakers)
    assert not (reading.measures)
    assert not (reading.quotes)
    assert not (reading.figures)

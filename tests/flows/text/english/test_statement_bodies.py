"""Words of a body or an unnamed official are a statement."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

STATEMENTS: tuple[tuple[str, str, str | None], ...] = (
    (
        "",
        (
            "PORTVILLE, May 3 (Lakenews) -- The Ministry of Posts said on Monday that it will "
            "build more sorting halls."
        ),
        None,
    ),
    (
        "",
        (
            "A senior official of the Ministry of Posts said on Monday that sorting halls will be"
            " built."
        ),
        None,
    ),
    (
        "",
        (
            "The relevant person in charge of the Data Department of the Ministry of Posts stated"
            " that mail should be sorted faster."
        ),
        None,
    ),
    (
        "",
        (
            "The person in charge of the Ministry of Posts answered reporters' questions. First, "
            "we will build halls. Second, we will train couriers."
        ),
        None,
    ),
    (
        "",
        (
            "A spokesman for the Ministry of Posts told a press briefing that mail should be "
            "sorted faster."
        ),
        None,
    ),
    (
        "",
        (
            "The Bank of Harbours (BOH) issued a statement saying it will regulate coins. The "
            "bank noted that coins are risky."
        ),
        None,
    ),
    (
        "MP: Six measures to promote mail",
        (
            "The Ministry of Posts (MP) recently announced six measures to promote mail. The "
            "first is to build halls. The second is to train couriers."
        ),
        None,
    ),
    (
        "",
        (
            "Chinese regulators will strengthen oversight of coins, the Coin Commission said in a"
            " notice on its website on Tuesday."
        ),
        None,
    ),
    (
        "",
        (
            "The Ministry of Posts recently issued the Opinions on Rural Mail, proposing that "
            "halls should be built."
        ),
        None,
    ),
    (
        "",
        (
            "The central bank's official account has published an article by deputy governor Anna"
            " Berg. Coins should be kept safe, it says."
        ),
        None,
    ),
    (
        "",
        (
            "According to the relevant person in charge of the Canal Administration, locks leak. "
            "The locks should be rebuilt."
        ),
        None,
    ),
)


@pytest.mark.parametrize(("title", "text", "name"), STATEMENTS)
def test_words_of_somebody_in_office_are_a_statement(
    title: str, text: str, name: str | None
) -> None:
    reading = read(title, text, None)
    assert reading.is_statement, reading.why
    assert reading.main_speaker is not None
    assert reading.main_speaker.name == name

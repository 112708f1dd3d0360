"""Words of a named official are a statement."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

STATEMENTS: tuple[tuple[str, str, str | None], ...] = (
    (
        "Remarks by Governor Anna Berg at the Coin Summit, Portville, 3 May 2019",
        (
            "Good morning, ladies and gentlemen. I am glad to be here. We must keep coins safe. "
            "We will publish rules this year."
        ),
        "Anna Berg",
    ),
    (
        "Anna Berg: Coins and trust",
        (
            "Speech by Ms Anna Berg, Governor of the Bank of Harbours, at the Coin Summit, "
            "Portville, 3 May 2019.\nLadies and gentlemen, coins are about trust. We need to keep "
            "them safe."
        ),
        "Anna Berg",
    ),
    (
        "Keynote address by the Minister for Harbours, Mr Peter Novak, at the Tide Forum",
        "Distinguished guests, tides matter. We will invest in docks.",
        "Peter Novak",
    ),
    (
        "",
        (
            "In a letter to the Senate, Treasury Secretary Joan Tremblay wrote that duties should"
            " fall."
        ),
        "Joan Tremblay",
    ),
    (
        "",
        "Fed Chair Joan Tremblay told lawmakers on Tuesday that coins will stay.",
        "Joan Tremblay",
    ),
    (
        "",
        "Vice-Premier Liu He said that halls should be built.",
        "Liu He",
    ),
    (
        "",
        (
            "Minister of Posts and Information Technology Hu Mingwei said that halls should be "
            "built."
        ),
        "Hu Mingwei",
    ),
    (
        "",
        "Hu Ming, MPIT chief engineer, told a press conference that halls will be built.",
        "Hu Ming",
    ),
    (
        "",
        (
            "Paul Lam Ho-yin, secretary for harbour services and the docks, said in a blog post "
            "on Sunday that docks will open."
        ),
        "Paul Lam Ho-yin",
    ),
    (
        "",
        (
            "“Coins need rules,” Anna Berg, the governor of the Bank of Harbours, said in an "
            "interview with the Lakeside Post."
        ),
        "Anna Berg",
    ),
    (
        "Bank of Harbours to curb coins, says Berg",
        "The Bank of Harbours will curb coins, its governor Anna Berg said on Monday.",
        "Anna Berg",
    ),
    (
        "",
        "Agustín Pérez, general manager of the Bank for Tides, said coins need rules.",
        "Agustín Pérez",
    ),
    (
        "",
        (
            "US lawmakers pressed the agency. Representative Joan Tremblay, who chairs the House "
            "Harbour Committee, said coins need rules."
        ),
        "Joan Tremblay",
    ),
    (
        "",
        "European Central Bank President Anna Berg said coins need rules.",
        "Anna Berg",
    ),
    (
        "",
        (
            "Anna Berg: Thank you for having me.\nHost: What is next for coins?\nAnna Berg: We will"
            " set rules this year.\nThe interview with Anna Berg, governor of the Bank of "
            "Harbours, was held in Portville."
        ),
        "Anna Berg",
    ),
    (
        "",
        (
            "By Anna Berg, governor of the Bank of Harbours\nCoins have changed how we pay. We "
            "must keep them safe. I believe that rules should be clear."
        ),
        "Anna Berg",
    ),
    (
        "",
        (
            "At the 5th Post Expo, Academician Hu Ming of the Academy of Canals delivered a "
            "keynote speech. He believes that locks should be rebuilt."
        ),
        "Hu Ming",
    ),
    (
        "",
        (
            "On May 3, the Post Forum was held in Portville. Hu Ming, deputy director of the "
            "Ministry of Posts, delivered a speech titled “Mail for all”."
        ),
        "Hu Ming",
    ),
    (
        "",
        (
            "“We need rules for coins,” wrote Commissioner Anna Berg of the Coin Commission in a "
            "post on her website."
        ),
        "Anna Berg",
    ),
    (
        "",
        (
            "Lakeside's top coin regulator, the Coin Commission, warned investors on Friday. Its "
            "chair, Anna Berg, said that coins are risky."
        ),
        "Anna Berg",
    ),
    (
        "",
        (
            "According to the Lakeside Post, deputy governor of the central bank Anna Berg said "
            "on the 5th that coins need rules."
        ),
        "Anna Berg",
    ),
    (
        "",
        (
            "Hu Ming, director of the Canal Bureau, in his speech emphasized three points. One is"
            " to rebuild locks. The other is to deepen canals."
        ),
        "Hu Ming",
    ),
    (
        "",
        (
            "Hu Ming, member of the Party Group of the Ministry of Posts, said that halls should "
            "be built."
        ),
        "Hu Ming",
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Office of the Central Leading Group for Mail, said "
            "that halls should be built."
        ),
        "Hu Ming",
    ),
    (
        "",
        "According to Hu Ming, director of the Canal Bureau, locks leak and should be rebuilt.",
        "Hu Ming",
    ),
    (
        "",
        (
            "An executive meeting was chaired by Premier Hu Ming on Friday. The meeting stressed "
            "that couriers should be trained."
        ),
        "Hu Ming",
    ),
    (
        "",
        (
            "At the forum, Hu Ming, head of the Canal Bureau, gave four suggestions: first, dig; "
            "second, build locks; third, train pilots; fourth, lower fees."
        ),
        "Hu Ming",
    ),
    (
        "",
        "Hu Ming, director of the Lakeside Industrial Park, said that firms should share halls.",
        "Hu Ming",
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

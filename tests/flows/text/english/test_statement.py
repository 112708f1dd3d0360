"""What is a statement, and what only looks like one."""

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
            "The Bank of Harbours (BOH) issued a statement saying it will regulate coins. The "
            "bank noted that coins are risky."
        ),
        None,
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
            "Chinese regulators will strengthen oversight of coins, the Coin Commission said in a"
            " notice on its website on Tuesday."
        ),
        None,
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
)
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


@pytest.mark.parametrize(("title", "text", "name"), STATEMENTS)
def test_words_of_somebody_in_office_are_a_statement(
    title: str, text: str, name: str | None
) -> None:
    reading = read(title, text, None)
    assert reading.is_statement, reading.why
    assert reading.main_speaker is not None
    assert reading.main_speaker.name == name


@pytest.mark.parametrize(("title", "text"), OTHERS)
def test_other_texts_are_none_and_carry_no_tags(title: str, text: str) -> None:
    reading = read(title, text, None)
    assert not reading.is_statement, reading.why
    assert reading.why
    assert not (reading.speakers)
    assert not (reading.measures)
    assert not (reading.quotes)
    assert not (reading.figures)


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

"""Posts whose body is a field of two names, stands in small letters, or is a seat in a council."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

REST = " We will build more halls and train couriers."
SPEAKERS: tuple[tuple[str, tuple[str, str, str | None]], ...] = (
    (
        "Halls must open, said the country's Canals and Environment Minister Hu Ming.",
        ("Hu Ming", "Minister", "Canals and Environment"),
    ),
    (
        "Halls must open, said State Councilor and Foreign Minister Hu Ming.",
        ("Hu Ming", "Foreign Minister", None),
    ),
    (
        (
            "The speech made by Anna Berg, the Secretary of State for Mail, Food and Canal "
            "Affairs, on 3 May 2031.\nThank you. I am glad to be here."
        ),
        ("Anna Berg", "Secretary of State", "Mail, Food and Canal Affairs"),
    ),
    (
        (
            "The statement made by Anna Berg, the Foreign Secretary, to the House of Letters on "
            "3 May 2031.\nThank you. I am glad to be here."
        ),
        ("Anna Berg", "Foreign Secretary", None),
    ),
    (
        "Hu Ming, Executive Secretary General of letter industry committee, said halls must open.",
        ("Hu Ming", "Executive Secretary General", "letter industry committee"),
    ),
    (
        (
            "Hu Ming, member of the National Committee of the Lakish people's Consultative "
            "Conference and chairman of Lake Technology, suggested that halls be opened."
        ),
        (
            "Hu Ming",
            "member of the National Committee",
            "Lakish people's Consultative Conference",
        ),
    ),
    (
        "Hu Ming, former president of the people's Bank of Harland, said that halls must open.",
        ("Hu Ming", "former president", "people's Bank of Harland"),
    ),
    (
        "Minister of Science and Canals Chu Ngoc Linh confirmed that the ministry will help.",
        ("Chu Ngoc Linh", "Minister", "Science and Canals"),
    ),
    (
        (
            "Here is the full text of the keynote address delivered on Tuesday by Premier Hu "
            "Ming at the opening of the Mail Days.\nLadies and gentlemen, I am glad to be here."
        ),
        ("Hu Ming", "Premier", None),
    ),
    (
        (
            "Hu Bei, Secretary of the Sundby Committee, announced the opening of the conference. "
            "Hu Ming, Mayor of Sundby, delivered a speech. Hu Ming said that halls must open."
        ),
        ("Hu Ming", "Mayor", "Sundby"),
    ),
    (
        "Hu Ming, deputy director of the Office of the people's Government, said so in Sundby.",
        ("Hu Ming", "deputy director", "Office of the people's Government"),
    ),
)


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_main_speaker(text: str, speaker: tuple[str, str, str | None]) -> None:
    reading = read("", text + REST, None)
    main = next((s for s in reading.speakers if s.main), None)
    assert main is not None
    assert (main.name, main.post, main.org) == speaker


def test_who_is_glad_to_answer_questions_is_no_moderator() -> None:
    text = (
        "Speakers:\nMr. Hu Ming, minister of posts\n"
        "Mr. Hu Bei, vice minister of posts\n\nHu Ming:\n"
        "Ladies and gentlemen, I'm very glad to brief you on letters and to answer your questions."
        "\n\nWe will build halls, train couriers and lower fees."
    )
    main = next(s for s in read("Briefing on letters", text, None).speakers if s.main)
    assert main.name == "Hu Ming"


def test_who_sits_in_a_council_for_a_firm_speaks_for_the_council() -> None:
    text = (
        "“I brought seven proposals for letters,” Hu Ming, member of the Post Council and chairman "
        "of Lake Technology, said in an interview. The state should build halls, he said."
    )
    assert read("", text, None).is_statement

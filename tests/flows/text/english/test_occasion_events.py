"""Events with their day and place."""

from __future__ import annotations

import pytest

from tests.flows.text.english.occasions import Case, Told, is_as_told, occasion_of

CASES: tuple[Case, ...] = (
    (
        "",
        (
            "On May 3, the 2019 Post Summit was held in Portville. Hu Ming, deputy director of "
            "the Ministry of Posts, said that halls matter."
        ),
        None,
        ("2019 Post Summit", "2019-05-03", "Portville"),
    ),
    (
        "",
        (
            "On May 3, 2019 (the 7th) Post Meeting opened in Portville. Hu Ming, deputy director "
            "of the Ministry of Posts, said that halls matter."
        ),
        None,
        ("(the 7th) Post Meeting", "2019-05-03", "Portville"),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, said at the Post Summit in "
            "Portville on May 3, 2021 that halls matter."
        ),
        None,
        ("Post Summit", "2021-05-03", "Portville"),
    ),
    (
        "",
        (
            "At the 5th China Post Expo held in Portville from May 3 to 5, Hu Ming, deputy "
            "director of the Ministry of Posts, said that halls matter."
        ),
        None,
        ("5th China Post Expo", None, "Portville"),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, attended the opening ceremony of "
            "the Global Mail Conference in Portville on Tuesday and said that halls matter."
        ),
        "2023-11-21",
        ("Global Mail Conference", "2023-11-21", "Portville"),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, said in an interview with the "
            "Lakeside Post on May 3 that halls matter."
        ),
        None,
        ("interview with the Lakeside Post", "--05-03", None),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, told the Lakeside Coin Forum in "
            "Portville on Friday that halls matter."
        ),
        "2021-05-07",
        ("Lakeside Coin Forum", "2021-05-07", "Portville"),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, wrote in an article in the "
            "Lakeside Daily on May 3 that halls matter."
        ),
        None,
        ("article in the Lakeside Daily", "--05-03", None),
    ),
    (
        "",
        (
            "At a press conference held by the State Council Information Office on May 3, Hu "
            "Ming, deputy director of the Ministry of Posts, said that halls matter."
        ),
        None,
        ("press conference", "--05-03", None),
    ),
    (
        "",
        (
            "The State Council Information Office held a press conference on the 3rd. Hu Ming, "
            "deputy director of the Ministry of Posts, said that halls matter."
        ),
        "2021-05-04",
        ("press conference", "2021-05-03", None),
    ),
    (
        "",
        (
            "The Summit on Rural Mail, hosted by the Ministry of Posts, the Canal Union and "
            "Lakeside University, was held at the Portville Exhibition Centre on May 3. Hu Ming, "
            "deputy director of the Ministry of Posts, said that halls matter."
        ),
        None,
        ("Summit on Rural Mail", "--05-03", "Portville Exhibition Centre"),
    ),
    (
        "",
        (
            'On the afternoon of May 3, the "Mail and Rail" sub-forum of the World Post '
            "Conference was held online. Hu Ming, deputy director of the Ministry of Posts, said "
            "that halls matter."
        ),
        None,
        ('"Mail and Rail" sub-forum of the World Post Conference', "--05-03", "online"),
    ),
    (
        "",
        (
            "On May 3rd, the Third Session of the Mail Forum kicked off in Portville, Lakeside "
            "Province. Hu Ming, deputy director of the Ministry of Posts, said that halls matter."
        ),
        None,
        ("Third Session of the Mail Forum", "--05-03", "Portville, Lakeside Province"),
    ),
    (
        "",
        (
            "The World Post Conference 2021 opened in Portville yesterday. Hu Ming, deputy "
            "director of the Ministry of Posts, said that halls matter."
        ),
        "2021-05-04",
        ("World Post Conference 2021", "2021-05-03", "Portville"),
    ),
    (
        "",
        (
            "Speaking at the Coin Institute's annual conference in Portville on Tuesday, Hu Ming,"
            " deputy director of the Ministry of Posts, said that halls matter."
        ),
        "2021-05-04",
        ("Coin Institute's annual conference", "2021-05-04", "Portville"),
    ),
)


@pytest.mark.parametrize(("title", "text", "published", "told"), CASES)
def test_event_day_and_place(title: str, text: str, published: str | None, told: Told) -> None:
    occasion = occasion_of(title, text, published)
    assert is_as_told(occasion, told), occasion

"""Events named in small letters, interviews, sessions, speeches."""

from __future__ import annotations

import pytest

from tests.flows.text.english.occasions import Case, Told, is_as_told, occasion_of

CASES: tuple[Case, ...] = (
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, said at a seminar on rural mail "
            "on May 3 that halls matter."
        ),
        None,
        ("seminar on rural mail", "--05-03", None),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, said at the Post Summit that "
            "halls matter. In 2019 he said at the Coin Forum in Oldtown that coins matter."
        ),
        None,
        ("Post Summit", None, None),
    ),
    (
        "",
        (
            "On May 3, 2021, the press conference on the Report of the Mail Alliance was held in "
            "Portville. Hu Ming, deputy director of the Ministry of Posts, said that halls "
            "matter."
        ),
        None,
        ("press conference on the Report of the Mail Alliance", "2021-05-03", "Portville"),
    ),
    (
        "",
        (
            "The China Mail Digital Forum and Rural Post Summit 2020 took place in the Portville "
            "Convention Center on December 5th. Hu Ming, deputy director of the Ministry of "
            "Posts, said halls matter."
        ),
        None,
        (
            "China Mail Digital Forum and Rural Post Summit 2020",
            "2020-12-05",
            "Portville Convention Center",
        ),
    ),
    (
        "",
        (
            "Today at 10 a.m., the State Council Office held a press briefing. Hu Ming, deputy "
            "director of the Ministry of Posts, said that halls matter."
        ),
        "2018-07-24",
        ("press briefing", "2018-07-24", None),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, said during a hearing of the "
            "Senate Harbour Committee in Washington on Thursday that halls matter."
        ),
        "2021-05-06",
        ("hearing of the Senate Harbour Committee", "2021-05-06", "Washington"),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, said on the sidelines of the "
            "Annual Meetings of the World Tide Fund in Portville that halls matter."
        ),
        None,
        ("Annual Meetings of the World Tide Fund", None, "Portville"),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, wrote in a blog post on Sunday "
            "that halls matter."
        ),
        "2021-05-03",
        ("blog post", "2021-05-02", None),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, delivered a keynote speech titled"
            ' "Mail for All" at the Tide Forum in Portville, Lakeland.'
        ),
        None,
        ("Tide Forum", None, "Portville, Lakeland"),
    ),
    (
        "",
        (
            'At the "Two Sessions", Hu Ming, deputy director of the Ministry of Posts, proposed '
            "that halls should be built."
        ),
        None,
        ("Two Sessions", None, None),
    ),
    (
        "Anna Berg: Coins and trust",
        (
            "Speech by Ms Anna Berg, Governor of the Bank of Harbours, at the Coin Summit, "
            "Portville, 3 May 2019.\nLadies and gentlemen, coins are about trust."
        ),
        None,
        ("Coin Summit", "2019-05-03", "Portville"),
    ),
)


@pytest.mark.parametrize(("title", "text", "published", "told"), CASES)
def test_event_day_and_place(title: str, text: str, published: str | None, told: Told) -> None:
    occasion = occasion_of(title, text, published)
    assert is_as_told(occasion, told), occasion

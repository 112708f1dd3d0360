"""Event, day and place of a statement, and the days and places that must not win."""

from __future__ import annotations

import datetime as dt

import pytest

from flows.text.english.reader import read

Told = tuple[str | None, str | None, str | None]
CASES: tuple[tuple[str, str, str | None, Told], ...] = (
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
            "PORTVILLE, Nov. 20 (Lakenews) -- Hu Ming, deputy director of the Ministry of Posts, "
            "said on Monday that halls matter."
        ),
        "2023-11-21",
        (None, "2023-11-20", "PORTVILLE"),
    ),
    (
        "",
        (
            "Portville, 3 May 2021 – Hu Ming, deputy director of the Ministry of Posts, said that"
            " halls matter."
        ),
        None,
        (None, "2021-05-03", "Portville"),
    ),
    (
        "",
        (
            "(Portville, May 3) Hu Ming, deputy director of the Ministry of Posts, said that "
            "halls matter."
        ),
        None,
        (None, "--05-03", "Portville"),
    ),
    (
        "",
        (
            "Lakenews, Portville, May 3. Hu Ming, deputy director of the Ministry of Posts, said "
            "that halls matter."
        ),
        None,
        (None, "--05-03", "Portville"),
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
            "Hu Ming, deputy director of the Ministry of Posts, said that halls matter. The rule "
            "takes effect on June 1. The next forum will be held on July 2."
        ),
        "2021-05-04",
        (None, None, None),
    ),
    (
        "",
        (
            "Hu Ming, deputy director of the Ministry of Posts, said on May 3 that halls matter. "
            "The rule takes effect on June 1."
        ),
        None,
        (None, "--05-03", None),
    ),
    (
        "",
        (
            "Updated: May 5, 2021\nOn May 3, Hu Ming, deputy director of the Ministry of Posts, "
            "said that halls matter."
        ),
        None,
        (None, "--05-03", None),
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
            "Today at 10 a.m., the State Council Office held a briefing. Hu Ming, deputy director"
            " of the Ministry of Posts, said that halls matter."
        ),
        "2018-07-24",
        ("briefing", "2018-07-24", None),
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
        "",
        (
            "In Portville on May 3, Hu Ming, deputy director of the Ministry of Posts, met "
            "reporters and said that halls matter."
        ),
        None,
        (None, "--05-03", "Portville"),
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
    (
        "",
        (
            "Lakeside News Agency, Portville, July 26 (Reporter Fan Xi) Hu Ming, head of the Post"
            " Office, said that halls matter."
        ),
        None,
        (None, "--07-26", "Portville"),
    ),
    (
        "",
        (
            "2020-07-26 05:03:17 Source: Post Daily Author: Li Fei Editor: Bo Xun\nHu Ming, head "
            "of the Post Office, said that halls matter."
        ),
        None,
        (None, None, None),
    ),
    (
        "",
        "KUALA PORT: Hu Ming, head of the Post Office, said that halls matter.",
        None,
        (None, None, "KUALA PORT"),
    ),
    (
        "",
        "Hu Ming, deputy head of the People's Canal Congress, said that halls matter.",
        None,
        (None, None, None),
    ),
)
SMALL = {"the", "of", "on", "and", "a", "in"}


def _words(name: str | None) -> set[str]:
    plain = (name or "").lower().translate({ord(c): " " for c in "\"(),'"})
    return set(plain.split()) - SMALL


@pytest.mark.parametrize(("title", "text", "published", "expected"), CASES)
def test_event_day_and_place(title: str, text: str, published: str | None, expected: Told) -> None:
    stamp = dt.datetime.fromisoformat(published + "T12:00+00:00") if published else None
    occasion = read(title, text, stamp).occasion
    event, date, place = expected
    found, wanted = _words(occasion.event), _words(event)
    assert len(found & wanted) >= 0.6 * len(found | wanted), occasion.event
    assert occasion.date == date
    assert (occasion.place or "").lower() == (place or "").lower()


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("on May 3, 2021 ", "day"),
        ("on May 3 ", "monthday"),
        ("from May 3 to 5 at the Post Forum ", "range"),
        ("", "none"),
    ],
)
def test_precision_says_how_far_a_day_is_known(text: str, precision: str) -> None:
    told = f"Hu Ming, head of the Post Office, said {text}that halls matter."
    assert read("", told, None).occasion.precision == precision


def test_hosts_are_listed_one_by_one() -> None:
    text = (
        "On May 3, the Post Forum hosted by the Ministry of Posts, the Canal Union, and Lakeside "
        "University was held in Portville. Hu Ming, head of the Post Office, said halls matter."
    )
    hosts = read("", text, None).occasion.hosts
    assert hosts == ("Ministry of Posts", "Canal Union", "Lakeside University")


def test_spans_hold_what_was_read() -> None:
    text = (
        "On May 3, the Post Forum was held in Portville. "
        "Hu Ming, head of the Post Office, said halls matter."
    )
    occasion = read("", text, None).occasion
    assert occasion.event_span is not None
    assert occasion.place_span is not None
    assert occasion.date_span is not None
    assert text[slice(*occasion.event_span)] == occasion.event == "Post Forum"
    assert text[slice(*occasion.place_span)] == occasion.place == "Portville"
    assert text[slice(*occasion.date_span)] == "May 3"

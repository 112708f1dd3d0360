"""Places, days and events by the lines around a report."""

from __future__ import annotations

import datetime as dt

import pytest

from flows.text.english.reader import read

SAID = "Hu Ming, deputy director of the Ministry of Posts, said that halls must open."
PLACES: tuple[tuple[str, str | None], ...] = (
    (f"STOCKHOLM, May 3 (Lakenews) -- {SAID}", "Stockholm"),
    (f"New Delhi : {SAID}", "New Delhi"),
    (f"Worker's Daily – {SAID}", None),
    (f"Statement by Hu Ming\nGeneva\n{SAID}", "Geneva"),
    (
        "Hu Ming, head of the Post Office, said at the Data Summit in Manufacturing: open halls.",
        None,
    ),
    (
        "Hu Ming, head of the Post Office, held talks with the mayor in Oslo. He said so.",
        "Oslo",
    ),
    (
        "Speech by Hu Ming, Governor of the Post Bank, at the Mail Days, Oslo, 3 May 2021.\nGood!",
        "Oslo",
    ),
    (f"Stamps — small pieces of paper — are dear. {SAID}", None),
    (
        "Hu Ming, head of the Post Office, said on Friday in Portville, at the Mail Retreat: open.",
        "Portville",
    ),
    (
        (
            "Hu Ming, head of the Post Office, said at the mail forum of the Post Union (PU) in "
            "Sundby, Harland: open halls."
        ),
        "Sundby, Harland",
    ),
    (f"{SAID} Stamps were spoken of at a meeting held in Oslo 10 days ago.", None),
    (
        "Speech by Hu Ming, Governor of the Post Bank, at the Mail Days\nVenue: Sundby\nGood day!",
        "Sundby",
    ),
    (f"Lake News Agency, Sundby, reported May 3 (Anna Berg) {SAID}", "Sundby"),
    (f"Lake News Service Sundby May 3, 2031 (Journalist: Anna Berg) {SAID}", "Sundby"),
    (f"SUNDBY, May 3, 2031 (Lakenews, by Anna Berg and Peter Novak) {SAID}", "Sundby"),
    (
        "Hu Ming, head of the Post Office, said at the Mail Forum on 26 May in Sundby: open.",
        "Sundby",
    ),
    (f"SUNDBY, May 3 Harland will do more for letters. {SAID}", "Sundby"),
    (f"Sundby hosted a meeting of letter ministers of the Post Union. {SAID}", "Sundby"),
    (
        (
            "On day three of the Annual Meeting of the Mail Bank (MB) in Sundby, Hu Ming, head of "
            "the Post Office, spoke at the Mail Plenary. He said that halls must open."
        ),
        "Sundby",
    ),
    (
        "At the Mail Forum in Sundby, Deputy Director Hu Ming of the Post Office said so.",
        "Sundby",
    ),
    (
        (
            "Speaking to reporters in Lake Town on the sidelines of the Mail Forum, Hu Ming, head "
            "of the Post Office, said so."
        ),
        "Lake Town",
    ),
    (
        "The Mail Forum opened on Monday in the Harland city of Sundby. Mayor Hu Ming said so.",
        "Sundby",
    ),
    (f"VAL D'OR, May 3 (Lakenews) -- {SAID}", "Val D'or"),
    (
        (
            "Hu Ming, head of the Post Office, said at a reception hosted by the letter office on "
            "Monday in Sundby that halls must open."
        ),
        "Sundby",
    ),
    (
        "Hu Ming, head of the Post Office, spoke at the Mail Forum at Canal House in Sundby.",
        "Canal House in Sundby",
    ),
    (
        "While addressing a Letter Day reception in Sundby, Mayor Hu Ming said so.",
        "Sundby",
    ),
)
EVENTS: tuple[tuple[str, str | None], ...] = (
    (
        "Minister of Posts Hu Ming inaugurated Lakefair Mail 2031 on Monday. He said so.",
        "Lakefair Mail 2031",
    ),
    (
        "Speaking on a radio programme, Minister of Posts Hu Ming said halls must open.",
        "radio programme",
    ),
    (
        "Minister of Posts Hu Ming inaugurated the Hall Summit at the Mail Days 2031 and spoke.",
        "Hall Summit",
    ),
    (
        "Minister of Posts Hu Ming, chairman of the National Assembly's Mail Committee, said so.",
        None,
    ),
    ("Halls will be discussed at the first Mail Summit, Minister of Posts Hu Ming said.", None),
    ("Minister of Posts Hu Ming said halls must open during the 2031 Spring Festival.", None),
    (
        (
            "On May 3, the letters and stamps and canal mail forum and the opening of a hall were "
            "held in Sundby, and Minister of Posts Hu Ming delivered a speech."
        ),
        "letters and stamps and canal mail forum",
    ),
    (
        (
            "On May 3, the Council of Sundby conducted the 5th collective study on the state of "
            "letters. Mayor Hu Ming said so."
        ),
        "5th collective study on the state of letters",
    ),
    (
        "Minister of Posts Hu Ming said so at an event marking the birth of the stamp.",
        "event marking the birth of the stamp",
    ),
    (
        "Minister of Posts Hu Ming said so on May 3 at the “Finding the Letter” event held by Sun.",
        "“Finding the Letter” event",
    ),
    ("At a panel discussion at the Mail Club, Minister Hu Ming said so.", "panel discussion"),
    (
        "Minister of Posts Hu Ming inaugurated the Lake Letter Conclave. He said so there.",
        "Lake Letter Conclave",
    ),
)


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_place(text: str, place: str | None) -> None:
    assert read("", text + " We will build more halls.", None).occasion.place == place


@pytest.mark.parametrize(("text", "event"), EVENTS)
def test_event(text: str, event: str | None) -> None:
    assert read("", text + " We will build more halls.", None).occasion.event == event


def test_a_photograph_tells_of_its_own_day_and_place() -> None:
    text = (
        f"{SAID} We will build more halls.\nA hall held in Oldtown, May 3, 2018. (Photo: Lakenews)"
    )
    occasion = read("", text, None).occasion
    assert (occasion.date, occasion.place) == (None, None)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"3-7-2031 – {SAID}", "2031-07-03"),
        (
            f"News on May 4, yesterday, the Post Office held a press conference. {SAID}",
            "2031-05-03",
        ),
        (
            f"(Lakenews) 14:53, May 4, 2031\n{SAID.replace('said', 'said on Saturday')}",
            "2031-05-03",
        ),
    ],
)
def test_day(text: str, date: str) -> None:
    published = dt.datetime(2031, 5, 4, 8, tzinfo=dt.UTC)
    assert read("", text + " We will build more halls.", published).occasion.date == date


def test_the_day_of_a_briefing_stands_in_its_headline() -> None:
    reading = read("Daily Press Briefing (3 May 2031)", SAID + " We will build halls.", None)
    assert reading.occasion.date == "2031-05-03"

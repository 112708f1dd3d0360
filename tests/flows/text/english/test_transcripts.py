"""Speeches given in full, and transcripts of press conferences."""

from __future__ import annotations

import pytest

from flows.text.english.postless import SPEECH_BY
from flows.text.english.reader import read

BODY = (
    "Good morning. It is a pleasure to be here. We will build ten halls. We must train couriers. "
    "The Canal Forum in Oldtown was a success.\n"
)
SPEECHES: tuple[tuple[str, str, str | None, str | None], ...] = (
    (
        (
            "Following is the speech by the Financial Secretary, Mr Paul Berg, at Portville Mail "
            "Week 2021 today (October 28):"
        ),
        "Paul Berg",
        "Portville Mail Week 2021",
        "2021-10-28",
    ),
    (
        (
            "Following is the transcript of remarks by the Secretary for Posts, Ms Anna Berg, at a "
            "media session after attending the Mail Forum this morning (May 3):"
        ),
        "Anna Berg",
        "media session",
        "--05-03",
    ),
    (
        (
            "Introductory statement by Mr Hu Ming, Member of the Executive Board of the Post Bank, "
            "at the Committee on Mail and Rails of the Lake Parliament, Portville, 4 May 2021."
        ),
        "Hu Ming",
        "Committee on Mail and Rails of the Lake Parliament",
        "2021-05-04",
    ),
    (
        "Remarks of Commissioner Anna Berg before the Harbour Regulators Conference (Portville)",
        "Anna Berg",
        "Harbour Regulators Conference",
        None,
    ),
)
TRANSCRIPT = (
    "The Post Office held a press conference in Portville on May 3.\n"
    "Anna Berg, vice minister of posts\n"
    "Carl Lund, deputy head of the Press Bureau of the Post Office\n"
    "Carl Lund:\n"
    "Good afternoon. Today we are joined by Ms. Anna Berg, vice minister of posts. She will brief "
    "you on mail. Now, I'll give the floor to Ms. Berg.\n"
    "Anna Berg:\n"
    "Good afternoon. Mail grew last year. We will build ten halls. We will train couriers.\n"
)


@pytest.mark.parametrize(("opening", "name", "event", "date"), SPEECHES)
def test_who_a_speech_is_by_and_where_it_was_given(
    opening: str, name: str, event: str, date: str | None
) -> None:
    reading = read("", f"{opening}\n{BODY}", None)
    assert [s.name for s in reading.speakers if s.main] == [name]
    assert reading.occasion is not None
    assert (reading.occasion.event, reading.occasion.date) == (event, date)
    assert reading.earlier == ()


def test_the_day_of_a_speech_stands_in_its_headline() -> None:
    title = "Speech by Mr Hu Ming, Governor of the Post Bank, at the Mail Festival on 9 May 2021"
    reading = read(title, BODY, None)
    assert reading.occasion is not None
    assert (reading.occasion.date, reading.occasion.date_span) == ("2021-05-09", None)


def test_what_is_announced_in_full_is_said_by_its_author() -> None:
    text = (
        "On May 30, Ambassador Hu Ming published the article titled “Mail for all of us here” in "
        "the Lake Daily. The full text is as follows:\n"
        "Mail matters. President Anna Berg said in 2015 that coins matter. President Anna Berg "
        "added that halls are few. President Anna Berg stressed rails. We will build ten halls.\n"
    )
    reading = read("", text, None)
    assert [s.name for s in reading.speakers if s.main] == ["Hu Ming"]


def test_who_hands_the_word_on_is_no_speaker() -> None:
    reading = read("", TRANSCRIPT, None)
    assert [s.name for s in reading.speakers] == ["Anna Berg"]


def test_a_longer_turn_is_the_main_one() -> None:
    text = TRANSCRIPT.replace("Today we are joined by Ms. Anna Berg, vice minister of posts. ", "")
    text = text.replace("She will brief you on mail. Now, I'll give the floor to Ms. Berg.", "")
    reading = read("", text, None)
    assert [s.name for s in reading.speakers] == ["Anna Berg", "Carl Lund"]


def test_a_turn_needs_no_post() -> None:
    text = (
        "The Post Office held a press conference in Portville on May 3 on the policy and the "
        "regulation of public mail and national infrastructure.\n"
        "Hu Ming:\nMail grew. We will build ten halls. We will train couriers.\n"
        "Li Ping:\nThank you.\n"
    )
    reading = read("", text, None)
    assert [(s.name, s.post) for s in reading.speakers if s.main] == [("Hu Ming", None)]


def test_who_presents_the_guests_is_not_the_speaker_and_the_day_stands_under_its_label() -> None:
    text = (
        "Hu Ming, head of the Post Office\nAnna Berg, spokeswoman of the Letter Bureau\n"
        "Chairperson:\nAnna Berg, spokeswoman of the Letter Bureau\nDate:\nSept. 5, 2031\n"
        "Anna Berg:\nLadies and gentlemen, welcome to this press conference. Present here "
        "is Mr. Hu Ming. They will introduce the work on letters.\n"
        "Hu Ming:\nThank you. We will build halls and train couriers."
    )
    reading = read("Briefing on letters", text, None)
    assert reading.main_speaker is not None
    assert reading.main_speaker.name == "Hu Ming"
    assert reading.occasion.date == "2031-09-05"
    assert [m.head for m in reading.measures] == ["build halls", "train couriers"]


@pytest.mark.parametrize(
    ("lines", "speaker"),
    [
        ("3 May 2031\nAnna Berg, Chief Executive, Lake Post Authority\n", "Anna Berg"),
        ("Anna Berg, Governor of the Post Bank\n", "Anna Berg"),
        ("The letters that Anna Berg, Governor of the Post Bank, collects are old\n", None),
    ],
)
def test_the_last_line_above_the_greeting_names_the_speaker(
    lines: str, speaker: str | None
) -> None:
    reading = read("Keynote at the Lake Letter Week 2031", lines + BODY, None)
    main = next((s for s in reading.speakers if s.main), None)
    assert (main.name if main and main.rule == SPEECH_BY else None) == speaker


def test_the_place_of_a_speech_stands_in_its_headline() -> None:
    title = "Speech by Anna Berg, Governor of the Post Bank, at the Mail Days, Sundby, 3 May 2031"
    assert read(title, BODY, None).occasion.place == "Sundby"


def test_a_title_that_opens_with_its_colon_names_nobody() -> None:
    text = "We build halls. I train couriers. Our fees fall. We will open more halls."
    assert read(": letters for all", text, None).speakers == ()

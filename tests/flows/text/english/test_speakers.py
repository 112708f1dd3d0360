"""Who speaks: every order in which English names a person, a post and a body."""

from __future__ import annotations

from flows.text.english.reader import read


def test_a_second_speaker_is_kept_behind_the_main_one() -> None:
    text = (
        "Hu Ming, head of the Post Office, said that halls matter. Hu said that mail grew. "
        "Anna Berg, governor of the Bank of Harbours, noted that coins are risky."
    )
    speakers = read("", text, None).speakers
    assert [(s.name, s.main) for s in speakers] == [("Hu Ming", True), ("Anna Berg", False)]


def test_guests_who_do_not_speak_are_no_speakers() -> None:
    text = (
        "Hu Ming, head of the Post Office, Anna Berg, governor of the Bank of Harbours, and "
        "Peter Novak, mayor of Portville, attended the meeting. Hu Ming said that halls matter."
    )
    assert [s.name for s in read("", text, None).speakers] == ["Hu Ming"]


def test_an_official_speaks_before_a_commentator_who_says_more() -> None:
    text = (
        "Peter Novak, analyst at Deep Capital, said coins fall. Novak added that they rise. Novak "
        "noted much. Anna Berg, governor of the Bank of Harbours, said that coins need rules."
    )
    main = read("", text, None).main_speaker
    assert main is not None
    assert main.name == "Anna Berg"


def test_a_body_speaks_where_no_person_does() -> None:
    text = "The Ministry of Posts replied on Monday that it will build halls. The ministry said so."
    main = read("", text, None).main_speaker
    assert main is not None
    assert (main.name, main.org) == (None, "Ministry of Posts")


def test_the_source_of_a_report_is_no_speaker() -> None:
    text = (
        "According to Post Daily, Hu Ming, head of the Post Office, revealed that docks will open."
    )
    assert [s.name for s in read("", text, None).speakers] == ["Hu Ming"]

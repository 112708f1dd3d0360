"""Names with small words in them, in three words, or of words that English has as well."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

CASES: tuple[tuple[str, tuple[str | None, str | None, str | None]], ...] = (
    (
        "Pieter van der Berg, deputy director of the Post Authority, said that fees must fall.",
        ("Pieter van der Berg", "deputy director", "Post Authority"),
    ),
    (
        "Bank of Harbours Governor Ana Ruiz de la Vega said that banks must lend.",
        ("Ana Ruiz de la Vega", "Governor", "Bank of Harbours"),
    ),
    (
        "Ports Minister Salim al-Marri said on Monday that ships will sail.",
        ("Salim al-Marri", "Minister", "Ports"),
    ),
    (
        "On May 3, Hu Zhi Ming, Deputy Minister of the Ministry of Posts, delivered a speech.",
        ("Hu Zhi Ming", "Deputy Minister", "Ministry of Posts"),
    ),
    (
        "He Ruolan, head of the Post Bureau, said that halls must open.",
        ("He Ruolan", "head", "Post Bureau"),
    ),
    (
        "Deputy Minister of the Ministry of Posts and Rails Tran Minh Duc said halls must open.",
        ("Tran Minh Duc", "Deputy Minister", "Ministry of Posts and Rails"),
    ),
    (
        "PA Secretary-General Anna Berg-Ruiz said that halls must open.",
        ("Anna Berg-Ruiz", "Secretary-General", "PA"),
    ),
)
POSTS: tuple[tuple[str, tuple[str | None, str | None, str | None]], ...] = (
    (
        "Hu Ming, chief planner of the Ministry of Posts, said that halls must open.",
        ("Hu Ming", "chief planner", "Ministry of Posts"),
    ),
    (
        "Hu Ming, safety director of the Ministry of Posts, said that halls must open.",
        ("Hu Ming", "safety director", "Ministry of Posts"),
    ),
    (
        "Anna Berg, European Commissioner for Posts, said that halls must open.",
        ("Anna Berg", "European Commissioner", "European Commission"),
    ),
    (
        "Anna Berg, Japan's finance minister, said that halls must open.",
        ("Anna Berg", "finance minister", None),
    ),
    (
        "Anna Berg, Estonian prime minister, said that halls must open.",
        ("Anna Berg", "prime minister", None),
    ),
    (
        "Hu Ming, the Secretary for Posts, Rails and Harbours, said that halls must open.",
        ("Hu Ming", "Secretary", "Posts, Rails and Harbours"),
    ),
    (
        "Hu Ming, director of Halls, Rails, and Sorting Division, said that halls must open.",
        ("Hu Ming", "director", "Halls, Rails, and Sorting Division"),
    ),
    (
        "Post Office Vice Chair for Halls Anna Berg said that halls must open.",
        ("Anna Berg", "Vice Chair for Halls", "Post Office"),
    ),
    (
        "Anna Berg, vice chair for Halls at the Post Authority, said that halls must open.",
        ("Anna Berg", "vice chair for Halls", "Post Authority"),
    ),
    (
        "Hu Ming, deputy director (Halls) at the Post Authority, said that halls must open.",
        ("Hu Ming", "deputy director", "Post Authority"),
    ),
    (
        (
            "Hu Ming, head of the bureau of stamps and letters at the Ministry of Posts, said that "
            "halls must open."
        ),
        ("Hu Ming", "head", "bureau of stamps and letters at the Ministry of Posts"),
    ),
    (
        "Hu Ming, vice minister of posts and rails, said that halls must open.",
        ("Hu Ming", "vice minister", "posts and rails"),
    ),
    (
        "Hu Ming, spokesman for the Prime Minister, said that halls must open.",
        ("Hu Ming", "spokesman", "Prime Minister"),
    ),
    (
        "Anna Berg, president of Brazil, said that halls must open.",
        ("Anna Berg", "president", "Brazil"),
    ),
)


@pytest.mark.parametrize(("text", "expected"), [*CASES, *POSTS])
def test_name_post_and_body(text: str, expected: tuple[str | None, ...]) -> None:
    speaker = read("", text + " We will build more halls.", None).speakers[0]
    assert (speaker.name, speaker.post, speaker.org) == expected


def test_an_office_tells_more_than_a_group_led_beside_it() -> None:
    text = (
        "Hu Ming, deputy director of the 2031 Mail Festival and vice minister of posts, said that "
        "halls must open. We will build more halls."
    )
    speaker = read("", text, None).speakers[0]
    assert (speaker.post, speaker.org) == ("vice minister", "posts")


def test_a_statement_made_by_somebody_is_that_persons() -> None:
    text = (
        "The ministry will open halls. The statement was made by Deputy Minister of the Ministry "
        "of Posts Hu Ming at a press conference in Portville on May 3."
    )
    reading = read("", text, None)
    assert [speaker.name for speaker in reading.speakers] == ["Hu Ming"]
    assert reading.occasion.date == "--05-03"

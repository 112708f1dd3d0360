"""Events of reports: launches, interviews, first speeches, sessions, a symposium without name."""

from __future__ import annotations

import pytest

from tests.flows.text.english.occasions import Case, Told, is_as_told, occasion_of

CASES: tuple[Case, ...] = (
    (
        "",
        (
            "During the Q&A session of the Mail Council on fees on Thursday, Hu Ming, head of the "
            "Post Office, said that halls matter."
        ),
        None,
        ("Q&A session of the Mail Council on fees", None, None),
    ),
    (
        "",
        (
            "Hu Ming, head of the Post Office, urged towns to open halls while addressing a "
            "national teleconference on August 21."
        ),
        None,
        ("national teleconference", "--08-21", None),
    ),
    (
        "",
        (
            "Hu Ming, head of the Post Office, said at the launch of a letter hub that halls "
            "matter. Members of the Harland Posts Congress watched."
        ),
        None,
        ("launch of a letter hub", None, None),
    ),
    (
        "",
        (
            "In his inaugural speech Monday, Hu Ming, head of the Post Office, said that halls "
            "matter."
        ),
        None,
        ("inaugural speech", None, None),
    ),
    (
        "",
        (
            "On March 4, 2022, the fifth session of the 13th Mail Congress opened.\nOn March 3, "
            "Hu Ming, head of the Post Office, said in an interview with Mail Daily that halls "
            "matter."
        ),
        None,
        ("interview with Mail Daily", "--03-03", None),
    ),
    (
        "Rules for letters",
        (
            "Speech by Anna Berg, Director of Letters, at the Mail Days.\nEvent: Mail Days 2031\n"
            "Delivered: 5 May 2031\nWe regulate the letter industry. Our rules are public policy."
            " We expect the economy to grow and I hope for reform."
        ),
        None,
        ("Mail Days 2031", "2031-05-05", None),
    ),
    (
        "",
        (
            "Hu Ming, head of the Post Office, said the bill will pass in the session beginning "
            "November 22."
        ),
        None,
        (None, None, None),
    ),
    (
        "",
        (
            "Hu Ming, head of the Post Office, said at a press conference on the 26th to report "
            "progress that halls matter."
        ),
        None,
        ("press conference", None, None),
    ),
    (
        "",
        (
            "Hu Ming, head of the Post Office, reviewed the state of letters at a symposium on "
            "Tuesday. He said that halls must open."
        ),
        None,
        ("symposium", None, None),
    ),
    (
        "",
        (
            "Hu Ming, head of the Post Office, told a summit that halls matter. He spoke at the "
            "Mail Days forum later."
        ),
        None,
        ("Mail Days forum", None, None),
    ),
    (
        "",
        (
            "Hu Ming, head of the Post Office, made the remarks during an inspection at the Canal "
            "Bureau. He said that halls must open."
        ),
        None,
        ("inspection at the Canal Bureau", None, None),
    ),
    (
        "",
        "Hu Ming, head of the Post Office, stated in his blog that halls must open.",
        None,
        ("blog", None, None),
    ),
    (
        "",
        (
            "Hu Ming, head of the Post Office, said at a meeting of officials in charge of letters "
            "that halls must open."
        ),
        None,
        ("meeting of officials in charge of letters", None, None),
    ),
    (
        "",
        (
            "Hu Ming, head of the Post Office, gave a statement to the media before the start of "
            "the Letter Session. Hu said that halls must open."
        ),
        None,
        ("statement to the media", None, None),
    ),
    (
        "",
        (
            "Addressing the Vichar Camp organised by the Ministry of Posts to speed up letters, "
            "Hu Ming, head of the Post Office, said that halls must open."
        ),
        None,
        ("Vichar Camp", None, None),
    ),
    (
        "",
        (
            "In an article published on Portville Daily on Wednesday, Hu Ming, head of the Post "
            "Office, promised to open halls."
        ),
        None,
        ("article published on Portville Daily", None, None),
    ),
    (
        "",
        (
            "Hu Ming, head of the Post Office, said in opening remarks at a panel on letter ethics "
            "in Sundby that halls must open."
        ),
        None,
        ("panel on letter ethics", None, "Sundby"),
    ),
)


@pytest.mark.parametrize(("title", "text", "published", "told"), CASES)
def test_event_day_and_place(title: str, text: str, published: str | None, told: Told) -> None:
    occasion = occasion_of(title, text, published)
    assert is_as_told(occasion, told), occasion

"""A headline, a body alone, or a name beside its body, without a post."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

CASES: tuple[tuple[str, str, tuple[str | None, str | None, str | None]], ...] = (
    (
        "",
        (
            "Hu Ming, director of the Bureau of Small and Medium-sized Enterprises of the Ministry "
            "of Posts, attended the launch and delivered a speech."
        ),
        (
            "Hu Ming",
            "director",
            "Bureau of Small and Medium-sized Enterprises of the Ministry of Posts",
        ),
    ),
    (
        "Ministry of Posts Hu Ming: Six steps for better mail",
        (
            "On May 3, the Post Forum was held in Portville. Hu Ming attended and said that "
            "sorting will be faster."
        ),
        ("Hu Ming", None, "Ministry of Posts"),
    ),
    (
        "Hu Ming, Ministry of Posts: Sorting will be faster",
        "Sorting matters, Hu Ming said at the Post Forum.",
        ("Hu Ming", None, "Ministry of Posts"),
    ),
    (
        "Central Bank Hu Ming: Coins will stay",
        "Coins will stay, Hu Ming said at the Coin Forum.",
        ("Hu Ming", None, "Central Bank"),
    ),
    (
        "Net Office: Sorting will be faster",
        (
            "Hu Ming, director of the Sorting Bureau of the Ministry of Posts, said that sorting "
            "will be faster."
        ),
        ("Hu Ming", "director", "Sorting Bureau of the Ministry of Posts"),
    ),
    (
        "Hu Ming, head of the Post Office: Sorting will be faster",
        (
            "Hu Ming, member of the Rail Committee and head of the Post Office, said that sorting"
            " will be faster."
        ),
        ("Hu Ming", "head", "Post Office"),
    ),
    (
        "",
        (
            "The Ministry of Posts replied that mail will grow. The ministry said it will build "
            "sorting offices."
        ),
        (None, None, "Ministry of Posts"),
    ),
    (
        "",
        "The State Canal Administration said on Monday it will rebuild locks.",
        (None, None, "State Canal Administration"),
    ),
    (
        "",
        "Hu Ming of the Ministry of Posts said that stamps matter.",
        ("Hu Ming", None, "Ministry of Posts"),
    ),
    (
        "",
        "The Ministry of Posts' Hu Ming said that stamps matter.",
        ("Hu Ming", None, "Ministry of Posts"),
    ),
    (
        "",
        "Central Bank Hu Ming said that coins matter.",
        ("Hu Ming", None, "Central Bank"),
    ),
    (
        "",
        "Anna Berg, who heads the Harbour Commission, said that docks will open.",
        ("Anna Berg", None, "Harbour Commission"),
    ),
    (
        "",
        "Hu Ming, director of Portville 's local posts supervision bureau, said locks leak.",
        ("Hu Ming", "director", "Portville 's local posts supervision bureau"),
    ),
    (
        "",
        "Anna Berg, executive director of letters and parcels at the Post Office, said locks leak.",
        ("Anna Berg", "executive director of letters and parcels", "Post Office"),
    ),
    (
        "",
        "The Post Office met. Anna Berg, joint executive director of letters, said locks leak.",
        ("Anna Berg", "joint executive director of letters", "Post Office"),
    ),
    (
        "",
        "Hu Ming, 2nd Deputy Governor of the Lakebank Authority, said that coins matter.",
        ("Hu Ming", "2nd Deputy Governor", "Lakebank Authority"),
    ),
    (
        "",
        (
            "Opening address given by Dr. Anna Berg, Deputy Governor at the 2031 Seminar of LB\n"
            "Ladies and gentlemen, letters matter."
        ),
        ("Anna Berg", "Deputy Governor", None),
    ),
    (
        "Portville Mail Council Asks Citizens for Opinions On Letter Rules to Be Published",
        "General Secretary Hu Ming said that letters matter.",
        ("Hu Ming", "General Secretary", None),
    ),
    (
        "Office for Letter Boxes: What is it?",
        "The Post Ministry said that halls should open.",
        (None, None, "Post Ministry"),
    ),
    (
        "",
        "Hu Ming, minister in charge of the National Letter Commission, says that halls will open.",
        ("Hu Ming", "minister", "National Letter Commission"),
    ),
    (
        "",
        "Letters matter, Ali Berg, the Harlandi Minister for Posts, said at a conference.",
        ("Ali Berg", "Minister", "Posts"),
    ),
)


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_the_main_speaker_is_read_with_post_and_body(
    title: str, text: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    main = read(title, text, None).main_speaker
    assert main is not None
    name, post, org = expected
    assert main.name == name
    assert (main.post or "").lower() == (post or "").lower()
    assert main.org == org

"""The name first, with several posts, torn posts, or bodies within bodies."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

CASES: tuple[tuple[str, str, tuple[str | None, str | None, str | None]], ...] = (
    (
        "",
        "Anna Berg, Commissioner, Harbour Commission, said that docks will open.",
        ("Anna Berg", "Commissioner", "Harbour Commission"),
    ),
    (
        "",
        (
            "Anna Berg, Director General, Department of Tides, Ministry of Water, said that docks"
            " will open."
        ),
        ("Anna Berg", "Director General", "Department of Tides, Ministry of Water"),
    ),
    (
        "",
        (
            "Ouyang Xiuying, inspector of the Canal Bureau of the Ministry of Water, said that "
            "docks will open."
        ),
        ("Ouyang Xiuying", "inspector", "Canal Bureau of the Ministry of Water"),
    ),
    (
        "",
        "Joan Tremblay, the Bank of Harbours' governor, said that notes will stay.",
        ("Joan Tremblay", "governor", "Bank of Harbours"),
    ),
    (
        "",
        (
            "In an interview with the Lakeside Post, Hu Ming, president of the Academy of Canals,"
            " said that locks leak."
        ),
        ("Hu Ming", "president", "Academy of Canals"),
    ),
    (
        "",
        "Hu Ming is the deputy director of the Canal Bureau. He said that locks leak.",
        ("Hu Ming", "deputy director", "Canal Bureau"),
    ),
    (
        "",
        "CHEN Lihua, deputy director of the Canal Bureau, said that locks leak.",
        ("CHEN Lihua", "deputy director", "Canal Bureau"),
    ),
    (
        "",
        "T Rabi Menon, deputy governor at the Bank of Harbours, said that locks leak.",
        ("T Rabi Menon", "deputy governor", "Bank of Harbours"),
    ),
    (
        "",
        "Hu Ming – deputy director of the Canal Bureau – said that locks leak.",
        ("Hu Ming", "deputy director", "Canal Bureau"),
    ),
    (
        "",
        "H.E. Ms. Anna Berg, Minister of Tides, said that locks leak.",
        ("Anna Berg", "Minister", "Tides"),
    ),
    (
        "",
        (
            "Hu Ming, vice president of the Academy of Canals and an academician, said that locks"
            " leak."
        ),
        ("Hu Ming", "vice president", "Academy of Canals"),
    ),
    (
        "",
        "Hu Ming, the Ministry of Posts' deputy director, said that docks will open.",
        ("Hu Ming", "deputy director", "Ministry of Posts"),
    ),
    (
        "",
        (
            "Hu Ming, director of the Sorting Division, Data Department, Ministry of Posts, said "
            "that docks will open."
        ),
        ("Hu Ming", "director", "Sorting Division, Data Department, Ministry of Posts"),
    ),
    (
        "",
        "Hu Ming, chairman of the board of Lakeside Canal Authority, said that docks will open.",
        ("Hu Ming", "chairman", "board of Lakeside Canal Authority"),
    ),
    (
        "",
        (
            "Hu Ming, Member of the Party Group and Chief Engineer of the Ministry of Posts, said"
            " that docks will open."
        ),
        ("Hu Ming", "Chief Engineer", "Ministry of Posts"),
    ),
    (
        "",
        "Hu Ming, first-level inspector of the Canal Bureau, introduced that locks leak.",
        ("Hu Ming", "first-level inspector", "Canal Bureau"),
    ),
    (
        "",
        (
            "Hu Ming, secretary of the Party Leadership Group and director of the Canal Bureau, "
            "said that locks leak."
        ),
        ("Hu Ming", "director", "Canal Bureau"),
    ),
    (
        "",
        "Hu Ming, a Ministry of Posts spokesman, told reporters that locks leak.",
        ("Hu Ming", "spokesman", "Ministry of Posts"),
    ),
    (
        "",
        (
            "Vice-Premier Hu Ming, also member of the Standing Committee of the Harland Party "
            "Council, said that locks leak."
        ),
        ("Hu Ming", "Vice-Premier", None),
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

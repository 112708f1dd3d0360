"""The name before post and body: Hu Ming, head of the Post Office."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

CASES: tuple[tuple[str, str, tuple[str | None, str | None, str | None]], ...] = (
    (
        "",
        (
            "Hu Ming, Deputy Head of the Data Office of the Ministry of Posts, attended and "
            "delivered a speech. Hu Ming said that small post offices matter."
        ),
        ("Hu Ming", "Deputy Head", "Data Office of the Ministry of Posts"),
    ),
    (
        "",
        (
            "At the meeting, Hu Ming, deputy director of the Data Department of the Ministry of "
            "Posts and Rails, pointed out that stamps matter."
        ),
        ("Hu Ming", "deputy director", "Data Department of the Ministry of Posts and Rails"),
    ),
    (
        "",
        (
            "Hu Ming, Department of Data, Ministry of Posts The deputy head attended and spoke. "
            "He stressed that mail is slow."
        ),
        ("Hu Ming", "deputy head", "Department of Data, Ministry of Posts"),
    ),
    (
        "",
        (
            "Tao Lifen, Bureau of Canals, Ministry of Water The director general attended the "
            "forum and delivered a speech."
        ),
        ("Tao Lifen", "director general", "Bureau of Canals, Ministry of Water"),
    ),
    (
        "",
        "Hu Ming, also a member of the Rail Committee, said that sorting will be faster.",
        ("Hu Ming", "member", "Rail Committee"),
    ),
    (
        "",
        "Anna Berg, the Harbour Commission's chief economist, said docks will open.",
        ("Anna Berg", "chief economist", "Harbour Commission"),
    ),
    (
        "",
        "“Docks will open again soon,” said Anna Berg, chair of the Harbour Commission.",
        ("Anna Berg", "chair", "Harbour Commission"),
    ),
    (
        "",
        (
            "Anna Berg, deputy governor at the Bank of Harbours, told the Coin Summit that notes "
            "will stay."
        ),
        ("Anna Berg", "deputy governor", "Bank of Harbours"),
    ),
    (
        "",
        (
            "Dr. Peter Novak, who is the director of the Institute of Tides, said that docks will"
            " open."
        ),
        ("Peter Novak", "director", "Institute of Tides"),
    ),
    (
        "",
        (
            "Chen Lihua, Party Secretary and Director of the Canal Bureau of Lakeside Province, "
            "emphasized that locks should be rebuilt."
        ),
        ("Chen Lihua", "Director", "Canal Bureau of Lakeside Province"),
    ),
    (
        "",
        "Hu Ming, deputy director of the Ministry of Posts, introduced that mail grew.",
        ("Hu Ming", "deputy director", "Ministry of Posts"),
    ),
    (
        "",
        (
            "Hu Ming, a researcher at the Institute of Tides of the Academy of Canals, believes "
            "that locks should be rebuilt."
        ),
        ("Hu Ming", "researcher", "Institute of Tides of the Academy of Canals"),
    ),
    (
        "",
        (
            "Hu Ming, secretary-general of the Canal Association, suggested that locks should be "
            "rebuilt."
        ),
        ("Hu Ming", "secretary-general", "Canal Association"),
    ),
    (
        "",
        "Hu Ming (deputy director of the Canal Bureau) said that locks should be rebuilt.",
        ("Hu Ming", "deputy director", "Canal Bureau"),
    ),
    (
        "",
        (
            "Hu Ming, a member of the National Committee of the People's Canal Conference and "
            "president of Lakeside University, proposed that locks should be rebuilt."
        ),
        ("Hu Ming", "president", "Lakeside University"),
    ),
    (
        "",
        "Hu Ming, chief of the Ministry of Posts' data division, said mail grew.",
        ("Hu Ming", "chief", "Ministry of Posts' data division"),
    ),
    (
        "",
        (
            "The meeting emphasized that locks should be rebuilt. Chen Lihua, director of the "
            "Canal Bureau, presided over the meeting and delivered a speech."
        ),
        ("Chen Lihua", "director", "Canal Bureau"),
    ),
    (
        "",
        (
            "According to Post Daily, Hu Ming, vice minister of Posts, revealed that docks will "
            "open."
        ),
        ("Hu Ming", "vice minister", "Posts"),
    ),
    (
        "",
        "Shri Hari Berg assumed charge as Minister of Letters today. Shri Berg said halls matter.",
        ("Hari Berg", "Minister", "Letters"),
    ),
    (
        "",
        "Anna Berg, the Hon'ble Minister of State for Letters, said that halls matter.",
        ("Anna Berg", "Minister of State", "Letters"),
    ),
    (
        "",
        (
            "Letters will be checked. Comments came from Hu Ming, deputy governor of the People's "
            "Bank of Harland and Post Bureau Vice Chairman Anna Berg."
        ),
        ("Hu Ming", "deputy governor", "People's Bank of Harland"),
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

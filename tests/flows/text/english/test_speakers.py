"""Who speaks: every order in which English names a person, a post and a body."""

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
        "The former Head of the Post Bank, Hu Ming, said that letters will stay.",
        ("Hu Ming", "former Head", "Post Bank"),
    ),
    (
        "",
        "The counselor to the Bank of Harbours, Hu Ming stated that coins will stay.",
        ("Hu Ming", "counselor", "Bank of Harbours"),
    ),
    (
        "",
        (
            "Chief Engineer of the Ministry of Posts , Hu Ming, on Tuesday called for better "
            "sorting offices."
        ),
        ("Hu Ming", "Chief Engineer", "Ministry of Posts"),
    ),
    (
        "",
        "The Post Authority's (PA) head Hu Ming said that stamps will stay.",
        ("Hu Ming", "head", "Post Authority"),
    ),
    (
        "",
        "PA' head Hu Ming said that the Post Authority (PA) will keep stamps.",
        ("Hu Ming", "head", "PA"),
    ),
    (
        "",
        "The Post Authority's managing director Anna Berg said on Friday that stamps will stay.",
        ("Anna Berg", "managing director", "Post Authority"),
    ),
    (
        "",
        "Posts and Rails Minister Hu Ming said that trains will run.",
        ("Hu Ming", "Minister", "Posts and Rails"),
    ),
    (
        "",
        "Canadian Fisheries Minister Joan Tremblay said on Monday that nets will be checked.",
        ("Joan Tremblay", "Minister", "Fisheries"),
    ),
    (
        "",
        "Finance Minister Peter Novak told reporters that duties will fall.",
        ("Peter Novak", "Finance Minister", None),
    ),
    (
        "",
        "Estonian Prime Minister Anna Berg said that the budget will be balanced.",
        ("Anna Berg", "Prime Minister", None),
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
        "Hu Ming, also a member of the Rail Committee, said that sorting will be faster.",
        ("Hu Ming", "member", "Rail Committee"),
    ),
    (
        "",
        "Commissioner Anna Berg of the Harbour Commission said that docks will open.",
        ("Anna Berg", "Commissioner", "Harbour Commission"),
    ),
    (
        "",
        "Harbour Commission Chair Anna Berg said that docks will open.",
        ("Anna Berg", "Chair", "Harbour Commission"),
    ),
    (
        "",
        "U.S. Harbour Secretary Anna Berg said that docks will open.",
        ("Anna Berg", "Secretary", "Harbour"),
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
        "Minister for Harbours and Tides Peter Novak said that docks will open.",
        ("Peter Novak", "Minister", "Harbours and Tides"),
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
        "Vice Mayor of Lakeside City Chen Lihua pointed out that locks should be rebuilt.",
        ("Chen Lihua", "Vice Mayor", "Lakeside City"),
    ),
    (
        "",
        "Lakeside Mayor Chen Lihua said locks should be rebuilt.",
        ("Chen Lihua", "Mayor", "Lakeside"),
    ),
    (
        "",
        (
            "Spokesperson for the Ministry of Posts Hu Ming said at a press conference that mail "
            "grew."
        ),
        ("Hu Ming", "Spokesperson", "Ministry of Posts"),
    ),
    (
        "",
        "Ministry of Posts spokesman Hu Ming said at a press conference that mail grew.",
        ("Hu Ming", "spokesman", "Ministry of Posts"),
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
        "Senator Joan Tremblay (D-Lakeside) said that locks should be rebuilt.",
        ("Joan Tremblay", "Senator", None),
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
        (
            "Deputy Director-General of the Canal Bureau under the Ministry of Water Chen Lihua "
            "noted that locks leak."
        ),
        ("Chen Lihua", "Deputy Director-General", "Canal Bureau under the Ministry of Water"),
    ),
    (
        "",
        "Hu Ming, chief of the Ministry of Posts' data division, said mail grew.",
        ("Hu Ming", "chief", "Ministry of Posts' data division"),
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
        (
            "The meeting emphasized that locks should be rebuilt. Chen Lihua, director of the "
            "Canal Bureau, presided over the meeting and delivered a speech."
        ),
        ("Chen Lihua", "director", "Canal Bureau"),
    ),
    (
        "",
        (
            "On May 3, deputy director Hu Ming of the Post Bureau of Lakeside Province visited "
            "the harbour and said that docks will open."
        ),
        ("Hu Ming", "deputy director", "Post Bureau of Lakeside Province"),
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
        (
            "Speaking at the Coin Forum, Bank of Harbours Governor Anna Berg said that notes will"
            " stay."
        ),
        ("Anna Berg", "Governor", "Bank of Harbours"),
    ),
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
        (
            "HCC Chairman Joan Tremblay said that the Harbour Coin Commission (HCC) wants clear "
            "rules."
        ),
        ("Joan Tremblay", "Chairman", "HCC"),
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
        "Under-Secretary-General Anna Berg said that locks leak.",
        ("Anna Berg", "Under-Secretary-General", None),
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
        "Anna Berg, who heads the Harbour Commission, said that docks will open.",
        ("Anna Berg", None, "Harbour Commission"),
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
        "China Canal Association Secretary-General Hu Ming said that docks will open.",
        ("Hu Ming", "Secretary-General", "China Canal Association"),
    ),
    (
        "",
        (
            "Deputy Secretary of the Party Committee and Mayor of Lakeside City Chen Lihua said "
            "that docks will open."
        ),
        ("Chen Lihua", "Mayor", "Lakeside City"),
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
        "Hu Ming, a Ministry of Posts spokesman, told reporters that locks leak.",
        ("Hu Ming", "spokesman", "Ministry of Posts"),
    ),
    (
        "",
        (
            "Ministry spokesman Hu Ming told reporters that locks leak. The Ministry of Posts "
            "will act."
        ),
        ("Hu Ming", "spokesman", "Ministry"),
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

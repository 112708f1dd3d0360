"""The post before the name: Post Office head Hu Ming, the mayor, Anna Berg."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

CASES: tuple[tuple[str, str, tuple[str | None, str | None, str | None]], ...] = (
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
        "Minister for Harbours and Tides Peter Novak said that docks will open.",
        ("Peter Novak", "Minister", "Harbours and Tides"),
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
        "Senator Joan Tremblay (D-Lakeside) said that locks should be rebuilt.",
        ("Joan Tremblay", "Senator", None),
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
        (
            "On May 3, deputy director Hu Ming of the Post Bureau of Lakeside Province visited "
            "the harbour and said that docks will open."
        ),
        ("Hu Ming", "deputy director", "Post Bureau of Lakeside Province"),
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
        (
            "HCC Chairman Joan Tremblay said that the Harbour Coin Commission (HCC) wants clear "
            "rules."
        ),
        ("Joan Tremblay", "Chairman", "HCC"),
    ),
    (
        "",
        "Under-Secretary-General Anna Berg said that locks leak.",
        ("Anna Berg", "Under-Secretary-General", None),
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
            "Ministry spokesman Hu Ming told reporters that locks leak. The Ministry of Posts "
            "will act."
        ),
        ("Hu Ming", "spokesman", "Ministry"),
    ),
    (
        "",
        "The deputy governor of the Lakish central bank, Anna Berg, recently said coins will stay.",
        ("Anna Berg", "deputy governor", "Lakish central bank"),
    ),
    (
        "",
        "Director of Night Mail Anna Berg at the Post Authority (PA) said that stamps will stay.",
        ("Anna Berg", "Director of Night Mail", "Post Authority (PA)"),
    ),
    (
        "",
        "The harbour affairs commissioner, Anna Berg, has called for lower fees.",
        ("Anna Berg", "harbour affairs commissioner", None),
    ),
    (
        "",
        "Letters & Broadcasting Minister Anna Berg said on Thursday that stamps will stay.",
        ("Anna Berg", "Minister", "Letters & Broadcasting"),
    ),
    (
        "",
        "Parliament met. Finance Minister P. Chandra told reporters that he will lower fees.",
        ("P. Chandra", "Finance Minister", None),
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

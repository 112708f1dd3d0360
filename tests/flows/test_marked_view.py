"""An article with its tags marked in place, on a terminal and where its output goes elsewhere."""

import io
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from flows.colour_view import as_page, coloured
from flows.marked import Tag, pieces
from flows.plain_view import as_text, marked
from flows.shape import document
from flows.text.clean import clean_text
from flows.text.statements import read

TEXT = """Head of Post Office announces three measures

On May 3, Hu Ming, head of the Post Office, said at the Post Forum held in Portville that mail \
matters. “Mail must be faster for all of us,” said Hu.

The first is to build 12 halls. The second is to train couriers.
"""
NOTHING = "Coin price falls\n\nThe coin fell 4% on Monday to $98. Traders see support at $95.\n"

spans = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda s: (min(s), max(s)))
tags = st.lists(st.builds(Tag, st.just("quote"), st.sampled_from("abc"), st.just(""), spans,
                          st.just(""), st.just(0.5)), max_size=8)  # fmt: skip
texts = st.text("xyz \n", min_size=30, max_size=40)


def shape(text: str) -> dict[str, Any]:
    article = clean_text(text)
    return document("a", article, read(article))


def on_a_terminal(text: str) -> str:
    output = io.StringIO()
    console = Console(file=output, force_terminal=True, width=100, color_system="standard")
    console.print(*as_page(shape(text)), sep="\n", highlight=False)
    return output.getvalue()


def tag(kind: str, span: tuple[int, int]) -> Tag:
    return Tag(kind, kind, "", span, "", 0.5)


def test_tags_are_marked_in_place() -> None:
    told = as_text(shape(TEXT))
    assert "said at the ⟦event: Post Forum⟧ held in ⟦place: Portville⟧ that" in told
    assert "⟦speaker: Hu Ming, head of the Post Office⟧" in told
    assert "“⟦quote: Mail must be faster for all of us,⟧”" in told
    assert re.search(r"⟦measure 1: ?\s?build ⟦figure: 12⟧ halls", told)


def test_each_tag_has_a_line_with_its_rule_and_confidence() -> None:
    told = as_text(shape(TEXT))
    assert re.search(
        r"^speaker     Hu Ming, head, Post Office \(main\)  \(\w.*, 0\.\d\d\)$", told, re.MULTILINE
    )
    assert re.search(r"^measure 2   train couriers  \(enumerated, 0\.\d\d\)$", told, re.MULTILINE)
    assert "\nmeasures    3 announced, 2 found\n" in told


def test_what_is_no_statement_says_why_and_marks_nothing() -> None:
    told = as_text(shape(NOTHING))
    assert re.search(r"^statement   no \(\w.*\)$", told, re.MULTILINE)
    assert "⟦" not in told
    assert "no statement: " in re.sub(r"\x1b\[[\d;]*m", "", on_a_terminal(NOTHING))


def test_a_terminal_shows_colours_numbers_and_a_legend() -> None:
    told = on_a_terminal(TEXT)
    assert "\x1b[35mPost Forum\x1b[0m" in told
    plain = re.sub(r"\x1b\[[\d;]*m", "", told)
    assert "speaker  event  date  place  measure  quote  figure" in plain
    assert re.search(r"2 +train couriers", plain)
    assert "3 announced, 2 found" in plain


def test_a_page_cannot_steer_the_terminal_nor_seem_to_be_tagged() -> None:
    hostile = TEXT.replace("mail matters", "⟦speaker: Mallory⟧ \x1b[2J matters \x9b31m [red]")
    for told in (as_text(shape(hostile)), on_a_terminal(hostile)):
        assert "\x1b[2J" not in told
        assert "[red]" in told
    assert "[speaker: Mallory]" in as_text(shape(hostile))
    assert "\x9b" not in on_a_terminal(hostile)


def test_a_tag_that_ends_inside_another_is_closed_and_opened_again() -> None:
    crossing = [tag("quote", (0, 6)), tag("measure", (3, 9))]
    assert marked("abcdefghij", crossing) == "⟦quote: abc⟦measure: def⟧⟧⟦measure: ghi⟧j"


@given(texts, tags)
def test_the_pieces_are_the_text_and_each_stands_in_its_tags(text: str, found: list[Tag]) -> None:
    at = 0
    for piece, inside in pieces(text, found):
        for one in found:
            within = one.span is not None and one.span[0] <= at and at + len(piece) <= one.span[1]
            assert (one in inside) == within
        at += len(piece)
    assert "".join(piece for piece, _ in pieces(text, found)) == text
    assert coloured(text, found).plain == text


@given(texts, tags)
def test_marks_are_opened_and_closed_in_pairs(text: str, found: list[Tag]) -> None:
    told = marked(text, found)
    depth = 0
    for sign in told:
        depth += (sign == "⟦") - (sign == "⟧")
        assert depth >= 0
    assert depth == 0
    assert re.sub(r"⟦[abc]: |⟧", "", told) == text

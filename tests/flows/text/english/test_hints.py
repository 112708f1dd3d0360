"""A pattern is tried only where a word of it stands: none of what it finds may be lost by that."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.text.english.held_posts import POST, POST_ENDS
from flows.text.english.hints import small_words
from flows.text.english.subjects import CHAIRED, CHAIRING, ISSUED, SPEAKING, VERB


@pytest.mark.parametrize(
    ("pattern", "hints"),
    [(VERB, SPEAKING), (ISSUED, SPEAKING), (POST, POST_ENDS), (CHAIRED, CHAIRING)],
    ids=["verb", "issued", "post", "chaired"],
)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_whatever_a_pattern_finds_holds_one_of_its_words(
    pattern: re.Pattern[str], hints: frozenset[str], data: st.DataObject
) -> None:
    letters = st.characters(codec="ascii")
    text = data.draw(st.from_regex(pattern, fullmatch=True, alphabet=letters))
    assert not hints.isdisjoint(small_words(f"Hu Ming, {text} so."))


@pytest.mark.parametrize("text", ["The Minister's hall", "co-chair", "(sen. Hu)", "MAYOR"])
def test_words_are_found_beside_any_mark_and_in_any_case(text: str) -> None:
    assert small_words(text) & {"minister", "chair", "sen", "mayor"}

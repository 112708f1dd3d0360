"""Pairing quotation marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.text.quotes import quoted_spans


def inside(text: str) -> list[str]:
    return [text[start:end] for start, end in quoted_spans(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said: “Rails come first.” Then he left.", ["Rails come first."]),
        ('"Rails," he said, "come first."', ["Rails,", "come first."]),
        ("„Schienen zuerst“, sagte er", ["Schienen zuerst"]),
        ("« Le rail d'abord », dit-il", ["Le rail d'abord"]),
        ("他说:「先修『铁路』。」", ["先修『铁路』。"]),
        ("胡明说“先修铁路”,“再修桥”。", ["先修铁路", "再修桥"]),
        ('胡明说"先修铁路"和"再修桥"。', ["先修铁路", "再修桥"]),
        ("The ministry’s rails aren’t new", []),
        ("‘The ministry’s rails’ is the theme", ["The ministry’s rails"]),
        ("He said “the ‘new’ rails” work", ["the ‘new’ rails"]),
        ('It is 5" wide', []),
    ],
)
def test_pairs(text: str, words: list[str]) -> None:
    assert inside(text) == words


def test_a_mark_carried_over_paragraphs_gives_each_its_span() -> None:
    assert inside("“Rails first.\n“Then bridges.”\nEnd") == ["Rails first.", "Then bridges."]


def test_a_quotation_may_close_in_a_later_paragraph() -> None:
    assert inside("“Rails first.\nThen bridges.”\nEnd") == ["Rails first.\nThen bridges."]


def test_an_unclosed_mark_holds_its_paragraph_alone() -> None:
    assert inside("He said: “Rails first.\nHe left.") == ["Rails first."]


def test_a_stray_mark_before_a_real_quotation_is_dropped() -> None:
    assert inside('He said, "Which rails? He went on: "Rails first."') == ["Rails first."]


@given(st.text(alphabet="ab '\"“”‘’„«»「」『』.,\n", max_size=80))
def test_spans_are_ordered_within_the_text_and_not_empty(text: str) -> None:
    last = 0
    for start, end in quoted_spans(text):
        assert last <= start < end <= len(text)
        last = end


@pytest.mark.parametrize(
    "text", ["“" * 200_000, '"' * 200_000, "「a" * 100_000, "“a" + "b" * 10**7]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    begun = time.process_time()
    quoted_spans(text)
    assert time.process_time() - begun < 2

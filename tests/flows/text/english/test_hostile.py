"""Hostile texts: what is read is bounded, and time grows no faster than that."""

from __future__ import annotations

import time

import pytest

from flows.text.english.reader import read
from flows.text.english.sentences import MAX_TEXT, sentences

LEAD = "Hu Ming, head of the Post Office, said that mail matters. "
TEXTS = {
    "one line of ten megabytes": "a b " * 2_500_000,
    "a hundred thousand enumerators": "the first is to build halls; " * 100_000,
    "numbered lines": "1. Build halls\n" * 50_000,
    "marks that nobody closes": "“Hu Ming said " * 100_000,
    "straight marks": '"a ' * 300_000,
    "one long word": "A" * 1_000_000,
    "words in capitals": "Hu Ming " * 500_000,
    "a body without end": "Ministry of Posts, " * 100_000,
    "posts": "director of the " * 100_000,
    "verbs of speaking": "said " * 200_000,
    "promises": "should build and " * 100_000,
    "numbers": "1,000 " * 200_000,
    "days": "May 3 " * 100_000,
    "events": "Forum of the " * 100_000,
    "commas": "," * 1_000_000,
    "brackets": "(" * 1_000_000,
    "apostrophes": "'" * 1_000_000,
    "line ends": "\n" * 1_000_000,
    "possessives": "Board's " * 100_000,
    "hyphens": "a-" * 500_000,
}


@pytest.mark.timeout(30)
@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_are_read_in_bounded_time(name: str) -> None:
    reading = read("A title", LEAD + TEXTS[name], None)
    assert reading.why
    assert all(m.span[1] <= MAX_TEXT for m in reading.measures)


@pytest.mark.soak
@pytest.mark.parametrize("name", TEXTS)
def test_twice_the_text_takes_about_twice_the_time(name: str) -> None:
    def seconds(size: int) -> float:
        text = LEAD + TEXTS[name][:size]
        best = 60.0
        for _ in range(2):
            begin = time.process_time()
            read("A title", text, None)
            best = min(best, time.process_time() - begin)
        return best

    assert seconds(40_000) < 4 * seconds(20_000) + 0.3


def test_sentences_are_cut_at_their_bound_and_keep_their_offsets() -> None:
    text = "word " * 5_000 + "\nThe end. "
    found = sentences(text)
    assert all(len(s.text) <= 1_500 for s in found)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert found[-1].text == "The end."

"""Which marks hold quoted words: the typewriter's single ones among them."""

from __future__ import annotations

import pytest

from flows.text.english.quoted import quoted

CASES: tuple[tuple[str, list[str]], ...] = (
    (
        "Hu Ming said: 'The halls' doors must open, and it's late.' He left.",
        ["The halls' doors must open, and it's late."],
    ),
    ("He said, 'Open the halls in the towns!' and left.", ["Open the halls in the towns!"]),
    ("The couriers' halls, 'as they are', don't open.", []),
    (
        "He said: \"Open 'all the halls in the towns.' Now.\"",
        ["Open 'all the halls in the towns.' Now."],
    ),
    ("Hu Ming said: 'It never ends", []),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quoted_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quoted(text)] == expected

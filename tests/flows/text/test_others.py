"""Editorials, careers, statistics, stories, reviews: what only looks like a statement is none."""

import tomllib
from pathlib import Path

import pytest

from flows.text.clean import clean_text
from flows.text.statements import read

FOLDER = Path(__file__).parent / "others"
OTHERS = [
    (lang, one["kind"], f"{one['title']}\n\n{one['text'].strip()}\n")
    for lang in ("english", "chinese")
    for one in tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))["text"]
]


@pytest.mark.parametrize(
    ("lang", "text"), [(o[0], o[2]) for o in OTHERS], ids=[f"{o[0]}: {o[1]}" for o in OTHERS]
)
def test_it_is_no_statement_and_carries_no_tag(lang: str, text: str) -> None:
    article = clean_text(text)
    assert article.lang.startswith({"english": "en", "chinese": "zh"}[lang])
    reading = read(article)
    assert not reading.is_statement, reading.why
    assert len(reading.why) > 10
    tags = (reading.speakers, reading.measures, reading.quotes, reading.figures, reading.earlier)
    assert not any(tags)


def test_there_are_many_kinds_in_both_languages() -> None:
    kinds = {(lang, kind) for lang, kind, _ in OTHERS}
    assert len(kinds) == len(OTHERS) >= 40

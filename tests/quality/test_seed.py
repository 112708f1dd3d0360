"""The article that the project started from, as a page and as text, gives all that is annotated."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from flows.cli import app
from tests.quality.shared import AbsentError, data, home, must_be_there


@pytest.fixture(scope="module")
def seed() -> Path:
    try:
        return data(home(os.environ), "seed")
    except AbsentError as absent:
        if must_be_there(os.environ):
            raise
        pytest.skip(str(absent))


@pytest.fixture(scope="module")
def expected(seed: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((seed / "expected.json").read_text(encoding="utf-8"))
    return found


def told(path: Path) -> dict[str, Any]:
    """What `onrecord read` prints of one file."""
    ended = CliRunner().invoke(app, ["read", str(path)])
    assert ended.exit_code == 0, ended.output
    shape: dict[str, Any] = json.loads(ended.stdout)
    return shape


def some(tags: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(tag[name] for name in names) for tag in tags]


@pytest.mark.parametrize("name", ["page.html", "article.txt"])
def test_all_tags_are_those_annotated(seed: Path, expected: dict[str, Any], name: str) -> None:
    shape = told(seed / name)
    for field in ("is_statement", "lang", "event", "event_date", "place", "hosts"):
        assert shape[field] == expected[field], field
    for field, names in {
        "speakers": ("name", "post", "org", "main"),
        "measures": ("ordinal", "head"),
        "figures": ("value", "unit"),
        "earlier": ("speaker", "event", "date"),
    }.items():
        assert some(shape[field], *names) == some(expected[field], *names), field
    for quote in expected["quotes"]:
        assert any(one["text"].startswith(quote["start"]) for one in shape["quotes"])


def test_the_page_has_its_own_instant_and_nothing_of_its_frame(
    seed: Path, expected: dict[str, Any]
) -> None:
    shape = told(seed / "page.html")
    assert shape["published_at"] == expected["published_at"]
    assert [words for words in expected["not_in_text"] if words in shape["text"]] == []


def test_the_text_alone_has_no_instant(seed: Path) -> None:
    assert told(seed / "article.txt")["published_at"] is None

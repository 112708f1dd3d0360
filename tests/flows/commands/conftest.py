"""The command line on an empty record of its own, on both databases."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.cli import app

Run = Callable[..., Result]


@pytest.fixture
def run(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `onrecord` with these arguments, its home in a folder of the test."""
    monkeypatch.setenv("ONRECORD_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ONRECORD_DATABASE_URL", database_url)
    monkeypatch.setenv("COLUMNS", "200")

    def invoke(*arguments: str, typed: str | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), input=typed)

    return invoke

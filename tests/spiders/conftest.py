"""A scripted site, and a home whose catalogue a child can import."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.spiders.site import Site


@pytest.fixture
def site() -> Iterator[Site]:
    """An open site without routes."""
    with Site() as site:
        yield site


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that a child finds modules in."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path

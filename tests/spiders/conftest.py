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
    """A home that a child finds modules in; the proxies of its environment lead nowhere."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    return tmp_path

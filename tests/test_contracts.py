"""The contracts in `pyproject.toml` hold, and each breaks when its forbidden import is planted."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
ROOMS = ("flows", "spiders", "storage", "tests")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rooms in another place, where an import can be planted."""
    folder = tmp_path_factory.mktemp("copy")
    for room in ROOMS:
        ignored = shutil.ignore_patterns("__pycache__", "texts", "templates")
        shutil.copytree(CHECKOUT / room, folder / room, ignore=ignored)
    shutil.copy(CHECKOUT / "pyproject.toml", folder)
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    script = (
        "import sys; sys.path.insert(0, '.')\n"
        "from importlinter.cli import lint_imports_command\n"
        "lint_imports_command(['--no-cache'])"
    )
    return subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_contracts_hold(copy: Path) -> None:
    ended = lint(copy)
    assert ended.returncode == 0, ended.stdout
    assert "0 broken" in ended.stdout


@pytest.mark.parametrize(
    ("module", "planted", "contract"),
    [
        ("flows/text/clean.py", "import sqlalchemy", "Text analysis is pure"),
        ("storage/records.py", "import httpx", "Text analysis is pure"),
        ("flows/ingest.py", "import scrapy", "Only spiders load Scrapy"),
        ("flows/ingest.py", "import prefect", "Only the flow modules load Prefect"),
        ("spiders/run.py", "import storage.repository", "Spiders touch no database"),
        ("storage/models.py", "import spiders.sources", "Floors"),
        ("storage/queries.py", "import storage.repository", "rooms apart"),
        ("flows/spooling.py", "import tests.press.room", "No room imports the tests"),
    ],
)
def test_a_planted_import_breaks_its_contract(
    copy: Path, module: str, planted: str, contract: str
) -> None:
    path = copy / module
    before = path.read_text()
    path.write_text(f"{before}\n{planted}\n")
    try:
        ended = lint(copy)
    finally:
        path.write_text(before)
    assert ended.returncode == 1, ended.stdout
    broken = [line for line in ended.stdout.splitlines() if " BROKEN" in line]
    assert any(contract in line for line in broken), broken

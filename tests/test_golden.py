"""Every source of the catalogue has a golden page, and it is read as is expected."""

import json
import shutil
from operator import attrgetter
from pathlib import Path

import pytest

from spiders.sources import SOURCES, Source
from tests.golden import PAGES, Golden, golden_pages
from tests.refresh import refresh

GOLDEN = [page for source in SOURCES for page in golden_pages(source)]


@pytest.mark.parametrize("source", SOURCES, ids=attrgetter("name"))
def test_a_source_has_a_golden_page(source: Source) -> None:
    pages = golden_pages(source)
    told = f"tests/pages/{source.name} needs"
    assert any(not page.is_list for page in pages), f"{told} an article; see CONTRIBUTING.md"
    has_list = any(page.is_list for page in pages)
    assert has_list or source.kind != "listing", f"{told} list.html, the page of its rows"


@pytest.mark.parametrize("page", GOLDEN, ids=lambda page: f"{page.source.name}/{page.path.stem}")
def test_a_golden_page_is_read_as_expected(page: Golden) -> None:
    read, expected = page.read(), page.told.get("expected")
    assert read == expected, f"If that is right: python -m tests.refresh {page.source.name}"
    for field, value in page.told.get("wanted", {}).items():
        assert read[field] != value, f"{field} is read well now: take it out of `wanted`"
    if page.is_list:
        assert read["rows"]
        assert read["odd"] == 0
    else:
        assert all(read[field] for field in ("title", "published_at", "starts", "ends"))
        assert read["lang"] == page.source.lang
        assert page.told["url"].startswith(tuple(f"{s}{h}/" for h in page.source.hosts for s in
                                                 ("http://", "https://")))  # fmt: skip


def test_no_golden_page_is_left_without_its_source() -> None:
    assert {path.name for path in PAGES.iterdir()} == {source.name for source in SOURCES}


def test_a_refresh_writes_what_is_read_and_shows_the_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = SOURCES[0]
    shutil.copytree(PAGES / source.name, tmp_path / source.name)
    (page,) = golden_pages(source, tmp_path)
    told = page.path.with_suffix(".json")
    right = told.read_text()
    wrong = json.loads(right)
    wrong["expected"]["title"] = "Another title"
    told.write_text(json.dumps(wrong, ensure_ascii=False, indent=2) + "\n")
    assert refresh([source], tmp_path) == 1
    assert told.read_text() == right
    assert '-    "title": "Another title"' in capsys.readouterr().out
    assert refresh([source], tmp_path) == 0

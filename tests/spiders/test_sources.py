"""The catalogue: what is declared is checked when it is read, each fault in one sentence."""

import ast
from dataclasses import replace
from inspect import getsource
from pathlib import Path

import pytest
from parsel import Selector

from spiders import sources
from spiders.sources import SOURCES, CatalogueError, Source, by_host, catalogue
from storage.failure import Failure
from tests.spiders.crawls import blog
from tests.spiders.site import Site

GOOD = next(source for source in SOURCES if source.name == "coinyuppie")


def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> dict[str, Source]:
    name = f"catalogue_{abs(hash(text))}"
    (tmp_path / f"{name}.py").write_text(f"from spiders.sources import Source\n{text}\n")
    monkeypatch.syspath_prepend(tmp_path)
    return catalogue(name)


def test_the_catalogue_that_comes_along_is_sound() -> None:
    assert set(catalogue("spiders.sources")) == {source.name for source in SOURCES}
    assert all(not source.loopback for source in SOURCES)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_the_selectors_that_a_source_declares_can_be_read(source: Source) -> None:
    for selector in (source.rows, source.link, source.headline, source.date, source.next):
        assert not selector or Selector("<p>").css(selector) == []


def test_a_source_takes_eight_lines_at_most() -> None:
    (declared,) = (
        node.value
        for node in ast.parse(getsource(sources)).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SOURCES"
    )
    assert isinstance(declared, ast.Tuple)
    assert len(declared.elts) == len(SOURCES)
    assert all((each.end_lineno or 0) - each.lineno + 1 <= 8 for each in declared.elts)


FAULTS: dict[str, tuple[Source, str]] = {
    "path": (replace(GOOD, name="../etc"), "needs a name of"),
    "upper": (replace(GOOD, name="Site"), "needs a name of"),
    "kind": (replace(GOOD, kind="blog"), "is of kind 'blog', which is unknown"),  # type: ignore[arg-type]
    "scheme": (replace(GOOD, url="ftp://coinyuppie.com/"), "needs an http or https url"),
    "host": (replace(GOOD, hosts=("other.example",)), "does not name its url's host in hosts"),
    "zone": (replace(GOOD, zone="Mars/Base"), "has zone 'Mars/Base', which is no IANA time zone"),
    "zone path": (replace(GOOD, zone="/etc/passwd"), "which is no IANA time zone"),
    "yield": (replace(GOOD, in_14_days=(9, 3)), "needs a yield"),
    "column": (replace(SOURCES[0], column=""), "needs a column of 32 hex"),
    "hosts": (replace(GOOD, hosts=("coinyuppie.com", "*")), "needs hosts in lower case"),
    "no time": (replace(GOOD, timeout=0.0), "needs a timeout up to 60 s"),
    "much time": (replace(GOOD, timeout=600.0), "needs a timeout up to 60 s"),
    "hurry": (replace(GOOD, delay=0.1), "needs a delay of 1 to 60 s"),
    "rows": (replace(GOOD, kind="listing"), "needs rows, a CSS selector of its items"),
    "lists": (replace(GOOD, lists="rss"), "has lists 'rss'; rest, feed, sitemap are known"),  # type: ignore[arg-type]
    "below": (replace(GOOD, below=("a/",)), "needs paths from / on in below"),
    "sloth": (replace(GOOD, delay=900.0), "needs a delay of 1 to 60 s"),
}


@pytest.mark.parametrize(("source", "words"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_declaration_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: Source, words: str
) -> None:
    with pytest.raises(CatalogueError) as told:
        read(tmp_path, monkeypatch, f"SOURCES = ({source!r},)")
    assert words in str(told.value)
    assert repr(source.name) in str(told.value)
    assert isinstance(told.value, Failure)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"SOURCES = ({GOOD!r}, {GOOD!r})", "declares 'coinyuppie' twice"),
        ("SOURCES = ('coinyuppie',)", "holds 'coinyuppie', which is no Source"),
        ("SOURCES = 1", "are no tuple of sources"),
        ("", "has no attribute 'SOURCES'"),
        ("import not_there_at_all", "No module named"),
        ("SOURCES = (", "SyntaxError"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_catalogue_that_is_none_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, words: str
) -> None:
    with pytest.raises(CatalogueError) as told:
        read(tmp_path, monkeypatch, text)
    assert words in str(told.value)


def test_a_loopback_site_may_be_asked_without_a_pause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    source = blog(site)
    assert read(tmp_path, monkeypatch, f"SOURCES = [{source!r}]") == {"scripted": source}
    assert source.hosts == (f"127.0.0.1:{site.port}",)


def test_sources_that_share_a_host_are_one_group() -> None:
    named = {
        "a": ("one.example",), "b": ("two.example", "three.example"), "c": ("four.example",),
        "d": ("three.example", "one.example"), "e": ("four.example:8080",),
    }  # fmt: skip
    sources = [
        replace(GOOD, name=name, url=f"https://{hosts[0]}/", hosts=hosts)
        for name, hosts in named.items()
    ]
    groups = [[source.name for source in group] for group in by_host(sources)]
    assert groups == [["a", "b", "d"], ["c"], ["e"]]
    (ministry,) = (group for group in by_host(SOURCES) if group[0].name == "miit")
    assert {source.kind for source in ministry} == {"miit"}
    assert len(ministry) == 8

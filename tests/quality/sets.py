"""The sets of annotated texts: where each lies, how it is read, which figures it gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality import extraction, gold, hostile, lists, persons, quotes, reprints
from tests.quality.figures import Figure


@dataclass(frozen=True, slots=True)
class DataSet:
    """One folder of annotated texts.

    `items` loads it, `read` reads one item in a process of a pool, `figures` compares all items
    with what was read. Quick sets are part of `make test`.
    """

    folder: str
    items: Callable[[Path], Sequence[Any]]
    read: Callable[[Any], Any]
    figures: Callable[[Sequence[Any], Sequence[Any]], list[Figure]]
    quick: bool = True

    @property
    def name(self) -> str:
        """The folder's own name."""
        return self.folder.rpartition("/")[2]


def _pages(name: str, figures: Callable[..., list[Figure]], *, quick: bool) -> DataSet:
    return DataSet(f"data/{name}", extraction.items, extraction.read, figures, quick)


SETS = (
    DataSet("gold", gold.items, gold.read, gold.figures),
    _pages("extraction_aeb", extraction.f1_of_shingles, quick=True),
    _pages("extraction_fundus_tests", extraction.mean_f1, quick=False),
    _pages("extraction_wcxb_articles", extraction.mean_f1, quick=False),
    _pages("extraction_zh_dev", extraction.mean_f1, quick=True),
    DataSet("data/enumeration_zh_reports", lists.items, lists.read, lists.figures),
    DataSet("data/quotes_polnear", quotes.items, quotes.read_english, quotes.english),
    DataSet("data/quotes_zh_wmt21", quotes.items, quotes.read_chinese, quotes.chinese),
    DataSet("data/ner_zh_cluener", persons.items, persons.read, persons.figures),
    DataSet("data/hostile_bs4_fuzz", hostile.fuzzed, hostile.read, hostile.figures),
    DataSet(
        "data/hostile_html5lib", hostile.parser_tests, hostile.read, hostile.figures, quick=False
    ),
    DataSet(
        "data/dedupe_crosslingual_wmt21",
        reprints.items,
        reprints.read,
        reprints.figures,
        quick=False,
    ),
)

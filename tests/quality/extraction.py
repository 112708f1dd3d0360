"""Annotated pages, and how far the text that was taken from one is the one a reader takes.

A folder holds `html/` (plain or gzip) and one of: `ground-truth.json` (body by id, scored by
shingles of four words), `ground-truth/<id>.json` (`main_content`), or `gold.jsonl` (`file` with
`text`, `paragraphs`, or `with` and `without`); the latter two are scored by bags of words, of
characters where the body is Chinese, Japanese or Korean.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from flows.text.clean import Provenance, clean_html
from storage.records import Article
from tests.quality.figures import Figure, f1_of_means, share

Bag = Counter[str]
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True)
class Case:
    """One page with what a careful reader takes from it."""

    name: str
    html: bytes
    url: str
    text: str
    bag: Callable[[str], Bag]
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Score:
    """How well a text meets its case: bag against bag (None without gold text), snippets."""

    bags: tuple[float, float, float] | None
    snippets: tuple[bool, ...]


def compare(found: Bag, gold: Bag) -> tuple[float, float, float]:
    """Precision, recall and F1 of one bag against another."""
    shared = (found & gold).total()
    precision = shared / found.total() if found else 1.0
    recall = shared / gold.total() if gold else 1.0
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1.0)


def score(case: Case, text: str) -> Score:
    """Score `text` as what was taken from the page; white space in snippets does not count."""
    bare = "".join(text.split())
    kept = ("".join(snippet.split()) in bare for snippet in case.wanted)
    kept_out = ("".join(snippet.split()) not in bare for snippet in case.unwanted)
    bags = compare(case.bag(text), case.bag(case.text)) if case.text else None
    return Score(bags, (*kept, *kept_out))


def shingles(text: str) -> Bag:
    """Runs of four words; a shorter text is one run."""
    words = re.findall(r"\w+", text)
    return Counter(" ".join(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def words(text: str) -> Bag:
    """Words in lower case."""
    return Counter(re.findall(r"\w+", text.lower()))


def characters(text: str) -> Bag:
    """Characters that are no white space."""
    return Counter("".join(text.split()))


def cases(folder: Path) -> Iterator[Case]:
    """The annotated pages of `folder`, whichever of the known layouts it has."""
    whole = folder / "ground-truth.json"
    if whole.exists():
        for name, gold in json.loads(whole.read_text()).items():
            html = _bytes(folder / "html" / f"{name}.html.gz")
            yield Case(name, html, gold["url"], gold["articleBody"], shingles)
    for path in sorted(folder.glob("ground-truth/*.json")):
        gold = json.loads(path.read_text())
        gold = {**gold, **gold.get("ground_truth", {})}
        html = _bytes(folder / "html" / f"{path.stem}.html.gz")
        snippets = tuple(gold.get("with") or ()), tuple(gold.get("without") or ())
        yield Case(path.stem, html, gold.get("url") or "", gold["main_content"], words, *snippets)
    listed = folder / "gold.jsonl"
    for line in listed.read_text().splitlines() if listed.exists() else ():
        gold = json.loads(line)
        text = gold.get("text") or "\n".join(gold.get("paragraphs") or ())
        bag = characters if len(_WIDE.findall(text)) > 0.2 * len(text) else words
        snippets = tuple(gold.get("with") or ()), tuple(gold.get("without") or ())
        yield Case(gold["file"], _bytes(folder / "html" / gold["file"]), "", text, bag, *snippets)


def items(folder: Path) -> list[Case]:
    """All annotated pages of a folder."""
    return list(cases(folder))


def article_text(case: Case) -> str:
    """Text of the article that cleaning makes of the page, empty for a rejection."""
    found = clean_html(case.html, Provenance(url=case.url))
    return found.text if isinstance(found, Article) else ""


def read(case: Case) -> Score:
    """The score of what cleaning takes from the page."""
    return score(case, article_text(case))


def f1_of_shingles(_: Sequence[Case], scores: Sequence[Score]) -> list[Figure]:
    """F1 of mean precision and mean recall."""
    rows = tuple((s.bags[0], 1.0, s.bags[1], 1.0) for s in scores if s.bags)
    return [Figure("F1", f1_of_means, rows)]


def mean_f1(_: Sequence[Case], scores: Sequence[Score]) -> list[Figure]:
    """Mean F1, and the share of snippets that were kept, or kept out, as they should."""
    rows = tuple((s.bags[2], 1.0) for s in scores if s.bags)
    snippets = tuple((float(sum(s.snippets)), float(len(s.snippets))) for s in scores)
    found = [Figure("mean F1", share, rows)]
    return [*found, Figure("snippets", share, snippets)] if any(n for _, n in snippets) else found


def _bytes(path: Path) -> bytes:
    """Bytes of a file, unpacked where it is gzip."""
    body = path.read_bytes()
    return gzip.decompress(body) if path.suffix == ".gz" else body

"""Score the cleaning of pages against a folder of annotated ones.

    python -m tests.benchmarks.extraction FOLDER [--every N] [--baseline] [--worst N]

A folder holds `html/` (plain or gzip) and one of: `ground-truth.json` (body by id, scored by
shingles of four words), `ground-truth/<id>.json` (`main_content`), or `gold.jsonl` (`file` with
`text`, `paragraphs`, or `with` and `without`); the latter two are scored by bags of words, of
characters where the body is Chinese, Japanese or Korean. `--baseline` runs trafilatura's
default with metadata on the same pages in turns and compares the time that both take.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.xml import xmltotxt

from flows.text.clean import Provenance, clean_html
from storage.records import Article

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


@dataclass
class Tally:
    """Precision, recall, F1 of each page, snippets kept or kept out, and CPU seconds."""

    scores: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    snippets: list[bool] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, case: Case, text: str) -> None:
        """Score `text` as what was taken from the page of `case`."""
        if case.text:
            self.scores[case.name] = compare(case.bag(text), case.bag(case.text))
        bare = "".join(text.split())
        self.snippets += ["".join(s.split()) in bare for s in case.wanted]
        self.snippets += ["".join(s.split()) not in bare for s in case.unwanted]

    def report(self, name: str) -> str:
        """One line: F1 of mean precision and recall, mean F1, snippets, time."""
        count = max(1, len(self.scores))
        precision, recall, mean = (sum(c) / count for c in zip(*self.scores.values(), strict=True))
        of_means = 2 * precision * recall / (precision + recall)
        right = f", snippets {sum(self.snippets)}/{len(self.snippets)}" if self.snippets else ""
        return (
            f"{name}: {count} pages, P {precision:.3f} R {recall:.3f} F1 {of_means:.4f}, "
            f"mean F1 {mean:.4f}{right}, {self.seconds:.1f} s CPU"
        )


def compare(found: Bag, gold: Bag) -> tuple[float, float, float]:
    """Precision, recall and F1 of one bag against another."""
    shared = (found & gold).total()
    precision = shared / found.total() if found else 1.0
    recall = shared / gold.total() if gold else 1.0
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1.0)


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
            html = read(folder / "html" / f"{name}.html.gz")
            yield Case(name, html, gold["url"], gold["articleBody"], shingles)
    for path in sorted(folder.glob("ground-truth/*.json")):
        gold = json.loads(path.read_text())
        gold = {**gold, **gold.get("ground_truth", {})}
        html = read(folder / "html" / f"{path.stem}.html.gz")
        snippets = tuple(gold.get("with") or ()), tuple(gold.get("without") or ())
        yield Case(path.stem, html, gold.get("url") or "", gold["main_content"], words, *snippets)
    listed = folder / "gold.jsonl"
    for line in listed.read_text().splitlines() if listed.exists() else ():
        gold = json.loads(line)
        text = gold.get("text") or "\n".join(gold.get("paragraphs") or ())
        bag = characters if len(_WIDE.findall(text)) > 0.2 * len(text) else words
        snippets = tuple(gold.get("with") or ()), tuple(gold.get("without") or ())
        yield Case(gold["file"], read(folder / "html" / gold["file"]), "", text, bag, *snippets)


def read(path: Path) -> bytes:
    """Bytes of a file, unpacked where it is gzip."""
    body = path.read_bytes()
    return gzip.decompress(body) if path.suffix == ".gz" else body


def ours(case: Case) -> str:
    """Text of the article, empty for a rejection."""
    found = clean_html(case.html, Provenance(url=case.url))
    return found.text if isinstance(found, Article) else ""


def baseline(case: Case) -> str:
    """Text by trafilatura's default, its metadata read as well."""
    found = bare_extraction(
        case.html, url=case.url or None, include_comments=False, with_metadata=True
    )
    return xmltotxt(found.body, False) if isinstance(found, Document) else ""


def timed(tally: Tally, reader: Callable[[Case], str], case: Case) -> str:
    """What `reader` takes from the page; its CPU time goes to the tally."""
    start = time.process_time()
    text = reader(case)
    tally.seconds += time.process_time() - start
    return text


def main() -> None:
    """Print one line for each folder, and the pages that lost most."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1, help="take each Nth page only")
    parser.add_argument("--baseline", action="store_true", help="trafilatura in the same run")
    parser.add_argument("--worst", type=int, default=0, help="name so many of the worst pages")
    options = parser.parse_args()
    for folder in options.folder:
        if not folder.is_dir():
            print(f"{folder}: no such folder, nothing was measured")  # noqa: T201
            continue
        measure(folder, options)


def measure(folder: Path, options: argparse.Namespace) -> None:
    """Score one folder; both readers take each page in turns, so that load hits both alike."""
    readers: dict[str, Callable[[Case], str]] = {"clean": ours}
    if options.baseline:
        readers["trafilatura"] = baseline
    tallies = {name: Tally() for name in readers}
    chosen = list(cases(folder))[:: options.every]
    for reader in readers.values():
        reader(chosen[0])  # What is loaded at first use is no cost of a page.
    for case in chosen:
        for name, reader in readers.items():
            tallies[name].add(case, timed(tallies[name], reader, case))
    for name, tally in tallies.items():
        print(tally.report(f"{folder.name} {name}"))  # noqa: T201
    worst = sorted(tallies["clean"].scores.items(), key=lambda item: item[1][2])[: options.worst]
    for name, score in worst:
        print(f"  {name}: P {score[0]:.2f} R {score[1]:.2f} F1 {score[2]:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()

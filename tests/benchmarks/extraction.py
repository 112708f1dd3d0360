"""Score the cleaning of pages against a folder of annotated ones.

    python -m tests.benchmarks.extraction FOLDER [--every N] [--baseline] [--worst N]

What a folder holds is told in `tests/quality/extraction.py`. `--baseline` runs trafilatura's
default with metadata on the same pages in turns and compares the time that both take.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.xml import xmltotxt

from tests.quality.extraction import Case, article_text, cases, score


@dataclass
class Tally:
    """Precision, recall, F1 of each page, snippets kept or kept out, and CPU seconds."""

    scores: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    snippets: list[bool] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, case: Case, text: str) -> None:
        """Score `text` as what was taken from the page of `case`."""
        scored = score(case, text)
        if scored.bags:
            self.scores[case.name] = scored.bags
        self.snippets += scored.snippets

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
    readers: dict[str, Callable[[Case], str]] = {"clean": article_text}
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
    for name, (precision, recall, f1) in worst:
        print(f"  {name}: P {precision:.2f} R {recall:.2f} F1 {f1:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()

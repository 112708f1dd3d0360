"""Score and time the cleaning and reading of annotated pages beside trafilatura's default.

    python -m tests.benchmarks.extraction FOLDER… [--every N] [--worst N]

What a folder holds is told in `tests/quality/extraction.py`. Each page is cleaned, read, and
taken by trafilatura's default with its metadata in turns, so that what else the machine does
hits all of them alike. Exits 1 where cleaning finds less than trafilatura does, or where
either costs more of its CPU time than it may.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TypeVar

from trafilatura import bare_extraction
from trafilatura.settings import Document
from trafilatura.xml import xmltotxt

from flows.text.clean import Provenance, clean_html
from flows.text.statements import read
from storage.records import Article, Reading, Rejection
from tests.quality.extraction import Case, cases, score

T = TypeVar("T")
BASELINE = "trafilatura"
# The share of trafilatura's CPU time that each may cost.
MOST = {"clean": 0.85, "read": 0.15}


@dataclass
class Tally:
    """Precision, recall, F1 by page, snippets kept or kept out, and CPU seconds by page."""

    scores: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    snippets: list[bool] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, case: Case, text: str) -> None:
        """Score `text` as what was taken from the page of `case`."""
        scored = score(case, text)
        if scored.bags:
            self.scores[case.name] = scored.bags
        self.snippets += scored.snippets

    def f1(self) -> float:
        """F1 of mean precision and mean recall."""
        precision, recall, _ = self.means()
        return 2 * precision * recall / ((precision + recall) or 1.0)

    def means(self) -> tuple[float, float, float]:
        """Mean precision, recall and F1 over the pages."""
        count = max(1, len(self.scores))
        precision, recall, each = (sum(c) / count for c in zip(*self.scores.values(), strict=True))
        return precision, recall, each

    def report(self, name: str) -> str:
        """One line: precision, recall, F1 of their means, mean F1, snippets."""
        precision, recall, each = self.means()
        right = f", snippets {sum(self.snippets)}/{len(self.snippets)}" if self.snippets else ""
        return (
            f"  {name:12} P {precision:.3f} R {recall:.3f} F1 {self.f1():.4f}, "
            f"mean F1 {each:.4f}{right}"
        )


def baseline(case: Case) -> str:
    """Text by trafilatura's default, its metadata read as well."""
    found = bare_extraction(
        case.html, url=case.url or None, include_comments=False, with_metadata=True
    )
    return xmltotxt(found.body, False) if isinstance(found, Document) else ""


def clean(case: Case) -> Article | Rejection:
    """The article that cleaning makes of the page."""
    return clean_html(case.html, Provenance(url=case.url))


def tag(article: Article | Rejection) -> Reading | None:
    """What is read in the article."""
    return read(article) if isinstance(article, Article) else None


def timed(tally: Tally, work: Callable[[], T]) -> T:
    """What `work` gives; its CPU time goes to the tally."""
    start = time.process_time()
    found = work()
    tally.seconds.append(time.process_time() - start)
    return found


def measure(chosen: list[Case]) -> dict[str, Tally]:
    """The tallies of cleaning, reading and trafilatura, which take turns to begin."""
    tallies = {name: Tally() for name in ("clean", "read", BASELINE)}

    def ours(case: Case) -> None:
        article = timed(tallies["clean"], lambda: clean(case))
        timed(tallies["read"], lambda: tag(article))
        tallies["clean"].add(case, article.text if isinstance(article, Article) else "")

    def theirs(case: Case) -> None:
        tallies[BASELINE].add(case, timed(tallies[BASELINE], lambda: baseline(case)))

    # What is loaded at first use is no cost of a page.
    baseline(chosen[0])
    tag(clean(chosen[0]))
    for number, case in enumerate(chosen):
        for reader in (ours, theirs) if number % 2 else (theirs, ours):
            reader(case)
    return tallies


def verdict(tallies: dict[str, Tally]) -> tuple[list[str], bool]:
    """A line for F1 and for each cost, and whether all of them are as they must be."""
    own, other = tallies["clean"], tallies[BASELINE]
    stands = own.f1() >= other.f1()
    lines = [own.report("clean"), other.report(BASELINE)]
    for name, most in MOST.items():
        pages = zip(tallies[name].seconds, other.seconds, strict=True)
        whole = sum(tallies[name].seconds) / sum(other.seconds)
        stands = stands and whole <= most
        lines.append(
            f"  {name:12} {whole:.3f} of {BASELINE}'s CPU time (at most {most}); "
            f"the median page {median(own / theirs for own, theirs in pages):.3f}; "
            f"{median(tallies[name].seconds) * 1000:.1f} ms against "
            f"{median(other.seconds) * 1000:.1f} ms"
        )
    return lines, stands


def main() -> int:
    """Print the lines of each folder, and the pages that lost most."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--every", type=int, default=1, help="take each Nth page only")
    parser.add_argument("--worst", type=int, default=0, help="name so many of the worst pages")
    options = parser.parse_args()
    all_stand = True
    for folder in options.folder:
        chosen = list(cases(folder))[:: options.every] if folder.is_dir() else []
        if not chosen:
            print(f"{folder}: no annotated pages, nothing was measured")  # noqa: T201
            all_stand = False
            continue
        tallies = measure(chosen)
        lines, stands = verdict(tallies)
        print("\n".join([f"{folder.name}: {len(chosen)} pages", *lines]), flush=True)  # noqa: T201
        all_stand = all_stand and stands
        ranked = sorted(tallies["clean"].scores.items(), key=lambda one: one[1][2])
        for name, (precision, recall, f1) in ranked[: options.worst]:
            print(f"    {name}: P {precision:.2f} R {recall:.2f} F1 {f1:.2f}")  # noqa: T201
    return 0 if all_stand else 1


if __name__ == "__main__":
    sys.exit(main())

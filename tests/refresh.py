"""Write what is read in the golden pages now: `python -m tests.refresh [SOURCE…]`.

Prints every difference; look at each before it is kept.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from difflib import unified_diff
from pathlib import Path

from spiders.sources import SOURCES, Source
from tests.golden import PAGES, golden_pages


def refresh(sources: Iterable[Source], folder: Path = PAGES) -> int:
    """Rewrite the expectations that have changed; how many did."""
    changed = 0
    for source in sources:
        for page in golden_pages(source, folder):
            path = page.path.with_suffix(".json")
            before = path.read_text()
            after = _text(page.told | {"expected": page.read()})
            if before != after:
                path.write_text(after)
                changed += 1
                lines = (before.splitlines(), after.splitlines())
                print("\n".join(unified_diff(*lines, f"{path} before", f"{path} now", n=1)))  # noqa: T201 - a command
    return changed


def _text(told: Mapping[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def main(names: list[str]) -> None:
    """Refresh the named sources, or all."""
    unknown = set(names) - {source.name for source in SOURCES}
    if unknown:
        sys.exit(f"No source is called {', '.join(sorted(unknown))}.")
    changed = refresh(source for source in SOURCES if not names or source.name in names)
    print(f"{changed} expectations changed.")  # noqa: T201 - a command


if __name__ == "__main__":
    main(sys.argv[1:])

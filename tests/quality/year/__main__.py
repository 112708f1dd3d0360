"""The year of nights as a program: `python -m tests.quality.year [--days 365] [--seed 1]`.

Prints a table, and every fault in a line; `--json FILE` keeps both for comparing.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from storage.database import connect
from tests.quality.year.account import Account, account
from tests.quality.year.nights import Nights, home_settings
from tests.quality.year.plot import year
from tests.quality.year.sites import YearPress

KINDS = ("missed", "false", "repeated", "late", "split", "joined")


def main() -> None:
    """Run the nights in a home of their own and print what they came to."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.year")
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--spiders", type=int, nargs="*", default=[])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    with TemporaryDirectory(prefix="onrecord-") as folder:
        result = run(Path(folder), asked.seed, asked.days, asked.spiders, asked.workers)
    sys.stdout.write(table(result))
    if asked.json:
        asked.json.write_text(json.dumps(as_json(result), ensure_ascii=False, indent=1))


def run(home: Path, seed: int, days: int, spiders: list[int], workers: int = 2) -> Account:
    """The account of so many nights below `home`; the nights of `spiders` are really crawled."""
    whole = year(seed, days=days)
    with YearPress(whole) as press:
        nights = Nights(whole, press, home_settings(home, workers), spiders)
        nights.run(_progress)
        engine = connect(nights.settings.database_url)
        result = account(whole, press, engine)
        engine.dispose()
    result.faults["failed"] += nights.errors
    result.counts["nights"], result.counts["files"] = days, nights.files
    return result


def table(result: Account) -> str:
    """The counts, the faults by kind, and each fault."""
    lines = [f"{name:28}{number:>8}" for name, number in result.counts.items()]
    lines += [f"{name:28}{len(result.faults[name]):>8}" for name in KINDS]
    others = sorted(set(result.faults) - set(KINDS))
    lines += [f"{name:28}{len(result.faults[name]):>8}" for name in others]
    lines.append(f"{'wrongly split or joined':28}{result.wrong_share:>8.2%}")
    for name in (*KINDS, *others):
        lines += [f"{name}: {each}" for each in result.faults[name]]
    return "\n".join(lines) + "\n"


def as_json(result: Account) -> dict[str, object]:
    """The same for another program."""
    return {"counts": result.counts, "faults": result.faults, "wrong_share": result.wrong_share}


def _progress(number: int) -> None:
    if number % 20 == 19:
        sys.stderr.write(f"{number + 1} nights\n")


if __name__ == "__main__":
    main()

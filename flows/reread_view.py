"""What a reading of stored pages changed, for a person and for a program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flows.reread_store import Change


@dataclass(slots=True)
class Reckoning:
    """What a run came to, counted change by change."""

    due: int
    changed: int = 0
    new_articles: int = 0
    regrouped: int = 0
    refused: int = 0
    lost: int = 0

    def count(self, change: Change) -> None:
        """Count one change."""
        if change.is_lost:
            self.lost += 1
        elif change.trouble:
            self.refused += 1
        else:
            self.changed += 1
            self.new_articles += not change.was_article
            self.regrouped += change.is_regrouped

    def as_line(self, *, dry_run: bool) -> str:
        """One sentence or two."""
        if not self.due:
            return "Nothing is due: this version of the reader has read all of them (see --all)."
        verb = "would change" if dry_run else "changed"
        line = (
            f"{self.due} pages read again: {self.changed} {verb}, of which {self.new_articles} gave"
            f" no article before and {self.regrouped} report another statement or none."
        )
        if self.refused:
            line += f" {self.refused} would give no article any more and are kept."
        if self.lost:
            line += f" {self.lost} are lost and were left as they are."
        return line


def as_dict(change: Change) -> dict[str, Any]:
    """One change for a program."""
    differs = change.difference
    return {
        "source": change.source,
        "url": change.url,
        "was_article": change.was_article,
        "fields": {each.name: [each.before, each.after] for each in differs.fields},
        "measures": {"added": list(differs.added), "dropped": list(differs.dropped)},
        "statement": [change.statement_before, change.statement_after],
        "trouble": change.trouble or None,
        "is_lost": change.is_lost,
    }


def as_lines(change: Change) -> Iterator[str]:
    """One change for a person: the page, and what is otherwise now."""
    yield change.url
    if change.trouble:
        yield f"    {change.trouble}"
        return
    if not change.was_article:
        yield "    gave no article before"
    for each in change.difference.fields:
        yield f"    {each.name:<11} {each.before or '-'} → {each.after or '-'}"
    yield from (f"    measure     + {head}" for head in change.difference.added)
    yield from (f"    measure     - {head}" for head in change.difference.dropped)
    if change.is_regrouped:
        before, after = change.statement_before, change.statement_after
        yield f"    reports     {_number(before)} → {_number(after)}"


def _number(statement: int | None) -> str:
    return "nothing" if statement is None else f"statement {statement}"

"""What was edited in an article since it was first fetched, for a person and for a program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flows import difference_view
from flows.versions import Edit


def as_dict(edit: Edit) -> dict[str, Any]:
    """The edit as JSON values."""
    compared = edit.difference
    return {
        "article": edit.after.article_id,
        "versions": [edit.before.number, edit.after.number],
        "fetched_at": edit.after.fetched_at.isoformat(),
        "difference": None if compared is None else difference_view.as_dict(compared),
        "trouble": edit.trouble,
    }


def as_lines(edit: Edit) -> Iterator[str]:
    """One line: which version of which article, what is otherwise, how to see it whole."""
    before, after = edit.before, edit.after
    names = f"{before.article_id}@{before.number} {after.article_id}@{after.number}"
    seen = f"article {after.article_id}, version {after.number}, seen {after.fetched_at:%Y-%m-%d}"
    if edit.difference is None:
        yield f"    changed     {seen}: cannot be compared: {edit.trouble}"
    else:
        what = difference_view.in_short(edit.difference)
        yield f"    changed     {seen}: {what} (onrecord diff {names})"

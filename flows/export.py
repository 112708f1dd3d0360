"""The record in the shape in which it may leave the machine: one flat row or object a statement.

Tags, the heads of measures, the beginnings of quotes and links; the full text only on demand.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from flows.printable import json_line, printable
from flows.statement_view import as_dict
from storage.views import StatementView

MOST_QUOTED = 300

COLUMNS = (
    "id", "title", "speaker", "post", "org", "other_speakers", "event", "date", "place",
    "measures", "quotes", "figures", "corrected", "newness", "first_seen_at", "published_at",
    "lang", "source", "url", "articles", "links",
)  # fmt: skip

# A spreadsheet takes a cell that begins so for a formula; the wide forms too, in some languages
# (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def write_csv(stream: TextIO, rows: Iterator[tuple[StatementView, str | None]]) -> None:
    """One line a statement, with its text as last column where one is given."""
    writer = csv.writer(stream)
    header: tuple[str, ...] = ()
    for statement, text in rows:
        values = flat(statement) | ({} if text is None else {"text": text})
        if not header:
            header = tuple(values)
            writer.writerow(header)
        writer.writerow([cell(values[name]) for name in header])
    if not header:
        writer.writerow(COLUMNS)


def write_jsonl(stream: TextIO, rows: Iterator[tuple[StatementView, str | None]]) -> None:
    """One JSON object a statement, with the shape of `onrecord show --json` within the bounds."""
    for statement, text in rows:
        shape = bounded(as_dict(statement)) | ({} if text is None else {"text": text})
        stream.write(json_line(shape) + "\n")


def bounded(shape: Mapping[str, Any]) -> dict[str, Any]:
    """A statement's shape without its user's watches, its measures' texts, its quotes' rest."""
    return {
        **{name: value for name, value in shape.items() if name != "watches"},
        "quotes": [quote | {"text": short(quote["text"])} for quote in shape["quotes"]],
        "measures": [_without_text(measure) for measure in shape["measures"]],
    }


def _without_text(measure: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in measure.items() if name != "text"}
    return kept | {"head": short(measure["head"])}


def flat(statement: StatementView) -> dict[str, str]:
    """A statement's values by column."""
    shape = bounded(as_dict(statement))
    main = statement.reading.main_speaker
    others = [speaker for speaker in statement.reading.speakers if speaker is not main]
    lead = shape["articles"][0]
    values = {
        **{name: shape[name] for name in ("id", "title", "event", "place", "newness")},
        "date": shape["event_date"],
        "first_seen_at": shape["first_seen_at"],
        "speaker": main and main.name,
        "post": main and main.post,
        "org": main and main.org,
        "other_speakers": _joined(speaker.name or speaker.org for speaker in others),
        "measures": _joined(measure["head"] for measure in shape["measures"]),
        "quotes": _joined(quote["text"] for quote in shape["quotes"]),
        "figures": _joined(f"{each['value']} {each['unit']}" for each in shape["figures"]),
        "corrected": _joined(statement.corrected),
        **{name: lead[name] for name in ("published_at", "lang", "source", "url")},
        "articles": len(shape["articles"]),
        "links": " ".join(article["url"] for article in shape["articles"]),
    }
    return {name: "" if values[name] is None else str(values[name]) for name in COLUMNS}


def cell(value: str) -> str:
    """A value that no spreadsheet takes for a formula and no terminal for a command."""
    return f"'{printable(value)}" if value.startswith(_FORMULA) else printable(value)


def short(text: str) -> str:
    """At most 300 characters of a text."""
    return text if len(text) <= MOST_QUOTED else f"{text[: MOST_QUOTED - 1]}…"


def _joined(parts: Iterator[str | None] | tuple[str, ...]) -> str:
    return " | ".join(part for part in parts if part)

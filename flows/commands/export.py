"""`onrecord export`: the whole record, a line a statement."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from sqlalchemy.orm import Session

from flows.commands.database import readable
from flows.export import write_csv, write_jsonl
from flows.settings import Settings
from storage.database import reading
from storage.failure import Failure
from storage.statement_stream import each_statement, texts
from storage.views import StatementView


class OutputError(Failure):
    """The file cannot be written; the message says why."""


def export_record(
    *, form: str, output: Path | None, since: datetime | None, with_text: bool, bom: bool
) -> int:
    """Write every statement that was first seen since then to a file, or to standard output."""
    engine = readable(Settings.from_env())
    write = write_csv if form == "csv" else write_jsonl
    try:
        with reading(engine) as session, _opened(output, "utf-8-sig" if bom else "utf-8") as stream:
            write(stream, _rows(session, since and since.replace(tzinfo=UTC), with_text=with_text))
    finally:
        engine.dispose()
    return 0


def _rows(
    session: Session, since: datetime | None, *, with_text: bool
) -> Iterator[tuple[StatementView, str | None]]:
    for statement in each_statement(session, since):
        lead = statement.articles[0].id
        yield statement, texts(session, [lead])[lead] if with_text else None


@contextmanager
def _opened(output: Path | None, encoding: str) -> Iterator[TextIO]:
    """The stream, which keeps the line ends that it is given, in UTF-8 whatever the terminal's."""
    if output is None:
        stream = TextIOWrapper(sys.stdout.buffer, encoding=encoding, newline="")
        try:
            yield stream
        finally:
            # Closing it would close standard output as well.
            stream.detach()
        return
    try:
        with output.open("w", encoding=encoding, newline="") as stream:
            yield stream
    except OSError as error:
        raise OutputError(f"{output} cannot be written: {error.strerror}.") from None

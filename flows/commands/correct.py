"""`onrecord correct`: what a statement says, decided by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from flows.commands.database import readable
from flows.settings import Settings
from flows.statement_view import as_dict, as_lines
from flows.terminal import print_json, print_lines
from storage import queries
from storage.corrections import correct, withdraw
from storage.database import reading, serial
from storage.failure import Failure


class NothingToCorrectError(Failure):
    """No field was given."""


def correct_statement(number: int, changes: Mapping[str, str], *, undo: bool, as_json: bool) -> int:
    """Keep the corrections (or withdraw all that were kept), and print the statement as it is."""
    if undo == bool(changes):
        raise NothingToCorrectError("Give a field and its value, or --undo alone.")
    engine = readable(Settings.from_env())
    now = datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read
    try:
        with serial(engine) as session:
            stays = queries.statement(session, number).id
            if undo:
                withdraw(session, stays)
            else:
                correct(session, stays, {f: v.strip() for f, v in changes.items()}, now)
        with reading(engine) as session:
            statement = queries.statement(session, stays)
    finally:
        engine.dispose()
    if as_json:
        print_json(as_dict(statement))
    else:
        print_lines(as_lines(statement))
    return 0

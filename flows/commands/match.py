"""`onrecord match`: which statements may be one, and what a person decides of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from flows.commands.database import readable
from flows.printable import printable
from flows.settings import Settings
from flows.statement_view import as_dict, as_lines
from flows.terminal import print_json, print_lines
from storage import queries, resemblances
from storage.database import reading, serial
from storage.failure import Failure
from storage.resemblances import Waiting
from storage.splits import confirm_pair, split_article, split_pair


class UndecidedError(Failure):
    """What is given is no decision; the message says what would be one."""


def match_statements(what: Sequence[str], *, confirm: bool, split: bool, as_json: bool) -> int:
    """List the pairs that wait, or keep a decision and print the statement that it made."""
    settings = Settings.from_env()
    if not confirm and not split:
        if what:
            raise UndecidedError("Say --confirm or --split.")
        return _list(settings, as_json=as_json)
    engine = readable(settings)
    now = datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read
    try:
        with serial(engine) as session:
            number = _decide(session, what, confirm=confirm, now=now)
        with reading(engine) as session:
            statement = queries.statement(session, number)
    finally:
        engine.dispose()
    if as_json:
        print_json(as_dict(statement))
    else:
        print_lines(as_lines(statement))
    return 0


def _decide(session: Session, what: Sequence[str], *, confirm: bool, now: datetime) -> int:
    if len(what) == 1 and not confirm:
        return split_article(session, what[0], now)
    numbers = [int(word.removeprefix("#")) for word in what if word.removeprefix("#").isdecimal()]
    if len(what) != 2 or len(numbers) != 2:
        wanted = "two statements' numbers" + ("" if confirm else ", or an article's URL")
        raise UndecidedError(f"Give {wanted}.")
    one, other = (queries.statement(session, number).id for number in numbers)
    if one == other:
        raise UndecidedError(
            f"Both are statement #{one} already: an article leaves it by --split and its URL."
        )
    return (confirm_pair if confirm else split_pair)(session, one, other, now)


def _list(settings: Settings, *, as_json: bool) -> int:
    engine = readable(settings)
    try:
        with reading(engine) as session:
            pairs = resemblances.waiting(session)
    finally:
        engine.dispose()
    for pair in pairs:
        if as_json:
            print_json(pair)
        else:
            print_lines(_lines(pair))
    if not pairs and not as_json:
        print_lines(["No statement waits to be decided."])
    return 0


def _lines(pair: Waiting) -> list[str]:
    return [
        printable(f"#{pair.statement_id}  {pair.title}"),
        printable(f"    possibly a reprint of #{pair.of_statement_id}  {pair.of_title}"),
        printable(f"    {pair.score:.2f}: {'; '.join(pair.reasons)}"),
    ]

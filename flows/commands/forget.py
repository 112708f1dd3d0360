"""`onrecord forget`: a page, or all that a person said, removed for good."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import typer
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from flows.commands.database import readable
from flows.erase import Erased, sweep
from flows.lease import AlreadyRunningError, lease
from flows.printable import printable
from flows.settings import Settings
from flows.terminal import print_json, print_lines
from flows.text.names import DRIFTED, same_person
from spiders.spool_files import archive_place
from storage import tombstones
from storage.database import reading, serial
from storage.failure import Failure
from storage.forget import Forgotten, Item, empty_log, forget, items_at, items_of, scrub
from storage.speaker_queries import speaker_names


class NothingToForgetError(Failure):
    """Nothing on record has this URL, nobody this name."""


class SourceInUseError(Failure):
    """A source is being crawled, or has pages that are not stored yet."""


def forget_for_good(what: str | None, *, yes: bool, as_json: bool) -> int:
    """Forget a URL or a person, or finish what was interrupted; says what was removed."""
    settings = Settings.from_env()
    now = datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read
    engine = readable(settings)
    try:
        names, items = _found(engine, what)
        if items and not yes:
            _confirm(engine, names, items, now)
        with reading(engine) as session:
            sources = tombstones.unswept(session) | {item.source for item in items}
        if not sources:
            print_lines(["Nothing was interrupted: nothing is left to forget."])
            return 0
        with _alone(settings.home, sorted(sources), now):
            with serial(engine) as session:
                removed = forget(session, items, now)
                scrub(session)
            empty_log(engine)
            erased = [sweep(engine, settings.home, source) for source in sorted(sources)]
    finally:
        engine.dispose()
    _tell(removed, erased, as_json=as_json)
    return 0


def _found(engine: Engine, what: str | None) -> tuple[list[str], list[Item]]:
    """The names that are meant, if it is a person, and the items."""
    if what is None:
        return [], []
    with reading(engine) as session:
        names = [] if "://" in what else _called(session, what)
        items = items_at(session, what) if "://" in what else items_of(session, names)
    if not items:
        raise NothingToForgetError(
            f"Nothing on record has the URL {what}."
            if "://" in what
            else f"Nobody called {what!r} speaks on record."
        )
    return names, items


def _called(session: Session, name: str) -> list[str]:
    return [other for other in speaker_names(session) if same_person(other, name) >= DRIFTED]


def _confirm(engine: Engine, names: Sequence[str], items: Sequence[Item], now: datetime) -> None:
    with reading(engine) as session:
        # A reading session keeps nothing: this is what would be removed.
        lines = list(_lines(forget(session, items, now)))
    if names:
        lines.insert(0, f"Articles in which one of these speaks: {', '.join(names)}")
    for line in (*lines, *(f"    {item.source}: {item.key}" for item in items)):
        sys.stderr.write(f"{printable(line)}\n")
    typer.confirm("Forget this for good?", abort=True, err=True)


@contextmanager
def _alone(home: Path, sources: Sequence[str], now: datetime) -> Iterator[None]:
    """Hold the sources' leases; raises SourceInUseError while their pages are on the way."""
    with ExitStack() as held:
        for source in sources:
            try:
                held.enter_context(lease(home, source, now))
            except AlreadyRunningError as error:
                raise SourceInUseError(f"{error}; try again later.") from None
            if any((home / "spool").glob(f"*-{source}-*")):
                raise SourceInUseError(
                    f"Pages of {source} wait in the spool: let onrecord run store them first."
                )
        yield


def _lines(removed: Forgotten) -> Iterator[str]:
    yield f"articles    {removed.articles}"
    yield f"pages       {removed.pages}"
    yield f"statements  {_numbers(removed.statements)}"
    if removed.kept:
        yield f"            {_numbers(removed.kept)} stay: other articles report them"
    yield f"alerts      {removed.alerts}"


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(f"#{number}" for number in numbers) or "none"


def _foreign(removed: Forgotten) -> list[str]:
    return [file for file in removed.files if archive_place(Path(file)) != file]


def _tell(removed: Forgotten, erased: Sequence[Erased], *, as_json: bool) -> None:
    records, files = sum(each.records for each in erased), sum(each.files for each in erased)
    foreign = _foreign(removed)
    if as_json:
        told = {**asdict(removed), "records": records, "rewritten": files, "foreign": foreign}
        print_json(told)
        return
    print_lines(["Forgotten:", *(f"    {line}" for line in _lines(removed))])
    print_lines([f"    records     {records} in {files} WARC files"])
    for file in foreign:
        print_lines([f"{file} came from elsewhere: remove its record there yourself."])

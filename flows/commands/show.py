"""`onrecord show`: what is on record, one statement or the latest of them."""

from __future__ import annotations

from rich.console import Console

from flows import history_view
from flows.commands.database import readable
from flows.history import history
from flows.provenance import provenance
from flows.settings import Settings
from flows.statement_view import as_dict, as_lines
from flows.tables import statements_table
from flows.terminal import print_json, print_lines
from spiders.catalogue import catalogue
from storage import queries
from storage.database import reading

LATEST = 50


def show_statements(number: int | None, *, as_json: bool) -> int:
    """Print one statement with its tags and articles, or a line for each of the latest."""
    settings = Settings.from_env()
    engine = readable(settings)
    try:
        with reading(engine) as session:
            if number is not None:
                statement = queries.statement(session, number)
                origin = provenance(statement.articles, _official(settings))
                before = history(session, statement)
                if as_json:
                    print_json(as_dict(statement, origin) | history_view.as_dict(before))
                else:
                    print_lines(as_lines(statement, origin))
                    print_lines(history_view.as_lines(before, statement.reading.earlier))
                return 0
            latest = queries.statements(session, limit=LATEST)
    finally:
        engine.dispose()
    if as_json:
        for line in latest:
            print_json(line)
    elif latest:
        Console().print(statements_table(latest))
    else:
        print_lines(["No statement is on record yet: onrecord run fetches what is new."])
    return 0


def _official(settings: Settings) -> frozenset[str]:
    """The sources that the catalogue declares official."""
    declared = catalogue(settings.catalogue).values()
    return frozenset(source.name for source in declared if source.official)


def show_rejections(*, as_json: bool) -> int:
    """Print the latest pages that gave no article, each with its reason."""
    engine = readable(Settings.from_env())
    try:
        with reading(engine) as session:
            latest = queries.recent_rejections(session, limit=LATEST)
    finally:
        engine.dispose()
    for rejection in latest:
        if as_json:
            print_json(rejection)
        else:
            where = f"{rejection.source or 'archive'}, {rejection.at:%Y-%m-%d %H:%M} UTC"
            print_lines([f"{where}: {rejection.url or '-'}", f"    {rejection.reason}"])
    if not latest and not as_json:
        print_lines(["No page was rejected."])
    return 0

"""`onrecord show`: what is on record, one statement or the latest of them."""

from __future__ import annotations

from rich.console import Console

from flows import edit_view, history_view
from flows.commands.database import readable
from flows.history import history
from flows.provenance import official_sources, provenance
from flows.settings import Settings
from flows.statement_view import as_dict, as_lines
from flows.tables import statements_table
from flows.terminal import print_json, print_lines
from flows.versions import edits
from spiders.catalogue import catalogue
from storage import queries
from storage.database import reading

LATEST = 50


def show_statement(number: int, *, as_json: bool) -> int:
    """Print one statement: its tags and articles, what was said before, what was edited since."""
    settings = Settings.from_env()
    engine = readable(settings)
    try:
        with reading(engine) as session:
            statement = queries.statement(session, number)
            before = history(session, statement)
        changed = edits(engine, settings, [article.id for article in statement.articles])
    finally:
        engine.dispose()
    official = official_sources(catalogue(settings.catalogue))
    origin = provenance(statement.articles, official)
    if as_json:
        shape = as_dict(statement, origin) | history_view.as_dict(before)
        print_json(shape | {"changes": [edit_view.as_dict(edit) for edit in changed]})
        return 0
    print_lines(as_lines(statement, origin))
    print_lines(history_view.as_lines(before, statement.reading.earlier))
    print_lines(line for edit in changed for line in edit_view.as_lines(edit))
    return 0


def show_latest(*, as_json: bool) -> int:
    """Print a line for each of the latest statements."""
    engine = readable(Settings.from_env())
    try:
        with reading(engine) as session:
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

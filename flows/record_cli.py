"""The commands that look at the record and decide by hand what it says."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from flows.console import AsJson, failures

record = typer.Typer()
sources = typer.Typer(help="The catalogue, and how each source fares.")
record.add_typer(sources, name="sources")

_DAY = ["%Y-%m-%d"]
Field = Annotated[str | None, typer.Option(help="What it is; empty for unknown.")]


@record.command()
def search(
    words: Annotated[
        list[str], typer.Argument(help='Words of any script; a phrase in "inner quotes".')
    ],
    limit: Annotated[int, typer.Option(min=1, max=1000, help="The most that are shown.")] = 20,
    since: Annotated[
        datetime | None, typer.Option(formats=_DAY, help="Published on this day or later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=_DAY, help="Published on this day or before.")
    ] = None,
    speaker: Annotated[str | None, typer.Option(help="Said by; in either script.")] = None,
    lang: Annotated[str | None, typer.Option(help="In this language: zh, en.")] = None,
    as_json: AsJson = False,
) -> None:
    """Find the statements whose articles hold all of the words, the latest first.

    Traditional and simplified characters find each other. A word is a whole word; Chinese
    characters are found wherever they stand together.
    """
    from flows.commands.search import search_record  # noqa: PLC0415

    with failures():
        found = search_record(
            words, limit=limit, since=since, until=until, lang=lang, speaker=speaker,
            as_json=as_json,
        )  # fmt: skip
        raise typer.Exit(found)


@record.command()
def speakers(
    name: Annotated[
        str | None, typer.Argument(help="A name or a part of it, in either script; all if none.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="The most that are shown.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Show who speaks on record, in which posts at which bodies over time.

    One person is one line, whatever the script in which articles write the name.
    """
    from flows.commands.speakers import show_speakers  # noqa: PLC0415

    with failures():
        raise typer.Exit(show_speakers(name, limit=limit, as_json=as_json))


@record.command()
def diff(
    one: Annotated[
        str, typer.Argument(help="An article's number as `show` prints it; 12@1: its version 1.")
    ],
    other: Annotated[str, typer.Argument(help="Another article of the same statement.")],
    as_json: AsJson = False,
) -> None:
    """Show what one article of a statement says otherwise than another, across languages too.

    Measures dropped (-), added (+) and reordered, figures altered, another speaker or post.
    """
    from flows.commands.diff import compare_articles  # noqa: PLC0415

    with failures():
        raise typer.Exit(compare_articles(one, other, as_json=as_json))


@record.command()
def export(
    form: Annotated[str, typer.Option("--format", help="csv or jsonl.")] = "csv",
    output: Annotated[
        Path | None, typer.Option(help="The file to write; standard output if none.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=_DAY, help="First seen on this day (UTC) or later.")
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="With the full text, for private analysis.")
    ] = False,
    bom: Annotated[
        bool, typer.Option("--bom", help="Begin with a byte order mark, which Excel needs.")
    ] = False,
) -> None:
    """Write the record, a line a statement: tags, heads of measures, short quotes, links."""
    from flows.commands.export import export_record  # noqa: PLC0415

    if form not in ("csv", "jsonl"):
        raise typer.BadParameter("give csv or jsonl", param_hint="--format")
    if bom and form != "csv":
        raise typer.BadParameter("JSON has no byte order mark", param_hint="--bom")
    with failures():
        done = export_record(form=form, output=output, since=since, with_text=with_text, bom=bom)
        raise typer.Exit(done)


@sources.callback(invoke_without_command=True)
def list_all(context: typer.Context, as_json: AsJson = False) -> None:
    """Show every source of the catalogue and how it fares."""
    from flows.commands.sources import list_sources  # noqa: PLC0415

    if context.invoked_subcommand is None:
        with failures():
            raise typer.Exit(list_sources(as_json=as_json))


@sources.command()
def check(as_json: AsJson = False) -> None:
    """Say what is wrong with which source; exits 1 if anything is."""
    from flows.commands.sources import check_sources  # noqa: PLC0415

    with failures():
        raise typer.Exit(check_sources(as_json=as_json))


@record.command()
def correct(  # noqa: PLR0913, PLR0917  # an option a field
    statement: Annotated[int, typer.Argument(help="The statement's number.")],
    speaker: Field = None,
    post: Field = None,
    org: Field = None,
    event: Field = None,
    date: Annotated[str | None, typer.Option(help="YYYY-MM-DD; empty for unknown.")] = None,
    place: Field = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Withdraw all corrections of this statement.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Decide by hand what a statement says: its main speaker, its occasion.

    The decision outlives reading the articles again; --undo brings back what is read.
    """
    from flows.commands.correct import correct_statement  # noqa: PLC0415

    given = {
        "speaker": speaker, "post": post, "org": org, "event": event, "date": date, "place": place,
    }  # fmt: skip
    changes = {field: value for field, value in given.items() if value is not None}
    with failures():
        raise typer.Exit(correct_statement(statement, changes, undo=undo, as_json=as_json))


@record.command()
def reread(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Only pages of these sources; of all if none.")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=_DAY, help="Fetched on this day (UTC) or later.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Also what this version of the reader has read.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change; store nothing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read stored pages again after the reader improved; show what changed. Alerts nobody.

    Articles are matched again where their tags changed. Corrections stay, and what is forgotten
    stays away. Goes on where it was stopped. Exits 1 if a page is no longer in the archive;
    what is on record of it stays. What is found new is told by the next night, if it is recent.
    """
    from flows.commands.reread import reread_pages  # noqa: PLC0415

    with failures():
        done = reread_pages(sources or [], since, every=every, dry_run=dry_run, as_json=as_json)
        raise typer.Exit(done)


@record.command()
def match(
    what: Annotated[
        list[str] | None,
        typer.Argument(help="Two statements' numbers; or, to split, one article's URL."),
    ] = None,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="The two are one statement: join them.")
    ] = False,
    split: Annotated[
        bool, typer.Option("--split", help="The two stay apart; an article leaves its statement.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show the statements that may be reprints of others, or decide by hand.

    What is decided outlives reading the articles again, and alerts nobody.
    """
    from flows.commands.match import match_statements  # noqa: PLC0415

    if confirm and split:
        raise typer.BadParameter("give one of --confirm and --split")
    with failures():
        done = match_statements(what or [], confirm=confirm, split=split, as_json=as_json)
        raise typer.Exit(done)


@record.command()
def forget(
    what: Annotated[
        str | None,
        typer.Argument(help="A URL, or a person's name; finishes what was interrupted if none."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Ask nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Remove a page, or all that a person said, for good.

    A URL: its article with all tags, its pages and their records in the archive. A statement
    that no other article reports goes with its alerts. A digest keeps the page from coming back.

    A PERSON: every article in which the person speaks, in either script, is forgotten so, with
    all others who speak in it, because its text names them. Articles that only mention the
    person stay, and new pages are stored as ever.
    """
    from flows.commands.forget import forget_for_good  # noqa: PLC0415

    with failures():
        raise typer.Exit(forget_for_good(what, yes=yes, as_json=as_json))

"""The command line. Each command loads what it needs when it runs: the rooms are heavy."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from flows.console import AsJson, failures
from flows.record_cli import record

DAY = ["%Y-%m-%d"]

app = typer.Typer(
    name="onrecord",
    help="One record for one statement, however many sites reprint it, in whatever language.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
database = typer.Typer(help="The database itself.", no_args_is_help=True)
app.add_typer(database, name="db")
alerts = typer.Typer(help="How far alerts have come; telling by hand.")
app.add_typer(alerts, name="alerts")

# Without a name its commands stand beside the others.
app.add_typer(record)


@app.command()
def run(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Sources by name; all of the catalogue if none.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Run the nightly job once: crawl, read, store, alert.

    Fetches what is new or due only. Exits 1 if a source failed; the others are stored.
    """
    from flows.commands.run import run_once  # noqa: PLC0415

    with failures():
        raise typer.Exit(run_once(sources or [], as_json=as_json))


@app.command()
def schedule(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Sources by name; all of the catalogue if none.")
    ] = None,
    nightly: Annotated[
        str | None, typer.Option(help="When nights are due, in cron's five fields [30 2 * * *].")
    ] = None,
    every: Annotated[
        str | None, typer.Option(help="Instead of --nightly, an interval such as 6h.")
    ] = None,
    zone: Annotated[str, typer.Option(help="The time zone of these times.")] = "UTC",
    watch: Annotated[
        str | None, typer.Option(help="Run between nights too, in an interval such as 15m.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Run the nightly job by the clock until Ctrl-C; missed nights are made up for once."""
    from flows.commands.schedule import Times, serve_schedule  # noqa: PLC0415

    with failures():
        times = Times(nightly, every, watch, zone)
        raise typer.Exit(serve_schedule(sources or [], times, as_json=as_json))


@app.command()
def backfill(
    what: Annotated[list[str], typer.Argument(help="A source by name; with --warc, files.")],
    since: Annotated[
        datetime | None, typer.Option("--from", formats=DAY, help="The first day that is taken.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--to", formats=DAY, help="The last day that is taken.")
    ] = None,
    via: Annotated[str, typer.Option(help="Whose archive: the site's own.")] = "site",
    warc: Annotated[bool, typer.Option("--warc", help="Store the pages of WARC files.")] = False,
    report: Annotated[
        bool, typer.Option("--report", help="Only say what is on record and what is missing.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Fetch a source's archive, or go on with it; or import WARC files. Alerts nobody.

    Says at its end what is missing and why, and exits 1 if anything is.
    """
    from flows.commands import backfill  # noqa: PLC0415

    first, last = since and since.date(), until and until.date()
    if via != "site":
        raise typer.BadParameter("give site", param_hint="--via")
    if not warc and len(what) != 1:
        raise typer.BadParameter("give one source, or files with --warc")
    if first and last and first > last:
        raise typer.BadParameter("--from is after --to")
    with failures():
        if warc:
            raise typer.Exit(backfill.import_files(what, as_json=as_json))
        if report:
            raise typer.Exit(backfill.report(what[0], as_json=as_json))
        raise typer.Exit(backfill.backfill_site(what[0], first, last, as_json=as_json))


@app.command()
def read(
    documents: Annotated[
        list[str] | None,
        typer.Argument(help="Files (HTML, text, WARC, JSON lines), URLs, or - for standard input."),
    ] = None,
    cluster: Annotated[
        bool, typer.Option("--cluster", help="Tell which documents carry one statement.")
    ] = False,
    form: Annotated[str, typer.Option("--format", help="json (a line each) or text.")] = "json",
) -> None:
    """Show what the pipeline makes of documents; stores nothing."""
    from flows.commands.read import read_documents  # noqa: PLC0415

    if form not in ("json", "text"):
        raise typer.BadParameter("give json or text", param_hint="--format")
    with failures():
        raise typer.Exit(read_documents(documents or ["-"], cluster=cluster, form=form))


@app.command()
def show(
    statement: Annotated[
        int | None, typer.Argument(help="A statement's number; the latest ones if none.")
    ] = None,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="The latest pages that gave no article, and why.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show a statement with its tags and all its articles, or the latest of them.

    With the first source, the official one, and how much later each reprint was; what becomes
    of measures that the same body promised before; earlier statements that are on record; and
    which articles were edited since.
    """
    from flows.commands import show as shown  # noqa: PLC0415

    if rejected and statement is not None:
        raise typer.BadParameter("a rejected page belongs to no statement", param_hint="--rejected")
    with failures():
        if rejected:
            raise typer.Exit(shown.show_rejections(as_json=as_json))
        if statement is not None:
            raise typer.Exit(shown.show_statement(statement, as_json=as_json))
        raise typer.Exit(shown.show_latest(as_json=as_json))


@app.command()
def demo() -> None:
    """Run two nights and a backfill against a local press room (needs the checkout)."""
    from flows.commands.demo import run_demo  # noqa: PLC0415

    with failures():
        raise typer.Exit(run_demo())


@app.command()
def watches(as_json: AsJson = False) -> None:
    """Show what is watched and how it is told; secrets stay hidden."""
    from flows.commands.watches import list_watches  # noqa: PLC0415

    with failures():
        raise typer.Exit(list_watches(as_json=as_json))


@alerts.callback(invoke_without_command=True)
def list_alerts(
    context: typer.Context,
    state: Annotated[
        str | None, typer.Option(help="pending, sending, sent, uncertain or dead.")
    ] = None,
    held: Annotated[
        bool, typer.Option("--held", help="The statements that alerted nobody, and why.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show the latest alerts: where each was told, or why not yet."""
    from flows.commands import alerts  # noqa: PLC0415

    if context.invoked_subcommand is None:
        with failures():
            raise typer.Exit(alerts.list_alerts(state=state, held=held, as_json=as_json))


@alerts.command("test")
def try_channels(
    watch: Annotated[str | None, typer.Argument(help="A watch by name; all if none.")] = None,
) -> None:
    """Send a sample to each channel and say what happened."""
    from flows.commands import alerts  # noqa: PLC0415

    with failures():
        raise typer.Exit(alerts.try_channels(watch))


@alerts.command("send")
def send_due() -> None:
    """Tell now what is due; exits 1 if anything is still not told, or perhaps not."""
    from flows.commands import alerts  # noqa: PLC0415

    with failures():
        raise typer.Exit(alerts.send_due())


@alerts.command()
def resend(alert: Annotated[int, typer.Argument(help="An alert's number.")]) -> None:
    """Tell an alert again wherever it was not told, or perhaps not."""
    from flows.commands import alerts  # noqa: PLC0415

    with failures():
        raise typer.Exit(alerts.resend(alert))


@database.command()
def upgrade() -> None:
    """Create the database, or bring it to this version's tables."""
    from flows.commands.database import upgrade_database  # noqa: PLC0415

    with failures():
        upgrade_database()


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()

"""Tables for a terminal: the watches, how far alerts have come, and what alerted nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from flows.printable import printable
from flows.watches import Watch
from storage.views import AlertView, HeldView

TOLD = {"new": "new", "change": "change", "official": "official text"}


def watches_table(watches: Sequence[Watch]) -> Table:
    """One row a watch: what it wants, whom it tells, and when."""
    return _table(
        ("watch", "wants", "tells", "when"),
        (
            (
                watch.name,
                "\n".join(conditions(watch)) or "every new statement",
                "\n".join(channel.label for channel in watch.tell),
                _when(watch),
            )
            for watch in watches
        ),
    )


def _when(watch: Watch) -> str:
    after = (("edits of the official text", watch.changes), ("its coming out", watch.official))
    more = [f"also of {what}" for what, is_asked in after if is_asked]
    return "\n".join(["with the night's others" if watch.digest else "at once", *more])


def conditions(watch: Watch) -> list[str]:
    """Each condition of a watch in words."""
    words, measure_words = " or ".join(watch.words), " or ".join(watch.measure_words)
    found = (
        ("speaker", watch.speaker),
        ("body", watch.body),
        ("in title or text", words),
        ("in a measure", measure_words),
        ("language", watch.language),
    )
    return [f"{name}: {value}" for name, value in found if value]


def alerts_table(alerts: Sequence[AlertView]) -> Table:
    """One row an alert and channel, the latest first."""
    return _table(
        ("#", "tells of", "statement", "watch", "channel", "state", "what happened"),
        (
            (
                str(each.id),
                TOLD[each.kind],
                f"#{each.statement_id} {each.title}",
                each.watch,
                each.channel,
                each.state,
                _happened(each),
            )
            for each in alerts
        ),
    )


def _happened(alert: AlertView) -> str:
    parts = []
    if alert.sent_at:
        parts.append(f"told {alert.sent_at:%Y-%m-%d %H:%M} UTC")
    if alert.error:
        parts.append(alert.error)
    if alert.attempts:
        parts.append(f"failed {alert.attempts} time{'' if alert.attempts == 1 else 's'}")
    if alert.next_try_at:
        parts.append(f"again after {alert.next_try_at:%Y-%m-%d %H:%M} UTC")
    return "; ".join(parts)


def held_table(held: Sequence[HeldView]) -> Table:
    """One row a statement that alerted nobody, the latest first."""
    return _table(
        ("statement", "first seen", "reason", "why"),
        (
            (
                f"#{each.statement_id} {each.title}",
                f"{each.first_seen_at:%Y-%m-%d}",
                each.reason,
                each.why,
            )
            for each in held
        ),
    )


def _table(columns: Iterable[str], rows: Iterable[Sequence[str]]) -> Table:
    table = Table()
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    return table

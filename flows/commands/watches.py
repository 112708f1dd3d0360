"""`onrecord watches`: what is watched and how it is told, without the secrets."""

from __future__ import annotations

from rich.console import Console

from flows.alert_tables import watches_table
from flows.settings import Settings, environment
from flows.terminal import print_json, print_lines
from flows.watch_file import check_channels, watches_of, watches_path
from flows.watches import Watch


def list_watches(*, as_json: bool) -> int:
    """Print every watch; raises WatchError for one that makes no sense or cannot be told."""
    settings = Settings.from_env()
    watches, path = watches_of(settings), watches_path(settings)
    if as_json:
        for watch in watches:
            print_json(as_dict(watch))
    else:
        Console().print(watches_table(watches))
        if not path.exists():
            print_lines([f"There is no {path}, so every new statement is told on the terminal."])
    check_channels(path, watches, environment())
    return 0


def as_dict(watch: Watch) -> dict[str, object]:
    """A watch as JSON values; a channel is its label."""
    return {
        "name": watch.name,
        "speaker": watch.speaker,
        "body": watch.body,
        "words": list(watch.words),
        "measure_words": list(watch.measure_words),
        "language": watch.language,
        "tell": [channel.label for channel in watch.tell],
        "digest": watch.digest,
        "changes": watch.changes,
        "official": watch.official,
    }

"""`watches.toml`: what is watched and how it is told, read strictly."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from flows.alerts.channels import Channel, ChannelError, check_channel, parse_channel
from flows.progress import Warned, tell
from flows.settings import Settings, environment
from flows.text.bodies import body_key
from flows.text.names import name_key
from flows.watches import EVERYTHING, Watch
from storage.failure import Failure

LARGEST = 1_000_000
LONGEST = 200
MOST_WORDS = 200
TEXTS = ("name", "speaker", "body", "language")
LISTS = ("words", "measure_words", "tell")
FLAGS = ("digest", "changes", "official")
FIELDS = (*TEXTS, *LISTS, *FLAGS)

_LANGUAGE = re.compile("[a-z]{2,3}")


class WatchError(Failure):
    """The watches cannot be used; the message names file, watch and field and says what to do."""


def read_watches(path: Path, *, required: bool = False) -> tuple[Watch, ...]:
    """The watches of a file; the one for everything where there is no file.

    Raises WatchError for a file that makes no sense, and where it is `required`, for none.
    """
    if not path.exists() and not required:
        return (EVERYTHING,)
    entries = _entries(path)
    watches = tuple(_watch(path, number, entry) for number, entry in enumerate(entries, 1))
    names = [watch.name for watch in watches]
    for name in names:
        if names.count(name) > 1:
            raise WatchError(f"{path}: two watches are named {name!r}: give each its own name.")
    return watches


def watches_of(settings: Settings) -> tuple[Watch, ...]:
    """The watches that this user declared; raises WatchError."""
    return read_watches(watches_path(settings), required=settings.watches is not None)


def watches_path(settings: Settings) -> Path:
    """Where the watches stand, or would."""
    return settings.watches or settings.home / "watches.toml"


def check_channels(path: Path, watches: Sequence[Watch], env: Mapping[str, str]) -> None:
    """Raise WatchError unless every channel has all that telling needs; nothing is sent."""
    for watch in watches:
        for channel in watch.tell:
            try:
                check_channel(channel, env)
            except ChannelError as error:
                where = f"{path}: watch {watch.name!r}, tell, {channel.label}"
                raise WatchError(f"{where}: {error}.") from None


def warn_of_channels(settings: Settings, watches: Sequence[Watch]) -> None:
    """Say at a run's start what cannot be told; the run goes on, and the alerts stay pending."""
    try:
        check_channels(watches_path(settings), watches, environment())
    except WatchError as error:
        tell(Warned(str(error)))


def _entries(path: Path) -> list[Any]:
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1)
        if len(text) > LARGEST:
            raise WatchError(f"{path}: larger than {LARGEST} bytes: this is no list of watches.")
        content = tomllib.loads(text.decode())
    except OSError as error:
        raise WatchError(f"{path}: cannot be read ({error.strerror}): mend that.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WatchError(f"{path}: no TOML file: {error}.") from None
    for field in content.keys() - {"watch"}:
        raise WatchError(f"{path}: unknown field {field!r}: each watch begins with [[watch]].")
    entries = content.get("watch")
    if not isinstance(entries, list) or not entries:
        raise WatchError(f"{path}: it holds no [[watch]]: write one, or remove the file.")
    return entries


class _Entry:
    """One [[watch]] table, whose errors say where they are."""

    def __init__(self, path: Path, number: int, table: object) -> None:
        self._table: dict[str, Any] = table if isinstance(table, dict) else {}
        name = self._table.get("name")
        shown = repr(name[:LONGEST]) if isinstance(name, str) else f"number {number}"
        self._where = f"{path}: watch {shown}"

    def wrong(self, field: str, what: str) -> WatchError:
        return WatchError(f"{self._where}, field {field}: {what}.")

    def require_known_fields(self) -> None:
        for field in self._table:
            if field not in FIELDS:
                raise self.wrong(repr(field), f"unknown; the fields are {', '.join(FIELDS)}")

    def text(self, field: str) -> str | None:
        value = self._table.get(field)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
            raise self.wrong(field, f"give a text of 1 to {LONGEST} characters")
        return value.strip()

    def texts(self, field: str) -> tuple[str, ...]:
        values = self._table.get(field, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self.wrong(field, "give a list of texts in square brackets")
        if field in self._table and not 1 <= len(values) <= MOST_WORDS:
            raise self.wrong(field, f"give 1 to {MOST_WORDS} texts, or leave the field out")
        return tuple(value.strip() for value in values)

    def flag(self, field: str) -> bool:
        value = self._table.get(field, False)
        if not isinstance(value, bool):
            raise self.wrong(field, "give true or false")
        return value


def _watch(path: Path, number: int, table: object) -> Watch:
    entry = _Entry(path, number, table)
    entry.require_known_fields()
    name = entry.text("name")
    if name is None:
        raise entry.wrong("name", "missing: give each watch a name")
    speaker, body, language = entry.text("speaker"), entry.text("body"), entry.text("language")
    if speaker is not None and not name_key(speaker):
        raise entry.wrong("speaker", "it holds no letters: give a person's name")
    if body is not None and not body_key(body):
        raise entry.wrong("body", "it holds no letters: give a body's name")
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise entry.wrong("language", "give a code of two or three small letters: en, zh")
    return Watch(
        name=name,
        speaker=speaker,
        body=body,
        words=_patterns(entry, "words"),
        measure_words=_patterns(entry, "measure_words"),
        language=language,
        tell=_channels(entry),
        **{field: entry.flag(field) for field in FLAGS},
    )


def _patterns(entry: _Entry, field: str) -> tuple[str, ...]:
    for pattern in (patterns := entry.texts(field)):
        bare = pattern.removesuffix("*")
        if not any(c.isalnum() for c in bare) or "*" in bare or len(pattern) > LONGEST:
            raise entry.wrong(
                field, f"{pattern[:LONGEST]!r}: give a word; one * may stand at its end alone"
            )
    return patterns


def _channels(entry: _Entry) -> tuple[Channel, ...]:
    channels: dict[str, Channel] = {}
    for number, text in enumerate(entry.texts("tell") or ("terminal",), 1):
        try:
            channel = parse_channel(text)
        except ChannelError as error:
            # The text itself may hold a secret.
            raise entry.wrong("tell", f"entry {number}: {error}") from None
        if channel.label in channels:
            what = f"{channel.label} twice: name the addresses apart by env:NAME"
            raise entry.wrong("tell", f"entry {number}: {what}")
        channels[channel.label] = channel
    return tuple(channels.values())

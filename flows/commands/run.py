"""`onrecord run`: the nightly job once, on a Prefect API of our own."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from rich.console import Console

from flows.alerts import Notice
from flows.commands.opening import opened
from flows.screen import notice_text, night_table
from flows.server import prefect_api
from flows.settings import Settings, claim_prefect, install
from flows.summary import Night
from flows.terminal import Screen
from spiders.sources import catalogue
from storage.failure import Failure


def run_once(names: Sequence[str], *, as_json: bool) -> int:
    """Run the nightly job for the named sources (all if none) and show what it came to."""
    settings = Settings.from_env()
    chosen = chosen_sources(settings, names)
    screen = Screen(Console(stderr=True))
    opened(settings, create=True).dispose()
    with screen.watching(), prefect_session(settings, screen) as night_of:
        now = datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read
        night = night_of(chosen, now, json_notice if as_json else terminal_notice)
    if as_json:
        print_json({"night": as_dict(night)})
    else:
        Console().print(night_table(night))
    return 1 if night.failed else 0

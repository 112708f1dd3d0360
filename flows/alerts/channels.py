"""How a watch tells: the terminal, a signed webhook, or whatever Apprise speaks to.

An address may hold a secret, so it stays out of representations, messages and the database;
a channel is known by its label. `env:NAME` keeps an address out of the watches file too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import SplitResult, urlsplit

from storage import outbox
from storage.failure import Failure

WEBHOOK_SECRET = "ONRECORD_WEBHOOK_SECRET"  # noqa: S105 - the variable's name, not its value
FORMS = (
    "terminal, webhook https://…, an Apprise address such as mailto://…, or env:NAME"
    " for a variable that holds one"
)

_VARIABLE = re.compile(r"env:([A-Za-z_][A-Za-z0-9_]{0,99})")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]{0,30})://")


class ChannelError(Failure):
    """A channel cannot be used; the message says why, without its secrets."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One way of telling. `address` is a URL or `env:NAME`; the terminal has none."""

    kind: Literal["terminal", "webhook", "message"]
    address: str = field(default="", repr=False)

    @property
    def label(self) -> str:
        """The name under which the outbox and the commands know this channel."""
        if self.kind == "terminal":
            return "terminal"
        prefix = "webhook " if self.kind == "webhook" else ""
        return prefix + (self.address if self._variable else _hidden(self.address))

    @property
    def repeatable(self) -> bool:
        """Whether telling twice does no harm: a webhook's receiver knows the key."""
        return self.kind != "message"

    @property
    def _variable(self) -> str | None:
        found = _VARIABLE.fullmatch(self.address)
        return found[1] if found else None

    def url(self, env: Mapping[str, str]) -> str:
        """The address itself, from the variable where one is named; raises ChannelError."""
        name = self._variable
        if name is None:
            return self.address
        if not env.get(name):
            raise ChannelError(
                f"the environment variable {name} is not set: let it hold the address"
            )
        if self.kind == "webhook":
            _require_web(env[name], f"the environment variable {name}")
        return env[name]


TERMINAL = Channel("terminal")


def stored(channels: Iterable[Channel]) -> list[outbox.Channel]:
    """The channels as the outbox keeps them: without their addresses."""
    return [outbox.Channel(channel.label, channel.repeatable) for channel in channels]


def parse_channel(text: str) -> Channel:
    """The channel that an entry of `tell` names; raises ChannelError for no known form."""
    if text == "terminal":
        return TERMINAL
    kind, _, address = text.partition(" ")
    if kind == "webhook":
        channel = Channel("webhook", address.strip())
        if not _VARIABLE.fullmatch(channel.address):
            _require_web(channel.address, "what follows webhook")
        return channel
    if text.startswith(("http://", "https://")):
        raise ChannelError("a plain web address is no channel: write webhook before it")
    if _VARIABLE.fullmatch(text) or _SCHEME.match(text):
        return Channel("message", text)
    raise ChannelError(f"no known channel: give {FORMS}")


def check_channel(channel: Channel, env: Mapping[str, str]) -> None:
    """Raise ChannelError unless all that telling needs is at hand; sends nothing."""
    url = "" if channel.kind == "terminal" else channel.url(env)
    if channel.kind == "webhook":
        webhook_secret(env)
    if channel.kind == "message":
        from flows.alerts.apprise_channel import open_service  # noqa: PLC0415 - it takes a second

        open_service(url)


def webhook_secret(env: Mapping[str, str]) -> str:
    """The secret that signs webhooks; raises ChannelError where there is none."""
    if not env.get(WEBHOOK_SECRET):
        raise ChannelError(f"webhooks are signed: set {WEBHOOK_SECRET} to a long random text")
    return env[WEBHOOK_SECRET]


def _require_web(address: str, what: str) -> None:
    parts = _split(address)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ChannelError(f"{what} is no web address: give https://host/path")


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _hidden(address: str) -> str:
    """An address without what may be secret; of a chat service that is all but its name."""
    scheme = address.partition("://")[0]
    parts = _split(address)
    if parts is None or scheme not in ("http", "https", "mailto", "mailtos"):
        return f"{scheme}://…"
    host = parts.hostname or ""
    port = f":{parts.port}" if parts.port else ""
    return f"{scheme}://{host}{port}/…"

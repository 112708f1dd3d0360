"""One message to the outside, whatever the channel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from flows.alerts.channels import Channel, webhook_secret
from flows.alerts.message import Message
from flows.alerts.result import Result
from flows.alerts.webhook import post


def send(
    channel: Channel, key: str, messages: Sequence[Message], env: Mapping[str, str], at: datetime
) -> Result:
    """Tell these messages by webhook (the first alone), mail or chat.

    Raises ChannelError where something is missing, before anything is sent.
    """
    url = channel.url(env)
    if channel.kind == "webhook":
        return post(url, webhook_secret(env), key, messages[0], at)
    from flows.alerts.apprise_channel import notify  # noqa: PLC0415 - it takes a second

    return notify(url, messages)

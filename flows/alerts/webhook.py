"""A signed webhook: one POST of JSON an alert, told at least once under the same key.

A receiver computes HMAC-SHA256 over the timestamp, a full stop and the body's bytes, compares
it with the signature, refuses a timestamp that is too old, and drops a key that it has seen.
"""

from __future__ import annotations

import asyncio
import functools
import hashlib
import hmac
import json
import ssl
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime

import httpx

from flows.alerts.message import Message
from flows.alerts.result import SENT, Result

STEP_SECONDS = 10.0
WHOLE_SECONDS = 20.0


def post(url: str, secret: str, key: str, told: Message, at: datetime) -> Result:
    """Post one alert; anything but an answer of the 2xx kind in time is a failure."""
    body = json.dumps({"key": key, **asdict(told)}, ensure_ascii=False).encode()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "onrecord",
        "Idempotency-Key": key,
        **signed(secret, body, at),
    }
    try:
        status = asyncio.run(asyncio.wait_for(_status(url, body, headers), WHOLE_SECONDS))
    except TimeoutError:
        return Result("failed", f"no answer within {WHOLE_SECONDS:.0f} s", is_down=True)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return Result("failed", f"no answer ({type(error).__name__})", is_down=True)
    if 200 <= status < 300:
        return SENT
    redirected = "; redirects are not followed" if 300 <= status < 400 else ""
    return Result("failed", f"answered {status}{redirected}", is_down=status >= 500)


def signed(secret: str, body: bytes, at: datetime) -> dict[str, str]:
    """The headers that prove who sent these bytes, and when (seconds of Unix time)."""
    timestamp = str(int(at.timestamp()))
    digest = hmac.new(secret.encode(), f"{timestamp}.".encode() + body, hashlib.sha256).hexdigest()
    return {"OnRecord-Timestamp": timestamp, "OnRecord-Signature": f"sha256={digest}"}


@functools.cache
def _authorities() -> ssl.SSLContext:
    """Whom TLS trusts: loading them takes longer than a POST."""
    return httpx.create_ssl_context(trust_env=False)


async def _status(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """The status alone: the answer's body is never read, so it cannot be too large."""
    async with (
        httpx.AsyncClient(
            timeout=STEP_SECONDS, follow_redirects=False, trust_env=False, verify=_authorities()
        ) as client,
        client.stream("POST", url, content=body, headers=headers) as answer,
    ):
        return answer.status_code

"""A press room of one day, and a plain client for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.message import Message
from http.client import HTTPConnection
from urllib.parse import quote, urlencode, urlsplit

import pytest

from tests.press.room import Press

TODAY = date(2026, 3, 18)


@dataclass(frozen=True)
class Response:
    """What came back; redirects are not followed."""

    status: int
    headers: Message
    body: bytes


def get(url: str, method: str = "GET", **asked: str) -> Response:
    """One request with the query `asked`; an `etag` becomes If-None-Match."""
    tag = asked.pop("etag", None)
    address = urlsplit(url)
    target = quote(address.path) + ("?" + urlencode(asked) if asked else "")
    connection = HTTPConnection(address.netloc, timeout=1)
    try:
        connection.request(method, target, headers={"If-None-Match": tag} if tag else {})
        answer = connection.getresponse()
        return Response(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


@pytest.fixture
def press() -> Iterator[Press]:
    """The room on night one."""
    with Press(TODAY) as room:
        yield room

"""Real receivers on loopback: a webhook's and a mail server's, which can be made to misbehave."""

from __future__ import annotations

import asyncio
import email
import email.policy
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

SECRET = "a secret of the tests"


@dataclass
class Post:
    """One POST as it arrived."""

    headers: dict[str, str]
    body: bytes

    @property
    def key(self) -> str:
        return self.headers["Idempotency-Key"]

    @property
    def json(self) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(self.body)
        return content

    @property
    def is_signed(self) -> bool:
        """Whether a receiver that holds the secret believes it."""
        said = f"{self.headers['OnRecord-Timestamp']}.".encode() + self.body
        digest = hmac.new(SECRET.encode(), said, hashlib.sha256).hexdigest()
        return self.headers["OnRecord-Signature"] == f"sha256={digest}"


Answer = Callable[["Handler", int], None]


def status(code: int, **headers: str) -> Answer:
    """Answer at once."""

    def answer(handler: Handler, _: int) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def endless(handler: Handler, _: int) -> None:
    """Answer 200 with a body without an end."""
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"x" * 65536)


def late(seconds: float) -> Answer:
    """Take the alert, and say so only after a while."""

    def answer(handler: Handler, number: int) -> None:
        time.sleep(seconds)
        status(200)(handler, number)

    return answer


def dripping(handler: Handler, _: int) -> None:
    """Never come to the end of the headers."""
    while True:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" if not handler.headers_begun else b"X: y\r\n")
        handler.headers_begun = True
        time.sleep(0.05)


class Handler(BaseHTTPRequestHandler):
    """Keeps each POST, then answers as its receiver says."""

    server: Server
    headers_begun = False

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) < length:
            # Its sender was killed on the way: nothing has arrived.
            self.close_connection = True
            return
        posts = self.server.receiver.posts
        posts.append(Post(dict(self.headers), body))
        try:
            self.server.receiver.answer(self, len(posts))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Server(ThreadingHTTPServer):
    """A server whose handlers reach their receiver."""

    daemon_threads = True
    receiver: Receiver


@dataclass
class Receiver:
    """A webhook's receiver: what it got, and how it answers."""

    answer: Answer = field(default_factory=lambda: status(204))
    posts: list[Post] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    @contextmanager
    def running(self) -> Iterator[Receiver]:
        """Serve on a port that stays the same over restarts."""
        server = Server(("127.0.0.1", self.port), Handler)
        server.receiver, self.port = self, server.server_port
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


@dataclass
class Mailbox:
    """A mail server's handler: the letters it took, and what it answers to each."""

    letters: list[EmailMessage] = field(default_factory=list)
    answer: Callable[[SMTP], str] = field(default=lambda _: "250 taken")
    refuses: bool = False
    port: int = 0

    @property
    def url(self) -> str:
        return f"mailto://127.0.0.1:{self.port}?from=record@maro.example&to=desk@maro.example"

    @property
    def subjects(self) -> list[str]:
        return [str(letter["Subject"]) for letter in self.letters]

    async def handle_RCPT(  # noqa: N802 - the server looks for this name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if self.refuses:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the server looks for this name
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        letter = email.message_from_bytes(content, policy=email.policy.default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return self.answer(server)

    @contextmanager
    def running(self) -> Iterator[Mailbox]:
        """Serve on a port that stays the same over restarts."""
        controller = Controller(self, hostname="127.0.0.1", port=self.port or _free_port())
        controller.start()
        self.port = controller.port
        try:
            yield self
        finally:
            controller.stop()


def hang_up(server: SMTP) -> str:
    """Take the letter, and end the connection before saying so."""
    assert isinstance(server.transport, asyncio.WriteTransport)
    server.transport.abort()
    return "250 taken"


def _free_port() -> int:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        return server.server_port

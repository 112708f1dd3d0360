"""A scripted site on a loopback port: each path answers as it is told, well or badly."""

import json
import socket
import ssl
import struct
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Answer:
    """A response; `length` may claim another one than the body has."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str = "text/html; charset=utf-8"
    length: int | None = None


@dataclass(frozen=True)
class Asked:
    """A request: its path, its query, its headers in lower case, monotonic seconds."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    at: float


@dataclass(frozen=True)
class Reset:
    """The connection is reset before an answer."""


@dataclass(frozen=True)
class Hang:
    """Nothing is answered until the site closes."""


@dataclass(frozen=True)
class Flood:
    """A body of so many bytes, sent without a length for as long as somebody reads."""

    size: int


@dataclass(frozen=True)
class Drip:
    """A body whose bytes come one at a time and never end."""


@dataclass(frozen=True)
class Raw:
    """These bytes and nothing else."""

    data: bytes


Behaviour = Answer | Reset | Hang | Flood | Drip | Raw
Route = Behaviour | Callable[[Asked], Behaviour]


def html(words: str) -> Answer:
    """A page with a title and one paragraph."""
    return Answer(f"<!doctype html><title>Page</title><p>{words}</p>".encode())


def as_json(value: object, **headers: str) -> Answer:
    """A JSON answer; `X_Total="3"` becomes the header X-Total."""
    named = tuple((name.replace("_", "-"), text) for name, text in headers.items())
    return Answer(json.dumps(value).encode(), headers=named, content_type="application/json")


@dataclass
class Site:
    """Serves `routes` (404 for the rest) from entering to leaving; `asked` is the log."""

    routes: dict[str, Route] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    tls: ssl.SSLContext | None = None

    def __enter__(self) -> Self:
        self.closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        if self.tls is not None:
            self._server.socket = self.tls.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_port
        self.url = f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.asked]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away in the middle is what some tests are about; the rest is told."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def setup(self) -> None:
            site.connections += 1
            super().setup()

        def do_GET(self) -> None:
            address = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(address.path, dict(parse_qsl(address.query)), headers, monotonic())
            site.asked.append(asked)
            route = site.routes.get(asked.path, Answer(b"gone", 404))
            _behave(self, site, route(asked) if callable(route) else route)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
            """The log is `asked`."""

    return Handler


def _behave(handler: BaseHTTPRequestHandler, site: Site, behaviour: Behaviour) -> None:
    match behaviour:
        case Answer():
            _send(handler, behaviour)
        case Hang():
            site.closing.wait()
        case Reset():
            linger = struct.pack("ii", 1, 0)
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            handler.connection.close()
        case Raw(data):
            handler.wfile.write(data)
        case Drip():
            handler.wfile.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n")
            while not site.closing.wait(0.1):
                handler.wfile.write(b"x")
        case Flood(size):
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.end_headers()
            for _ in range(size // 65536):
                handler.wfile.write(b"x" * 65536)


def _send(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    handler.send_response(answer.status)
    handler.send_header("Content-Type", answer.content_type)
    length = len(answer.body) if answer.length is None else answer.length
    handler.send_header("Content-Length", str(length))
    for name, value in answer.headers:
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(answer.body)

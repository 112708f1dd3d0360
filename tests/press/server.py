"""One site on a loopback port of its own: sockets, faults, a log; the answers are the site's."""

import socket
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

# `empty` is the lists' matter and therefore the site's; the others are met here.
Fault = Literal["block", "empty", "500", "hang", "reset", "robots"]
BLOCK_PAGE = (
    "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Just a moment</title></head><body>"
    "<p>您的访问过于频繁，请完成安全验证后继续。</p>"
    "<p>Access denied: verify you are a human.</p></body></html>"
)


class Asked(NamedTuple):
    """One request as it was answered; `path` holds the query, `status` is 0 where none was sent."""

    site: str
    path: str
    status: int


@dataclass(frozen=True)
class Request:
    """What a site looks at: the method, the decoded path, the query, headers in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Answer:
    """A response; the length is added when it is sent."""

    body: bytes
    content_type: str = "text/html; charset=UTF-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


def page(text: str, status: int = 200) -> Answer:
    """An HTML page in UTF-8."""
    return Answer(text.encode(), status=status)


class SiteServer:
    """Serves `answer` on a free port of 127.0.0.1 from `start` to `stop`."""

    def __init__(
        self,
        name: str,
        answer: Callable[[Request], Answer],
        faults: Mapping[str, Fault],
        log: list[Asked],
    ) -> None:
        self.name, self.answer, self.faults, self.log = name, answer, faults, log
        self.stopping = threading.Event()
        self._http = _Http(self)
        self._thread = threading.Thread(
            target=self._http.serve_forever, args=(0.05,), name=name, daemon=True
        )
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Stop serving and let go of whoever was left hanging."""
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def respond(self, request: Request) -> Answer | None:
        """What is sent back; None where the connection is to be reset."""
        fault = self.faults.get(self.name)
        if request.path == "/robots.txt":
            return Answer(b"", status=503) if fault == "robots" else self.answer(request)
        if fault == "hang":
            self.stopping.wait()
        if fault in ("hang", "reset"):
            return None
        if fault == "block":
            return page(BLOCK_PAGE)
        if fault == "500":
            return page("<h1>Internal Server Error</h1>", 500)
        return self.answer(request)


class _Http(ThreadingHTTPServer):
    """The sockets of one site."""

    def __init__(self, site: SiteServer) -> None:
        self.site = site
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Http
    protocol_version = "HTTP/1.1"
    # A client that opens a connection and says nothing must not keep a thread for good.
    timeout = 30

    def do_GET(self) -> None:
        site = self.server.site
        self.close_connection = True
        address = urlsplit(self.path)
        query = dict(parse_qsl(address.query, keep_blank_values=True))
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = site.respond(Request(self.command, unquote(address.path), query, headers))
        site.log.append(Asked(site.name, self.path, answer.status if answer else 0))
        if answer is None:
            self._reset()
        else:
            self._send(answer)

    do_POST = do_GET  # noqa: N815  # a name that http.server looks up

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        if answer.status != 304:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(answer.body)))
        for name, value in (*answer.headers, ("Connection", "close")):
            self.send_header(name, value)
        self.end_headers()
        if answer.status != 304:
            self.wfile.write(answer.body)

    def _reset(self) -> None:
        """Close with unsent data dropped, which the other side sees as a reset."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # inherited name
        """Nothing on the terminal: the log is the list of requests."""

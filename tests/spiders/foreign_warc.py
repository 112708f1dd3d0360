"""Records as other tools write them, for the tests of reading."""

from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from spiders.spool import Broken, read
from storage.crawled import Page

Headers = list[tuple[str, str]]
BODY = "<p>桥梁 and bridges</p>".encode() * 20
HTML = [("Content-Type", "text/html")]
CHUNKED = [*HTML, ("Transfer-Encoding", "chunked")]


def member(
    payload: bytes = BODY,
    http: Headers = HTML,
    *,
    kind: str = "response",
    url: str = "https://Ports.example/b?z=1&a=2#part",
    status: str = "200 OK",
    warc: dict[str, str] | None = None,
    packed: bool = True,
) -> bytes:
    """One record as another tool would write it."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=packed)
    headers = StatusAndHeaders(status, http, protocol="HTTP/1.1") if status else None
    named = {"WARC-Date": "2026-02-03T04:05:06Z", "WARC-Record-ID": "<urn:x:1>"} | (warc or {})
    record = writer.create_warc_record(
        url,
        kind,
        payload=BytesIO(payload),
        length=len(payload),
        http_headers=headers,
        warc_headers_dict=named,
    )
    writer.write_record(record)
    return out.getvalue()


def chunks(body: bytes) -> bytes:
    parts = [body[at : at + 70] for at in range(0, len(body), 70)]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in [*parts, b""])


def told(path: Path, *parts: bytes) -> list[str]:
    """What a file of these bytes reads as: `page`, or the reason of what is broken."""
    path.write_bytes(b"".join(parts))
    return [
        item.reason if isinstance(item, Broken) else "page" if isinstance(item, Page) else "?"
        for item in read(path)
    ]

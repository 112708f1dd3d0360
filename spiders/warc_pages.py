"""A page or an outcome as a WARC record, and back.

What WARC has no header for (source, key, what the list said) stands as JSON in one header of
our own. It is believed only in files that this program wrote.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime
from http.client import responses
from io import BytesIO
from typing import Any, get_args

from w3lib.url import canonicalize_url, safe_url_string
from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.digestverifyingreader import DigestChecker, DigestVerifyingReader
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser
from warcio.statusandheaders import StatusAndHeadersParserException as NoHttpError
from warcio.warcwriter import WARCWriter

from spiders.warc import HEAD_END, MAX_BODY, MAX_HEAD, BrokenRecordError, Record, inflate
from storage.records import Listed, Outcome, OutcomeKind, Page, WarcPlace

OURS = "X-OnRecord"
# The body is kept decoded, and what a server remembers a reader by is not kept at all.
_DROPPED = {"transfer-encoding", "content-encoding", "set-cookie", "set-cookie2"}
_HTTP = StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/2", "HTTP/3"])
_CHUNK_HEAD = re.compile(rb"[0-9A-Fa-f]{1,8}[ \t]{0,8}(?:;[^\r\n]{0,200})?\r\n")
# Level 6 packs pages within 2 % of level 9 in half the time.
_LEVEL = 6


def digest_of(body: bytes) -> str:
    """`sha256:<hex>` of a body."""
    return f"sha256:{hashlib.sha256(body).hexdigest()}"


def pack_page(page: Page) -> bytes:
    """The page as one gzip member; its place is not written.

    Raises ValueError for a page over the bounds of reading (MAX_BODY, MAX_HEAD), or one whose
    digest is not its body's.
    """
    if page.digest != digest_of(page.body):
        raise ValueError(f"{page.url}: the digest is not that of the body")
    headers = _kept(page.headers, page.body)
    status = f"{page.status} {responses.get(page.status, '')}"
    http = StatusAndHeaders(status, headers, "HTTP/1.1").to_str().encode("utf-8", "replace")
    listed = page.listed and asdict(page.listed)
    named = {"source": page.source, "key": page.key, "url": page.url, "listed": listed}
    warc = [
        ("WARC-Target-URI", safe_url_string(page.url)),
        ("WARC-Date", _warc_date(page.fetched_at)),
        ("WARC-Payload-Digest", page.digest),
        (OURS, _json(named)),
    ]
    if max(len(http), len(warc[-1][1]) + len(warc[0][1]) + 1024) > MAX_HEAD:
        raise ValueError(f"{page.url}: its headers are larger than {MAX_HEAD} bytes")
    if len(page.body) > MAX_BODY:
        raise ValueError(f"{page.url}: its body is larger than {MAX_BODY} bytes")
    block = http + b"\r\n" + page.body
    return _pack("response", warc, "application/http; msgtype=response", block)


def pack_outcome(outcome: Outcome) -> bytes:
    """The outcome as one gzip member: a metadata record with JSON."""
    block = _json(asdict(outcome)).encode()
    warc = [("WARC-Date", _warc_date(outcome.at)), (OURS, "{}")]
    return _pack("metadata", warc, "application/json", block)


def unpack(record: Record, file: str, ours: bool) -> Page | Outcome | None:
    """What a record says, None if it is neither a page nor an outcome.

    `file` is what a page's place names; `ours` whether the file was written by this program.
    Raises BrokenRecordError for a record that cannot be trusted.
    """
    mine = record.header(OURS) if ours else ""
    if mine and record.kind == "metadata":
        return _outcome(record)
    if record.kind != "response" or not record.header("WARC-Target-URI").startswith(
        ("http:", "https:")
    ):
        return None
    return _page(record, file, mine)


def _page(record: Record, file: str, mine: str) -> Page:
    for name in ("WARC-Truncated", "WARC-Segment-Number"):
        if record.header(name):
            raise BrokenRecordError(f"only a part was kept ({name}: {record.header(name)[:40]})")
    status, headers, payload = _http(record.block)
    body = _decoded(payload, headers)
    declared = record.header("WARC-Payload-Digest")
    # Archives disagree whether the digest is that of the payload as sent or decoded.
    if declared and not (_is_digest(declared, payload) or _is_digest(declared, body)):
        raise BrokenRecordError("its payload is not what its digest says")
    block_digest = record.header("WARC-Block-Digest")
    if block_digest and not _is_digest(block_digest, record.block):
        raise BrokenRecordError("its block is not what its digest says")
    try:
        named = _named(record.header("WARC-Target-URI"), mine)
        fetched_at = _instant(record.header("WARC-Date"))
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenRecordError(f"its WARC headers cannot be read ({error})") from None
    return Page(
        **named,
        fetched_at=fetched_at,
        status=status,
        headers=_kept(headers, body),
        body=body,
        digest=digest_of(body),
        place=WarcPlace(file, record.offset, record.length),
    )


def _named(url: str, mine: str) -> dict[str, Any]:
    if not mine:
        return {"source": "", "key": canonicalize_url(url), "url": url, "listed": None}
    named = json.loads(mine)
    return {
        "source": named["source"],
        "key": named["key"],
        "url": named["url"],
        "listed": _listed(named["listed"]),
    }


def _outcome(record: Record) -> Outcome:
    try:
        fields = json.loads(record.block)
        _check_kind(fields["kind"])
        fields["at"] = _instant(fields["at"])
        if fields["retry_at"] is not None:
            fields["retry_at"] = _instant(fields["retry_at"])
        fields["listed"] = _listed(fields["listed"])
        return Outcome(**fields)
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenRecordError(f"it is no outcome ({error})") from None


def _check_kind(kind: str) -> None:
    if kind not in get_args(OutcomeKind):
        raise ValueError(f"unknown kind {kind!r}")


def _listed(fields: dict[str, Any] | None) -> Listed | None:
    if fields is None:
        return None
    published = fields["published_at"]
    return Listed(
        fields["title"], None if published is None else _instant(published), fields["modified"]
    )


def _http(block: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
    end = HEAD_END.search(block, 0, MAX_HEAD)
    if not end:
        raise BrokenRecordError("its HTTP headers do not end")
    try:
        parsed = _HTTP.parse(BytesIO(block[: end.end()]))
    except (NoHttpError, EOFError):
        raise BrokenRecordError("it does not begin with an HTTP status line") from None
    code = parsed.get_statuscode()
    if not re.fullmatch(r"[1-9][0-9]{2}", code, re.ASCII):
        raise BrokenRecordError(f"its HTTP status is no number: {code[:40]!r}")
    return int(code), parsed.headers, block[end.end() :]


def _decoded(payload: bytes, headers: list[tuple[str, str]]) -> bytes:
    """The body; archives that store it decoded often leave the old headers in place."""
    named = {name.lower(): value.strip().lower() for name, value in headers}
    body = payload
    if named.get("transfer-encoding") == "chunked" and _CHUNK_HEAD.match(payload):
        try:
            body = ChunkedDataReader(BytesIO(payload), raise_exceptions=True).read()
        except ChunkedDataException:
            raise BrokenRecordError("its chunks are damaged or cut short") from None
    encoding = named.get("content-encoding", "")
    if encoding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
        return inflate(body, 31, MAX_BODY)
    if encoding == "deflate" and body:
        # RFC 9110 8.4.1.2: some send the raw stream without the zlib wrapper.
        return inflate(body, 15 if body[0] & 0x0F == 8 else -15, MAX_BODY)
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise BrokenRecordError(f"its encoding cannot be read: {encoding[:40]!r}")
    return body


def _is_digest(declared: str, data: bytes) -> bool:
    checker = DigestChecker()
    try:
        reader = DigestVerifyingReader(BytesIO(data), len(data), checker, payload_digest=declared)
        reader.begin_payload()
        reader.read()
    except ValueError:
        return False
    return bool(checker.passed)


def _kept(headers: Iterable[tuple[str, str]], body: bytes) -> tuple[tuple[str, str], ...]:
    """The headers that are kept, one line each; a length that is not the body's is not."""
    kept = []
    for raw_name, raw_value in headers:
        name, value = raw_name.strip(), re.sub(r"[\r\n]+[ \t]*", " ", raw_value).strip()
        lower = name.lower()
        wrong = lower == "content-length" and value != str(len(body))
        if name and lower not in _DROPPED and not wrong and not re.search(r"[:\r\n]", name):
            kept.append((name, value))
    return tuple(kept)


def _pack(kind: str, headers: list[tuple[str, str]], content_type: str, block: bytes) -> bytes:
    ids = [("WARC-Type", kind), ("WARC-Record-ID", StatusAndHeadersParser.make_warc_id())]
    named = StatusAndHeaders("", ids + headers, protocol="WARC/1.1")
    out = BytesIO()
    # Without parsed HTTP headers warcio writes the block as it is, byte for byte.
    WARCWriter(out, gzip=False, warc_version="1.1").write_record(
        ArcWarcRecord("warc", kind, named, BytesIO(block), None, content_type, len(block))
    )
    return gzip.compress(out.getvalue(), _LEVEL, mtime=0)


def _json(value: object) -> str:
    return json.dumps(value, default=datetime.isoformat)


def _warc_date(instant: datetime) -> str:
    if instant.tzinfo is None:
        raise ValueError(f"a datetime without a zone is no instant: {instant}")
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)

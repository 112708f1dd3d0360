"""The HTTP answer inside a WARC response record: status, headers, decoded body, digests."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from io import BytesIO

from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader
from warcio.digestverifyingreader import DigestChecker, DigestVerifyingReader
from warcio.statusandheaders import StatusAndHeadersParser
from warcio.statusandheaders import StatusAndHeadersParserException as NoHttpError

from spiders.warc import HEAD_END, MAX_BODY, MAX_HEAD, BrokenRecordError, inflate

Headers = Iterable[tuple[str, str]]

# The body is kept decoded, and what a server remembers a reader by is not kept at all.
_DROPPED = {"transfer-encoding", "content-encoding", "set-cookie", "set-cookie2"}
_PARSER = StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1", "HTTP/2.0", "HTTP/2", "HTTP/3"])
_STATUS = re.compile(r"[1-9][0-9]{2}")
_ALGORITHMS = {"md5", "sha1", "sha256", "sha384", "sha512"}
_CHUNK_HEAD = re.compile(rb"[0-9A-Fa-f]{1,8}[ \t]{0,8}(?:;[^\r\n]{0,200})?\r\n")


def digest_of(body: bytes) -> str:
    """`sha256:<hex>` of a body."""
    return f"sha256:{hashlib.sha256(body).hexdigest()}"


def is_digest(declared: str, data: bytes) -> bool:
    """Whether `<algorithm>:<base16, base32 or base64>` is the digest of the data.

    Raises BrokenRecordError for an algorithm that cannot be computed.
    """
    if declared.partition(":")[0].lower() not in _ALGORITHMS:
        raise BrokenRecordError(f"its digest cannot be checked: {declared[:40]!r}")
    checker = DigestChecker()
    try:
        reader = DigestVerifyingReader(BytesIO(data), len(data), checker, payload_digest=declared)
        reader.begin_payload()
        reader.read()
    except ValueError:
        return False
    return bool(checker.passed)


def kept_headers(headers: Headers, body: bytes) -> tuple[tuple[str, str], ...]:
    """The headers that are kept, one line each; a length that is not the body's is not."""
    kept = []
    for raw_name, raw_value in headers:
        name, value = raw_name.strip(), re.sub(r"[\r\n]+[ \t]*", " ", raw_value).strip()
        lower = name.lower()
        wrong = lower == "content-length" and value != str(len(body))
        if name and lower not in _DROPPED and not wrong and not re.search(r"[:\r\n]", name):
            kept.append((name, value))
    return tuple(kept)


def parse_answer(block: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and payload as sent; raises BrokenRecordError if the block is no answer."""
    end = HEAD_END.search(block, 0, MAX_HEAD)
    if not end:
        raise BrokenRecordError("its HTTP headers do not end")
    try:
        parsed = _PARSER.parse(BytesIO(block[: end.end()]))
    except (NoHttpError, EOFError):
        raise BrokenRecordError("it does not begin with an HTTP status line") from None
    code = parsed.get_statuscode()
    if not _STATUS.fullmatch(code):
        raise BrokenRecordError(f"its HTTP status is no number: {code[:40]!r}")
    return int(code), parsed.headers, block[end.end() :]


def decode(payload: bytes, headers: Headers) -> bytes:
    """The body without its transfer and content encoding, at most MAX_BODY bytes.

    Archives that store the body decoded often leave the old headers in place: what does not
    look encoded is taken as it is. Raises BrokenRecordError for what cannot be decoded.
    """
    named = {name.lower(): value.strip().lower() for name, value in headers}
    body = payload
    if named.get("transfer-encoding") == "chunked" and _CHUNK_HEAD.match(payload):
        try:
            body = ChunkedDataReader(BytesIO(payload), raise_exceptions=True).read()
        except ChunkedDataException:
            raise BrokenRecordError("its chunks are damaged or cut short") from None
    encoding = named.get("content-encoding", "")
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise BrokenRecordError(f"its encoding cannot be read: {encoding[:40]!r}")
    if encoding.endswith("gzip") and body.startswith(b"\x1f\x8b"):
        body = inflate(body, 31, MAX_BODY)
    elif encoding == "deflate" and body:
        # RFC 9110 8.4.1.2: some send the raw stream without the zlib wrapper.
        body = inflate(body, 15 if body[0] & 0x0F == 8 else -15, MAX_BODY)
    if len(body) > MAX_BODY:
        raise BrokenRecordError(f"its body is larger than {MAX_BODY} bytes")
    return body

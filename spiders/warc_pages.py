"""A page or an outcome as a WARC record, and back.

What WARC has no header for (source, key, what the list said) stands as JSON in one header of
our own. It is believed only in files that this program wrote.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from http.client import responses
from io import BytesIO
from typing import Any, get_args

from w3lib.url import canonicalize_url, safe_url_string
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParser
from warcio.warcwriter import WARCWriter

from spiders.warc import MAX_BODY, MAX_HEAD, BrokenRecordError, Record
from spiders.warc_http import decode, digest_of, is_digest, kept_headers, parse_answer
from storage.crawled import Listed, Outcome, OutcomeKind, Page, WarcPlace

OURS = "X-OnRecord"


def pack_page(page: Page) -> bytes:
    """The page as one gzip member; its place is not written.

    Raises ValueError for a page over the bounds of reading (MAX_BODY, MAX_HEAD), or one whose
    digest is not its body's.
    """
    if page.digest != digest_of(page.body):
        raise ValueError(f"{page.url}: the digest is not that of the body")
    headers = kept_headers(page.headers, page.body)
    status = f"{page.status} {responses.get(page.status, '')}"
    http = StatusAndHeaders(status, headers, "HTTP/1.1").to_str() + "\r\n"
    answer = http.encode("utf-8", "replace")
    listed = page.listed and asdict(page.listed)
    named = {"source": page.source, "key": page.key, "url": page.url, "listed": listed}
    warc = [
        ("WARC-Target-URI", safe_url_string(page.url)),
        ("WARC-Date", _warc_date(page.fetched_at)),
        ("WARC-Payload-Digest", page.digest),
        (OURS, _json(named)),
    ]
    if max(len(answer), len(warc[-1][1]) + len(warc[0][1]) + 1024) > MAX_HEAD:
        raise ValueError(f"{page.url}: its headers are larger than {MAX_HEAD} bytes")
    if len(page.body) > MAX_BODY:
        raise ValueError(f"{page.url}: its body is larger than {MAX_BODY} bytes")
    return _pack("response", warc, "application/http; msgtype=response", answer + page.body)


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
    status, headers, payload = parse_answer(record.block)
    body = decode(payload, headers)
    declared = record.header("WARC-Payload-Digest")
    # Archives disagree whether the digest is that of the payload as sent or decoded.
    if declared and not (is_digest(declared, payload) or is_digest(declared, body)):
        raise BrokenRecordError("its payload is not what its digest says")
    block_digest = record.header("WARC-Block-Digest")
    if block_digest and not is_digest(block_digest, record.block):
        raise BrokenRecordError("its block is not what its digest says")
    try:
        named = _named(record.header("WARC-Target-URI"), mine)
        fetched_at = _instant(record.header("WARC-Date"))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BrokenRecordError(f"its WARC headers cannot be read ({error})") from None
    return Page(
        **named,
        fetched_at=fetched_at,
        status=status,
        headers=kept_headers(headers, body),
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
        for name in ("retry_at", "begun_at"):
            if fields.get(name) is not None:
                fields[name] = _instant(fields[name])
        fields["listed"] = _listed(fields["listed"])
        return Outcome(**fields)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
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


def _pack(kind: str, headers: list[tuple[str, str]], content_type: str, block: bytes) -> bytes:
    ids = [("WARC-Type", kind), ("WARC-Record-ID", StatusAndHeadersParser.make_warc_id())]
    named = StatusAndHeaders("", ids + headers, protocol="WARC/1.1")
    out = BytesIO()
    # Without parsed HTTP headers warcio writes the block as it is, byte for byte.
    WARCWriter(out, gzip=True, warc_version="1.1").write_record(
        ArcWarcRecord("warc", kind, named, BytesIO(block), None, content_type, len(block))
    )
    return out.getvalue()


def _json(value: object) -> str:
    return json.dumps(value, default=datetime.isoformat)


def _warc_date(instant: datetime) -> str:
    if instant.tzinfo is None:
        raise ValueError(f"a datetime without a zone is no instant: {instant}")
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)

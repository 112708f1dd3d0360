"""The records of a WARC file, each with its place, read strictly and within bounds.

warcio hands out a record that was cut short without complaint and sets no bound to what a
gzip member unpacks to, so members are unpacked here and warcio reads one record at a time.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

MAX_BODY = 10 * 1024 * 1024
# Of the record's own header lines, and of the HTTP header lines, each.
MAX_HEAD = 256 * 1024
MAX_BLOCK = MAX_HEAD + MAX_BODY
# A crafted file can make each broken record cost the unpacking of a whole body.
MOST_BROKEN = 1000

HEAD_END = re.compile(rb"\n\r?\n")
# Of a WARC record, or the URL that begins an ARC record's one line.
_HEAD_START = re.compile(rb"WARC/|[a-z]{2,20}:\S")
_CHUNK = 64 * 1024
_GZIP = b"\x1f\x8b\x08"
_LOADER = ArcWarcRecordLoader(verify_http=False, arc2warc=True)


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that cannot be trusted: where it starts in the file, and why in one sentence."""

    offset: int
    reason: str


class BrokenRecordError(Exception):
    """What stands at an offset is no whole record; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Record:
    """One whole record: `length` bytes of the file from `offset`; `next` is where to read on.

    `headers` are warcio's StatusAndHeaders of the record; `block` is what follows them.
    """

    offset: int
    length: int
    next: int
    kind: str
    headers: Any
    block: bytes

    def header(self, name: str) -> str:
        """The value of a header of the record, "" where there is none."""
        return self.headers.get_header(name) or ""


def records(path: Path) -> Iterator[Record | Broken]:
    """Every record of a WARC or ARC file, plain or with one gzip member a record.

    After a broken record reading goes on where the next one can be found.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        offset: int | None = 0
        broken = 0
        while offset is not None:
            found = _record_or_broken(file, offset)
            yield found
            if isinstance(found, Record):
                offset = found.next if found.next < size else None
                continue
            broken += 1
            offset = _next_start(file, offset + 1)
            if broken == MOST_BROKEN and offset is not None:
                yield Broken(offset, f"{broken} records are broken: the rest is left unread")
                return


def record_at(file: BinaryIO, offset: int) -> Record:
    """The record that starts at `offset`; raises BrokenRecordError if none does, or not whole."""
    file.seek(offset)
    start = file.read(len(_GZIP))
    file.seek(offset)
    if start == _GZIP:
        member = BytesIO(_unpack_member(file))
        end = file.tell()
        record = _parse(member)
        if member.read().strip(b"\r\n"):
            raise BrokenRecordError(
                "several records share one gzip member: part them with `warcio recompress`"
            )
        return Record(offset, end - offset, end, *record)
    record = _parse(file)
    end = file.tell()
    blank = file.read(4)
    after = end + len(blank) - len(blank.lstrip(b"\r\n"))
    return Record(offset, end - offset, after, *record)


def inflate(data: bytes, wbits: int, limit: int) -> bytes:
    """`data` unpacked by zlib; raises BrokenRecordError if it is damaged, cut or over `limit`."""
    return _unpack(BytesIO(data), wbits, limit)


def _record_or_broken(file: BinaryIO, offset: int) -> Record | Broken:
    try:
        return record_at(file, offset)
    except BrokenRecordError as error:
        return Broken(offset, str(error))


def _unpack_member(file: BinaryIO) -> bytes:
    return _unpack(file, 16 + zlib.MAX_WBITS, MAX_HEAD + MAX_BLOCK)


def _unpack(file: BinaryIO, wbits: int, limit: int) -> bytes:
    """Unpack one stream from where the file stands, and leave the file at its end."""
    unpacker = zlib.decompressobj(wbits)
    data = bytearray()
    while not unpacker.eof:
        packed = file.read(_CHUNK)
        if not packed:
            raise BrokenRecordError("the compressed data is cut short")
        try:
            data += unpacker.decompress(packed, limit + 1 - len(data))
        except zlib.error as error:
            raise BrokenRecordError(f"the compressed data is damaged ({error})") from None
        if len(data) > limit:
            raise BrokenRecordError(f"it unpacks to more than {limit} bytes")
    file.seek(-len(unpacker.unused_data), 1)
    return bytes(data)


def _parse(stream: BinaryIO) -> tuple[str, Any, bytes]:
    """Kind, headers and block of the record where the stream stands, and step behind it."""
    start = stream.tell()
    head = stream.read(MAX_HEAD)
    if not (_HEAD_START.match(head) and HEAD_END.search(head)):
        raise BrokenRecordError("no head of a WARC record stands here")
    stream.seek(start)
    form = "warc" if head.startswith(b"WARC/") else "arc"
    try:
        record = _LOADER.parse_record_stream(stream, known_format=form, no_record_parse=True)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError):
        raise BrokenRecordError("no head of a WARC record stands here") from None
    length = record.length
    declared = record.rec_headers.get_header("Content-Length") or ""
    if not (declared.isascii() and declared.isdigit() and length is not None):
        raise BrokenRecordError(f"its length is no number: {declared[:40]!r}")
    if length > MAX_BLOCK:
        raise BrokenRecordError(f"it is larger than {MAX_BLOCK} bytes")
    block = record.raw_stream.read(length)
    if len(block) < length:
        raise BrokenRecordError(f"it is cut short: {len(block)} of {length} bytes")
    return record.rec_type or "", record.rec_headers, block


def _next_start(file: BinaryIO, start: int) -> int | None:
    """The first offset from `start` on where a WARC record seems to begin."""
    file.seek(0)
    packed = file.read(len(_GZIP)) == _GZIP
    mark = _GZIP if packed else b"\nWARC/"
    while True:
        file.seek(start)
        window = file.read(_CHUNK)
        at = window.find(mark)
        while at >= 0:
            if not packed:
                return start + at + 1
            if _begins_record(file, start + at):
                return start + at
            at = window.find(mark, at + 1)
        if len(window) < _CHUNK:
            return None
        start += len(window) - len(mark) + 1


def _begins_record(file: BinaryIO, offset: int) -> bool:
    file.seek(offset)
    try:
        start = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(file.read(512), 8)
    except zlib.error:
        return False
    return start.startswith(b"WARC/")

"""WARC files from elsewhere: what enters as a page, and what is passed over."""

import gzip
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from spiders.spool import read, read_at
from spiders.warc_http import digest_of
from storage.crawled import Page, WarcPlace
from tests.spiders.foreign_warc import BODY, CHUNKED, HTML, Headers, chunks, member, told
from tests.spiders.spool_examples import one_file, outcome, page


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize("packed", [True, False])
def test_a_response_from_elsewhere_is_a_page_without_a_source(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "crawl.warc"
    first = member(kind="warcinfo", status="", packed=packed)
    path.write_bytes(first + member(packed=packed) + member(b"2", packed=packed))
    pages = list(read(path))
    assert len(pages) == 2
    found = pages[0]
    assert isinstance(found, Page)
    assert found.place
    assert found == Page(
        source="",
        key="https://ports.example/b?a=2&z=1",
        url="https://Ports.example/b?z=1&a=2#part",
        fetched_at=datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC),
        status=200,
        headers=(("Content-Type", "text/html"),),
        body=BODY,
        digest=digest_of(BODY),
        place=WarcPlace("crawl.warc", len(first), found.place.length),
    )
    for item in pages:
        assert isinstance(item, Page)
        assert item.place
        assert read_at(tmp_path, item.place) == item


@pytest.mark.parametrize(
    ("sent", "headers"),
    [
        (chunks(BODY), CHUNKED),
        (gzip.compress(BODY, mtime=0), [*HTML, ("Content-Encoding", "gzip")]),
        (chunks(gzip.compress(BODY, mtime=0)), [*CHUNKED, ("Content-Encoding", "GZIP")]),
        (zlib.compress(BODY), [*HTML, ("Content-Encoding", "deflate")]),
        (raw_deflate(BODY), [*HTML, ("Content-Encoding", "deflate")]),
        # The archive decoded the body and left the old headers.
        (BODY, [*CHUNKED, ("Content-Encoding", "gzip")]),
    ],
)
def test_bodies_are_decoded(tmp_path: Path, sent: bytes, headers: Headers) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(member(sent, headers))
    (found,) = read(path)
    assert isinstance(found, Page)
    assert (found.body, found.headers) == (BODY, tuple(HTML))


def test_what_is_no_page_is_passed_over(tmp_path: Path) -> None:
    request = member(kind="request", status="", payload=b"GET / HTTP/1.1\r\n\r\n")
    found = told(
        tmp_path / "crawl.warc.gz",
        request,
        member(b"", kind="revisit"),
        member(b"a record", url="dns:ports.example", status=""),
        member(b"{}", kind="metadata", status=""),
        member(b"image", kind="resource", status=""),
        member(),
    )
    assert found == ["page"]


def test_only_our_own_files_are_believed_about_the_source(tmp_path: Path) -> None:
    path = one_file(tmp_path, page(1), outcome(2))
    foreign = tmp_path / "foreign.warc.gz"
    foreign.write_bytes(path.read_bytes())
    (found,) = read(foreign)
    assert isinstance(found, Page)
    assert (found.source, found.listed) == ("", None)
    assert found.key == "https://roads.example/1?a=1"


def test_an_arc_file_is_read(tmp_path: Path) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + BODY
    about = b"1 0 Ports\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://p.arc 0.0.0.0 20140301000000 text/plain %d\n" % len(about)
    line = b"http://ports.example/ 192.0.2.1 20140102030405 text/html %d\n" % len(answer)
    path = tmp_path / "p.arc"
    path.write_bytes(head + about + b"\n" + line + answer + b"\n")
    (found,) = read(path)
    assert isinstance(found, Page)
    assert (found.url, found.body) == ("http://ports.example/", BODY)
    assert found.fetched_at == datetime(2014, 1, 2, 3, 4, 5, tzinfo=UTC)

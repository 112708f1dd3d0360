"""WARC files that are damaged, made to harm, or none at all."""

import gzip
import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spiders import warc
from spiders.spool import Broken, read
from storage.crawled import Page
from tests.spiders.foreign_warc import BODY, CHUNKED, chunks, member, told
from tests.spiders.spool_examples import one_file, outcome, page

CUT_DIGEST = {"WARC-Payload-Digest": "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}
PLAIN = member(packed=False)
BOMB = gzip.compress(bytes(warc.MAX_BODY + 1), mtime=0)


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (member(warc=CUT_DIGEST), "not what its digest says"),
        (member(warc={"WARC-Block-Digest": "md5:?"}), "block is not what its digest says"),
        (member(warc={"WARC-Payload-Digest": "\0sha1:AA"}), "digest cannot be checked"),
        (member(warc={"WARC-Block-Digest": "shake_128:AA"}), "digest cannot be checked"),
        (member(warc={"WARC-Truncated": "length"}), "only a part was kept"),
        (member(warc={"WARC-Date": "yesterday"}), "WARC headers cannot be read"),
        (member(url="http://[ports/"), "WARC headers cannot be read"),
        (member(status="OK"), "HTTP status is no number"),
        (
            gzip.compress(PLAIN.replace(b"HTTP/1.1 200", b"SMTP/1.1 200"), mtime=0),
            "HTTP status line",
        ),
        (member(chunks(BODY)[:-90], CHUNKED), "chunks are damaged"),
        (member(gzip.compress(BODY, mtime=0)[:-9], [("Content-Encoding", "gzip")]), "cut short"),
        (member(BOMB, [("Content-Encoding", "gzip")]), "unpacks to more than"),
        (member(BODY, [("Content-Encoding", "br")]), "encoding cannot be read: 'br'"),
        (gzip.compress(bytes(warc.MAX_HEAD + warc.MAX_BLOCK + 1), mtime=0), "unpacks to more than"),
        (member(bytes(warc.MAX_BLOCK)), "it is larger than"),
        (member(bytes(warc.MAX_BODY + 1)), "its body is larger than"),
        (member(http=[("X-Long", "x" * warc.MAX_HEAD)]), "HTTP headers do not end"),
        (member(warc={"X-Long": "x" * warc.MAX_HEAD}), "no head of a WARC record"),
        (member()[:-20], "the compressed data is"),
        (gzip.compress(2 * PLAIN, mtime=0), "warcio recompress"),
        (gzip.compress(PLAIN[:-40], mtime=0), "cut short"),
    ],
)
def test_a_broken_record_is_told_and_the_next_is_read(
    tmp_path: Path, broken: bytes, reason: str
) -> None:
    path = tmp_path / "crawl.warc.gz"
    found = told(path, member(), broken, member())
    assert [item == "page" for item in found] == [True, False, True]
    assert reason in found[1]


def test_a_broken_record_of_a_plain_file_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    unsized = PLAIN.replace(b"Content-Length: ", b"Content-Length: x")
    found = told(path, PLAIN, unsized, PLAIN, PLAIN[:-300], PLAIN, PLAIN)
    # The cut record takes its missing bytes from the next one, which is lost with it.
    assert [item == "page" for item in found] == [True, False, True, False, False, True]
    assert "length is no number" in found[1]
    assert "digest" in found[3]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n" * 1000,
        b"<html lang='en'><body>\n\n<p>bridges: a: b c d 5\n\n",
        b"WARC/1.0\r\n",
        b"WARC/1.0\r\n\r\n",
        b"filedesc://x.arc 0.0.0.0 20140301000000 text/plain -1\n1 0 X\nURL\n\n",
        b"\x1f\x8b\x08",
        b"\x1f\x8b\x08" * 50_000,
        gzip.compress(b"bridges and ports", mtime=0),
        gzip.compress(b"", mtime=0),
        random.Random(5).randbytes(200_000),
    ],
)
def test_what_is_no_warc_file_is_one_broken_record(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(data)
    (found,) = read(path)
    assert isinstance(found, Broken)
    assert found.offset == 0


def test_a_file_of_broken_records_is_left_in_time(tmp_path: Path) -> None:
    unsized = gzip.compress(PLAIN.replace(b"Content-Length: ", b"Content-Length: x"), mtime=0)
    found = told(tmp_path / "crawl.warc.gz", unsized * (warc.MOST_BROKEN + 5))
    assert len(found) == warc.MOST_BROKEN + 1
    assert found[-1] == "1000 records are broken: the rest is left unread"


@pytest.mark.parametrize("shift", range(5))
def test_the_next_record_is_found_wherever_it_begins(tmp_path: Path, shift: int) -> None:
    # The search goes by windows of 64 KiB; the next record begins about their border.
    noise = b"no record" + bytes(65536 - 9 - 3 + shift)
    assert told(tmp_path / "a.warc.gz", b"\x1f\x8b\x08" + noise, member())[1:] == ["page"]
    assert told(tmp_path / "a.warc", noise + b"\n", PLAIN)[1:] == ["page"]


@pytest.fixture(scope="module")
def three_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return one_file(tmp_path_factory.mktemp("whole"), page(1), page(2), outcome(3), page(4))


@pytest.mark.parametrize("told_of", [b"{}", b"[" * 100_000, b"5", b"null", b'{"source": 1'])
def test_what_stands_in_our_header_must_make_sense(tmp_path: Path, told_of: bytes) -> None:
    path = one_file(tmp_path, page(1), page(2))
    plain = gzip.decompress(path.read_bytes())
    path.write_bytes(re.sub(rb"X-OnRecord: [^\r]+", b"X-OnRecord: " + told_of, plain, count=1))
    first, second = read(path)
    assert isinstance(first, Broken)
    assert "WARC headers cannot be read" in first.reason
    assert isinstance(second, Page)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    flips=st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), max_size=4),
    cut=st.integers(0, 5000),
)
@pytest.mark.parametrize("packed", [True, False])
def test_damage_never_crashes_and_never_changes_a_page(
    three_pages: Path, tmp_path: Path, packed: bool, flips: list[tuple[int, int]], cut: int
) -> None:
    whole = three_pages.read_bytes()
    data = bytearray(whole if packed else gzip.decompress(whole))
    for at, value in flips:
        data[at % len(data)] = value
    path = tmp_path / three_pages.name
    path.write_bytes(data[: cut or None])
    bodies = {item.body for item in read(three_pages) if isinstance(item, Page)}
    assert {item.body for item in read(path) if isinstance(item, Page)} <= bodies

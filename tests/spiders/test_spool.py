import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from spiders import spool
from spiders.spool import Broken, LostPageError, Writer, read, read_at
from spiders.warc_http import digest_of
from storage.crawled import Outcome, Page
from tests.spiders.spool_examples import NOW, Clock, one_file, outcome, page, spooled


def names(home: Path) -> list[str]:
    """What lies in the spool, without the lock."""
    return sorted(p.name for p in (home / "spool").iterdir() if p.name != ".lock")


def keys(path: Path) -> list[str]:
    found = list(read(path))
    assert not [item for item in found if isinstance(item, Broken)]
    return [item.key for item in found if not isinstance(item, Broken)]


def test_what_was_written_is_read_back_in_order(tmp_path: Path) -> None:
    ended = Outcome("roads", "crawled", NOW, items=9, begun_at=NOW - timedelta(minutes=5))
    written: list[Page | Outcome] = [page(1), outcome(2), page(3, b""), ended]
    path = one_file(tmp_path, *written)
    found = list(read(path))
    assert [replace(f, place=None) if isinstance(f, Page) else f for f in found] == written


def test_a_file_is_open_while_written_and_named_by_stamp_and_source(tmp_path: Path) -> None:
    with spooled(tmp_path, page(1)):
        (name,) = names(tmp_path)
        assert name.startswith("20260320T023015123456Z-roads-")
        assert name.endswith(".warc.gz.open")
        assert spool.claim(tmp_path / "spool") is None
    assert names(tmp_path) == [name.removesuffix(".open")]


def test_a_writer_closes_by_pages_and_by_age(tmp_path: Path) -> None:
    clock = Clock()
    with Writer(tmp_path / "spool", "roads", clock, most_pages=2, most_seconds=30) as writer:
        for number in range(5):
            writer.page(page(number))
        assert [n.endswith(".open") for n in names(tmp_path)] == [False, False, True]
        clock.at += timedelta(seconds=29)
        writer.tick()
        assert names(tmp_path)[-1].endswith(".open")
        clock.at += timedelta(seconds=1)
        writer.tick()
        assert not [n for n in names(tmp_path) if n.endswith(".open")]
        writer.tick()
    assert [keys(tmp_path / "spool" / n) for n in names(tmp_path)] == [
        ["post:0", "post:1"],
        ["post:2", "post:3"],
        ["post:4"],
    ]


def test_large_pages_close_a_file_early(tmp_path: Path) -> None:
    body = b"x" * (10 * 1024 * 1024)
    with Writer(tmp_path / "spool", "roads", Clock()) as writer:
        for number in range(7):
            writer.page(page(number, body))
        assert not [n for n in names(tmp_path) if n.endswith(".open")]


def test_a_crawl_without_a_record_leaves_no_file(tmp_path: Path) -> None:
    with Writer(tmp_path / "spool", "roads", Clock()) as writer:
        writer.tick()
    assert not list(tmp_path.iterdir())


def test_what_reading_would_refuse_is_not_written(tmp_path: Path) -> None:
    large = page(1, b"x" * (10 * 1024 * 1024 + 1))
    wordy = replace(page(2), headers=(("X-Long", "x" * 300_000),))
    lying = replace(page(3), digest=digest_of(b"other"))
    with Writer(tmp_path / "spool", "roads", Clock()) as writer:
        for refused in (large, wordy, lying):
            with pytest.raises(ValueError, match=r"larger than|digest"):
                writer.page(refused)
    with pytest.raises(ValueError, match="source's name"):
        Writer(tmp_path, "../roads", Clock())


def test_cookies_and_encodings_are_not_kept(tmp_path: Path) -> None:
    sent = (
        ("Content-Encoding", "gzip"),
        ("Transfer-Encoding", "chunked"),
        ("Set-Cookie", "reader=7"),
        ("content-length", "7"),
        ("X-Folded", "a\r\n b"),
        ("X-Name", "Müller 部"),
    )
    (found,) = read(one_file(tmp_path, replace(page(1), headers=sent)))
    assert isinstance(found, Page)
    assert found.headers == (("X-Folded", "a b"), ("X-Name", "Müller 部"))


def test_other_tools_read_the_file(tmp_path: Path) -> None:
    path = one_file(tmp_path, page(1), outcome(2))
    with path.open("rb") as file:
        records = [
            (r.rec_type, r.rec_headers["WARC-Date"], r.content_stream().read())
            for r in ArchiveIterator(file, check_digests="raise")
        ]
    assert [(kind, date) for kind, date, _ in records] == [
        ("response", "2026-03-20T02:30:16.123456Z"),
        ("metadata", "2026-03-20T02:30:15.123456Z"),
    ]
    assert records[0][2] == page(1).body


def test_two_readers_never_share_a_file_and_the_oldest_comes_first(tmp_path: Path) -> None:
    clock = Clock()
    for number in range(3):
        clock.at = NOW - timedelta(days=number)
        with Writer(tmp_path / "spool", "roads", clock) as writer:
            writer.page(page(number))
    claims = [spool.claim(tmp_path / "spool") for _ in range(3)]
    assert [keys(c.path) for c in claims if c] == [["post:2"], ["post:1"], ["post:0"]]
    assert spool.claim(tmp_path / "spool") is None
    assert claims[1]
    spool.release(claims[1])
    again = spool.claim(tmp_path / "spool")
    assert again
    assert keys(again.path) == ["post:1"]
    for claim in (claims[0], claims[2], again):
        assert claim
        spool.archive(claim)
    assert names(tmp_path) == []


def test_a_file_given_back_is_free_though_a_child_shares_the_reader_s_lock(tmp_path: Path) -> None:
    one_file(tmp_path, page(1))
    claimed = spool.claim(tmp_path / "spool")
    assert claimed
    # As after a fork: another descriptor of the same open file.
    shared = os.dup(claimed.lock.fileno())
    spool.release(claimed)
    again = spool.claim(tmp_path / "spool")
    os.close(shared)
    assert again
    spool.archive(again)


def test_a_spool_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert spool.claim(tmp_path / "spool") is None
    spool.salvage(tmp_path / "other")


def test_a_page_is_reread_by_its_place_before_and_after_the_archive(tmp_path: Path) -> None:
    path = one_file(tmp_path, page(1), outcome(2), page(3))
    first, _, third = read(path)
    assert isinstance(first, Page)
    assert isinstance(third, Page)
    assert first.place
    assert (first.place.file, first.place.offset) == (f"pages/2026/03/{path.name}", 0)
    claimed = spool.claim(tmp_path / "spool")
    assert claimed
    assert list(read(claimed.path))[2] == third
    assert third.place
    assert read_at(tmp_path, third.place) == third
    spool.archive(claimed)
    assert (tmp_path / third.place.file).is_file()
    assert read_at(tmp_path, first.place) == first
    assert read_at(tmp_path, third.place) == third


def test_a_lost_page_says_what_to_do(tmp_path: Path) -> None:
    (first, second) = read(one_file(tmp_path, page(1), outcome(2)))
    assert isinstance(first, Page)
    assert first.place
    place = first.place
    claimed = spool.claim(tmp_path / "spool")
    assert claimed
    spool.archive(claimed)
    for wrong in (
        replace(place, file="pages/2026/03/none.warc.gz"),
        replace(place, offset=3),
        replace(place, offset=place.length),
        replace(place, offset=10**9),
        replace(place, length=place.length - 1),
    ):
        with pytest.raises(LostPageError, match="bring the file back from a backup"):
            read_at(tmp_path, wrong)
    assert isinstance(second, Outcome)

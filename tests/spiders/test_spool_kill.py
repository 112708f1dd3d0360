"""Owners that die by a kill, with real processes."""

import logging
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from spiders import spool
from spiders.spool import Broken, read
from storage.crawled import Page
from tests.spiders.spool_examples import one_file, outcome, page, spooled

ROOT = Path(__file__).parents[2]
PREFACE = """
import sys, itertools
from pathlib import Path
from spiders import spool
from spiders.spool import Writer
from tests.spiders.spool_examples import Clock, page
folder = Path(sys.argv[1]) / "spool"
"""
WRITES_ON = """
with Writer(folder, "roads", Clock(), most_pages=10**6) as writer:
    for number in itertools.count():
        writer.page(page(number, bytes(str(number), "ascii") * 20_000))
        print(number, flush=True)
"""
WRITES_ONE_AND_WAITS = """
with Writer(folder, "roads", Clock()) as writer:
    writer.page(page(1))
    print("written", flush=True)
    sys.stdin.readline()
    writer.page(page(2))
"""
CLAIMS_AND_WAITS = """
claimed = spool.claim(folder)
print(claimed.path.name, flush=True)
sys.stdin.readline()
spool.archive(claimed)
"""
WRITES_MANY_FILES = """
with Writer(folder, "roads", Clock(), most_pages=1) as writer:
    for number in range(40):
        writer.page(page(number))
"""
SALVAGES_AND_CLAIMS = """
while len(list((folder.parent / "pages").glob("*/*/*.warc.gz"))) < 80:
    spool.salvage(folder)
    if claimed := spool.claim(folder):
        print(*(p.key for p in spool.read(claimed.path)), flush=True)
        spool.archive(claimed)
"""
Start = Callable[[str], "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts children of this test; what still runs at its end is killed."""
    children: list[subprocess.Popen[str]] = []

    def run(code: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-c", PREFACE + code, str(tmp_path)]
        pipe = subprocess.PIPE
        child = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
        children.append(child)
        return child

    yield run
    for child in children:
        child.kill()
        child.communicate()


def told(child: "subprocess.Popen[str]") -> str:
    assert child.stdout
    return child.stdout.readline().strip()


def everything(home: Path) -> list[str]:
    """The keys of all pages in closed files; nothing may be broken."""
    paths = sorted((home / "spool").glob("*.warc.gz"))
    found = [item for path in paths for item in read(path)]
    assert not [item for item in found if isinstance(item, Broken)]
    return [item.key for item in found if isinstance(item, Page)]


def test_a_killed_writer_loses_no_whole_record(tmp_path: Path, start: Start) -> None:
    writer = start(WRITES_ON)
    while told(writer) != "30":
        pass
    writer.kill()
    last = max(int(line) for line in writer.communicate()[0].split() or ["30"])
    spool.salvage(tmp_path / "spool")
    keys = everything(tmp_path)
    assert len(keys) >= last + 1
    assert keys == [f"post:{number}" for number in range(len(keys))]
    assert not list((tmp_path / "spool").glob("*.open"))


def test_the_file_of_a_living_writer_is_left_alone(tmp_path: Path, start: Start) -> None:
    writer = start(WRITES_ONE_AND_WAITS)
    assert told(writer) == "written"
    spool.salvage(tmp_path / "spool")
    assert everything(tmp_path) == []
    writer.communicate("go on\n")
    assert writer.returncode == 0
    assert everything(tmp_path) == ["post:1", "post:2"]


def test_what_a_killed_reader_held_is_given_back(
    tmp_path: Path, start: Start, caplog: pytest.LogCaptureFixture
) -> None:
    path = one_file(tmp_path, page(1), page(2))
    reader = start(CLAIMS_AND_WAITS)
    assert told(reader) == path.name + ".claimed"
    spool.salvage(tmp_path / "spool")
    assert spool.claim(tmp_path / "spool") is None
    reader.kill()
    reader.wait()
    assert spool.claim(tmp_path / "spool") is None
    with caplog.at_level(logging.WARNING):
        spool.salvage(tmp_path / "spool")
    assert "its reader died" in caplog.text
    claimed = spool.claim(tmp_path / "spool")
    assert claimed
    assert [item.key for item in read(claimed.path) if isinstance(item, Page)] == [
        "post:1",
        "post:2",
    ]
    spool.release(claimed)


def test_writers_readers_and_salvagers_at_once_lose_and_double_nothing(
    tmp_path: Path, start: Start
) -> None:
    readers = [start(SALVAGES_AND_CLAIMS) for _ in range(3)]
    writers = [start(WRITES_MANY_FILES) for _ in range(2)]
    assert [writer.wait() for writer in writers] == [0, 0]
    read_keys = [key for reader in readers for key in reader.communicate()[0].split()]
    assert [reader.returncode for reader in readers] == [0, 0, 0]
    assert sorted(read_keys) == sorted(2 * [f"post:{number}" for number in range(40)])


def test_a_file_torn_at_any_byte_keeps_its_whole_records(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    whole = one_file(tmp_path, page(1), outcome(2), page(3))
    data = whole.read_bytes()
    found = list(read(whole))
    third = found[2]
    assert isinstance(third, Page)
    assert third.place
    first = found[0]
    assert isinstance(first, Page)
    assert first.place
    whole.unlink()
    folder = tmp_path / "spool"
    ends = [first.place.length, third.place.offset, len(data)]
    near = {end + by for end in (0, *ends) for by in range(-12, 13)}
    for cut in sorted(c for c in {*range(0, len(data), 9), *near} if 0 <= c <= len(data)):
        (folder / f"{whole.name}.open").write_bytes(data[:cut])
        caplog.clear()
        spool.salvage(folder)
        kept = found[: sum(end <= cut for end in ends)]
        assert (list(read(whole)) if whole.exists() else []) == kept
        assert whole.exists() == bool(kept)
        assert ("torn record" in caplog.text) == (cut not in (0, *ends))
        whole.unlink(missing_ok=True)


def test_a_write_that_failed_half_way_leaves_whole_records(tmp_path: Path) -> None:
    noise = random.Random(5).randbytes(100_000)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with spooled(tmp_path, page(1)) as writer:
        for _ in range(2):
            resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, hard))
            try:
                with pytest.raises(OSError, match="File too large"):
                    writer.page(page(9, noise))
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            writer.page(page(2))
    assert everything(tmp_path) == ["post:1", "post:2", "post:2"]


def test_a_last_write_that_failed_half_way_is_cut_off(tmp_path: Path) -> None:
    with spooled(tmp_path, page(1)):
        (path,) = (tmp_path / "spool").glob("*.open")
        with path.open("ab") as file:
            file.write(b"\x1f\x8b\x08 torn")
    assert everything(tmp_path) == ["post:1"]

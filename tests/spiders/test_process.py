"""A child that dies, hangs or chatters is an error in words, and none outlives its parent."""

import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from spiders.process import MOST_LOG
from spiders.run import CrawlResult, Progress, crawl
from spiders.spool import read
from tests.spiders.crawls import NOW, POSTS, blog, post, posts, run, serve
from tests.spiders.site import Hang, Site, html


def crawl_of(module: str, home: Path, site: Site, silence: float = 60.0) -> CrawlResult:
    (home / "bad_catalogue.py").write_text(module)
    return crawl(blog(site), (), home, NOW, catalogue_module="bad_catalogue", silence=silence)


def test_a_child_that_dies_is_told_with_its_log(site: Site, home: Path) -> None:
    result = crawl_of(
        "import os, sys\nprint('last words')\nsys.stdout.flush()\nos._exit(7)", home, site
    )
    log = home / "logs" / "crawl-scripted.log"
    assert result == CrawlResult(error=f"Its crawl ended early (exit code 7); {log} may say more.")
    assert log.read_text() == "last words\n"


def test_a_child_that_hangs_is_ended(site: Site, home: Path) -> None:
    began = time.monotonic()
    # It does not listen to a polite end either.
    module = "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(99)"
    result = crawl_of(module, home, site, silence=0.7)
    assert result.error is not None
    assert "was ended after 1 s without a sign of life" in result.error
    assert time.monotonic() - began < 20


def test_what_a_child_prints_is_bounded_and_no_reply(site: Site, home: Path) -> None:
    chatter = (
        "import sys\nprint('{\"result\": {}}')\nsys.stderr.write('x' * 3_000_000)\nSOURCES = 1"
    )
    result = crawl_of(chatter, home, site)
    assert result.error is not None
    assert "bad_catalogue" in result.error
    assert (home / "logs" / "crawl-scripted.log").stat().st_size == MOST_LOG


def test_a_spool_that_cannot_be_written_fails_the_crawl(site: Site, home: Path) -> None:
    serve(site, {POSTS: posts(post(1, site))})
    (home / "spool").write_text("a file where the folder belongs")
    result = crawl_of(
        f"from spiders.sources import Source\nSOURCES = ({blog(site)!r},)", home, site
    )
    assert result.error is not None
    assert "ended early (exit code 1)" in result.error
    assert "Error" in (home / "logs" / "crawl-scripted.log").read_text()
    assert "/post-1/" not in site.paths()


def test_progress_is_told_and_the_job_leaves_nothing(site: Site, home: Path) -> None:
    serve(site, {POSTS: posts(post(1, site), post(2, site))})
    site.routes |= {"/post-1/": html("One."), "/post-2/": html("Two.")}
    told: list[Progress] = []
    crawled = run(blog(site, delay=0.3), home, on_progress=told.append)
    assert crawled.result.fetched == 2
    # Scrapy varies the delay by half.
    times = [asked.at for asked in site.asked]
    assert all(later - earlier > 0.13 for earlier, later in pairwise(times))
    assert told[0] == Progress(0, None)
    assert told[-3:] == [Progress(0, 2), Progress(1, 2), Progress(2, 2)]
    assert list((home / "tmp").iterdir()) == []
    assert all(p.fetched_at > NOW for p in crawled.pages())
    assert all((p.fetched_at - NOW).total_seconds() < 60 for p in crawled.pages())


def test_a_caller_that_is_interrupted_ends_the_child(site: Site, home: Path) -> None:
    def interrupted(progress: Progress) -> None:
        if progress.fetched:
            raise KeyboardInterrupt

    serve(site, {POSTS: posts(*(post(n, site) for n in range(1, 50)))})
    site.routes |= {f"/post-{n}/": html("Whole.") for n in range(1, 50)}
    with pytest.raises(KeyboardInterrupt):
        run(blog(site, delay=0.2), home, on_progress=interrupted)
    asked = len(site.asked)
    assert asked < 10
    assert list((home / "tmp").iterdir()) == []
    # What it had is closed and waits in the spool; nobody says that the source failed.
    for path in (home / "spool").glob("*.warc.gz"):
        assert "source_failed" not in {getattr(record, "kind", "page") for record in read(path)}
    left = {"".join(path.suffixes) for path in (home / "spool").iterdir()} - {""}
    assert left == {".warc.gz"}


def test_an_interrupt_from_the_terminal_is_no_failure_of_the_source(site: Site, home: Path) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.fetched:
            for child in children_of(os.getpid()):
                os.kill(child, signal.SIGINT)

    serve(site, {POSTS: posts(*(post(n, site) for n in range(1, 50)))})
    site.routes |= {f"/post-{n}/": html("Whole.") for n in range(1, 50)}
    crawled = run(blog(site, delay=0.3), home, on_progress=interrupt)
    assert crawled.result.error == "Its crawl was interrupted."
    assert crawled.pages()
    assert crawled.outcomes("source_failed") == crawled.outcomes("crawled") == []


PARENT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from spiders.run import crawl
from spiders.sources import catalogue

source = catalogue("hanging")["scripted"]
crawl(source, (), Path(sys.argv[1]), datetime(2026, 3, 1, tzinfo=UTC), catalogue_module="hanging")
"""


def test_a_child_does_not_outlive_a_killed_parent(site: Site, home: Path) -> None:
    serve(site, {"/robots.txt": Hang()})
    source = blog(site, timeout=60.0)
    (home / "hanging.py").write_text(
        f"from spiders.sources import Source\nSOURCES = ({source!r},)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(home)])
    deadline = time.monotonic() + 30
    while not site.asked and time.monotonic() < deadline:
        time.sleep(0.05)
    child = children_of(parent.pid)
    assert child
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    while any(Path(f"/proc/{pid}").exists() for pid in child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in child if Path(f"/proc/{pid}").exists()] == []


def children_of(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [int(child) for task in tasks for child in (task / "children").read_text().split()]

"""Pages and outcomes for the tests of the spool."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from spiders.spool import Writer
from spiders.warc_http import digest_of
from storage.crawled import Listed, Outcome, Page

NOW = datetime(2026, 3, 20, 2, 30, 15, 123456, tzinfo=UTC)
LISTED = Listed("交通运输部：加快农村公路建设", NOW - timedelta(days=1), "v7")


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


def page(number: int = 1, body: bytes | None = None) -> Page:
    """A page as a crawl brings it."""
    content = f"<p>Page {number}, 第{number}页</p>".encode() if body is None else body
    return Page(
        source="roads",
        key=f"post:{number}",
        url=f"https://roads.example/{number}?a=1#top",
        fetched_at=NOW + timedelta(seconds=number),
        status=200,
        headers=(("Content-Type", "text/html; charset=utf-8"), ("ETag", '"x-1"')),
        body=content,
        digest=digest_of(content),
        listed=LISTED,
    )


def outcome(number: int = 1) -> Outcome:
    """What a crawl says of an item that it could not fetch."""
    return Outcome(
        source="roads",
        kind="failed",
        at=NOW,
        key=f"post:{number}",
        url=f"https://roads.example/{number}",
        detail="503, told to wait",
        status=503,
        retry_at=NOW + timedelta(hours=1),
        listed=LISTED,
    )


@contextmanager
def spooled(home: Path, *found: Page | Outcome) -> Iterator[Writer]:
    """A writer that has appended what was found, closed at the end."""
    with Writer(home / "spool", "roads", Clock()) as writer:
        for item in found:
            if isinstance(item, Page):
                writer.page(item)
            else:
                writer.outcome(item)
        yield writer


def one_file(home: Path, *found: Page | Outcome) -> Path:
    """The closed spool file that holds what was found."""
    with spooled(home, *found):
        pass
    (path,) = (home / "spool").glob("*.warc.gz")
    return path

"""A crawl without its child process: the same records, by the real writer, into the real spool."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from spiders.backfilled import writer_name
from spiders.miit_ids import article_id
from spiders.spool import Writer
from spiders.warc_http import digest_of
from storage.crawled import Known, Listed, Outcome, Page
from tests.press.edition import path_of
from tests.press.texts import Text
from tests.quality.year.sites import YearPress

SECOND = timedelta(seconds=1)
# A list page has so many items; one with nothing but settled items ends the paging.
ROWS = 10


class Clock:
    """A clock that goes on by a second each time it is read."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += SECOND
        return self.at


@dataclass(frozen=True)
class Item:
    """An item of a list, under the key that the spider of its site gives it."""

    key: str
    url: str
    listed: Listed


def crawl(
    press: YearPress, site: str, known: list[Known], home: Path, now: datetime, most: int = 50
) -> None:
    """List a site's newest items and fetch those that are new, changed or due, `most` a file."""
    clock = Clock(now)
    held = {each.key: each for each in known}
    with Writer(home / "spool", site, clock, most) as writer:
        listed = list(_listed(press, site, held))
        for item in listed:
            writer.outcome(_outcome("listed", site, item, clock()))
        wanted = {item.key: item for item in listed if _is_wanted(item, held.get(item.key))}
        wanted |= {
            each.key: Item(each.key, each.url, Listed()) for each in known
            if each.due and each.key not in wanted
        }  # fmt: skip
        for item in wanted.values():
            _fetch(writer, press, site, item, held.get(item.key), clock)
        writer.outcome(Outcome(site, "crawled", clock(), items=len(listed)))


def backfill(press: YearPress, site: str, home: Path, now: datetime) -> None:
    """Walk through all that a site ever published."""
    clock = Clock(now)
    with Writer(home / "spool", writer_name(site), clock) as writer:
        for text in press.shown(site):
            item = _item(press, text)
            writer.outcome(_outcome("listed", site, item, clock()))
            _fetch(writer, press, site, item, None, clock)


def _fetch(
    writer: Writer, press: YearPress, site: str, item: Item, known: Known | None, clock: Clock
) -> None:
    """Fetch a page and keep it, or what came in its place."""
    path = item.url.removeprefix(press.urls[site])
    answer = press.get(site, path, known.etag if known else None)
    if answer.status == 304:
        writer.outcome(_outcome("unchanged", site, item, clock(), 304))
    elif answer.status != 200:
        writer.outcome(_outcome("failed", site, item, clock(), answer.status))
    else:
        headers = (("Content-Type", answer.content_type), *answer.headers)
        digest = digest_of(answer.body)
        page = Page(site, item.key, item.url, clock(), 200, headers, answer.body, digest)
        writer.page(page)


def _listed(press: YearPress, site: str, held: dict[str, Known]) -> Iterator[Item]:
    shown = press.shown(site)
    newest = sorted(shown, key=lambda t: t.modified if site == "blog" else t.published)[::-1]
    for begin in range(0, len(newest), ROWS):
        items = [_item(press, text) for text in newest[begin : begin + ROWS]]
        yield from items
        if all(item.key in held and held[item.key].settled for item in items):
            return


def _is_wanted(item: Item, known: Known | None) -> bool:
    if known is None or known.due:
        return True
    return item.listed.modified is not None and item.listed.modified != known.modified


def _item(press: YearPress, text: Text) -> Item:
    path = path_of(text)
    url = press.urls[text.site] + path
    key = {
        "blog": str(text.number),
        "ministry": article_id(path) or "",
        "portal": url,
        "wire": str(text.number),
    }[text.site]
    changed = f"{text.modified.astimezone(UTC):%Y-%m-%dT%H:%M:%S}" if text.site == "blog" else None
    return Item(key, url, Listed(text.title, text.published, changed))


def _outcome(kind: str, site: str, item: Item, at: datetime, status: int | None = None) -> Outcome:
    return Outcome(
        site, kind, at, item.key, item.url, status=status,  # type: ignore[arg-type]
        listed=item.listed,
    )  # fmt: skip

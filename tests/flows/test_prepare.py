import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from flows.prepare import Prepared, Refused, prepare_all
from flows.progress import Event, Warned, listening
from storage.crawled import Page

ROOT = Path(__file__).parents[2]
BODY = """<html><head><title>Ferries to run at night</title></head><body><article>
<h1>Ferries to run at night</h1>
<p>On May 3, Ana Ferro, Minister of Harbours, said at the Harbour Forum in Maro that ferries would
run all night from the first of June. “We carry everyone who must be at work before dawn,” she said.
</p></article></body></html>"""


def page(key: str, body: str = BODY) -> Page:
    data = body.encode()
    digest = f"sha256:{sha256(data).hexdigest()}"
    at = datetime(2031, 5, 4, tzinfo=UTC)
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return Page("gazette", key, f"https://gazette.example/{key}", at, 200, headers, data, digest)


def hang_or_die(page: Page, zone: str) -> Prepared | Refused:
    """What a page can do to the process that reads it."""
    if page.key == "hang":
        time.sleep(60)
    if page.key == "die":
        os.abort()
    if page.key == "bug":
        raise KeyError(page.key)
    return _read(page, zone)


def _read(page: Page, zone: str) -> Prepared | Refused:
    from flows.prepare import prepare  # noqa: PLC0415 - in the reading process

    return prepare(page, zone)


def test_pages_become_articles_with_tags_in_their_order() -> None:
    pages = [(page("1"), "UTC"), (page("2", "<html></html>"), "UTC"), (page("3"), "UTC")]
    first, second, third = (item for item, _ in prepare_all(pages, workers=2))
    assert isinstance(first, Prepared)
    assert isinstance(third, Prepared)
    assert (first.page.key, third.page.key) == ("1", "3")
    assert first.page.body == b""
    assert [speaker.name for speaker in first.reading.speakers] == ["Ana Ferro"]
    assert first.keys
    assert isinstance(second, Refused)
    assert second.rejection.reason


def troubled_once(page: Page, zone: str) -> Prepared | Refused:
    """A trouble that has passed when the page, whose address names a file, is read again."""
    mark = Path(page.url)
    if page.key in ("hang", "die") and not mark.exists():
        mark.touch()
        hang_or_die(page, zone)
    return _read(page, zone)


def test_a_page_that_hangs_or_kills_its_process_costs_itself_alone() -> None:
    pages = [(page(key), "UTC") for key in ("hang", "1", "die", "2")]
    found = [item for item, _ in prepare_all(pages, 2, work=hang_or_die, page_seconds=4)]
    assert [(type(item), item.page.key) for item in found] == [
        (Prepared, "1"),
        (Prepared, "2"),
        (Refused, "hang"),
        (Refused, "die"),
    ]
    hung, died = found[2:]
    assert isinstance(hung, Refused)
    assert "more than 4 s" in hung.rejection.reason
    assert isinstance(died, Refused)
    assert "process died" in died.rejection.reason


def test_a_trouble_that_passes_costs_no_page(tmp_path: Path) -> None:
    pages = [
        (replace(page(key), url=str(tmp_path / f"{key}.mark")), "UTC")
        for key in ("hang", "1", "die")
    ]
    found = [item for item, _ in prepare_all(pages, 2, work=troubled_once, page_seconds=4)]
    assert [(type(item), item.page.key) for item in found] == [
        (Prepared, "1"),
        (Prepared, "hang"),
        (Prepared, "die"),
    ]


def test_a_page_on_which_reading_has_a_bug_is_refused_and_told() -> None:
    told: list[Event] = []
    pages = [(page(key), "UTC") for key in ("1", "bug", "2")]
    with listening(told.append):
        found = [item for item, _ in prepare_all(pages, 2, work=hang_or_die)]
    assert [type(item) for item in found] == [Prepared, Refused, Prepared]
    assert isinstance(found[1], Refused)
    assert found[1].rejection.reason == "reading it failed: KeyError: 'bug'"
    assert found[1].page.body == b""
    assert [event for event in told if isinstance(event, Warned)] == [
        Warned("https://gazette.example/bug: reading it failed: KeyError: 'bug'")
    ]


BEGINS_WARM = """
import sys
from flows.prepare import prepare_all
from tests.flows.test_prepare import has_all_loaded, page
if __name__ == "__main__":
    for refused, _ in prepare_all([(page("1"), "UTC")], workers=1, work=has_all_loaded):
        print(refused.rejection.reason)
"""


def has_all_loaded(page: Page, zone: str) -> Prepared | Refused:
    """Refuse a page, saying whether its process was given all that reading loads."""
    raise KeyError("flows.warm" in sys.modules)


def test_a_reading_process_is_forked_with_everything_loaded() -> None:
    command = [sys.executable, "-c", BEGINS_WARM]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == "reading it failed: KeyError: True\n", told.stderr

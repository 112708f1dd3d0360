"""What a user hands to `onrecord read`: HTML, text, WARC, JSON lines or addresses, as articles."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from flows.text.clean import Provenance, clean_html, clean_page, clean_text
from spiders.spool import Broken, read
from storage.crawled import Outcome, Page
from storage.failure import Failure
from storage.records import Article, Rejection

# The same bound as for a page that is fetched; a file of JSON lines is read line by line.
MAX_DOCUMENT = 10 * 1024 * 1024
WARC_NAMES = (".warc", ".warc.gz", ".arc", ".arc.gz")
LINES_NAMES = (".jsonl", ".ndjson")


class UnreadableError(Failure):
    """A file that cannot be read at all; the message says why."""


Document = tuple[str, Article | Rejection]
Fetch = Callable[[str], Page | Outcome]


def documents(argument: str, fetch: Fetch) -> Iterator[Document]:
    """Every document of a file, an address, or standard input for `-`, with a name of its own.

    `fetch` is asked for addresses. Raises UnreadableError for a file that is missing, a folder,
    lines that are no JSON, or an address that gives no page.
    """
    path = Path(argument)
    if argument.startswith(("http://", "https://")):
        yield argument, _fetched(argument, fetch)
        return
    if argument != "-" and not path.is_file():
        raise UnreadableError(f"{argument}: no such file")
    if path.name.endswith(WARC_NAMES):
        yield from _warc(path)
    elif path.name.endswith(LINES_NAMES):
        with path.open("rb") as lines:
            yield from _json_lines(argument, lines)
    else:
        data = _bounded(argument)
        if data.lstrip()[:1] == b"{":
            yield from _json_lines(argument, iter(data.splitlines()))
        else:
            yield path.stem if argument != "-" else "stdin", _one(data)


def _fetched(url: str, fetch: Fetch) -> Article | Rejection:
    answer = fetch(url)
    if isinstance(answer, Outcome):
        raise UnreadableError(f"{url}: {answer.detail}")
    return clean_page(answer, "UTC")


def _bounded(argument: str) -> bytes:
    if argument == "-":
        data = sys.stdin.buffer.read(MAX_DOCUMENT + 1)
    else:
        with Path(argument).open("rb") as file:
            data = file.read(MAX_DOCUMENT + 1)
    if len(data) > MAX_DOCUMENT:
        raise UnreadableError(f"{argument}: larger than {MAX_DOCUMENT // 2**20} MB")
    return data


def _one(data: bytes) -> Article | Rejection:
    if _looks_like_text(data):
        return clean_text(data.decode("utf-8"))
    return clean_html(data, Provenance())


def _looks_like_text(data: bytes) -> bool:
    try:
        head = data.decode("utf-8")[:2000].lower()
    except UnicodeDecodeError:
        return False
    return not any(mark in head for mark in ("<html", "<!doctype", "<head", "<body", "<div", "<p>"))


def _json_lines(argument: str, lines: Iterator[bytes]) -> Iterator[Document]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            name = str(given.get("id", number))
            yield name, _given(given)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableError(
                f"{argument}, line {number}: not an object with html or text ({error})"
            ) from None


def _given(given: dict[str, Any]) -> Article | Rejection:
    known = Provenance(url=given.get("url") or "")
    if given.get("html") is not None:
        cleaned: Article | Rejection = clean_html(given["html"], known)
    else:
        cleaned = clean_text(given["text"], known)
    if given.get("published") and isinstance(cleaned, Article):
        published = datetime.fromisoformat(given["published"])
        return replace(cleaned, published_at=published, published_rule="given")
    return cleaned


def _warc(path: Path) -> Iterator[Document]:
    for record in read(path):
        if isinstance(record, Page):
            yield record.url, clean_page(record, "UTC")
        elif isinstance(record, Broken):
            yield f"{path.name}@{record.offset}", Rejection("", "", "", record.reason)

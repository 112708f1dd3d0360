"""`onrecord read`: what the pipeline makes of documents, stored nowhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from rich.console import Console

from flows.colour_view import as_page
from flows.documents import Document, documents
from flows.plain_view import as_text
from flows.printable import printable
from flows.settings import Settings
from flows.shape import document, rejected
from flows.terminal import print_json, print_lines
from flows.text.cluster import group
from flows.text.statements import read
from spiders.run import fetch_one
from storage.crawled import Outcome, Page
from storage.failure import Failure
from storage.records import Article, Rejection


def read_documents(arguments: Sequence[str], *, cluster: bool, form: str) -> int:
    """Print one JSON line (or a readable page) for each document; 1 if a file was unreadable.

    Documents are printed as they are read; only `cluster` has to wait for the last of them.
    """
    failures: list[str] = []
    cleaned = _each(arguments, failures)
    show = _for_a_person() if form == "text" else print_json
    for shape in _clustered(list(cleaned)) if cluster else _read_all(cleaned):
        show(shape)
    for failure in failures:
        sys.stderr.write(printable(f"onrecord: {failure}") + "\n")
    return 1 if failures else 0


def _for_a_person() -> Callable[[dict[str, Any]], None]:
    """Colours on a terminal; brackets where the output goes elsewhere."""
    console = Console()
    if not console.is_terminal:
        return lambda shape: print_lines([as_text(shape)])
    return lambda shape: console.print(*as_page(shape), sep="\n", highlight=False)


def _read_all(cleaned: Iterable[Document]) -> Iterator[dict[str, Any]]:
    for name, item in cleaned:
        if isinstance(item, Rejection):
            yield rejected(name, item)
        else:
            yield document(name, item, read(item))


def _clustered(cleaned: Sequence[Document]) -> Iterator[dict[str, Any]]:
    articles = {
        number: (article, read(article))
        for number, (_, article) in enumerate(cleaned)
        if isinstance(article, Article)
    }
    labels = dict(zip(articles, group(list(articles.values())), strict=True))
    for number, (name, item) in enumerate(cleaned):
        if isinstance(item, Rejection):
            yield rejected(name, item)
        else:
            article, reading = articles[number]
            yield document(name, article, reading, labels[number])


def _each(arguments: Sequence[str], failures: list[str]) -> Iterator[Document]:
    home = Settings.from_env().home

    def fetch(url: str) -> Page | Outcome:
        now = datetime.now(UTC)  # noqa: TID251 - a command is where the clock is read
        return fetch_one(url, home, now)

    for argument in arguments:
        try:
            yield from documents(argument, fetch)
        except Failure as failure:
            failures.append(str(failure))

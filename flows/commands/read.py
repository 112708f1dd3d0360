"""`onrecord read`: what the pipeline makes of documents, stored nowhere."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from flows.documents import Document, documents
from flows.plain_view import as_text
from flows.shape import document, rejected
from flows.text.cluster import group
from flows.text.statements import read
from storage.failure import Failure
from storage.records import Article, Rejection


def read_documents(arguments: Sequence[str], *, cluster: bool, form: str) -> int:
    """Print one JSON line (or a readable page) for each document; 1 if a file was unreadable.

    Documents are printed as they are read; only `cluster` has to wait for the last of them.
    """
    failures: list[str] = []
    shapes = _clustered(arguments, failures) if cluster else _read_all(arguments, failures)
    for shape in shapes:
        sys.stdout.write(
            as_text(shape) if form == "text" else json.dumps(shape, ensure_ascii=False)
        )
        sys.stdout.write("\n")
        sys.stdout.flush()
    for failure in failures:
        sys.stderr.write(f"onrecord: {failure}\n")
    return 1 if failures else 0


def _read_all(arguments: Sequence[str], failures: list[str]) -> Iterator[dict[str, Any]]:
    for name, cleaned in _each(arguments, failures):
        if isinstance(cleaned, Rejection):
            yield rejected(name, cleaned)
        else:
            yield document(name, cleaned, read(cleaned))


def _clustered(arguments: Sequence[str], failures: list[str]) -> Iterator[dict[str, Any]]:
    cleaned = list(_each(arguments, failures))
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
    for argument in arguments:
        try:
            yield from documents(argument)
        except Failure as failure:
            failures.append(str(failure))

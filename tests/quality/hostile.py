"""Inputs that broke parsers: each is cleaned and read without a crash, and in bounded time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from flows.text.clean import Provenance, clean_html
from flows.text.statements import read as read_article
from storage.records import Article
from tests.quality.figures import Figure, count

# CPU seconds.
MAX_SECONDS = 2.0
BATCH = 200
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")

Batch = tuple[bytes, ...]


def fuzzed(folder: Path) -> list[Batch]:
    """The test cases of a fuzzer, one a file."""
    return [(path.read_bytes(),) for path in sorted(folder.glob("*.testcase"))]


def parser_tests(folder: Path) -> list[Batch]:
    """The inputs of a parser's conformance tests, in batches."""
    inputs = [*_documents(folder), *_encoded(folder)]
    return [tuple(inputs[at : at + BATCH]) for at in range(0, len(inputs), BATCH)]


def read(batch: Batch) -> list[bool]:
    """Whether each input was read in time, and ended as an article or a rejection."""
    return [survives(body) for body in batch]


def survives(body: bytes) -> bool:
    """Whether reading `body` raises nothing and takes at most `MAX_SECONDS`."""
    began = process_time()
    try:
        found = clean_html(body, Provenance())
        if isinstance(found, Article):
            read_article(found)
    except Exception:  # noqa: BLE001 - whatever is raised is what this counts
        return False
    return process_time() - began <= MAX_SECONDS


def figures(_: Sequence[Batch], found: Sequence[list[bool]]) -> list[Figure]:
    """The number of inputs that were read."""
    return [Figure("read", count, tuple((float(ok), 1.0) for batch in found for ok in batch))]


def _documents(folder: Path) -> Iterator[bytes]:
    """What tokenizers are given, and what serializers make."""
    for path in sorted(folder.rglob("*.test")):
        held = json.loads(path.read_text(encoding="utf-8"))
        for test in held.get("tests") or held["xmlViolationTests"]:
            for text in _texts(test):
                yield text.encode("utf-8", "surrogatepass")


def _texts(test: dict[str, Any]) -> list[str]:
    if "expected" in test:
        return [*test["expected"], *test.get("xhtml", ())]
    if test.get("doubleEscaped"):
        return [_ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), test["input"])]
    return [test["input"]]


def _encoded(folder: Path) -> Iterator[bytes]:
    """Bytes in many encodings, labelled and not."""
    for path in sorted(folder.rglob("*.dat")):
        for block in path.read_bytes().split(b"#data\n")[1:]:
            yield block.partition(b"\n#encoding\n")[0]
    for path in sorted(folder.rglob("test_*.txt")):
        yield path.read_bytes()

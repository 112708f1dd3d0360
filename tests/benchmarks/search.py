"""Time the look-ups of the full text search in a record of invented texts, on both databases.

    python -m tests.benchmarks.search [--texts N] [--rounds N]

Every third text is English, the others are Chinese with English words and numbers among them;
characters and words are drawn as unevenly as in real texts (Zipf's law). A look-up is the whole
of `storage.search.search`: the index, the joins, twenty statements with their snippets. CPU is
this process's own, without PostgreSQL's server.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Engine, insert, text

from storage.database import connect, reading, serial, upgrade
from storage.models import ArticleRow, PageRow, ReportRow, SourceRow, StatementRow
from storage.search import search
from storage.search_index import position
from storage.search_text import tokens
from storage.tag_models import SearchRow, SpeakerRow
from tests.postgresql import postgresql_url

START = datetime(2030, 1, 1, tzinfo=UTC)
BATCH = 500


class Language:
    """Characters and words with Zipf's frequencies."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.han = [chr(0x4E00 + n) for n in self.random.sample(range(0x5000), 3000)]
        letters = "etaoinshrdlucmfwypvbgkqjxz"
        self.words = sorted(
            {"".join(self.random.choices(letters, k=self.random.randint(2, 9))) for _ in "x" * 9000}
        )
        self.random.shuffle(self.words)
        self._han_weights = list(accumulate(1 / (n + 1) for n in range(len(self.han))))
        self._word_weights = list(accumulate(1 / (n + 1) for n in range(len(self.words))))

    def some_han(self, count: int) -> str:
        """So many Han characters, in a row."""
        return "".join(self.random.choices(self.han, cum_weights=self._han_weights, k=count))

    def some_words(self, count: int) -> str:
        """So many words."""
        return " ".join(self.random.choices(self.words, cum_weights=self._word_weights, k=count))

    def text(self, *, english: bool) -> str:
        """A text of 200 to 600 words, or of 300 to 1,500 characters."""
        if english:
            return ". ".join(self.some_words(12) for _ in range(self.random.randint(17, 50)))
        clauses = [self.some_han(self.random.randint(5, 20)) for _ in range(24, 120)]
        for _ in range(8):
            place = self.random.randrange(len(clauses))
            clauses[place] += f"{self.some_words(1)}{self.random.randint(2, 2000)}"
        return "，".join(clauses[: self.random.randint(24, 96)])


def main() -> None:
    """Fill both databases and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        _measure("SQLite", f"sqlite:///{folder}/onrecord.db", given.texts, given.rounds)
        with postgresql_url(Path(folder)) as url:
            if url is not None:
                _measure("PostgreSQL", url, given.texts, given.rounds)


def _measure(name: str, url: str, texts: int, rounds: int) -> None:
    engine = connect(url, create=True)
    upgrade(engine)
    language = Language(7)
    began = time.perf_counter()
    _fill(engine, language, texts)
    sys.stdout.write(f"\n{name}: {texts} texts in {time.perf_counter() - began:.0f} s\n")
    for kind, queries in _queries(language, rounds).items():
        _look_up(engine, queries[0])
        times = [_look_up(engine, query) for query in queries]
        wall, cpu = (sorted(column) for column in zip(*times, strict=True))
        sys.stdout.write(
            f"  {kind:<28} p50 {statistics.median(wall):7.2f} ms   p95"
            f" {wall[int(len(wall) * 0.95)]:7.2f} ms   CPU p50 {statistics.median(cpu):6.2f} ms\n"
        )
    engine.dispose()


def _fill(engine: Engine, language: Language, texts: int) -> None:
    with serial(engine) as session:
        session.execute(insert(SourceRow).values(name="s", first_crawl_at=START))
        for first in range(1, texts + 1, BATCH):
            ids = range(first, min(first + BATCH, texts + 1))
            rows = [_rows(number, language) for number in ids]
            for table in (PageRow, ArticleRow, StatementRow, ReportRow, SpeakerRow, SearchRow):
                session.execute(insert(table), [row[table] for row in rows])
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("ANALYZE"))


def _rows(number: int, language: Language) -> dict[type, dict[str, Any]]:
    at = START + timedelta(minutes=language.random.randrange(500_000))
    english = number % 3 == 0
    content = language.text(english=english)
    title = language.some_words(8) if english else language.some_han(18)
    page = {"id": number, "source": "s", "key": str(number), "url": f"https://s.example/{number}"}
    return {
        PageRow: page | {
            "digest": "d", "fetched_at": at, "status": 200, "warc_file": "f", "warc_offset": 0,
            "warc_length": 1,
        },
        ArticleRow: page | {
            "page_id": number, "lang": "en" if english else "zh", "title": title, "text": content,
            "published_at": at, "dates": [], "text_digest": str(number),
            "signature": list(range(128)), "sketch": {}, "is_statement": True, "why": "",
            "hosts": [], "precision": "none", "reader_version": 1, "stored_at": at,
            "event_rule": "", "event_confidence": 1.0, "date_rule": "", "date_confidence": 1.0,
            "place_rule": "", "place_confidence": 1.0,
        },
        StatementRow: {
            "id": number, "lead_article_id": number, "newness": "new", "newness_why": "",
            "first_seen_at": at,
        },
        ReportRow: {"article_id": number, "statement_id": number, "reasons": []},
        SpeakerRow: {
            "article_id": number, "position": 0, "name": language.some_han(3), "main": True,
            "rule": "", "confidence": 1.0,
        },
        SearchRow: {
            "article_id": number, "position": position(at, number),
            "tokens": tokens(title, content),
        },
    }  # fmt: skip


def _queries(language: Language, rounds: int) -> dict[str, Sequence[str]]:
    def drawn(make: Iterator[str]) -> list[str]:
        return [next(make) for _ in range(rounds)]

    return {
        "one character": drawn(language.some_han(1) for _ in iter(int, 1)),
        "two characters": drawn(language.some_han(2) for _ in iter(int, 1)),
        "three characters": drawn(language.some_han(3) for _ in iter(int, 1)),
        "a word": drawn(language.some_words(1) for _ in iter(int, 1)),
        "two words": drawn(language.some_words(2) for _ in iter(int, 1)),
        "a phrase": drawn(f'"{language.some_words(2)}"' for _ in iter(int, 1)),
        "two characters and a word": drawn(
            f"{language.some_han(2)} {language.some_words(1)}" for _ in iter(int, 1)
        ),
        "the commonest character": [language.han[0]] * rounds,
        "the commonest word": [language.words[0]] * rounds,
    }


def _look_up(engine: Engine, query: str) -> tuple[float, float]:
    """Milliseconds that passed, and those that this process computed."""
    began, computed = time.perf_counter(), time.process_time()
    with reading(engine) as session:
        search(session, query)
    return (time.perf_counter() - began) * 1000, (time.process_time() - computed) * 1000


if __name__ == "__main__":
    main()

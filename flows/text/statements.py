"""Read one article: the door to the readers of each language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flows.text.chinese.reader import read as read_chinese
from flows.text.confidence import rated
from flows.text.english.reader import read as read_english
from storage.records import Article, Reading

# Stored with every tag; raise it whenever a reader's answers change, so that stored pages
# can be told from those that a newer reader has seen.
READER_VERSION = 5

_READERS: dict[str, Callable[[str, str, datetime | None], Reading]] = {
    "en": read_english,
    "zh": read_chinese,
}


def read(article: Article) -> Reading:
    """All tags of an article; one in a language that no reader knows is no statement."""
    lang = article.lang.split("-")[0]
    reader = _READERS.get(lang)
    if reader is None:
        return Reading(is_statement=False, why=f"no reader for the language {article.lang!r}")
    return rated(reader(article.title, article.text, article.published_at), lang)

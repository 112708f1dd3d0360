"""What a user wants to be told of, and whether an article is that."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from flows.alerts.channels import TERMINAL, Channel
from flows.text.bodies import same_body
from flows.text.names import DRIFTED, name_key, same_person, simplify
from storage.records import Article, Reading, Speaker


@dataclass(frozen=True, slots=True)
class Watch:
    """Conditions, which must all hold where they are given, and the channels to tell.

    `words` (in title or text) and `measure_words` (in the measures) each want any one of
    theirs; one that ends in `*` may go on. `digest` gathers mail and chat into one message.
    `changes`: told too when an official text is edited; `official`: when it comes out after
    the statement was told.
    """

    name: str
    speaker: str | None = None
    body: str | None = None
    words: tuple[str, ...] = ()
    measure_words: tuple[str, ...] = ()
    language: str | None = None
    tell: tuple[Channel, ...] = (TERMINAL,)
    digest: bool = False
    changes: bool = False
    official: bool = False


# The one watch of those who declare none: every new statement is told on the terminal.
EVERYTHING = Watch("everything")


def matches(watch: Watch, article: Article, reading: Reading) -> bool:
    """Whether all conditions of a watch hold for one article of a statement."""
    return (
        (watch.language is None or _language(article.lang) == watch.language)
        and _is_by(watch, reading.speakers)
        and _holds_any(watch.words, (article.title, article.text))
        and _holds_any(watch.measure_words, (f"{m.head}\n{m.text}" for m in reading.measures))
    )


def _language(lang: str) -> str:
    return lang.partition("-")[0].lower()


def _is_by(watch: Watch, speakers: Iterable[Speaker]) -> bool:
    """Whether one speaker, the main one or another, is who is watched at the body watched."""
    if watch.speaker is None and watch.body is None:
        return True
    return any(
        (watch.speaker is None or _is_person(watch.speaker, speaker.name or ""))
        and (watch.body is None or same_body(watch.body, speaker.org or "") >= 1.0)
        for speaker in speakers
    )


def _is_person(watched: str, name: str) -> bool:
    """The same name, a romanisation that drifted, or a fuller form of the name that is watched.

    A part of it is not enough: "Hu" alone may be anybody.
    """
    watched_key, key = name_key(watched), name_key(name)
    if not watched_key or not key:
        return False
    return same_person(watched, name) >= DRIFTED or set(watched_key.split()) <= set(key.split())


def _holds_any(words: tuple[str, ...], texts: Iterable[str]) -> bool:
    if not words:
        return True
    plain = [_plain(text) for text in texts]
    return any(_holds(text, _plain_word(word)) for text in plain for word in words)


def _holds(text: str, word: str) -> bool:
    # Most words are not there, which a plain search tells fastest.
    return word.removesuffix("*") in text and _pattern(word).search(text) is not None


@functools.lru_cache(maxsize=1024)
def _pattern(word: str) -> re.Pattern[str]:
    """A word on its own if it is Latin ("AI" is not in "said"), anywhere if it is Han."""
    bare = word.removesuffix("*")
    before = r"(?<![a-z0-9])" if bare[0].isascii() else ""
    after = r"(?![a-z0-9])" if bare[-1].isascii() and bare == word else ""
    return re.compile(before + re.escape(bare) + after)


# Words come again with each article; a text is read once and not kept.
@functools.lru_cache(maxsize=1024)
def _plain_word(word: str) -> str:
    return _plain(word)


def _plain(text: str) -> str:
    """Without case, width or script: one form for 數據 and 数据, for ＡＩ and ai."""
    return " ".join(simplify(text).casefold().split())

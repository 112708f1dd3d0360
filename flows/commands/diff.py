"""`onrecord diff`: what one article of a statement says otherwise than another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Engine

from flows.commands.database import readable
from flows.difference_view import as_dict, as_lines
from flows.printable import printable
from flows.settings import Settings
from flows.terminal import print_json, print_lines
from flows.text.difference import Difference, Told, difference
from flows.versions import version_of
from storage.article_queries import TextView, article
from storage.database import reading
from storage.failure import Failure

_NAMED = re.compile(r"(\d{1,18})(?:@(\d{1,6}))?")


class IncomparableError(Failure):
    """Two articles cannot be held against each other; the message says why."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One of both articles, as it was named, in the version that is compared."""

    name: str
    article: TextView
    told: Told


def compare_articles(one: str, other: str, *, as_json: bool) -> int:
    """Print what the second article says otherwise than the first."""
    settings = Settings.from_env()
    engine = readable(settings)
    try:
        a, b = (_side(engine, settings, name) for name in (one, other))
    finally:
        engine.dispose()
    _require_one_statement(a, b)
    found = difference(a.told, b.told)
    if as_json:
        named = {"statement": a.article.statement_id, "articles": [_named(a), _named(b)]}
        print_json(named | as_dict(found))
    else:
        print_lines(_lines(a, b, found))
    return 0


def _side(engine: Engine, settings: Settings, name: str) -> _Side:
    named = _NAMED.fullmatch(name)
    if named is None:
        raise IncomparableError(
            f"{printable(name[:80])!r} is no article: give a number as onrecord show ID prints it,"
            " or 12@1 for the first version of article 12."
        )
    with reading(engine) as session:
        held = article(session, int(named[1]))
    if named[2] is None:
        return _Side(name, held, Told(held.lang, held.title, held.text, held.reading))
    return _Side(name, held, version_of(engine, settings, held.id, int(named[2])))


def _require_one_statement(a: _Side, b: _Side) -> None:
    for side in (a, b):
        if side.article.statement_id is None:
            raise IncomparableError(
                f"Article {side.article.id} reports no statement: {side.article.reading.why}."
            )
    if a.article.statement_id != b.article.statement_id:
        raise IncomparableError(
            f"They are of two statements: article {a.article.id} reports"
            f" #{a.article.statement_id}, article {b.article.id} #{b.article.statement_id}. Only"
            " reports of one statement are compared; onrecord match --confirm joins two."
        )


def _named(side: _Side) -> dict[str, str]:
    return {
        "article": side.name,
        "source": side.article.source,
        "lang": side.told.lang,
        "url": side.article.url,
    }


def _lines(a: _Side, b: _Side, found: Difference) -> Iterator[str]:
    yield f"#{a.article.statement_id}  {a.article.title}"
    for sign, side in (("-", a), ("+", b)):
        where = f"{side.article.source}, {side.told.lang}: {side.article.url}"
        yield f"    {sign} article {side.name}, {where}"
    yield from as_lines(found)
    kept, of = len(found.kept), len(a.told.reading.measures)
    if not found:
        yield f"    Nothing is otherwise: {kept} of {of} measures, speaker, post, body, figures."
    else:
        yield f"    {kept} of {of} measures are in both."

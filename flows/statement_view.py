"""A statement on record for a person and for a program: its tags, its articles, its newness."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from flows.plain_view import tag_lines
from flows.provenance import Provenance
from flows.shape import tags
from storage.views import ArticleView, StatementView

NEW = ("new", "new_date_unknown")


def as_dict(statement: StatementView, origin: Provenance | None = None) -> dict[str, Any]:
    """The statement as JSON values; with where it comes from, if that is given."""
    return {
        "id": statement.id,
        "title": statement.title,
        "newness": statement.newness,
        "newness_why": statement.newness_why,
        "watches": list(statement.watches),
        "first_seen_at": statement.first_seen_at.isoformat(),
        **tags(statement.reading),
        "corrected": list(statement.corrected),
        "articles": [_article(article, origin) for article in statement.articles],
        **(_origin(origin) if origin else {}),
    }


def _origin(origin: Provenance) -> dict[str, Any]:
    official = origin.official
    return {
        "first": origin.first.id if origin.first else None,
        "official": {
            "article": official.id if official else None,
            "url": origin.official_url,
            "declared": origin.is_declared,
        }
        if origin.official_url
        else None,
    }


def _article(article: ArticleView, origin: Provenance | None) -> dict[str, Any]:
    delay = origin.delay(article) if origin else None
    seconds = None if delay is None else int(delay.total_seconds())
    return {
        "id": article.id,
        "source": article.source,
        "url": article.url,
        "lang": article.lang,
        "title": article.title,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "rung": article.rung,
        "score": article.score,
        "reasons": list(article.reasons),
        **({"seconds_later": seconds} if origin else {}),
    }


def as_lines(statement: StatementView, origin: Provenance | None = None) -> Iterator[str]:
    """The statement as lines for a terminal: head, tags, each article with why it belongs.

    With where it comes from, and how much later each reprint was, if that is given.
    """
    yield f"#{statement.id}  {statement.title}"
    for line in tag_lines(tags(statement.reading)):
        yield f"    {line}"
    if statement.corrected:
        yield f"    corrected   {', '.join(statement.corrected)}: by hand"
    for article in statement.articles:
        day = f"{article.published_at:%Y-%m-%d}" if article.published_at else "no date"
        later = f", {_later(article, origin)}" if origin else ""
        named = f"{article.id}: {article.source}, {article.lang}, {day}{later}"
        yield f"    article     {named}: {article.url}"
        if article.rung:
            reasons = "; ".join(article.reasons)
            yield f"                {article.rung} ({article.score:.2f}): {reasons}"
    if origin is not None:
        yield from _origin_lines(origin)
    yield f"    alert       {alert_line(statement)}"


def _origin_lines(origin: Provenance) -> Iterator[str]:
    first, official = origin.first, origin.official
    yield f"    first       {_named(first) if first else 'not known: no article has a date'}"
    if origin.is_declared and official:
        yield f"    official    {_named(official)}, as the catalogue declares"
    elif origin.official_url:
        held = _named(official) if official else origin.official_url
        yield f"    official    {held}, as reprints say"
    else:
        yield "    official    not known: no source is declared official, and no reprint names one"


def _named(article: ArticleView) -> str:
    return f"article {article.id}, {article.source}"


def _later(article: ArticleView, origin: Provenance) -> str:
    """How long after the first an article came."""
    first, delay = origin.first, origin.delay(article)
    if first is not None and article.id == first.id:
        return "the first"
    if first is None or delay is None:
        return "unknown how much later"
    if not delay and not (first.has_clock and article.has_clock):
        return "the same day"
    return f"{in_words(delay)} later"


def in_words(delay: timedelta) -> str:
    """How long it was, in its two largest units: "2 d 3 h", "45 min"."""
    hours, seconds = divmod(delay.seconds, 3600)
    if delay.days:
        return f"{delay.days} d" + (f" {hours} h" if hours else "")
    if hours:
        return f"{hours} h" + (f" {seconds // 60} min" if seconds >= 60 else "")
    return f"{seconds // 60} min"


def alert_line(statement: StatementView) -> str:
    """Which watches a statement alerted, or that it alerted nobody, and why."""
    if statement.watches:
        return f"yes ({', '.join(statement.watches)}): {statement.newness_why}"
    unasked = "no watch asks for it; " if statement.newness in NEW else ""
    return f"no: {unasked}{statement.newness_why}"

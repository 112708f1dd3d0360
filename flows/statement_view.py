"""A statement on record for a person and for a program: its tags, its articles, its newness."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flows.plain_view import tag_lines
from flows.shape import tags
from storage.views import ArticleView, StatementView

NEW = ("new", "new_date_unknown")


def as_dict(statement: StatementView) -> dict[str, Any]:
    """The statement as JSON values."""
    return {
        "id": statement.id,
        "title": statement.title,
        "newness": statement.newness,
        "newness_why": statement.newness_why,
        "watches": list(statement.watches),
        "first_seen_at": statement.first_seen_at.isoformat(),
        **tags(statement.reading),
        "corrected": list(statement.corrected),
        "articles": [_article(article) for article in statement.articles],
    }


def _article(article: ArticleView) -> dict[str, Any]:
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
    }


def as_lines(statement: StatementView) -> Iterator[str]:
    """The statement as lines for a terminal: head, tags, each article with why it belongs."""
    yield f"#{statement.id}  {statement.title}"
    for line in tag_lines(tags(statement.reading)):
        yield f"    {line}"
    if statement.corrected:
        yield f"    corrected   {', '.join(statement.corrected)}: by hand"
    for article in statement.articles:
        day = f"{article.published_at:%Y-%m-%d}" if article.published_at else "no date"
        named = f"{article.id}: {article.source}, {article.lang}, {day}"
        yield f"    article     {named}: {article.url}"
        if article.rung:
            reasons = "; ".join(article.reasons)
            yield f"                {article.rung} ({article.score:.2f}): {reasons}"
    yield f"    alert       {alert_line(statement)}"


def alert_line(statement: StatementView) -> str:
    """Which watches a statement alerted, or that it alerted nobody, and why."""
    if statement.watches:
        return f"yes ({', '.join(statement.watches)}): {statement.newness_why}"
    unasked = "no watch asks for it; " if statement.newness in NEW else ""
    return f"no: {unasked}{statement.newness_why}"

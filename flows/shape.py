"""The JSON shape of one read document: one flat object, the same for files, pages and lines."""

from __future__ import annotations

from typing import Any

from flows.text.language import han_share
from storage.records import Article, Quote, Reading, Rejection

# A quote is told by its first words: enough to find it, short enough to print.
QUOTE_WORDS = 6
QUOTE_HAN = 12


def document(
    name: str, article: Article, reading: Reading, cluster: int | None = None
) -> dict[str, Any]:
    """One article and its tags; `cluster` is equal for documents that carry one statement."""
    return {
        "id": name,
        "url": article.url or None,
        "lang": article.lang,
        "title": article.title,
        "text": article.text,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        **tags(reading),
        "cluster": cluster,
        "match": None,
    }


def tags(reading: Reading) -> dict[str, Any]:
    """All that was read in one article."""
    occasion = reading.occasion
    return {
        "is_statement": reading.is_statement,
        "why": reading.why,
        "speakers": [
            {"name": s.name, "post": s.post, "org": s.org, "main": s.main} for s in reading.speakers
        ],
        "event": occasion.event,
        "event_date": occasion.date,
        "place": occasion.place,
        "hosts": list(occasion.hosts),
        "quotes": [
            {"start": first_words(q), "text": q.text, "speaker": q.speaker} for q in reading.quotes
        ],
        "measures": [
            {"ordinal": m.ordinal, "head": m.head, "text": m.text} for m in reading.measures
        ],
        "figures": [{"value": f.value, "unit": f.unit, "what": f.what} for f in reading.figures],
        "earlier": [
            {"speaker": e.speaker, "event": e.event, "date": e.date} for e in reading.earlier
        ],
    }


def rejected(name: str, rejection: Rejection) -> dict[str, Any]:
    """A document that gave no article: no tags, and the reason."""
    return {
        "id": name,
        "url": rejection.url or None,
        "is_statement": False,
        "rejection": rejection.reason,
    }


def first_words(quote: Quote) -> str:
    """The words by which a quote is known: six of them, or twelve characters of Chinese."""
    if han_share(quote.text) > 0.5:
        return quote.text[:QUOTE_HAN]
    return " ".join(quote.text.split()[:QUOTE_WORDS])

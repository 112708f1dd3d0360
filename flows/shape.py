"""The JSON shape of one read document: one flat object, the same for files, pages and lines."""

from __future__ import annotations

from typing import Any

from flows.text.language import han_share
from storage.records import (
    Article,
    Earlier,
    Figure,
    Measure,
    Occasion,
    Quote,
    Reading,
    Rejection,
    Span,
    Speaker,
)

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
    """All that was read in one article; each tag with its span, its rule and its confidence."""
    occasion = reading.occasion
    return {
        "is_statement": reading.is_statement,
        "why": reading.why,
        "speakers": [
            {"name": s.name, "post": s.post, "org": s.org, "main": s.main, **_found(s)}
            for s in reading.speakers
        ],
        "event": occasion.event,
        "event_date": occasion.date,
        "place": occasion.place,
        "occasion": _occasion(occasion),
        "hosts": list(occasion.hosts),
        "quotes": [
            {"start": first_words(q), "text": q.text, "speaker": q.speaker, **_found(q)}
            for q in reading.quotes
        ],
        "announced": reading.announced,
        "measures": [
            {"ordinal": m.ordinal, "head": m.head, "text": m.text, **_found(m)}
            for m in reading.measures
        ],
        "figures": [
            {"value": f.value, "unit": f.unit, "what": f.what, **_found(f)} for f in reading.figures
        ],
        "earlier": [
            {"speaker": e.speaker, "event": e.event, "date": e.date, **_found(e)}
            for e in reading.earlier
        ],
    }


def _found(tag: Speaker | Measure | Quote | Figure | Earlier) -> dict[str, Any]:
    return _place(tag.span, tag.rule, tag.confidence)


def _occasion(found: Occasion) -> dict[str, Any]:
    """Where and how the event, its date and its place were found, as far as they were."""
    event = _place(found.event_span, found.event_rule, found.event_confidence)
    day = _place(found.date_span, found.date_rule, found.date_confidence)
    place = _place(found.place_span, found.place_rule, found.place_confidence)
    tagged = {
        "event": (found.event, event),
        "event_date": (found.date, day),
        "place": (found.place, place),
    }
    return {name: how for name, (value, how) in tagged.items() if value}


def _place(span: Span | None, rule: str, confidence: float) -> dict[str, Any]:
    return {"span": list(span) if span else None, "rule": rule, "confidence": confidence}


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

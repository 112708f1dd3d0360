"""Who says what: direct quotes in English news, acts of speaking in Chinese sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from flows.text.chinese.headline import headline
from flows.text.chinese.script import view
from flows.text.chinese.sentences import sentences as chinese_sentences
from flows.text.chinese.speakers import voices as chinese_voices
from flows.text.english.attribution import quotes
from flows.text.english.sentences import sentences
from flows.text.english.speakers import voices
from flows.text.quotes import quoted_spans
from storage.records import Quote, Span
from tests.quality.figures import Figure, count, f1, share

Annotated = dict[str, Any]

# A quote is found where at least this share of its characters is.
FOUND = 0.5
# The annotation leaves open who these are.
_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "who", "which", "you"))
_WORD = re.compile(r"\w+")


def items(folder: Path) -> list[Annotated]:
    """Annotated texts."""
    lines = (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read_english(item: Annotated) -> tuple[Quote, ...]:
    """The quotes of an article, be it a statement or not."""
    text = item["text"]
    sents, quoted = sentences(text), quoted_spans(text)
    return quotes(text, quoted, voices(text.partition("\n")[0], sents, quoted))


def english(texts: Sequence[Annotated], found: Sequence[tuple[Quote, ...]]) -> list[Figure]:
    """Direct quotes found, of those with a named source the share whose speaker is right, and
    quotes that are somebody's words at all."""
    hits, sources, said = [], [], []
    for text, quoted in zip(texts, found, strict=True):
        direct = [heard(a, quoted) for a in _direct(text)]
        hits.append((float(sum(q is not None for q in direct)), float(len(direct))))
        of_named = named(text, quoted)
        right = sum(is_source(source(a), quote.speaker) for a, quote in of_named)
        sources.append((float(right), float(len(of_named))))
        said.append((float(sum(is_said(q, text) for q in quoted)), float(len(quoted))))
    return [
        Figure("direct quotes found", share, tuple(hits)),
        Figure("quotes that are said", share, tuple(said)),
        Figure("named source right", share, tuple(sources)),
    ]


def named(text: Annotated, quoted: Sequence[Quote]) -> list[tuple[Annotated, Quote]]:
    """The direct attributions whose source is named, each with the quote that holds its words."""
    pairs = [(a, heard(a, quoted)) for a in _direct(text)]
    return [(a, quote) for a, quote in pairs if quote and source(a) - _PRONOUNS]


def _direct(text: Annotated) -> list[Annotated]:
    return [a for a in text["attributions"] if a["kind"] == "direct" and a["content"]]


def heard(attribution: Annotated, quoted: Sequence[Quote]) -> Quote | None:
    """The quote that holds most of an attribution's words, None where too few are quoted."""
    spans = [tuple(span) for part in attribution["content"] for span in part["spans"]]
    shared = [sum(_overlap(span, q.span) for span in spans) for q in quoted]
    whole = sum(end - start for start, end in spans)
    if sum(shared) < FOUND * whole:
        return None
    return quoted[shared.index(max(shared))]


def is_said(quote: Quote, text: Annotated) -> bool:
    """Whether most of a quote's words are attributed to somebody, directly or indirectly."""
    spans = [s for a in text["attributions"] for part in a["content"] for s in part["spans"]]
    shared = sum(_overlap(quote.span, span) for span in spans)
    return shared >= FOUND * (quote.span[1] - quote.span[0])


def source(attribution: Annotated) -> set[str]:
    """The words of an attribution's source, in lower case."""
    return {w for part in attribution["source"] for w in _WORD.findall(part["text"].lower())}


def is_source(words: set[str], speaker: str | None) -> bool:
    """Whether the last word of a speaker's name, the head, stands in the source's words."""
    names = _WORD.findall((speaker or "").lower())
    return bool(names) and names[-1] in words


def read_chinese(item: Annotated) -> list[tuple[Span, str | None]]:
    """Place and name of the subject of each act of speaking."""
    body = view(item["text"])
    who = chinese_voices(headline(view("")), body, chinese_sentences(body.text))
    return [(body.span(*act.who.span), act.who.name) for act in who.acts]


def chinese(
    texts: Sequence[Annotated], found: Sequence[list[tuple[Span, str | None]]]
) -> list[Figure]:
    """Sources by overlap, names among the found ones (none where none), and traps passed by."""
    sources, names, traps = [], [], []
    for text, subjects in zip(texts, found, strict=True):
        golden = [(a["source_span"], a["name"]) for a in text["attributions"]]
        met = [
            (name, own[0])
            for span, name in golden
            if (own := [n for place, n in subjects if _overlap(span, place)])
        ]
        places = {place for place, _ in subjects}
        false = sum(not any(_overlap(span, p) for span, _ in golden) for p in places)
        sources.append((float(len(met)), float(false), float(len(golden) - len(met))))
        names.append((float(sum(gold == own for gold, own in met)), float(len(met))))
        if not golden:
            traps.append((float(not subjects), 1.0))
    return [
        Figure("sources F1", f1, tuple(sources)),
        Figure("names of found sources", share, tuple(names)),
        Figure("traps passed by", count, tuple(traps)),
    ]


def _overlap(one: Sequence[int], other: Sequence[int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))

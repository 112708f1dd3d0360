"""The reader against the annotated articles, by the scorer that lies beside them."""

from __future__ import annotations

import json
import re
import runpy
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from flows.shape import document
from flows.text.clean import Provenance, clean_text
from flows.text.cluster import group
from flows.text.statements import read as read_article
from storage.records import Article, Reading
from tests.quality.clusters import bcubed
from tests.quality.figures import Figure, Row, count, f1, f1_of_means, share

Annotated = dict[str, Any]
Scorer = Callable[[Sequence[Annotated], Mapping[str, Any]], tuple[dict[str, dict[str, float]], Any]]

# The figures by the scorer's own names.
FIELDS = {
    "statement": "statement",
    "main name": "speaker_name",
    "post": "speaker_post",
    "body": "speaker_org",
    "all names": "all_speaker_names",
    "event": "event",
    "date": "event_date",
    "place": "place",
    "quotes with speaker": "quotes_start+speaker",
    "measures": "measures",
    "figures": "figures",
    "earlier": "earlier",
}
EXACT_COUNT = "measures_exact_count_rate"


def items(folder: Path) -> list[Annotated]:
    """The annotated articles, each with its text and the way to the scorer."""
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    annotated = [json.loads(line) for line in lines]
    return [
        {
            **one,
            "text": (folder / "texts" / f"{one['id']}.txt").read_text(encoding="utf-8"),
            "scorer": str(folder / "score.py"),
        }
        for one in annotated
    ]


def read(item: Annotated) -> tuple[Article, Reading]:
    """The article and its reading."""
    article = clean_text(item["text"], Provenance(url=item["url"] or ""))
    return article, read_article(article)


def figures(gold: Sequence[Annotated], found: Sequence[tuple[Article, Reading]]) -> list[Figure]:
    """All figures of the gold, each also for both halves and both languages."""
    predicted = predictions(gold, found)
    score: Scorer = runpy.run_path(gold[0]["scorer"])["score"]
    scored = {g["id"]: score([g], predicted)[0] for g in gold}
    return [
        *(
            _figure(name, gold, {i: _counts(s[field]) for i, s in scored.items()})
            for name, field in FIELDS.items()
        ),
        _figure(
            "exact count of measures",
            gold,
            {g["id"]: (scored[g["id"]][EXACT_COUNT]["f1"], float(g["is_statement"])) for g in gold},
            share,
        ),
        Figure(
            "negatives told",
            count,
            tuple(
                (float(not predicted[g["id"]]["is_statement"]), 1.0)
                for g in gold
                if not g["is_statement"]
            ),
        ),
        *_groups(gold, predicted),
    ]


def predictions(
    gold: Sequence[Annotated], found: Sequence[tuple[Article, Reading]]
) -> dict[str, Annotated]:
    """What is printed of each article, by its id; statements that are one share a cluster."""
    return {
        one["id"]: document(one["id"], *pair, label)
        for one, pair, label in zip(gold, found, group(found), strict=True)
    }


def _counts(scored: Mapping[str, float]) -> Row:
    return scored["tp"], scored["fp"], scored["fn"]


def _figure(
    name: str,
    gold: Sequence[Annotated],
    rows: Mapping[str, Row],
    formula: Callable[[Sequence[float]], float] = f1,
) -> Figure:
    def part(chosen: Callable[[Annotated], bool]) -> tuple[Row, ...]:
        return tuple(rows[g["id"]] for g in gold if g["id"] in rows and chosen(g))

    parts = {
        "even": part(lambda g: _number(g) % 2 == 0),
        "odd": part(lambda g: _number(g) % 2 == 1),
        "en": part(lambda g: g["lang"] == "en"),
        "zh": part(lambda g: g["lang"] == "zh"),
    }
    whole = part(lambda _: True)
    return Figure(name, formula, whole, {name: rows for name, rows in parts.items() if rows})


def _number(one: Annotated) -> int:
    return int(re.sub(r"\D", "", one["id"]))


def _groups(gold: Sequence[Annotated], predicted: Mapping[str, Annotated]) -> list[Figure]:
    """B-cubed over the statements, and the number of groups of which a pair was found."""
    true = {g["id"]: g["group"] or f"#{g['id']}" for g in gold if g["is_statement"]}
    found = {i: p["cluster"] for i, p in predicted.items() if p["is_statement"]}
    rows: list[Row] = []
    for label in sorted({g["group"] for g in gold if g["group"]}):
        members = [found[i] for i, own in true.items() if own == label and i in found]
        rows.append((float(len(set(members)) < len(members)), 1.0))
    return [
        _figure("B-cubed", gold, bcubed(true, found), f1_of_means),
        Figure("groups with a pair found", count, tuple(rows)),
    ]

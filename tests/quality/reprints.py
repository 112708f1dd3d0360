"""One Chinese story and its English versions: matching alone, whoever speaks in them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from flows.text.clean import clean_text
from flows.text.cluster import group
from flows.text.statements import read as read_article
from storage.records import Article, Reading
from tests.quality.clusters import bcubed, pairs
from tests.quality.figures import Figure, Formula, Row, f1, f1_of_means

Story = dict[str, Any]


def items(folder: Path) -> list[Story]:
    """The documents, each with the story that it tells."""
    lines = (folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def read(story: Story) -> tuple[Article, Reading]:
    """The article and its reading, taken for a statement, because only those are matched."""
    article = clean_text(story["text"])
    return article, replace(read_article(article), is_statement=True)


def figures(stories: Sequence[Story], found: Sequence[tuple[Article, Reading]]) -> list[Figure]:
    """B-cubed F1 and pairwise F1, English with English and Chinese with English.

    Drawn again are stories, for the versions of one rise and fall together.
    """
    ids = [story["doc_id"] for story in stories]
    story_of = {story["doc_id"]: story["cluster"] for story in stories}
    labels = dict(zip(ids, group(found), strict=True))
    english = {story["doc_id"] for story in stories if story["lang"] == "en"}
    chinese = set(ids) - english

    def figure(name: str, formula: Formula, rows: Mapping[str, Row]) -> Figure:
        return Figure(name, formula, _by_story(rows, story_of))

    return [
        figure("B-cubed", f1_of_means, bcubed(story_of, labels)),
        figure("en-en pairs F1", f1, pairs(story_of, labels, english, english)),
        figure("zh-en pairs F1", f1, pairs(story_of, labels, chinese, english)),
    ]


def _by_story(rows: Mapping[str, Row], story_of: Mapping[str, str]) -> tuple[Row, ...]:
    sums: defaultdict[str, list[Row]] = defaultdict(list)
    for item, row in sorted(rows.items()):
        sums[story_of[item]].append(row)
    return tuple(tuple(map(sum, zip(*own, strict=True))) for own in sums.values())

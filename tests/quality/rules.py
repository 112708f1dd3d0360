"""How often each rule of the reader is right: what its confidence is reckoned from.

    python -m tests.quality.rules

Prints the table of `flows/text/confidence.py`: for each language and kind of tag a rule's tags
that are right, arguable ones among them, and all of its tags. It counts the even-numbered
annotated articles and, for whose words stand in English quotation marks, the news of the quotes
set. Then, on standard error, how often tags of the odd-numbered articles, which it leaves out,
are right at each confidence.
"""

from __future__ import annotations

import os
import re
import runpy
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import Any

from flows.shape import document
from tests.quality import gold, quotes
from tests.quality.shared import data, home

# Language, kind of tag, rule.
Rule = tuple[str, str, str]
Judged = tuple[Rule, float, bool]
# The scorer's name of each kind.
KINDS = {
    "speakers": "all_speaker_names",
    "quotes": "quotes_start+speaker",
    "measures": "measures",
    "figures": "figures",
    "earlier": "earlier",
}
# The ends of the bands of confidence that are judged by the odd half.
BANDS = (0.0, 0.6, 0.8, 0.9, 1.0)


def judged(articles: Iterable[gold.Annotated]) -> Iterator[Judged]:
    """Each tag that is read in these articles: its rule, confidence, and whether it is right."""
    for one in articles:
        article, reading = gold.read(one)
        if not reading.is_statement:
            continue
        shape = document(one["id"], article, reading)
        score: Callable[..., Any] = runpy.run_path(one["scorer"])["score"]
        errors = {name: own.err for name, own in score([one], {one["id"]: shape})[1].items()}
        for kind, tag, right in _tags(shape, errors):
            yield (one["lang"], kind, tag["rule"]), tag["confidence"], right


def _tags(
    shape: Mapping[str, Any], errors: Mapping[str, list[Any]]
) -> Iterator[tuple[str, dict[str, Any], bool]]:
    for kind, field in KINDS.items():
        wrong = [found for _, golden, found in errors[field] if golden is None]
        for tag in shape[kind]:
            # The scorer tells wrong measures by their heads, and judges persons alone.
            if kind != "speakers" or tag["name"]:
                yield kind, tag, (tag["head"] if kind == "measures" else tag) not in wrong
    for kind, tag in shape["occasion"].items():
        yield kind, tag, not any(found for _, _, found in errors[kind])


def sources(texts: Iterable[quotes.Annotated]) -> Iterator[Judged]:
    """Each English quote whose source is annotated by name, and whether that is its speaker."""
    for text in texts:
        found = quotes.read_english(text)
        for attribution, quote in quotes.named(text, found):
            right = quotes.is_source(quotes.source(attribution), quote.speaker)
            yield ("en", "quotes", quote.rule), quote.confidence, right


def counted(tags: Iterable[Judged]) -> dict[Rule, tuple[int, int]]:
    """Of each rule, how many of its tags are right, and how many there are."""
    right, whole = Counter[Rule](), Counter[Rule]()
    for rule, _, is_right in tags:
        whole[rule] += 1
        right[rule] += is_right
    return {rule: (right[rule], count) for rule, count in sorted(whole.items())}


def half(articles: Iterable[gold.Annotated], rest: int) -> list[gold.Annotated]:
    """The even-numbered articles for 0, the odd-numbered ones for 1."""
    return [one for one in articles if int(re.sub(r"\D", "", one["id"])) % 2 == rest]


def bands(tags: Iterable[Judged]) -> list[tuple[float, float, int, int]]:
    """Of the tags in each band of confidence, its ends, how many are right, and all of them."""
    found = [(confidence, right) for _, confidence, right in tags]
    inside = [
        (low, high, [r for c, r in found if low < c <= high]) for low, high in pairwise(BANDS)
    ]
    return [(low, high, sum(rights), len(rights)) for low, high, rights in inside]


def main() -> int:
    """Print the table, and how the odd half judges it."""
    shared = home(os.environ)
    articles = gold.items(data(shared, "gold"))
    news = quotes.items(data(shared, "data/quotes_polnear"))
    found = counted([*judged(half(articles, 0)), *sources(news)])
    for (lang, kind), rules in groupby(found.items(), key=lambda one: one[0][:2]):
        print(f'    ("{lang}", "{kind}"): {{')  # noqa: T201
        for (_, _, rule), (right, count) in rules:
            print(f'        "{rule}": ({right}, {count}),')  # noqa: T201
        print("    },")  # noqa: T201
    for low, high, right, count in bands(judged(half(articles, 1))):
        print(f"confidence {low} to {high}: {right} of {count} right", file=sys.stderr)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())

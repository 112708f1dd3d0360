"""The confidences that the reader gives are those that its rules have earned."""

from __future__ import annotations

import os

import pytest

from flows.text.confidence import BY_EYE, confidence
from tests.quality import gold
from tests.quality.rules import bands, counted, half, judged
from tests.quality.shared import AbsentError, data, home, must_be_there

# Rules that find less are too rare to say that a count has grown old.
OFTEN = 5
# A count made anew may differ by this much from the table before the table is to be made anew.
NEAR = 0.1

# Counted over more than these articles.
COUNTED_ELSEWHERE = {("en", "quotes"), *BY_EYE}


@pytest.fixture(scope="module")
def articles() -> list[gold.Annotated]:
    try:
        return gold.items(data(home(os.environ), "gold"))
    except AbsentError as absent:
        if must_be_there(os.environ):
            pytest.fail(str(absent))
        pytest.skip(str(absent))


def test_the_table_is_what_is_counted_now(articles: list[gold.Annotated]) -> None:
    for (lang, kind, rule), (right, found) in counted(judged(half(articles, 0))).items():
        if found >= OFTEN and (lang, kind) not in COUNTED_ELSEWHERE:
            now = (right + 1) / (found + 2)
            assert confidence(lang, kind, rule) == pytest.approx(now, abs=NEAR), (lang, kind, rule)


def test_articles_that_were_not_counted_bear_the_confidences_out(
    articles: list[gold.Annotated],
) -> None:
    tags = list(judged(half(articles, 1)))
    assert len(tags) > 100
    right = sum(is_right for _, _, is_right in tags) / len(tags)
    told = sum(confidence for _, confidence, _ in tags) / len(tags)
    assert right > told - NEAR


def test_bands_part_the_tags_by_their_confidence() -> None:
    rule = ("en", "measures", "r")
    found = bands([(rule, 0.5, True), (rule, 0.6, False), (rule, 0.95, True)])
    assert found == [(0.0, 0.6, 1, 2), (0.6, 0.8, 0, 0), (0.8, 0.9, 0, 0), (0.9, 1.0, 1, 1)]

from collections import defaultdict
from collections.abc import Sequence

import pytest

from flows.text.cluster import group
from flows.text.statements import read
from storage.records import Article, Reading
from tests.press.conftest import TODAY
from tests.press.truth import Truth, truths

Read = tuple[Truth, Article, Reading]


@pytest.fixture(scope="module")
def readings() -> list[Read]:
    """Every article of both nights as its author wrote it, and what is read in it."""
    found = []
    for truth in truths(TODAY, 2):
        text = truth.text
        article = Article(
            source=text.site,
            key=text.name,
            url=f"http://press.example/{text.name}",
            lang=text.lang,
            title=text.title,
            text="\n".join(text.paragraphs),
            published_at=text.published,
        )
        found.append((truth, article, read(article)))
    return [item for item in found if not item[0].rejected]


def test_statements_are_told_from_other_news(readings: list[Read]) -> None:
    wrong = [t.text.name for t, _, r in readings if r.is_statement != bool(t.statement)]
    assert wrong == []


def test_the_main_speaker_and_the_day_are_found(readings: list[Read]) -> None:
    for truth, _, reading in readings:
        if truth.statement and truth.day:
            speaker = reading.main_speaker
            assert (truth.text.name, speaker and speaker.name) == (truth.text.name, truth.speaker)
            iso = truth.day.isoformat()
            assert reading.occasion.date in (iso, f"--{iso[5:]}"), truth.text.name


def test_every_statement_is_one_group_and_every_group_one_statement(readings: list[Read]) -> None:
    told = [item for item in readings if item[0].statement]
    labels = group([(article, reading) for _, article, reading in told])
    names = [truth.text.name for truth, _, _ in told]
    assert parts(names, labels) == parts(names, [truth.statement for truth, _, _ in told])


def parts(names: Sequence[str], labels: Sequence[object]) -> list[list[str]]:
    """Names that have the same label, in order."""
    found = defaultdict(list)
    for name, label in zip(names, labels, strict=True):
        found[label].append(name)
    return sorted(sorted(part) for part in found.values())

"""A tag is as sure as its rule was right."""

import pytest

from flows.text.confidence import COUNTED, confidence, rated
from flows.text.statements import read
from storage.records import Article, Reading, Speaker

TEXT = (
    "On May 3, Hu Ming, head of the Post Office, said at the Post Forum in Portville that mail"
    " matters. “Mail must be faster for all of us,” said Hu. The office will build 12 halls."
)


def test_no_rule_was_right_more_often_than_it_found_something() -> None:
    assert all(0 <= right <= found for rules in COUNTED.values() for right, found in rules.values())


@pytest.mark.parametrize("kind", COUNTED, ids=" ".join)
def test_no_rule_is_certain_and_none_is_hopeless(kind: tuple[str, str]) -> None:
    assert all(0 < confidence(*kind, rule) < 1 for rule in COUNTED[kind])


def test_a_rule_that_nobody_counted_is_an_even_chance() -> None:
    assert confidence("en", "measures", "a new rule") == 0.5
    assert confidence("fr", "measures", "enumerated") == 0.5


def test_one_case_is_less_proof_than_many() -> None:
    counted = COUNTED["en", "quotes"]
    assert counted["said behind"][1] > 100 > counted["said nearby"][1]
    assert confidence("en", "quotes", "said behind") > confidence("en", "quotes", "said nearby")


def test_every_tag_of_an_article_is_rated() -> None:
    reading = read(Article("s", "k", "", "en", "Mail matters", TEXT))
    occasion = reading.occasion
    for kind, tags in (
        ("speakers", reading.speakers),
        ("measures", reading.measures),
        ("quotes", reading.quotes),
        ("figures", reading.figures),
    ):
        assert tags
        assert all(tag.rule for tag in tags)
        assert [t.confidence for t in tags] == [confidence("en", kind, t.rule) for t in tags]
    assert occasion.event_confidence == confidence("en", "event", occasion.event_rule)
    assert occasion.date_confidence == confidence("en", "event_date", occasion.date_rule)
    assert occasion.place_confidence == confidence("en", "place", occasion.place_rule)


def test_the_words_of_a_reading_stay_as_they_are() -> None:
    reading = Reading(True, "why", speakers=(Speaker("A B", None, None, span=(0, 3)),))
    (speaker,) = rated(reading, "en").speakers
    assert (speaker.name, speaker.span, speaker.confidence) == ("A B", (0, 3), 0.5)

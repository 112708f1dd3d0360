"""Places, bodies and days have one key in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.text.mentions import mentions


@pytest.mark.parametrize(
    ("english", "chinese", "key"),
    [
        ("trade with Germany grows", "对德国贸易增长", "p:germany"),
        ("flown to Addis Ababa", "飞往亚的斯亚贝巴", "p:addis ababa"),
        ("the Ministry of Human Resources and Social Security", "人社部", "b:mohrss"),
        ("on 3rd of May", "5月3日", "d:05-03"),
        ("on May 3", "2021-05-03", "d:05-03"),
        ("since 1998", "1998年以来", "y:1998"),
        ("the harbour of Harbin", "哈尔滨港", "p:harbin"),
    ],
)
def test_both_languages_mention_by_one_key(english: str, chinese: str, key: str) -> None:
    assert key in mentions(english, "en")
    assert key in mentions(chinese, "zh")


def test_the_longest_name_counts() -> None:
    assert mentions("几内亚比绍的灯", "zh") == ("p:guinea-bissau",)
    assert mentions("South Sudan's lamps", "en") == ("p:south sudan",)


def test_what_is_mentioned_oftenest_comes_first() -> None:
    found = mentions("Lamps for Norway, Chile, Norway again.", "en")
    assert found == ("p:norway", "p:chile")


def test_small_words_are_no_places() -> None:
    assert mentions("turkey and china on the table, who says jersey", "en") == ()


@given(st.text(max_size=300))
def test_any_text_has_bounded_mentions(text: str) -> None:
    assert len(mentions(text, "en")) <= 60
    assert len(mentions(text, "zh")) <= 60

"""Labels for articles that carry one statement, in any order."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.text.cluster import group
from flows.text.fingerprint import fingerprint, same_text
from storage.records import Article, Occasion, Reading, Speaker

NOTHING = Reading(False, "no speaker")


def told(lang: str, text: str, name: str, date: str | None) -> tuple[Article, Reading]:
    article = Article("press", text, "https://press.example/1", lang, "", text)
    occasion = Occasion(date=date, precision="day" if date else "none")
    speaker = Speaker(name, None, "State Post Bureau", main=True)
    return article, Reading(True, "", (speaker,), occasion)


ITEMS = [
    told("en", "Hu Mingwei wants 28,000 offices mended.", "Hu Mingwei", "2021-05-03"),
    told("zh", "胡明伟要求修缮2.8万个局所。", "胡明伟", "2021-05-03"),
    told("zh", "胡明偉要求修繕2.8萬個局所", "胡明偉", None),
    told("en", "Hu Mingwei wants 28,000 offices mended again.", "Hu Mingwei", "2021-06-09"),
    told("en", "Li Qiang wants 28,000 offices mended.", "Li Qiang", "2021-05-03"),
    (told("en", "Hu Mingwei wants 28,000 offices mended.", "Hu", None)[0], NOTHING),
]
GROUPS = [0, 0, 0, 1, 2, None]


def same_groups(labels: list[int | None], expected: list[int | None]) -> bool:
    """Whether two labellings part the items alike, whatever the labels are."""
    pairs = set(zip(labels, expected, strict=True))
    return len(pairs) == len(set(labels)) == len(set(expected)) and (
        (None in labels) == ((None, None) in pairs)
    )


def test_a_statement_has_one_label_and_no_statement_none() -> None:
    assert group(ITEMS) == GROUPS


@settings(max_examples=30)
@given(st.integers(0, 10_000))
def test_the_order_of_the_articles_does_not_count(seed: int) -> None:
    order = random.Random(seed).sample(range(len(ITEMS)), len(ITEMS))
    labels = group([ITEMS[i] for i in order])
    assert same_groups(labels, [GROUPS[i] for i in order])


def test_an_empty_list_has_no_labels() -> None:
    assert group([]) == []
    assert group([(ITEMS[0][0], NOTHING)]) == [None]


def test_an_article_that_bridges_two_joins_them() -> None:
    undated_english, undated_chinese = (
        told("en", "Hu Mingwei wants 28,000 offices mended.", "Hu Mingwei", None),
        told("zh", "他要求修缮局所。", "胡明伟", "2021-05-03"),
    )
    apart = group([undated_english, undated_chinese])
    assert apart[0] != apart[1]
    joined = group([undated_english, undated_chinese, ITEMS[0]])
    assert len(set(joined)) == 1


def test_one_template_of_two_occasions_is_two_statements() -> None:
    text = (
        "On {} in {} the deputy head of the State Post Bureau, Hu Mingwei, told what comes next. "
        "Letters go by ferry wherever no road leads, he said, so lighthouses will be mended and "
        "riders trained, night counters opened in every harbour town, and parcels weighed again."
    )

    def spoken(day: str, place: str) -> tuple[Article, Reading]:
        article, read = told("en", text.format(day, place), "Hu Mingwei", day)
        return article, replace(read, occasion=replace(read.occasion, place=place))

    first, second = spoken("2021-05-03", "Harbin"), spoken("2021-05-15", "Lhasa")
    assert same_text(fingerprint(first[0].text), fingerprint(second[0].text))
    assert group([first, second]) == [0, 1]
    assert group([first, spoken("2021-05-15", "Harbin")]) == [0, 0]

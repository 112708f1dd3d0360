"""Measures: enumerated in every style, or in series of verbs; and lists that are none."""

from __future__ import annotations

from flows.text.english.reader import read

LEAD = (
    "Hu Ming, deputy director of the Ministry of Posts, attended the Post Forum on May 3 and "
    "delivered a speech.\n"
)


def test_ordinals_count_from_one_and_spans_hold_the_text() -> None:
    text = LEAD + (
        "In the next step, the first is to build halls. They are few. The second is to train "
        "couriers. The trade is young."
    )
    measures = read("", text, None).measures
    assert [m.ordinal for m in measures] == [1, 2]
    assert all(text[slice(*m.span)].strip() == m.text for m in measures)
    assert measures[0].text == "build halls. They are few."


def test_what_explains_an_item_is_no_measure_of_its_own() -> None:
    text = LEAD + (
        "Hu Ming said the first is to build halls. We will hire masons and buy stone.\n"
        "The second is to train couriers. Schools should be opened.\n"
    )
    assert [m.head for m in read("", text, None).measures] == ["build halls", "train couriers"]


def test_the_promise_that_leads_into_a_list_is_no_measure() -> None:
    text = LEAD + (
        "He said that the ministry will deepen reform and promote mail.\n"
        "Specifically, the first is to build halls. The second is to train couriers."
    )
    assert [m.head for m in read("", text, None).measures] == ["build halls", "train couriers"]


def test_a_text_printed_twice_gives_its_measures_once() -> None:
    text = LEAD + "Hu Ming said that the ministry will build halls and train couriers.\n"
    heads = [m.head for m in read("", text + text, None).measures]
    assert heads == ["build halls", "train couriers"]


def test_requests_of_the_site_are_no_measures() -> None:
    text = LEAD + "Hu Ming said that the ministry will build halls. Follow us on our channel."
    assert [m.head for m in read("", text, None).measures] == ["build halls"]


def test_the_items_of_an_announced_list_may_be_nouns() -> None:
    lead = "Hu Ming, the minister of posts, put forward two suggestions. "
    nouns = "The first is innovation-driven. Break the ice. The second is the training of couriers."
    heads = [m.head for m in read("", lead + nouns, None).measures]
    assert heads == ["innovation-driven", "the training of couriers"]
    said = lead.replace("suggestions", "points") + "First, mail is slow. Second, fees are high."
    assert read("", said, None).measures == ()


def test_later_ordinals_may_lack_their_verb() -> None:
    text = (
        "Hu Ming, the minister of posts, made three proposals: the first is to build halls, the "
        "second to train couriers, and the third to lower fees."
    )
    heads = [m.head for m in read("", text, None).measures]
    assert heads == ["build halls", "train couriers", "lower fees"]


def test_a_list_as_long_as_announced_is_all_that_was_announced() -> None:
    text = LEAD + (
        "Hu Ming said that halls would need to be rebuilt. The ministry will wash every van.\n"
        "He put forward two measures. The first is to build halls. The second is to train "
        "couriers.\n"
        "The ministry will also buy stone.\n"
    )
    reading = read("", text, None)
    assert reading.announced == 2
    assert [m.head for m in reading.measures] == ["build halls", "train couriers"]


def test_what_stands_beside_a_list_that_is_shorter_than_announced_counts() -> None:
    text = LEAD + (
        "He put forward three measures. The first is to build halls. The second is to train "
        "couriers.\n"
        "Hu Ming said that the ministry will also buy stone.\n"
    )
    heads = [m.head for m in read("", text, None).measures]
    assert heads == ["build halls", "train couriers", "buy stone"]

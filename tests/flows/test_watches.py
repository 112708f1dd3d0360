"""A watch and an article: which conditions hold, across scripts and names of one body."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.watches import EVERYTHING, Watch, matches
from storage.records import Article, Measure, Occasion, Reading, Speaker

ARTICLE = Article(
    "gazette",
    "1",
    "https://gazette.example/1",
    "zh-CN",
    "港口论坛举行",
    "建设数据中心，推广AI技术。",
)
READING = Reading(
    is_statement=True,
    why="a speaker in a post",
    speakers=(
        Speaker("胡明伟", "副部长", "工业和信息化部", main=True),
        Speaker("Ana Ferro", "Minister", "Ministry of Harbours"),
    ),
    occasion=Occasion("港口论坛", (), "2031-05-03", "day"),
    measures=(Measure(1, "Dredge the old channel", "Dredge it by June.", (0, 3)),),
)


def holds(watch: Watch, article: Article = ARTICLE, reading: Reading = READING) -> bool:
    return matches(watch, article, reading)


def test_a_watch_without_conditions_wants_everything() -> None:
    assert holds(EVERYTHING)
    assert holds(EVERYTHING, reading=Reading(is_statement=True, why="a body alone"))


@pytest.mark.parametrize("name", ["胡明伟", "胡明偉", "Hu Mingwei", "Mingwei HU", "HU Ming-wei"])
def test_a_speaker_is_known_in_either_script(name: str) -> None:
    assert holds(Watch("w", speaker=name))
    english = replace(READING, speakers=(Speaker("Hu Mingwei", None, None, main=True),))
    assert holds(Watch("w", speaker=name), reading=english)


@pytest.mark.parametrize("name", ["胡明远", "Hu Yong", "Anna Forro", "Ministry of Harbours"])
def test_another_name_is_another_person(name: str) -> None:
    assert not holds(Watch("w", speaker=name))


def test_a_surname_alone_is_whoever_bears_it_but_never_the_other_way_round() -> None:
    assert holds(Watch("w", speaker="Ferro"))
    by_surname = replace(READING, speakers=(Speaker("Ferro", "Minister", None, main=True),))
    assert not holds(Watch("w", speaker="Ana Ferro"), reading=by_surname)


@pytest.mark.parametrize(
    "body", ["MIIT", "工信部", "Ministry of Industry and Information Technology"]
)
def test_a_body_is_known_by_each_of_its_names(body: str) -> None:
    assert holds(Watch("w", body=body))
    assert not holds(Watch("w", body=body), reading=replace(READING, speakers=()))


def test_speaker_and_body_must_be_those_of_one_speaker() -> None:
    assert holds(Watch("w", speaker="Hu Mingwei", body="MIIT"))
    assert not holds(Watch("w", speaker="Ana Ferro", body="MIIT"))


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("數據中心", True),
        ("论坛", True),
        ("ai", True),
        ("ＡＩ", True),
        ("推广ai", True),
        ("a", False),
        ("forum", False),
    ],
)
def test_words_are_found_in_title_or_text_in_either_script(word: str, found: bool) -> None:
    assert holds(Watch("w", words=(word,))) is found
    assert holds(Watch("w", words=("nowhere", word))) is found


@pytest.mark.parametrize(
    ("word", "found"),
    [("dredge", True), ("DREDGE the old", True), ("dred", False), ("dred*", True), ("june", True)],
)
def test_measure_words_are_found_in_the_measures_alone(word: str, found: bool) -> None:
    assert holds(Watch("w", measure_words=(word,))) is found
    assert not holds(Watch("w", words=(word,)))


def test_a_language_is_that_of_the_article() -> None:
    assert holds(Watch("w", language="zh"))
    assert not holds(Watch("w", language="en"))


def test_all_conditions_must_hold() -> None:
    whole = Watch(
        "w", speaker="Hu Mingwei", body="工信部", words=("AI",), measure_words=("dredge",),
        language="zh",
    )  # fmt: skip
    assert holds(whole)
    others = (
        replace(whole, speaker="Bo Lund"),
        replace(whole, body="商务部"),
        replace(whole, words=("rail",)),
        replace(whole, measure_words=("rail",)),
        replace(whole, language="fr"),
    )
    assert not any(holds(other) for other in others)


@given(st.text(min_size=1, max_size=40).filter(lambda word: any(c.isalnum() for c in word)))
def test_any_word_with_a_letter_is_found_where_it_stands_alone(word: str) -> None:
    bare = word.replace("*", "").strip()
    if not any(c.isalnum() for c in bare):
        return
    assert holds(Watch("w", words=(bare,)), replace(ARTICLE, text=f"before {bare} after"))

"""Keys lead to every sketch that would match, and to few others."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.text.keys import asked, keys
from flows.text.match import same_statement
from storage.records import Sketch

VOCABULARY = [
    f"{first}{second}" for first in ("port", "mast", "reef", "dune") for second in "abcdefghijklmno"
]
FIGURES = ("28000", "1394", "350000000", "45%", "120", "17.5%", "7341", "62")
MENTIONS = ("p:japan", "p:tunis", "b:imf", "d:05-03", "d:06-01", "y:2021")
BASE = Sketch(
    "en",
    ("hu mingwei",),
    ("spb",),
    "2021-05-03",
    "postal summit",
    "harbin",
    FIGURES,
    ("mend lighthouses", "train riders", "open counters"),
    ("spb", "bsn"),
    tuple(VOCABULARY[:40]),
)
UNDATED = replace(BASE, date=None)
UNNAMED = replace(BASE, speakers=(), orgs=())


def sketches() -> st.SearchStrategy[Sketch]:
    """Sketches that often match, for they draw from few names, days, figures and words."""
    speakers = ["hu mingwei", "ho mingwei", "hu mingwai", "mingwei", "ho teddy", "li qiang",
                "shidifudikesen", "dixon steve"]  # fmt: skip
    words = st.integers(0, 20).map(lambda start: tuple(VOCABULARY[start : start + 40]))
    return st.builds(
        Sketch,
        lang=st.sampled_from(["en", "zh"]),
        speakers=st.lists(st.sampled_from(speakers), max_size=2, unique=True).map(tuple),
        orgs=st.sampled_from([(), ("spb",), ("miit",), ("harbour office",)]),
        date=st.sampled_from([None, "2021-05-03", "2021-05-04", "--05-03", "--12-31"]),
        event=st.sampled_from([None, "postal summit", "邮路峰会"]),
        place=st.sampled_from([None, "harbin"]),
        numbers=st.lists(st.sampled_from(FIGURES), unique=True, max_size=8).map(tuple),
        measures=st.sampled_from([(), BASE.measures]),
        latin=st.sampled_from([(), ("spb", "bsn", "5g")]),
        words=st.one_of(st.just(()), words),
        mentions=st.lists(st.sampled_from(MENTIONS), unique=True, max_size=4).map(tuple),
    )


@settings(max_examples=400)
@given(sketches(), sketches())
def test_what_matches_shares_a_key_either_way_round(one: Sketch, other: Sketch) -> None:
    match = same_statement(one, other)
    assert (match is None) == (same_statement(other, one) is None)
    if match:
        assert set(asked(one)) & set(keys(other))
        assert set(asked(other)) & set(keys(one))


@settings(max_examples=100)
@given(sketches())
def test_keys_are_bounded_and_distinct(one: Sketch) -> None:
    found = keys(one)
    assert len(found) == len(set(found)) <= 250
    assert set(found) <= set(asked(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BASE, replace(BASE, speakers=("ho mingwei",), words=(), numbers=())),
        (BASE, replace(BASE, speakers=("hu mingwai",), orgs=(), date="2021-05-04", words=())),
        (BASE, replace(BASE, lang="zh", speakers=("ho teddy",), words=(), numbers=FIGURES[:4])),
        (replace(BASE, date="--12-31"), replace(BASE, date="2021-01-01", words=(), numbers=())),
        (UNDATED, replace(UNDATED, speakers=("mingwei",), words=tuple(VOCABULARY[14:54]))),
        (UNDATED, replace(UNDATED, speakers=("hu mingwai",), orgs=(), words=())),
        (UNNAMED, replace(UNNAMED, lang="zh", words=(), numbers=FIGURES[2:])),
        (UNNAMED, replace(UNNAMED, numbers=(), words=tuple(VOCABULARY[8:48]))),
        (replace(UNNAMED, date=None), replace(UNNAMED, lang="zh", date=None, words=())),
        (
            replace(UNDATED, lang="zh", speakers=("shidifudikesen",), orgs=("邮政总局",)),
            replace(UNDATED, speakers=("dixon steve",), orgs=("post office",)),
        ),
    ],
    ids=[
        "romanised otherwise", "letter lost, next day", "foreign given name", "turn of the year",
        "given name alone, no day", "letter lost, no day", "figures of a day", "words of a day",
        "exact figures alone", "transcribed name",
    ],
)  # fmt: skip
def test_no_kind_of_match_lacks_a_key(one: Sketch, other: Sketch) -> None:
    assert same_statement(one, other)


def test_a_speaker_alone_or_a_day_alone_is_no_key() -> None:
    later = replace(BASE, date="2021-06-20", numbers=("911",), words=("loaf", "crust", "oven"))
    assert not set(asked(BASE)) & set(keys(later))
    neighbour = replace(later, date=BASE.date, speakers=("li qiang",), orgs=("miit",))
    assert not set(asked(BASE)) & set(keys(neighbour))

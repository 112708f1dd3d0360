"""How each set is scored, on invented texts."""

from __future__ import annotations

import os
import runpy
from typing import Any, cast

import pytest

from storage.records import Quote
from tests.quality import gold, hostile, lists, persons, quotes
from tests.quality.shared import AbsentError, data, home


def annotated(name: str, text: str, *, group: str | None, spoken: bool = True) -> dict[str, Any]:
    """A gold line that lets Hu Ming speak."""
    speaker = {"name": "Hu Ming", "post": "Director", "org": "Post Office", "main": True}
    fields = {"event": None, "event_date": None, "place": None, "group": group}
    empty: dict[str, Any] = {"quotes": [], "measures": [], "figures": [], "earlier": []}
    return {
        **fields, **empty, "id": name, "url": None, "lang": "en", "text": text,
        "is_statement": spoken, "speakers": [speaker] if spoken else [],
    }  # fmt: skip


SPEECH = (
    "Letters must arrive faster\n\nHu Ming, director of the Post Office, said on Monday that the "
    "office will open 40 new sorting halls, train couriers and publish delivery times. "
    '"We will not rest until each letter arrives the next day," Hu Ming said.'
)
OTHER = (
    "Harbour to be dredged\n\nAnna Berg, minister of the Harbour Ministry, said on Tuesday that "
    "the ministry will dredge the northern channel before winter."
)
TALE = "The old lighthouse\n\nThe lighthouse has stood on the rock for a long time and is white."


def test_the_sums_of_pages_are_what_the_scorer_says_of_all() -> None:
    try:
        scorer = data(home(os.environ), "gold") / "score.py"
    except AbsentError as absent:
        pytest.skip(str(absent))
    lines = [
        annotated("e1", SPEECH, group="letters"),
        annotated("e2", SPEECH.replace("Monday", "that Monday"), group="letters"),
        annotated("e3", OTHER, group="letters"),
        annotated("e4", TALE, group=None, spoken=False),
        annotated("e5", OTHER, group=None, spoken=False),
    ]
    lines = [{**line, "scorer": str(scorer)} for line in lines]
    found = [gold.read(line) for line in lines]
    figures = {figure.name: figure.value for figure in gold.figures(lines, found)}
    whole = runpy.run_path(str(scorer))["score"](lines, gold.predictions(lines, found))[0]
    for name, field in gold.FIELDS.items():
        assert figures[name] == pytest.approx(whole[field]["f1"]), name
    assert figures["B-cubed"] == pytest.approx(whole["clusters_bcubed"]["f1"])
    assert 0 < figures["B-cubed"] < 1
    assert figures["exact count of measures"] == pytest.approx(whole[gold.EXACT_COUNT]["f1"])
    assert (figures["negatives told"], figures["groups with a pair found"]) == (1, 1)


def test_a_reader_that_raises_does_not_survive() -> None:
    assert hostile.survives(b"<p>hello")
    assert not hostile.survives(cast("bytes", 7))


def test_a_list_is_exact_by_length_ordinals_and_starts() -> None:
    passage = {"text": "今年要做好三件事。一是修桥铺路。二是疏浚航道。三是培训船员。"}
    golden = [{"ordinal": n + 1, "start": at} for n, at in enumerate((9, 16, 23))]
    found = lists.read(passage)
    assert lists.is_exact(golden, found)
    assert not lists.is_exact(golden[:2], found)
    assert not lists.is_exact([*golden[:2], {"ordinal": 3, "start": 28}], found)


ATTRIBUTION = {"content": [{"spans": [[10, 20]]}, {"spans": [[40, 60]]}]}


@pytest.mark.parametrize(
    ("span", "is_found"), [((40, 60), True), ((10, 20), False), ((45, 61), True), ((60, 90), False)]
)
def test_a_quote_is_found_by_half_of_its_words(span: tuple[int, int], is_found: bool) -> None:
    quote = Quote("", "Hu Ming", span)
    assert quotes.heard(ATTRIBUTION, [quote]) == (quote if is_found else None)


@pytest.mark.parametrize(("span", "said"), [((42, 60), True), ((12, 29), False)])
def test_words_that_nobody_is_said_to_say_are_no_quote(span: tuple[int, int], said: bool) -> None:
    assert quotes.is_said(Quote("", None, span), {"attributions": [ATTRIBUTION]}) == said


def test_a_source_is_known_by_its_head_word() -> None:
    assert quotes.is_source({"director", "anna", "berg"}, "Anna Berg")
    assert not quotes.is_source({"anna", "lund"}, "Anna Berg")
    assert not quotes.is_source({"anna"}, None)


def test_names_and_posts_are_compared_by_exact_spans() -> None:
    sentence = {
        "text": "邮政局局长胡明表示,信件要更快送达。",
        "label": {"name": {"胡明": [[5, 6]]}, "position": {"局长": [[3, 4]], "记者": [[0, 1]]}},
    }
    figures = persons.figures([sentence], [persons.read(sentence)])
    assert [figure.rows for figure in figures] == [
        ((1.0, 0.0, 0.0),),
        ((1.0, 0.0, 1.0),),
        ((1.0, 0.0, 0.0),),
        ((1.0, 0.0, 0.0),),
    ]


def test_who_does_not_speak_is_neither_missed_nor_false() -> None:
    sentence = {
        "text": "局长胡明表示,导演陈陆的片子好。",
        "label": {"name": {"胡明": [[2, 3]], "陈陆": [[9, 10]]}, "position": {"局长": [[0, 1]]}},
    }
    found: persons.Found = {"name": {(2, 4)}, "position": {(0, 2), (7, 9)}}
    assert [figure.rows for figure in persons.figures([sentence], [found])] == [
        ((1.0, 0.0, 1.0),),
        ((1.0, 1.0, 0.0),),
        ((1.0, 0.0, 0.0),),
        ((1.0, 0.0, 0.0),),
    ]

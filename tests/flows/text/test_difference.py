"""What one report says otherwise than another, in one language and across two."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flows.difference_view import as_dict
from flows.text.alignment import MOST_MEASURES
from flows.text.difference import Change, Difference, Told, difference
from storage.records import Figure, Measure, Occasion, Reading, Speaker

EN = {
    "survey": "take stock of 28,000 quays with a survey of every harbour",
    "talent": "train pilots and other skilled talent",
    "cost": "cut the cost of berths with a fund of 1.2 billion yuan",
    "safety": "hold the bottom line of safety",
    "pilot": "open pilot zones for electronic ledgers",
}
ZH = {
    "survey": "摸清家底，普查2.8万座码头",
    "talent": "培养引航等各类人才",
    "cost": "降低停泊成本，设立12亿元基金",
    "safety": "守住安全底线",
    "pilot": "建设电子账本试点",
}
LIU = Speaker("Liu Anping", "Vice Minister", "Ministry of Transport", main=True)
LIU_ZH = Speaker("刘安平", "副部长", "交通运输部", main=True)


def told(
    lang: str,
    heads: list[str],
    speaker: Speaker | None = None,
    figures: dict[str, str] | None = None,
) -> Told:
    """An article that lists these measures, and the figures of its text by their units."""
    text, measures = "", []
    for number, head in enumerate(heads, 1):
        measures.append(Measure(number, head, head, (len(text), len(text) + len(head))))
        text += f"{head}\n"
    found = []
    for value, unit in (figures or {}).items():
        at = text.find(value)
        if at < 0:
            at = len(text)
            text += f"{value} {unit}\n"
        found.append(Figure(value, unit, None, (at, at + len(value))))
    who = speaker or (LIU_ZH if lang == "zh" else LIU)
    occasion = Occasion(date="2031-05-03", precision="day")
    reading = Reading(True, "", (who,), occasion, tuple(measures), figures=tuple(found))
    return Told(lang, "", text, reading)


def heads(measures: tuple[Measure, ...]) -> list[str]:
    return [measure.head for measure in measures]


FULL = list(EN.values())


def test_the_same_report_in_other_words_of_both_languages_is_the_same() -> None:
    english = told("en", FULL, figures={"28,000": "quays", "1.2 billion": "yuan"})
    chinese = told("zh", list(ZH.values()), figures={"2.8万": "座", "12亿": "元"})
    assert not difference(english, chinese)
    assert not difference(chinese, english)
    assert len(difference(english, chinese).kept) == 5


def test_a_measure_that_is_left_out_or_put_in_is_told() -> None:
    less = told("en", [EN["survey"], EN["cost"], EN["safety"], EN["pilot"]])
    found = difference(told("en", FULL), less)
    assert (heads(found.dropped), heads(found.added)) == ([EN["talent"]], [])
    found = difference(less, told("en", FULL))
    assert (heads(found.dropped), heads(found.added)) == ([], [EN["talent"]])


def test_a_measure_that_is_left_out_of_a_translation_is_told() -> None:
    chinese = told("zh", [ZH["survey"], ZH["cost"], ZH["safety"], ZH["pilot"]])
    found = difference(told("en", FULL), chinese)
    assert heads(found.dropped) == [EN["talent"]]
    assert not found.added
    assert not found.reordered


def test_measures_in_another_order_are_told_by_the_fewest_that_moved() -> None:
    for other in (
        told("en", [EN[k] for k in ("talent", "cost", "safety", "survey", "pilot")]),
        told("zh", [ZH[k] for k in ("talent", "cost", "safety", "survey", "pilot")]),
    ):
        found = difference(told("en", FULL), other)
        assert [(m.head, i, j) for m, i, j in found.reordered] == [(EN["survey"], 1, 4)]
        assert not found.dropped


def test_an_altered_figure_is_told_with_its_measure() -> None:
    one = told("en", FULL, figures={"28,000": "quays", "1.2 billion": "yuan"})
    chinese = [v.replace("12亿", "15亿") for v in ZH.values()]
    other = told("zh", chinese, figures={"2.8万": "座", "15亿": "元"})
    assert difference(one, other).figures == (
        Change("figure", "1.2 billion yuan", "15亿元", EN["cost"]),
    )


def test_the_same_figure_written_otherwise_is_the_same() -> None:
    one = told("en", FULL, figures={"28,000": "quays"})
    other = told("en", [h.replace("28,000", "28 thousand") for h in FULL])
    assert difference(one, other).figures == ()


def test_numbers_told_without_one_are_compared_too() -> None:
    one = told("en", FULL, figures={"dozens": "boats"})
    assert difference(one, told("zh", list(ZH.values()), figures={"数十": "艘"})).figures == ()


def test_a_figure_that_is_left_out_has_no_other_value() -> None:
    one = told("en", FULL, figures={"310": "boats", "45%": "", "77": "gates"})
    other = told("en", FULL, figures={"310": "boats", "90": "gates"})
    assert difference(one, other).figures == (
        Change("figure", "45%", None),
        Change("figure", "77 gates", "90 gates"),
    )


def test_another_speaker_post_or_body_is_told() -> None:
    for speaker, changed in (
        (replace(LIU, post="Minister"), ["post"]),
        (Speaker("Bo Mingde", "Vice Minister", "Ministry of Transport", main=True), ["speaker"]),
        (replace(LIU, org="Ministry of Commerce"), ["body"]),
        (Speaker(None, None, "Ministry of Transport", main=True), ["speaker", "post"]),
        (replace(LIU_ZH, post="部长"), ["post"]),
        (replace(LIU_ZH, name="柳安东"), ["speaker"]),
        (replace(LIU, name="Andrew Liu"), []),
        (replace(LIU_ZH, post="副部長"), []),
    ):
        found = difference(told("en", FULL), told("en", FULL, speaker))
        assert [change.what for change in found.fields] == changed, speaker


def test_measures_that_nothing_holds_together_are_unsure() -> None:
    one = told("en", ["weave ropes", "paint the masts", "feed the gulls"])
    other = told("zh", ["编织缆绳", "喂养海鸥"])
    found = difference(one, other)
    assert heads(found.unsure[0]) == ["weave ropes", "paint the masts", "feed the gulls"]
    assert heads(found.unsure[1]) == ["编织缆绳", "喂养海鸥"]
    assert not found.dropped
    # One that is surely the same does not tell which of the others are.
    retold = difference(
        told("en", [*heads(found.unsure[0]), EN["survey"]]),
        told(
            "zh",
            [
                "油漆桅杆",
                "编织缆绳",
                "喂养海鸥",
                ZH["survey"],
                "疏浚",
            ],
        ),
    )
    assert [[one.head, other.head] for one, other in retold.kept] == [[EN["survey"], ZH["survey"]]]
    # As many on both sides stand in one order.
    as_many = difference(one, told("zh", ["编织缆绳", "油漆桅杆", "喂养海鸥"]))
    assert len(as_many.kept) == 3


@given(st.lists(st.sampled_from(FULL), max_size=5), st.lists(st.sampled_from(FULL), max_size=5))
def test_each_measure_stands_in_one_place_of_the_difference(
    one: list[str], other: list[str]
) -> None:
    found = difference(told("en", one), told("en", other))
    assert len(found.kept) + len(found.dropped) == len(one)
    assert len(found.kept) + len(found.added) == len(other)


@given(st.permutations(list(EN)), st.sets(st.sampled_from(list(EN)), min_size=1))
def test_both_ways_tell_the_same(order: list[str], kept: set[str]) -> None:
    one, other = told("en", FULL), told("zh", [ZH[key] for key in order if key in kept])
    forth, back = difference(one, other), difference(other, one)
    assert len(forth.kept) == len(back.kept)
    assert heads(forth.dropped) == heads(back.added)


def test_no_difference_is_the_same_for_a_program() -> None:
    assert as_dict(Difference())["same"] is True


def test_a_page_that_lists_without_end_is_compared_as_far_as_a_document_goes() -> None:
    many = [f"mend quay {number}00 of the harbour" for number in range(3 * MOST_MEASURES)]
    found = difference(told("en", many), told("zh", [f"修缮第{n}座码头" for n in range(500)]))
    alone, alone_2 = found.unsure
    assert len(found.kept) + len(alone) + len(found.dropped) == MOST_MEASURES
    assert len(found.kept) + len(alone_2) + len(found.added) == MOST_MEASURES

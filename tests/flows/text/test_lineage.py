"""Measures held against what the same body said before."""

from flows.text.lineage import Said, lineage
from storage.records import Measure


def measures(*heads: str) -> tuple[Measure, ...]:
    return tuple(Measure(n, head, head, (0, 1)) for n, head in enumerate(heads, 1))


SPRING = Said(
    1,
    "2031-03-01",
    "en",
    measures(
        "dredge the old channel of the harbour",
        "train 800 pilots in winter navigation",
        "light every buoy along the cape",
    ),
)
SUMMER = Said(
    2, "2031-07-01", "en", measures("dredge the old channel of the harbour", "plant oaks")
)
NOW = (
    "dredge the old channel of the harbour",
    "train 2,800 pilots in winter navigation by 2033",
    "lower the tolls at both locks",
)


def test_restated_strengthened_and_new() -> None:
    found = lineage(measures(*NOW), "en", [SPRING, SUMMER])
    assert [each.standing for each in found.descents] == ["restated", "strengthened", "new"]
    dredge, train, tolls = found.descents
    assert (dredge.last, dredge.first) == (SUMMER, SPRING)
    assert train.gained == ("figure 2,800", "day 2033")
    assert (train.last, train.first) == (SPRING, SPRING)
    assert (tolls.last, tolls.gained) == (None, ())
    assert [said.statement for said in found.compared] == [2, 1]


def test_what_the_latest_on_the_same_subject_had_and_this_has_not_is_left_out() -> None:
    found = lineage(measures(*NOW), "en", [SPRING, SUMMER])
    assert (found.predecessor, [m.head for m in found.left_out]) == (SUMMER, ["plant oaks"])
    found = lineage(measures(*NOW), "en", [SPRING])
    assert [m.head for m in found.left_out] == ["light every buoy along the cape"]


def test_a_statement_on_something_else_leaves_nothing_out() -> None:
    found = lineage(measures("plant oaks", "feed gulls"), "en", [SPRING])
    assert (found.predecessor, found.left_out) == (None, ())
    assert [each.standing for each in found.descents] == ["new", "new"]


def test_an_instrument_that_is_new_strengthens() -> None:
    before = Said(1, "2031-03-01", "zh", measures("培养引航人才"))
    (found,) = lineage(measures("培养引航人才，设立专项资金"), "zh", [before]).descents
    assert (found.standing, found.gained) == ("strengthened", ("instrument fund",))


def test_what_an_earlier_form_had_is_not_gained() -> None:
    held = Said(0, "2030-03-01", "en", measures("train 2,800 pilots in winter navigation by 2033"))
    found = lineage(measures(*NOW), "en", [held, SPRING])
    assert found.descents[1].standing == "restated"


def test_a_measure_is_found_again_in_the_other_language() -> None:
    before = Said(1, "2031-03-01", "zh", measures("摸清家底，普查2.8万家企业", "守住安全底线"))
    found = lineage(measures("take stock with a survey of 28,000 enterprises"), "en", [before])
    assert found.descents[0].standing == "restated"
    found = lineage(measures("make ports safe for business"), "en", [before])
    assert found.descents[0].standing == "new"


def test_set_phrases_do_not_make_a_measure_one() -> None:
    before = Said(1, "2031-03-01", "zh", measures("加快推进码头数字化改造"))
    (found,) = lineage(measures("加快推进渔村旅游设施建设"), "zh", [before]).descents
    assert found.standing == "new"


def test_without_anything_earlier_all_is_new() -> None:
    found = lineage(measures(*NOW), "en", [])
    assert {each.standing for each in found.descents} == {"new"}
    assert not found.compared

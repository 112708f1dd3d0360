"""Lists and what leads into them: lost firsts, letters, bullets, explanations, two lists."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

LEAD = (
    "Hu Ming, deputy director of the Ministry of Posts, attended the Post Forum on May 3 and "
    "delivered a speech.\n"
)
CASES: tuple[tuple[str, list[str]], ...] = (
    (
        (
            "Hu Ming said that it is necessary to set up a parcel law."
            " Second, we must train couriers. Third, we must cut fees."
        ),
        ["set up a parcel law", "train couriers", "cut fees"],
    ),
    (
        (
            "Hu Ming said:\n(a) the ministry will open halls;\n(b) couriers will be trained;\n"
            "(c) fees will be cut."
        ),
        ["open halls", "couriers will be trained", "fees will be cut"],
    ),
    (
        (
            "Hu Ming proposed these steps:\n- A new licence for couriers\n- A fund for old halls\n"
            "- Lower fees for villages"
        ),
        ["A new licence", "A fund for old halls", "Lower fees"],
    ),
    (
        (
            "Hu Ming said the ministry will take three measures:\n1. Improve the law\nThe ministry"
            " will issue a notice.\n2. Support towns\nIt will help ten towns.\n3. Check parcels\n"
            "Offices will weigh them."
        ),
        ["Improve the law", "Support towns", "Check parcels"],
    ),
    (
        (
            "Hu Ming said the plan has pillars. The first pillar is to open halls."
            " The second pillar is to train couriers."
        ),
        ["open halls", "train couriers"],
    ),
    (
        "Hu Ming said: “Number one, we will open halls. Number two, we will train couriers.”",
        ["open halls", "train couriers"],
    ),
    (
        (
            "On the one hand, Hu Ming, the deputy director, said, it is necessary to open halls. On"
            " the other hand, couriers should be trained."
        ),
        ["open halls", "couriers should be trained"],
    ),
    (
        (
            "Hu Ming said the ministry will support small towns.\nHe put forward his proposals:"
            " first, open halls; second, train couriers."
        ),
        ["support small towns", "open halls", "train couriers"],
    ),
    (
        (
            "In the next step, first, open halls; second, train couriers."
            " On May 9, Hu Ming said, the ministry will sign a treaty.\nHu Ming proposed: first,"
            " cut fees; second, weigh parcels."
        ),
        ["open halls", "train couriers", "sign a treaty", "cut fees", "weigh parcels"],
    ),
    (
        (
            "Hu Ming said the first point is to plan early. The second point, we should open halls."
            " The third point, train couriers. At the same time, he believes that fees must be cut."
        ),
        ["plan early", "open halls", "train couriers", "fees must be cut"],
    ),
    (
        "Hu Ming said the ministry will promote mail from four aspects and train couriers.",
        ["train couriers"],
    ),
    (
        (
            "Hu Ming said the main factors are: first, halls are few; second, pay is low;"
            " third, fees are high."
        ),
        [],
    ),
    (
        "On the other hand, Hu Ming made clear that there will not be a ban on parcels.",
        [],
    ),
)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_heads_come_in_order_and_no_others(text: str, expected: list[str]) -> None:
    heads = [m.head for m in read("", LEAD + text, None).measures]
    assert len(heads) == len(expected), heads
    assert all(e.lower() in h.lower()[: len(e) + 14] for h, e in zip(heads, expected, strict=True))


def test_every_measure_names_its_rule() -> None:
    text = LEAD + (
        "Hu Ming said the ministry will open halls. He called for stricter rules on parcels.\n"
        "He proposed: first, cut fees; second, weigh parcels."
    )
    assert {m.rule for m in read("", text, None).measures} == {"will", "called for", "enumerated"}


def test_a_number_with_a_point_or_a_comma_is_whole_and_no_blank_is_marked() -> None:
    text = LEAD + (
        "Hu Ming set out the next steps. The first is to cut fees by 8.5 percent. "
        "The second is to open 1,200 halls."
    )
    found = read("", text, None).measures
    assert [m.head for m in found] == ["cut fees by 8.5 percent", "open 1,200 halls"]
    assert all(text[slice(*m.span)] == m.text for m in found)

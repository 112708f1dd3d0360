"""Measures: enumerated in every style, or in series of verbs; and lists that are none."""

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
            "Hu Ming said that in the next step the ministry will do four things. The first is to"
            " widen the sorting halls. The second is to train the couriers. The third is to lower"
            " the fees. Fourth, renew the fleet."
        ),
        ["widen the sorting halls", "train the couriers", "lower the fees", "renew the fleet"],
    ),
    (
        (
            "Hu Ming suggested: First, build more sorting halls; second, train couriers; third, "
            "lower the fees."
        ),
        ["build more sorting halls", "train couriers", "lower the fees"],
    ),
    (
        (
            "Hu Ming made three suggestions: one is to build more sorting halls, the other is to "
            "train couriers, and the third is to lower the fees."
        ),
        ["build more sorting halls", "train couriers", "lower the fees"],
    ),
    (
        (
            "Hu Ming put forward proposals. First of all, we must build sorting halls. Secondly, "
            "we should train couriers. And finally, we need to lower the fees."
        ),
        ["build sorting halls", "train couriers", "lower the fees"],
    ),
    (
        (
            "Hu Ming proposed several steps: Firstly, building sorting halls in the north. "
            "Secondly, training couriers. Thirdly, lowering the fees."
        ),
        ["building sorting halls", "training couriers", "lowering the fees"],
    ),
    (
        (
            "Hu Ming said the first measure is to build sorting halls. The second measure is to "
            "train couriers."
        ),
        ["build sorting halls", "train couriers"],
    ),
    (
        (
            "Hu Ming proposed:\n- First, build sorting halls.\n- Second, train couriers.\n- Third, "
            "lower fees."
        ),
        ["build sorting halls", "train couriers", "lower fees"],
    ),
    (
        (
            "Hu Ming made suggestions.\n1. Build sorting halls. They are needed in the north.\n2. "
            "Train couriers. The trade is young.\n3. Lower fees."
        ),
        ["Build sorting halls", "Train couriers", "Lower fees"],
    ),
    (
        "Hu Ming made suggestions.\n(1) Build sorting halls.\n(2) Train couriers.",
        ["Build sorting halls", "Train couriers"],
    ),
    (
        (
            "Hu Ming said that on the one hand, the ministry will build sorting halls; on the "
            "other hand, it will train couriers."
        ),
        ["build sorting halls", "train couriers"],
    ),
    (
        "Second, train couriers, Hu Ming said. Third, lower the fees for villages.",
        ["train couriers", "lower the fees"],
    ),
    (
        (
            "Hu Ming said that the next steps are clear. First is to build sorting halls. Second "
            "is to train couriers."
        ),
        ["build sorting halls", "train couriers"],
    ),
    (
        (
            "Hu Ming said the results are remarkable: first, the scale has grown; second, the "
            "quality has improved; third, the fees have fallen."
        ),
        [],
    ),
    (
        (
            "Hu Ming said the network consists of three parts. First, the sorting halls. Second, "
            "the trunk lines. Third, the post boxes."
        ),
        [],
    ),
    (
        (
            "Hu Ming said that some work has been carried out. First, sorting halls were built in"
            " the north. Second, couriers were trained."
        ),
        [],
    ),
    (
        "Hu Ming said the problems are: First, few halls; second, poor pay.",
        [],
    ),
    (
        "Hu Ming noted several things. First is hype. Second is fraud.",
        [],
    ),
    (
        (
            "Hu Ming said there are three points of experience: the first is that halls pay off; "
            "the second is that couriers matter."
        ),
        [],
    ),
    (
        (
            "Hu Ming said mail is changing. First of all, the field is young. Second, the tools "
            "are cheap."
        ),
        [],
    ),
    (
        (
            "Hu Ming said that in the past year work has been carried out. First, halls were "
            "built. Second, couriers were trained.\nIn the next step, Hu Ming said, the ministry "
            "will do two things. First, widen the halls. Second, renew the fleet."
        ),
        ["widen the halls", "renew the fleet"],
    ),
    (
        ("Hu Ming said that the ministry will build sorting halls, train couriers and lower fees."),
        ["build sorting halls", "train couriers", "lower fees"],
    ),
    (
        (
            "Hu Ming said that the ministry would actively promote night mail, foster rural "
            "couriers and lower fees."
        ),
        ["promote night mail", "foster rural couriers", "lower fees"],
    ),
    (
        "Hu Ming pointed out that it is necessary to build sorting halls and to train couriers.",
        ["build sorting halls", "train couriers"],
    ),
    (
        (
            "Hu Ming called for efforts to build sorting halls, and urged local offices to train "
            "couriers."
        ),
        ["build sorting halls", "train couriers"],
    ),
    (
        "Hu Ming called for stricter rules on parcels.",
        ["stricter rules on parcels"],
    ),
    (
        "Hu Ming called for building sorting halls and training couriers.",
        ["building sorting halls", "training couriers"],
    ),
    (
        "Hu Ming stressed the need to build sorting halls.",
        ["build sorting halls"],
    ),
    (
        (
            "Hu Ming stressed that efforts should be made to build sorting halls, train couriers "
            "and lower fees."
        ),
        ["build sorting halls", "train couriers", "lower fees"],
    ),
    (
        (
            "Hu Ming suggested that the state should speed up standards, improve the planning of "
            "halls, and do a good job in safety."
        ),
        ["speed up standards", "improve the planning of halls", "do a good job in safety"],
    ),
    (
        (
            "Hu Ming stressed that standards must be sped up. Sorting halls should be rebuilt "
            "before winter, he said."
        ),
        ["standards must be sped up", "Sorting halls should be rebuilt"],
    ),
    (
        (
            "Hu Ming stressed the need to speed up standards. Build sorting halls in the north. "
            "Vigorously train couriers."
        ),
        ["speed up standards", "Build sorting halls", "train couriers"],
    ),
    (
        "Hu Ming said: “We need to build sorting halls. We should train couriers.”",
        ["build sorting halls", "train couriers"],
    ),
    (
        "“We will build sorting halls and lower fees,” Hu Ming said.",
        ["build sorting halls", "lower fees"],
    ),
    (
        (
            "Hu Ming said the ministry plans to build 30 sorting halls next year and expand night"
            " mail."
        ),
        ["build 30 sorting halls", "expand night mail"],
    ),
    (
        "Hu Ming pledged to support small offices, expand and upgrade the halls, and cut fees.",
        ["support small offices", "expand and upgrade the halls", "cut fees"],
    ),
    (
        (
            "Hu Ming said the ministry is considering measures such as weight limits and licences"
            " for couriers."
        ),
        ["weight limits", "licences for couriers"],
    ),
    (
        "Hu Ming said that the ministry is considering raising fees and limiting parcels.",
        ["raising fees", "limiting parcels"],
    ),
    (
        (
            "Hu Ming said that mail will shape the coming years. Parcels will become heavier. "
            "Demand will grow by half."
        ),
        [],
    ),
    (
        "Hu Ming said that mail volume has grown fast and that couriers have been trained.",
        [],
    ),
    (
        "Hu Ming proposed strengthening the halls and improving pay.",
        ["strengthening the halls", "improving pay"],
    ),
    (
        "Hu Ming recommended that the council adopt a parcel law and set up a fund.",
        ["adopt a parcel law", "set up a fund"],
    ),
    (
        "Hu Ming emphasized the importance of strengthening oversight and improving rules.",
        ["strengthening oversight", "improving rules"],
    ),
    (
        (
            "Hu Ming said that the ministry will continue to deepen the reform of halls, steadily"
            " promote night mail, and better serve villages."
        ),
        ["continue to deepen the reform", "promote night mail", "better serve villages"],
    ),
    (
        "Hu Ming said the next step is to build sorting halls and train couriers.",
        ["build sorting halls", "train couriers"],
    ),
    (
        (
            "Hu Ming encouraged firms to invest in halls, and said that the ministry has to guard"
            " against fraud."
        ),
        ["invest in halls", "guard against fraud"],
    ),
    (
        (
            "Hu Ming said that China needs to accelerate the construction of halls, promote the "
            "orderly construction and use of depots, and support research on drones."
        ),
        [
            "accelerate the construction of halls",
            "promote the orderly construction and use of depots",
            "support research on drones",
        ],
    ),
    (
        (
            "The ministry will set standards, Hu Ming said. It will also crack down on fraud, "
            "protect customers' data, and punish offenders according to law."
        ),
        ["set standards", "crack down on fraud", "protect customers' data", "punish offenders"],
    ),
    (
        (
            "Hu Ming said that the ministry aims to halve delays by 2030 by building halls and "
            "training couriers."
        ),
        ["halve delays"],
    ),
    (
        (
            "Hu Ming hopes that firms will seize the opportunity, increase investment and jointly"
            " build a network."
        ),
        ["seize the opportunity", "increase investment", "build a network"],
    ),
    (
        "Hu Ming said the forum should serve as a bridge, pool ideas and help villages.",
        ["serve as a bridge", "pool ideas", "help villages"],
    ),
    (
        (
            "Hu Ming said the rules will take effect on June 1. The forum will be held again next"
            " year."
        ),
        [],
    ),
    (
        (
            "Hu Ming put forward three suggestions. First, sorting halls. More halls should be "
            "built in the north. Second, couriers. Their pay should rise."
        ),
        ["sorting halls", "couriers"],
    ),
    (
        (
            "Hu Ming put forward suggestions: the first is strengthening the halls; the second is"
            " improving the pay of couriers; the third is lowering fees."
        ),
        ["strengthening the halls", "improving the pay", "lowering fees"],
    ),
    (
        (
            "In the next step, the ministry will focus on the following. First, the planning of "
            "halls should be improved. Second, the pay of couriers must be raised."
        ),
        ["the planning of halls should be improved", "the pay of couriers must be raised"],
    ),
    (
        (
            "The follow-up key tasks include: First, promote the building of halls. Second, "
            "promote the training of couriers."
        ),
        ["promote the building of halls", "promote the training of couriers"],
    ),
    (
        (
            "Hu Ming said four aspects of work will be done well. One is to strengthen halls. Two"
            " is to train couriers. Three is to lower fees. Four is to renew the fleet."
        ),
        ["strengthen halls", "train couriers", "lower fees", "renew the fleet"],
    ),
    (
        "Hu Ming suggested: (1) strengthen halls; (2) train couriers; (3) lower fees.",
        ["strengthen halls", "train couriers", "lower fees"],
    ),
    (
        "Hu Ming suggested: 1. strengthen halls; 2. train couriers; 3. lower fees.",
        ["strengthen halls", "train couriers", "lower fees"],
    ),
    (
        (
            "Hu Ming made proposals.\nFirst: Strengthen halls. They are few.\nSecond: Train "
            "couriers. The trade is young."
        ),
        ["Strengthen halls", "Train couriers"],
    ),
    (
        (
            "Hu Ming made proposals.\nOne, strengthen halls. They are few.\nTwo, train couriers. "
            "The trade is young."
        ),
        ["strengthen halls", "train couriers"],
    ),
    (
        (
            "Hu Ming called for the following:\n• Strengthen halls in the north\n• Train couriers "
            "in towns\n• Lower fees for villages"
        ),
        ["Strengthen halls", "Train couriers", "Lower fees"],
    ),
    (
        (
            "Hu Ming proposed the following measures:\n- Strengthening halls in the north;\n- "
            "Training couriers in towns;\n- Lowering fees for villages."
        ),
        ["Strengthening halls", "Training couriers", "Lowering fees"],
    ),
    (
        (
            "The first is to strengthen halls, and the second is to train couriers, Hu Ming said."
            " He also urged banks to lend more to villages."
        ),
        ["strengthen halls", "train couriers", "lend more to villages"],
    ),
    (
        "First, strengthen halls and second, train couriers, Hu Ming said.",
        ["strengthen halls", "train couriers"],
    ),
    (
        (
            "Hu Ming said that we should firstly strengthen halls, secondly train couriers, and "
            "thirdly lower fees."
        ),
        ["strengthen halls", "train couriers", "lower fees"],
    ),
    (
        (
            "In terms of halls, the ministry will build depots. In terms of couriers, it will "
            "raise pay."
        ),
        ["build depots", "raise pay"],
    ),
    (
        "Hu Ming stressed that to improve mail, we must first build halls, then train couriers.",
        ["build halls", "train couriers"],
    ),
    (
        "Hu Ming emphasized: Strengthen halls. Train couriers. Lower fees for villages.",
        ["Strengthen halls", "Train couriers", "Lower fees"],
    ),
    (
        (
            "Hu Ming emphasized that we must adhere to quality, adhere to safety, and adhere to "
            "openness."
        ),
        ["adhere to quality", "adhere to safety", "adhere to openness"],
    ),
    (
        (
            "Hu Ming said that efforts are needed in three aspects: strengthening halls, training"
            " couriers and lowering fees."
        ),
        ["strengthening halls", "training couriers", "lowering fees"],
    ),
    (
        (
            "Hu Ming said the plan will focus on building halls, training couriers and lowering "
            "fees."
        ),
        ["building halls", "training couriers", "lowering fees"],
    ),
    (
        (
            "Hu Ming said that it is hoped that all parties will work together to build halls and"
            " train couriers."
        ),
        ["build halls", "train couriers"],
    ),
    (
        ('Hu Ming said: "Next, we are going to build halls. We are also going to train couriers."'),
        ["build halls", "train couriers"],
    ),
    (
        (
            "Hu Ming said the government would introduce a bill to license couriers and create a "
            "fund for villages."
        ),
        ["introduce a bill", "create a fund"],
    ),
    (
        "Hu Ming said a bill will be introduced next year to license couriers.",
        ["a bill will be introduced"],
    ),
    (
        "Couriers would have to register with the ministry and keep records, Hu Ming said.",
        ["register with the ministry", "keep records"],
    ),
    (
        "Hu Ming said the ministry has decided to build halls and to train couriers.",
        ["build halls", "train couriers"],
    ),
    (
        "Hu Ming said that more halls need to be built and that fees need to be lowered.",
        ["more halls need to be built", "fees need to be lowered"],
    ),
    (
        "Let us join hands to build halls and train couriers, Hu Ming said.",
        ["join hands to build halls", "train couriers"],
    ),
    (
        "Hu Ming said that the state should build halls while guarding against fraud.",
        ["build halls", "guarding against fraud"],
    ),
    (
        (
            "Hu Ming said the ministry would work with banks to build halls, and would train "
            "couriers."
        ),
        ["build halls", "train couriers"],
    ),
    (
        "Hu Ming said that it's important that the ministry build halls and train couriers.",
        ["build halls", "train couriers"],
    ),
    (
        "Hu Ming said the ministry needs to build halls; improve pay; and lower fees.",
        ["build halls", "improve pay", "lower fees"],
    ),
    (
        "We need clear rules for couriers, Hu Ming said.",
        ["clear rules for couriers"],
    ),
    (
        (
            "Hu Ming said the ministry is ready to further open the market and is willing to "
            "share its halls."
        ),
        ["further open the market", "share its halls"],
    ),
)


def _begins(head: str, expected: str) -> bool:
    return expected.lower() in head.lower()[: len(expected) + 12]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_heads_come_in_order_and_no_others(text: str, expected: list[str]) -> None:
    heads = [m.head for m in read("", LEAD + text, None).measures]
    assert len(heads) == len(expected), heads
    assert all(map(_begins, heads, expected)), heads


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

"""Measures that are urged, suggested, needed or planned."""

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

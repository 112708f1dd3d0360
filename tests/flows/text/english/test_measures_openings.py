"""What opens a promise or demand, and what only looks as if it did."""

from __future__ import annotations

import pytest

from flows.text.english.reader import read

LEAD = (
    "Hu Ming, deputy director of the Ministry of Posts, attended the Post Forum on May 3 and "
    "delivered a speech.\n"
)
OPEN: tuple[tuple[str, list[str]], ...] = (
    (
        "Hu Ming urged deepening the reform of halls, training couriers, and guiding firms.",
        ["deepening the reform", "training couriers", "guiding firms"],
    ),
    (
        "No effort should be spared to carry out repairs, build halls and train couriers, he said.",
        ["carry out repairs", "build halls", "train couriers"],
    ),
    (
        "The Ministry of Posts (MOP), which runs the halls, will train couriers, Hu Ming said.",
        ["train couriers"],
    ),
    (
        "Hu Ming said the ministry is in the process of drafting a parcel law.",
        ["drafting a parcel law"],
    ),
    (
        "Hu Ming said the ministry is already considering a Parcel Act for villages.",
        ["a Parcel Act for villages"],
    ),
    (
        "Hu Ming said that all sides should come together to build halls and cut fees.",
        ["build halls", "cut fees"],
    ),
    (
        "Hu Ming stressed that it is necessary, among other things, to train couriers.",
        ["train couriers"],
    ),
    (
        "Hu Ming suggested that fees for villages be lowered and old halls be rebuilt.",
        ["fees for villages be lowered", "old halls be rebuilt"],
    ),
    (
        "Hu Ming suggested that, with the help of the towns, build halls and train couriers.",
        ["build halls", "train couriers"],
    ),
    (
        "Hu Ming called for more night shifts, as well as for greater care of old halls.",
        ["more night shifts", "greater care of old halls"],
    ),
    (
        (
            "“Raising fees is something we are looking at,” Hu Ming said. “These may include weight"
            " limits and restricting loans and leverage.”"
        ),
        ["Raising fees", "weight limits", "restricting loans and leverage"],
    ),
    (
        (
            "Hu Ming said firms are encouraged to train couriers, and that the focus should be on"
            " opening halls."
        ),
        ["train couriers", "opening halls"],
    ),
    (
        (
            "Hu Ming outlined the priorities of the ministry on Friday: building halls, training"
            " couriers and cutting fees."
        ),
        ["building halls", "training couriers", "cutting fees"],
    ),
    (
        "Hu Ming said we must adhere to the “two firsts”: build halls first, train couriers first.",
        ["build halls first", "train couriers first"],
    ),
    (
        "Hu Ming said the halls are old. Build new ones in towns. Train couriers in villages.",
        ["Build new ones", "Train couriers"],
    ),
    (
        "Hu Ming said the goal is to ensure that firms can open halls and train couriers.",
        ["ensure that firms can open halls and train couriers"],
    ),
    (
        "There must be a plan for old halls, Hu Ming said.",
        ["plan for old halls"],
    ),
    (
        "Hu Ming recommended a fund for old halls and urged stronger checks on parcels.",
        ["a fund for old halls", "stronger checks on parcels"],
    ),
    (
        "Hu Ming said that a measure must be taken: the halls must be strictly inspected.",
        ["halls must be strictly inspected"],
    ),
    (
        "Hu Ming said fees are too high, so they should be lowered step by step.",
        ["lowered step by step"],
    ),
    (
        "Measures should be taken, including training couriers as well as opening new halls.",
        ["training couriers", "opening new halls"],
    ),
    (
        "Hu Ming said that couriers must not offer discounts, and apply for a licence.",
        ["not offer discounts", "apply for a licence"],
    ),
    (
        "Hu Ming asked the towns to “build halls and lower fees.”",
        ["build halls", "lower fees"],
    ),
    (
        "Hu Ming said the ministry will stick to the “two firsts” and support small halls.",
        ["stick to the “two firsts", "support small halls"],
    ),
    (
        "Hu Ming said we must build modern, well-lit halls and strengthen mail, parcels and news.",
        ["build modern, well-lit halls", "strengthen mail, parcels and news"],
    ),
    (
        (
            "Hu Ming said the ministry will lend 1,200.5 million to firms that build halls, and cut"
            " fees."
        ),
        ["lend 1,200.5 million to firms", "cut fees"],
    ),
    (
        "Hu Ming said the ministry will train couriers and is also studying how to lower fees.",
        ["train couriers", "how to lower fees"],
    ),
    (
        "Hu Ming stressed the need to train couriers; actively build halls; and cut fees.",
        ["train couriers", "actively build halls", "cut fees"],
    ),
    (
        ("Hu Ming said we must train couriers. In the next step, build halls. Next, cut fees."),
        ["train couriers", "build halls", "cut fees"],
    ),
    (
        "Hu Ming said the ministry will, among other things, build halls and train couriers.",
        ["build halls", "train couriers"],
    ),
    (
        "Efforts should be made to: build halls; train couriers; lower fees.",
        ["build halls", "train couriers", "lower fees"],
    ),
    (
        "Hu Ming said the ministry has decided to build halls and to abolish the stamp fee.",
        ["build halls", "abolish the stamp fee"],
    ),
    (
        "Hu Ming said we should not only build halls but also train couriers.",
        ["build halls", "train couriers"],
    ),
    (
        "In terms of safety, improve the rules. In terms of talent, train couriers.",
        ["improve the rules", "train couriers"],
    ),
)
SHUT = (
    "Hu Ming said many were at an early stage, such as proposing to open halls.",
    "Hu Ming praised the party; opposing it is hard.",
    "Hu Ming said that in order to encourage firms to hire, nothing was done.",
    "Hu Ming suggested that he might not win the support of towns.",
    "Hu Ming said the party was preparing for the new year.",
    "Hu Ming praised the continuous efforts of the ministry to open halls.",
    "Hu Ming was trying to sleep. He said the process of opening halls is slow.",
    "Hu Ming said a rail link would reduce delays and help villages.",
    "Hu Ming said the tour is part of the country's efforts to modernise its halls.",
    "Hu Ming said the ministry does not plan to raise fees and has no need to hire.",
    "Hu Ming said new laws could be needed to define parcels.",
    "Hu Ming said they had to rush through the winter.",
    "Hu Ming told reporters Tuesday that halls had been opened to serve villages.",
    "Hu Ming said the ministry has taken measures such as weight limits and night shifts.",
    "Hu Ming said the rules will be read, the forum will be held, and much will be seen.",
    "Hu Ming said that an AI will sort the parcels, and that AI will change the trade.",
    "Hu Ming said that it will benefit villages and that it will reduce delays.",
    "Hu Ming said that the ministry has been planning to build halls since 2029.",
    "Hu Ming said that we will continue to grow, and that the towns will continue to rank first.",
)


def _begins(head: str, expected: str) -> bool:
    return head.lower().startswith(expected.lower())


@pytest.mark.parametrize(("text", "expected"), OPEN)
def test_heads_come_in_order_and_no_others(text: str, expected: list[str]) -> None:
    heads = [m.head for m in read("", LEAD + text, None).measures]
    assert len(heads) == len(expected), heads
    assert all(map(_begins, heads, expected)), heads
    assert not any(head.endswith((" to", " and")) for head in heads), heads


@pytest.mark.parametrize("text", SHUT)
def test_what_is_foretold_denied_or_done_is_no_measure(text: str) -> None:
    assert [m.head for m in read("", LEAD + text, None).measures] == []

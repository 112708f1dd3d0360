"""Measures in lists: the first is to, Secondly, (3), bullets."""

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
            "Hu Ming said that in the past year work has been carried out. First, halls were "
            "built. Second, couriers were trained.\nIn the next step, Hu Ming said, the ministry "
            "will do two things. First, widen the halls. Second, renew the fleet."
        ),
        ["widen the halls", "renew the fleet"],
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
)


def _begins(head: str, expected: str) -> bool:
    return expected.lower() in head.lower()[: len(expected) + 12]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_heads_come_in_order_and_no_others(text: str, expected: list[str]) -> None:
    heads = [m.head for m in read("", LEAD + text, None).measures]
    assert len(heads) == len(expected), heads
    assert all(map(_begins, heads, expected)), heads

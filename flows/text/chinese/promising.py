"""A body that promises in a text where nobody speaks: 今年,邮政部将完善标准,扩大网点."""

from __future__ import annotations

import re

from flows.text.chinese.actions import ACTION
from flows.text.chinese.bodies import body_before, ends_as_body
from flows.text.chinese.script import View
from flows.text.chinese.words import FIRM
from storage.records import Speaker

RULE = "body promises"
# A body promises at the beginning, under a name that is not long.
LEAD, LONGEST = 600, 14
_PROMISE = re.compile(f"(?<!即)将(?={ACTION.pattern})")
_MINISTRY = re.compile("(?:(?<!司令)(?<!乐)(?<!总)[部委局署司厅]|政府|办公室|委员会)$")


def promising(view: View) -> list[Speaker]:
    """The first ministry or department that is said to be going to act."""
    text = view.text
    for promise in _PROMISE.finditer(text, 0, LEAD):
        start, end = body_before(text, promise.start())
        body = text[start:end]
        fits = len(body) <= LONGEST and ends_as_body(body)
        if fits and _MINISTRY.search(body) and not FIRM.search(body):
            named, span = view.words(start, end), view.span(start, end)
            return [Speaker(None, None, named, main=True, span=span, rule=RULE)]
    return []

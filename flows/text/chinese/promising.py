"""A body that promises in a text where nobody speaks: 今年,邮政部将完善标准,扩大网点."""

from __future__ import annotations

import re

from flows.text.chinese.actions import ACTION
from flows.text.chinese.bodies import body_before, ends_as_body
from flows.text.chinese.script import View
from flows.text.chinese.words import FIRM
from storage.records import Speaker

RULE = "body promises"
MAX_PROMISES = 40
_PROMISE = re.compile(f"(?<!即)将(?={ACTION.pattern})")
_MINISTRY = re.compile("(?:[部委局署司厅]|政府|办公室|委员会)$")


def promising(view: View) -> list[Speaker]:
    """The first ministry or department that is said to be going to act."""
    text = view.text
    for number, promise in enumerate(_PROMISE.finditer(text)):
        if number >= MAX_PROMISES:
            break
        start, end = body_before(text, promise.start())
        body = text[start:end]
        if ends_as_body(body) and _MINISTRY.search(body) and not FIRM.search(body):
            named, span = view.words(start, end), view.span(start, end)
            return [Speaker(None, None, named, main=True, span=span, rule=RULE)]
    return []

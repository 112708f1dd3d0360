"""Several actions in one clause: 从完善标准、强化监管等两方面推进工作."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.chinese.actions import ACTION

# A clause that only leads into a list.
_GENERAL = re.compile(
    "(?<![这第同每任])(?:[一二三四五六七八九十两几\\d][个大项]?(?:[点条项]|[^,]{0,4}(?:方面|工作|措施|举措|任务|"
    "建议|倡议|要求|意见))|"
    "[一二三四五六七八九十两几\\d]个“[^”]{1,8}”|“[一二三四五六七八九十两几\\d]个[^”]{1,8}”|从[^,]{1,8}(?:方面|角度|环节|维度)(?:发力|着手|入手|推进|努力|展开|着力)|以下[^,]{0,6}|如下[^,]{0,4}|一[道起])$|"
    "(?:在|从|围绕)(?:以下)?[两三四五六七八九十几]个?(?:大|重点)?方面[^,]{1,16}$"
)
# 做好…、…两方面工作: actions that are told and counted in one clause.
_LISTED = re.compile(
    "(?:从|在|围绕|聚焦|做好|抓好|推进)(?P<listed>[^,]{4,60}?、[^,]{4,80}?)等?[两三四五六七八九十]个?"
    "(?:大|重点)?(?:方面|项|件)[^,]{0,8}$"
)
_PART = re.compile("[^、]+")


def parts(words: str, begin: int) -> Iterator[tuple[int, int]]:
    """Where each action begins and ends in a clause that promises from `begin` on.

    The clause's end is an action's; a clause that only leads into a list has none.
    """
    listed = _LISTED.search(words)
    if listed:
        found = list(_PART.finditer(words, *listed.span("listed")))
        if all(ACTION.match(words, one.start()) for one in found):
            yield from (one.span() for one in found)
            return
    if not _GENERAL.search(words.rstrip("—")):
        yield begin, len(words)

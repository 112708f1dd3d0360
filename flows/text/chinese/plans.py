"""Which enumerated lists hold measures: by the words that lead in, else by the items' verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.chinese.actions import ACTION
from flows.text.chinese.enumeration import Item, Listing, lists, outermost
from flows.text.chinese.modals import MODALS

# So far before a list its lead-in is looked for.
LEAD = 70
# Items of which so many act make a plan, whatever stands before them.
ACTING = 0.6
_DONE = re.compile("已经?(?!有)|[\u3400-\u9fff]了(?!解)|达到?\\d|同比|增长\\d|累计|超过\\d")
_AHEAD = re.compile(
    "下一步|接下来|将从|将重点|建议|倡议|重点做好|提出[^了]{0,12}(?:建议|倡议|要求|意见)|今后|后续|"
    "务必|力求|力争|(?:处理|解决|把握)好|为了?(?:解决|应对|防止)|"
    "(?:解决|化解|破解|应对|针对|克服|防范|消除)[^,;。了]{1,16}(?:问题|困难|挑战|风险|短板|矛盾|难点|"
    "瓶颈)[^,;。]{0,4}$"
)
# 改革纵深推进: what was reached, behind a noun.
_REACHED = re.compile(
    "步入|迈上|迈入|保持在|(?:加快|推进|壮大|提升|提高|增强|改善|显现|优化|巩固|见效|向好|回升|增长|扩大)$"
)
_CAUSES = re.compile(
    "(?:着力|加快|持续|进一步|全力|大力)*(?:推动|促进|让|使|确保|实现|带动|引领|保持|力争|支持)"
)
_COUNT = "(?:[一二三四五六七八九十两几\\d]{1,2}|以下|如下)(?:个|大|项|点|条)?"
_PLAN = re.compile(
    f"下一步|接下来|未来|今后|后续|将|(?<![主重首])要|应当?|需|建议|倡议|提出|重点(?:抓|做|推|任务|工作)|做好|"
    f"抓好|措施|举措|任务|着力|希望|呼吁|"
    f"从{_COUNT}(?:方面|角度|维度|环节)|具体(?:可分|来说|包括|而言)|部署|主张|必须|落实|思路|"
    f"打算|方向|路径|意见|要求"
)
# What a list tells of when it tells of no plan, where it stands last in the lead.
_NO_PLAN = re.compile(
    "(?:成效|成绩|成果|进展|变化|经验|启示|特点|特征|亮点|优势|原因|因素|问题|困难|挑战|短板|"
    "不足|难点|瓶颈|现象|趋势|风险|"
    "误区|看点|意义|背景|理由|内涵|含义|困境|痛点|矛盾|体会|感受)[^,;。、的之]{0,8}$"
)
# The same, unless the items themselves act.
_SELDOM_PLAN = re.compile(
    "(?:机遇|信号|判断|情况|类型|类别|层次|形态|阶段|条件|认识|部分|内容|领域)[^,;。]{0,8}$"
)
_NEVER_PLAN = re.compile(
    "成效显著|取得|体现在|表现在|表现为|主要包括|包括以下|是指|指的是|组成|构成|开展了|做了|"
    "完成了|推进了|实现了|采取了|出台了|归纳为|分为|"
    "突出.{1,2}个?聚焦|(?:存在|面临|遇到)[^,;。]{0,12}(?:问题|困难|挑战|瓶颈|短板)|原因(?:是|"
    "在于|有)|了[^,;。]{0,6}(?:方面|项|点)[^,;。]{0,6}$"
)


def planned(text: str, stops: Sequence[int] = ()) -> list[Listing]:
    """The lists that a plan, promise or proposal opens, in order of the text.

    Lists inside of an item are left out; for `stops` see `lists`.
    """
    return outermost(found for found in lists(text, stops) if _is_plan(text, found))


def _is_plan(text: str, found: Listing) -> bool:
    lead = _lead(text, found.start)
    acting = sum(_acts(text, item) for item in found.items) >= ACTING * len(found.items)
    if not _AHEAD.search(lead):
        if _NEVER_PLAN.search(lead) or _NO_PLAN.search(lead):
            return False
        if _SELDOM_PLAN.search(lead) and not acting:
            return False
    return acting or bool(_PLAN.search(lead))


def _acts(text: str, item: Item) -> bool:
    """Whether an item tells an action that is still to come."""
    start, end = item.head
    words = text[start:end]
    if _DONE.search(words) or (_REACHED.search(words) and not _CAUSES.match(words)):
        return False
    asked = MODALS.search(words) or MODALS.search(text, max(item.start, start - 4), start + 6)
    return bool(asked) or any(ACTION.match(part) for part in words.split(","))


def _lead(text: str, at: int) -> str:
    """The sentence that opens the list; the one before where the list opens its own."""
    before = text[max(0, at - LEAD) : at].rstrip(' \n:,。;“"')
    return before[max(before.rfind(c) for c in "。;!?\n") + 1 :]

"""Whether a clause promises or urges an action, and where in it the action begins."""

from __future__ import annotations

import re

from flows.text.chinese.actions import ACTION, OUTCOME, WEAK
from flows.text.chinese.modals import ASKS, BETWEEN

LOOSE = re.compile('^(?:并且?|但|包括|还|也|又|同时|以及|此外|[今明]年|年内|下半年|[ “"])+')
_NO_ACTION = re.compile(
    "(?:强调|指出|坦言|感谢|祝贺|说明|让[^,]{1,6}(?:知道|了解|看到|感受)|成为|看到|知道|说|是|有|没有|不是|迎来|面临|带来|达到|超过|进入|生效|施行|举行|召开|举办|"
    "出席|结束|开始|取得|发生|导致|影响|"
    "形成(?:新的)?(?:挑战|风险|冲击)|增加\\d|增长|下降|上涨|下跌|提高\\d)"
)
_MANNER = re.compile("(?:按照?|根据|本着|通过|针对)[^,]{2,30}")
_PAST = re.compile(
    "一直|历来|一贯|已经?(?!有)|曾|同比|增长\\d|累计|(?<=[\u3400-\u9fff])了(?!解)(?=[\u3400-\u9fff0-9])"
)
# 相信…必将实现…, …可能会增加: what is believed to come.
_BELIEVED = re.compile("坚信|相信|深信|可能|预计|预料|必$")
# 此举将推动…: what a deed will bring.
_THING = re.compile(
    "(?:^|[,“])(?:这|此举|此次[\u3400-\u9fff]{2,8}|这[一些次][\u3400-\u9fff]{0,8}|该(?:项目|工程|技术|平台|产品|"
    "标准|协议|政策|措施|机制)|[^,]{2,20}的?(?:融合|举办|召开|实施|落地|出台|突破|变革|力量|到来))"
    "(?:也|还|都|必|不仅|预计)?$"
)
# 信心将继续增强: what will come about by itself.
_COMES = re.compile(
    "(?:进一步|继续|持续|不断|逐步|逐渐|更加|更为|日益|明显|集中|得到|在[^,]{1,12}?(?:内|季度|年)?)*"
    "(?:增强|巩固|提升|改善|显现|释放|回升|加快|显效|见效|优化|提高|扩大|壮大|增长|恢复|好转|深化|向好|凸显)$"
)
# 将为邮路注入动力: what it will be good for.
# 帮助邮民解决问题时: when.
_WHEN = re.compile("(?<![及同随准按适届])时$|的时候$")
# 将发展邮路作为战略: what it is taken for.
_TAKEN = re.compile("[^,]{2,30}?(?:作为|视为|当作)")
_FOR = re.compile("为[^,]{2,40}?(?:注入|奠定|带来|增添)")
# A verb alone: its object stands before the modal word.
_ALONE = re.compile(
    "(?:进一步|继续|持续|不断|逐步|更加|尽快|切实)*(?:加大|加强|强化|完善|优化|提高|巩固|深化)$"
)
# These tell the action themselves.
_ITSELF = re.compile("鼓励|支持|引导|督促|号召")
# Behind these an action follows, whatever its verb; but no insight: 必须认识到.
_URGENT = re.compile("必须|务必|亟需|亟待")
_INSIGHT = re.compile("[^,]{0,4}(?:认识|清醒|看|承认|指出|说|是|有)")
# Words about an action are no promise of it: 加快建设是关键.
_VERDICT = re.compile("是(?!否)|有利于|有助于|意义|至关重要|迫在眉睫")
# Behind 要 at a clause's beginning an action follows as well.
_PLAIN = re.compile("(?:还|也|又|都|更|同时|一定|首先|最后)*要(?![是知想不看么])")
_IN_FIELD = re.compile("在[^,]{1,24}?(?:方面|领域|上)(?=会|将|要|应|需)")
# 在通信方面推进…
_FIELD = re.compile("在[^,]{1,24}?(?:方面|领域|舞台|层面|框架[内下]|[上中](?![心国央海下小]))")


def asked(words: str, modal: re.Match[str]) -> int | None:
    """Where the action begins that a modal word promises or urges; None where it is none."""
    at = modal.end()
    if _only_comes(words, modal):
        return None
    between = None if _acts(words, at) else BETWEEN.match(words, at)
    after = between.end() if between else at
    within = _FIELD.match(words, after)
    acts = _acts(words, within.end() if within else after) or _MANNER.match(words, after)
    if not (acts or _sure(words, modal, after)) or _NO_ACTION.match(words, after):
        return None
    if field := _IN_FIELD.search(words, 0, modal.end()):
        return field.start()
    if modal.group() == "只会" or len(words) - after < 4 or _ALONE.match(words, after):
        loose = LOOSE.match(words)
        return loose.end() if loose else 0
    if _ITSELF.fullmatch(modal.group()):
        return modal.start()
    return at if between and not between.group().startswith(("于", "在")) else after


def _only_comes(words: str, modal: re.Match[str]) -> bool:
    """Whether a modal word tells what is past, believed, or will come about by itself."""
    before = (_PAST, _THING, _BELIEVED)
    if _WHEN.search(words) or any(told.search(words, 0, modal.start()) for told in before):
        return True
    comes = any(told.match(words, modal.end()) for told in (_COMES, _FOR, _TAKEN))
    return modal.group().startswith("将") and bool(comes)


def _sure(words: str, modal: re.Match[str], after: int) -> bool:
    """Whether an action follows, whatever its verb: behind 必须, or where 希望 found one."""
    word = modal.group()
    urges = ASKS.fullmatch(word) or _URGENT.fullmatch(word) or _PLAIN.match(words)
    return bool(urges) and not _INSIGHT.match(words, after)


def is_past(words: str) -> bool:
    """Whether a clause tells what was done, or judges it."""
    return bool(_PAST.search(words) or _VERDICT.search(words))


def going_on(words: str) -> int | None:
    """Where the action begins in a clause that goes on with a promise; None where it is none."""
    loose = LOOSE.match(words)
    at = loose.end() if loose else 0
    field = _FIELD.match(words, at)
    acts = _acts(words, field.end() if field else at) or _MANNER.match(words, at)
    return None if not acts or OUTCOME.match(words, at) or is_past(words) else at


def _acts(words: str, at: int) -> bool:
    action = ACTION.match(words, at)
    # 需消化的债务 tells which debt.
    return (
        action is not None
        and words[action.end() : action.end() + 1] != "的"
        and not WEAK.match(words, at)
    )

"""Policy actions promised or urged: enumerated lists, and series of verbs after 将, 要, 应."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.text.chinese.actions import ACTION, OUTCOME, WEAK
from flows.text.chinese.enumeration import Listing
from flows.text.chinese.modals import BETWEEN, MODAL
from flows.text.chinese.plans import planned
from flows.text.chinese.script import View
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.speech import Act
from flows.text.chinese.words import SAID, SURE_VERB, any_of
from storage.records import Measure

MAX_MEASURES = 60
MAX_HEAD = 60
# A page may end right behind a marker.
MIN_HEAD = 2
_CLAUSE = re.compile(r"[^,;。!?:…\n]+")
_LOOSE = re.compile('^(?:并且?|还|也|又|同时|以及|此外|[今明]年|年内|下半年|[ “"])+')
# A clause that only leads into a list.
_GENERAL = re.compile(
    "(?:[一二三四五六七八九十两几\\d][个大项]?(?:[点条项]|[^,]{0,4}(?:方面|工作|措施|举措|任务|"
    "建议|倡议|要求|意见))|"
    "[一二三四五六七八九十两几\\d]个“[^”]{1,8}”|“[一二三四五六七八九十两几\\d]个[^”]{1,8}”|从[^,]{1,8}(?:方面|角度|环节|维度)(?:发力|着手|入手|推进|努力|展开|着力)|以下[^,]{0,6}|如下[^,]{0,4}|一[道起])$"
)
_NO_ACTION = re.compile(
    "(?:成为|看到|知道|说|是|有|没有|不是|迎来|面临|带来|达到|超过|进入|生效|施行|举行|召开|举办|"
    "出席|结束|开始|取得|发生|导致|影响|"
    "形成(?:新的)?(?:挑战|风险|冲击)|增加\\d|增长|下降|上涨|下跌|提高\\d)"
)
_MANNER = re.compile("(?:按照|根据|本着|通过|针对)[^,]{2,30}")
# 以…为抓手: in what light the actions behind it are taken.
_LIGHT = re.compile(
    "(?:将|要|应|需|继续|紧紧)*以[^,]{2,40}为(?:契机|统领|目标|主线|抓手|重点|核心|牵引|引领|导向|基础|"
    "突破口|中心|支撑|依托|纽带|载体|动力|保障|己任|主题|主攻方向)$"
)
_PAST = re.compile("已经?(?!有)|曾|同比|增长\\d|累计|(?<=[\u3400-\u9fff])了(?=[\u3400-\u9fff0-9])")
# 此举将推动…: what a deed will bring.
_THING = re.compile(
    "(?:^|[,“])(?:这|此举|此次[\u3400-\u9fff]{2,8}|这[一些次][\u3400-\u9fff]{0,8}|该(?:项目|工程|技术|平台|产品|"
    "标准|协议|政策|措施|机制))(?:也|还|都|必|不仅|预计)?$"
)
# 报告预计,全年将…: what others foresee.
_FORECAST = re.compile("(?:报告|机构|银行|组织|专家|分析)[^,]{0,8}(?:预计|预测|预期)")
# A clause behind which actions follow without 要: 下一步,加快…; 胡明强调,加快….
_OPENS = re.compile(
    "^(?:下一步|接下来|未来|今后|下一阶段|后续)[\u3400-\u9fff]{0,4}$|(?:强调|呼吁|倡议)$"
)
# 要在…的基础上,加快…: how, before what.
_LEADS = re.compile(
    "(?:将|要|应|须|需)(?:在|以|从|围绕|按照|立足)[^,]{2,30}(?:[下上中]|前提|同时|入手|出发)$"
)
# 将根据形势变化,适时…: by what measure.
_BY = re.compile(
    "(?:按照|根据|本着|通过|针对|依据)[^,]{2,30}(?:形势|变化|部署|要求|原则|思路|精神|规律|实际|需要|情况|风险|问题|"
    "特点|方式|手段|目标|安排|规定|意见|方针|渠道|指引|方法|途径|路径|短板)$"
)
_TARGET = re.compile("(?:达到?|突破|超过|规模|增长|提高到|增至|完成)[^,]{0,12}\\d")
# A paragraph in which the words that were reported before it go on.
_STILL_SAID = re.compile("我们|下一步|接下来|未来|今后|后续|同时|此外|另外|“")
_OPENING = re.compile(
    "[,:“]{0,2}(?P<word>要|必须|应当?|坚持|突出|聚焦|强化|加强|推进|推动|完善|加快|深化)"
)
_SPEAKS = re.compile(f"{any_of(SAID)}$")
# These tell the action themselves.
_ITSELF = re.compile("鼓励|支持|引导|督促|号召")
# Words about an action are no promise of it: 加快建设是关键.
_VERDICT = re.compile("是(?!否)|有利于|有助于|意义|至关重要|迫在眉睫")
_IN_FIELD = re.compile("在[^,]{1,24}?(?:方面|领域|上)(?=会|将|要|应|需)")

Found = tuple[int, int, int, int, str]


def measures(
    body: View, sents: Sequence[Sentence], spoken: Sequence[Act], skip: frozenset[int]
) -> tuple[Measure, ...]:
    """The measures in order; sentences numbered in `skip` tell of earlier statements."""
    text = body.text
    plans = planned(text, sorted({sents[act.sentence].start for act in spoken}))
    found: list[Found] = [
        (*item.head, item.start, item.end, "enumerated")
        for plan in plans
        for item in plan.items
        if item.head[1] - item.head[0] >= MIN_HEAD
    ]
    found += [f for f in _unmarked(sents, spoken, skip) if not _inside(f, plans, text)]
    found.sort()
    return tuple(_measure(body, n, one) for n, one in enumerate(found[:MAX_MEASURES], 1))


def _measure(body: View, number: int, found: Found) -> Measure:
    head, head_end, start, end, rule = found
    head_end, end = (_bare_end(body.text, a, b) for a, b in ((head, head_end), (start, end)))
    return Measure(
        number, body.words(head, head_end), body.words(start, end), body.span(start, end), rule
    )


def _bare_end(text: str, start: int, end: int) -> int:
    """Without blanks, separators and closing marks that were opened before `start`."""
    while end > start + 1 and (
        text[end - 1] in " \n;," or (text[end - 1] == "”" and "“" not in text[start:end])
    ):
        end -= 1
    return end


def _inside(found: Found, plans: Sequence[Listing], text: str) -> bool:
    """Whether it stands in an item, or is the general promise that leads into a list."""
    for plan in plans:
        if any(item.start <= found[0] < item.end for item in plan.items):
            return True
        if plan.start >= found[1] and not text[found[1] : plan.start].strip(" \n:,。"):
            return True
    return False


def _unmarked(
    sents: Sequence[Sentence], spoken: Sequence[Act], skip: frozenset[int]
) -> Iterator[Found]:
    """Series in what somebody is reported to say; in a speech without any act, in all of it."""
    acting = {act.sentence for act in spoken}
    parallel = _parallel(sents)
    running, paragraph, said = False, -1, not acting
    for number, sentence in enumerate(sents):
        if sentence.paragraph != paragraph:
            running, paragraph = False, sentence.paragraph
            said = not acting or (said and _goes_on(sentence.text))
        said = said or number in acting
        if not said or number in skip or sentence.text.endswith("?"):
            running = False
            continue
        found = list(_series(sentence, running=running or number in parallel))
        running = bool(found)
        yield from found[:1] if number in parallel else found


def _parallel(sents: Sequence[Sentence]) -> set[int]:
    """Numbers of sentences that begin as their neighbour does: 要…。要…; 坚持…。坚持….

    The word that they share is their marker, so that each holds one measure.
    """
    openings = [_opening(sentence.text) for sentence in sents]
    found: set[int] = set()
    for number, opening in enumerate(openings[1:], 1):
        together = sents[number].paragraph == sents[number - 1].paragraph
        if opening and together and opening == openings[number - 1]:
            found |= {number - 1, number}
    return found


def _opening(words: str) -> str:
    """The verb or modal with which the reported words begin, or nothing."""
    verb = SURE_VERB.search(words)
    at = verb.end() if verb else 0
    opening = _OPENING.match(words, at)
    return opening["word"] if opening else ""


def _goes_on(words: str) -> bool:
    """Whether a paragraph that names no speaker still tells what was said before it."""
    return bool(_STILL_SAID.search(words) or MODAL.match(words))


def _series(sentence: Sentence, *, running: bool) -> Iterator[Found]:
    """Clauses behind 要 or 将, and the clauses that go on with a verb of action."""
    for clause in _CLAUSE.finditer(sentence.text):
        words = clause.group()
        modal = MODAL.search(words)
        if modal and _FORECAST.search(sentence.text, 0, clause.start() + modal.start()):
            return
        if (
            _LEADS.search(words)
            or (modal and _BY.match(words, modal.end()))
            or (modal is None and _OPENS.search(words))
        ):
            running = True
            continue
        if _LIGHT.search(words) and not _LOOSE.fullmatch(words):
            running = running or modal is not None
            continue
        if running and modal is None and (_SPEAKS.search(words) or OUTCOME.match(words)):
            continue
        begin = _asked(words, modal) if modal else _going_on(words) if running else None
        # A target between two actions ends no series: 建好网点,力争规模达到3万个,提升服务.
        running = begin is not None or (running and bool(_TARGET.search(words)))
        if begin is None or _GENERAL.search(words) or len(words) - begin < 4:
            continue
        start = sentence.start + clause.start() + begin
        end = min(sentence.start + clause.end(), start + MAX_HEAD)
        yield start, end, start, end, "modal" if modal else "series"


def _asked(words: str, modal: re.Match[str]) -> int | None:
    """Where the action begins that a modal word promises or urges; None where it is none."""
    if _PAST.search(words, 0, modal.start()) or _THING.search(words, 0, modal.start()):
        return None
    at = modal.end()
    between = None if _acts(words, at) else BETWEEN.match(words, at)
    after = between.end() if between else at
    if _NO_ACTION.match(words, after) or not (_acts(words, after) or _MANNER.match(words, after)):
        return None
    if field := _IN_FIELD.search(words, 0, modal.end()):
        return field.start()
    if modal.group() == "只会" or len(words) - after < 4:
        loose = _LOOSE.match(words)
        return loose.end() if loose else 0
    if _ITSELF.fullmatch(modal.group()):
        return modal.start()
    return at if between and not between.group().startswith(("于", "在")) else after


def _going_on(words: str) -> int | None:
    loose = _LOOSE.match(words)
    at = loose.end() if loose else 0
    if not _acts(words, at) or OUTCOME.match(words, at) or _PAST.search(words):
        return None
    return None if _VERDICT.search(words) else at


def _acts(words: str, at: int) -> bool:
    action = ACTION.match(words, at)
    # 需消化的债务 tells which debt.
    return (
        action is not None
        and words[action.end() : action.end() + 1] != "的"
        and not WEAK.match(words, at)
    )

"""Series of actions without markers: the clauses behind 将, 要 or 应, and those that go on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from flows.text.chinese.actions import ACTION, OUTCOME
from flows.text.chinese.modals import MODALS
from flows.text.chinese.parts import parts
from flows.text.chinese.promises import LOOSE, asked, going_on, is_past
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.speech import Act, asks
from flows.text.chinese.words import SAID, SURE_VERBS, any_of

MAX_HEAD = 60
# A shorter stretch is no action.
SHORTEST = 4
_CLAUSE = re.compile(r"[^,;。!?:…\n]+")
# 做好四道防线,包括…: what is counted is told behind.
_COUNTED = re.compile("[一二三四五六七八九十两几\\d][个大项点条道]?[\u3400-\u9fff]{2,8}$")
# 以…为抓手: in what light the actions behind it are taken.
_LIGHT = re.compile(
    "(?:将|要|应|需|继续|紧紧)*以[^,]{2,40}为(?:根本|重要|主要|强大|关键)?(?:契机|路径|目的|任务|根本|统领|目标|主线|抓手|重点|核心|牵引|引领|导向|基础|"
    "突破口|中心|支撑|依托|纽带|载体|动力|保障|己任|主题|主攻方向)$|"
    "^(?:要|将|应)?结合[^,]{2,24}(?:实际|活动|工作|特点|情况)$"
)
# 转变方式,是重大任务: of what is told.
_TOPIC = re.compile(",(?:就|也|都)?是|,(?:事关|关系|离不开|至关)")
# 此外,完善标准: one more.
_MORE = re.compile(f"(?:此外|另外|同时|与此同时|其次),(?={ACTION.pattern})")
# 通过技术创新: by what means.
_MEANS = re.compile("通过[^,]*(?:创新|方式|措施|手段|渠道|机制|途径|形式)$")
# A word between two actions: 将加快建设,同时,完善标准.
_BARE = re.compile("同时|此外|另外|与此同时|并且|以及|其中")
# 规划提出,…: what a document lays down.
_LAID_DOWN = re.compile(
    "^[^,。;:]{0,24}(?:报告|规划|纲要|意见|方案|文件|公报|决定|通知|条例)》?[^,。;:]{0,4}?"
    "(?:提出|指出|要求|明确|强调|规定)"
)
# 报告预计,全年将…: what others foresee.
_FORECAST = re.compile("(?:报告|机构|银行|组织|专家|分析)[^,]{0,8}(?:预计|预测|预期)")
# A clause behind which actions follow without 要: 下一步,加快…; 胡明强调,加快….
_OPENS = re.compile(
    "^(?:下一步|接下来|未来|今后|下一阶段|后续)[\u3400-\u9fff]{0,4}$|"
    "(?:强调|呼吁|倡议|建议|提出|提议|主张|(?<!部署)(?<!工作)(?<![项关的和])要求)$"
)
# 要在…的基础上,加快…: how, before what.
_LEADS = re.compile(
    "(?:将|要|应|须|需)(?:在|以|从|围绕|按照|立足)[^,]{2,30}(?:[下上中]|前提|同时|入手|出发|[方形]式)$"
)
# 将根据形势变化,适时…: by what measure.
_BY = re.compile(
    "(?:按照|根据|本着|通过|针对|依据)[^,]{2,30}(?:形势|变化|部署|要求|原则|思路|精神|规律|实际|需要|情况|风险|问题|"
    "特点|方式|手段|目标|安排|规定|意见|反馈|进展|"
    "需求|经验|结果|条件|方针|渠道|指引|方法|途径|路径|短板)$"
)
# A target between two actions ends no series, nor do slogans: 建好网点,力争规模达到3万个,提升服务.
_BETWEEN = re.compile(
    "^[\u3400-\u9fff]{4}(?:、[\u3400-\u9fff]{4}){0,3}$|(?:达到?|突破|超过|规模|增长|提高到|增至|完成)[^,]{0,12}\\d"
)
# Words in which a sentence that names no speaker tells what was said before it.
_STILL_SAID = re.compile("我们|下一步|接下来|未来|今后|后续|同时|此外|另外|“")
# So near its beginning such a sentence promises or urges.
EARLY = 24
_OPENING = re.compile(
    "[,:“]{0,2}(?P<word>要|必须|应当?|坚持|突出|聚焦|强化|加强|推进|推动|完善|加快|深化)"
)
_SPEAKS = re.compile(f"{any_of(SAID)}$")
# Questions, and what a site says for itself.
_NOT_SAID = re.compile(
    r"\?$|转载|版权|侵权|风险提示|免责|投资[需须]谨慎|仅供参考|未经[^,]{0,8}授权"
)

# Where the head begins and ends, where the whole does, and the rule.
Found = tuple[int, int, int, int, str]


def unmarked(
    sents: Sequence[Sentence], spoken: Sequence[Act], skip: frozenset[int]
) -> Iterator[Found]:
    """Series in what somebody is reported to say; in a speech without any act, in all of it."""
    acting = {act.sentence for act in spoken}
    parallel = _parallel(sents) | _turns(sents, spoken)
    running, paragraph, said, heard = False, -1, not acting, not acting
    for number, sentence in enumerate(sents):
        if sentence.paragraph != paragraph:
            running, paragraph = False, sentence.paragraph
            said = not acting
        heard = heard or number in acting
        said = said or number in acting or (heard and _goes_on(sentence.text))
        laid_down = number not in acting and _LAID_DOWN.match(sentence.text)
        if not said or number in skip or laid_down or _is_another_s(sentence.text):
            running = False
            continue
        goes_on = running or number in parallel or bool(_MORE.match(sentence.text))
        found = list(_series(sentence, running=goes_on))
        running = bool(found)
        yield from found


def _turns(sents: Sequence[Sentence], spoken: Sequence[Act]) -> set[int]:
    """Numbers of sentences that begin with a name and a colon; not of what may be a headline."""
    return {
        act.sentence
        for act in spoken[1:]
        if sents[act.sentence].text.startswith((":", "】"), act.start - sents[act.sentence].start)
    }


def _is_another_s(words: str) -> bool:
    """Whether a reporter asks it, or the site says it for itself."""
    return bool(_NOT_SAID.search(words) or asks(words))


def _parallel(sents: Sequence[Sentence]) -> set[int]:
    """Numbers of sentences that begin as their neighbour does: 坚持…。坚持…. That urges."""
    found: set[int] = set()
    for number, (before, sentence) in enumerate(pairwise(sents), 1):
        if sentence.paragraph != before.paragraph:
            continue
        opening = _opening(sentence.text)
        if opening and opening == _opening(before.text):
            found |= {number - 1, number}
    return found


def _opening(words: str) -> str:
    """The verb or modal with which the reported words begin, or nothing."""
    verb = SURE_VERBS.search(words)
    at = verb.end() if verb else 0
    opening = _OPENING.match(words, at)
    return opening["word"] if opening else ""


def _goes_on(words: str) -> bool:
    """Whether a sentence that names no speaker still tells what was said before it."""
    return bool(_STILL_SAID.search(words) or MODALS.search(words[:EARLY]))


def _series(sentence: Sentence, *, running: bool) -> Iterator[Found]:
    """Clauses behind 要 or 将, and the clauses that go on with a verb of action.

    One clause of another kind between two of them ends nothing.
    """
    missed = False
    for clause in _CLAUSE.finditer(sentence.text):
        words = clause.group()
        modal = MODALS.search(words)
        if modal and _FORECAST.search(sentence.text, 0, clause.start() + modal.start()):
            return
        if _opens(words, modal):
            running, missed = True, False
            continue
        if _LIGHT.search(words) and not LOOSE.fullmatch(words):
            running = running or modal is not None
            continue
        if running and modal is None and _passes_by(words):
            continue
        begin = _begin(clause, modal, running=running)
        if begin is None:
            between = modal is None and not missed and not is_past(words)
            running = running and (between or bool(_BETWEEN.search(words)))
            missed = True
            continue
        running, missed = True, False
        if _COUNTED.search(words) and sentence.text.startswith(",包括", clause.end()):
            continue
        at = sentence.start + clause.start()
        rule = "modal" if modal else "series"
        for start, end in parts(words, begin):
            if end - start >= SHORTEST:
                limit = min(at + end, at + start + MAX_HEAD)
                yield at + start, limit, at + start, limit, rule


def _begin(clause: re.Match[str], modal: re.Match[str] | None, *, running: bool) -> int | None:
    """Where the clause's action begins; None where it has none, or is only what is told of."""
    words = clause.group()
    if modal:
        return asked(words, modal)
    topic = _TOPIC.match(clause.string, clause.end())
    return going_on(words) if running and not topic else None


def _opens(words: str, modal: re.Match[str] | None) -> bool:
    """Whether a clause only leads into actions."""
    if modal is None:
        return bool(_OPENS.search(words) or _LEADS.search(words))
    return bool(_LEADS.search(words) or _BY.match(words, modal.end()))


def _passes_by(words: str) -> bool:
    """Whether a clause stands between actions, and is none."""
    return any(
        (
            _SPEAKS.search(words),
            OUTCOME.match(words),
            _BARE.fullmatch(words),
            _BY.match(words),
            _MEANS.match(words),
        )
    )

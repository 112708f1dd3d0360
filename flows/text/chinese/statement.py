"""Whether an article reports a statement by somebody in office, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.chinese.promising import RULE as PROMISES
from flows.text.chinese.script import fold
from flows.text.chinese.speakers import Voices
from flows.text.chinese.words import COMMENTATOR, FIRM, OFFICIAL, PUBLIC_ENDS, any_of
from storage.records import Measure, Quote, Speaker

_OF_A_FIRM = re.compile("(?:公司|(?<!二十国)集团)(?!法|类|司)")
# A body's name ends so, or has a department behind it.
_OFFICE = re.compile(f"{any_of(PUBLIC_ENDS)}[\u3400-\u9fff]{{0,14}}$")
# Where those who comment for a living speak for the public.
_PUBLIC = re.compile(
    "(?:[部局委厅署院办]|委员会|办公室|政府|央行|人民银行|清算银行|世界银行|协会|学会|联合会|"
    "联盟|中心|大学|学院|研究所|研究院|组织|交易所|联储|智库|实验室)$"
)
_CAREER = re.compile(
    r"(?:出生|籍贯|毕业于|参加工作|入党|历任|任职|简历|任免|任命|免去|汉族|研究生学历|"
    r"年\d{1,2}月(?:至|起)?任)"
)
# How only those in office are reported to speak.
_OFFICIAL_VERBS = frozenset(("强调", "指出", "要求"))
_FICTION = re.compile(
    r"(?:推门|正襟危坐|冷笑|微微一笑|笑道|怒道|沉声|叹了口气|心中暗|"
    r"第[一二三四五六七八九十百\d]{1,4}章|皱了?皱?眉|点了点头|摇了摇头)"
)
_PRICES = re.compile(
    r"(?:涨幅|跌幅|收盘|开盘|成交额|大盘|股价|币价|行情|支撑位|阻力位|多头|空头|涨停|跌停|K线|牛市)"
)


def judge(
    text: str, voices: Voices, measures: Sequence[Measure], quotes: Sequence[Quote]
) -> tuple[bool, str]:
    """Whether it is a statement, and the reason in one sentence."""
    if len(_FICTION.findall(text[:20_000])) >= 2:
        return False, "told as a story, with dialogue"
    main = next((s for s in voices.speakers if s.main), None)
    if main is None:
        return False, "nobody in office is reported to say anything"
    against = _against(text, main, voices, measures)
    who = main.name or main.org
    if against:
        return False, f"{who} {against}"
    if len(_CAREER.findall(text[:4000])) >= 3 and not quotes:
        return False, "tells a career, not a statement"
    if main.name is None and not measures and not quotes and len(_PRICES.findall(text)) >= 3:
        return False, "tells of prices"
    return True, f"{who} is reported to speak ({main.rule})"


def _against(text: str, main: Speaker, voices: Voices, measures: Sequence[Measure]) -> str | None:
    """What speaks against the main speaker's making a statement."""
    if main.rule == "headline body" and not measures:
        return "stands in the headline, and promises nothing"
    if main.rule == PROMISES:
        return None if len(measures) > 1 and _in_office(main) else "promises too little"
    if main.rule == "name alone":
        verbs = [text[act.start : act.end] for act in voices.acts]
        told = voices.in_headline or (len(measures) > 1 and _OFFICIAL_VERBS.intersection(verbs))
        return None if told else "is named without post or body"
    if not _in_office(main):
        return "speaks for no public body"
    if not voices.acts and not voices.in_headline and main.span is not None:
        return "is named, not reported to speak"
    return None


def _in_office(speaker: Speaker) -> bool:
    org, post = fold(speaker.org or ""), fold(speaker.post or "")
    if FIRM.search(org) or _OF_A_FIRM.search(org):
        return False
    if COMMENTATOR.search(post):
        return bool(_PUBLIC.search(org))
    return bool(_OFFICE.search(org) or OFFICIAL.search(post))

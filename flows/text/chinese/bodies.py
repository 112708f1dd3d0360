"""Read the name of a body backwards from where it ends: …，邮政部数据司|司长胡明."""

from __future__ import annotations

import re

from flows.text.chinese.names import name_at
from flows.text.chinese.words import BODY_END, EVENT_NOUNS, SAID, any_of
from flows.text.names import HAN_HONORIFIC

LONGEST = 45
_RUN = re.compile(r"[\u3400-\u9fffA-Za-z0-9·.&“”-]{1,45}\Z")
_SHORT = re.compile(r"\((?:以?下?简称|又称|简称)?[^()\n]{1,30}\)$")
# Words behind which a body's name begins.
_BOUNDARY = re.compile(
    r".{0,45}(?:\d[日时年月号]|[日网社]电|报?讯|消息|报道[,称]?|[近昨今当][日天]|日前|上午|下午|"
    r"晚[间上]|[上本]周[一二三四五六日]?|[上本]月|[去今前]年|"
    r"此外|对此|同时|随着|其[中后]|随后|目前|[现时曾]任|任职于|由于|对于|包括|"
    r"(?:邀?请[到来]?了?)(?!求|示|你|问|大家)|会上|期间|据悉|来自|以及|记者从|图为|而(?!立)|"
    r""
    r"根据|按照|(?<=[长任记])兼|(?<!数)(?<!依)(?<!证)据(?=[^点库])|作为|担任|出任|接替|会见了?|采访了?|专访|对话|"
    r"任命|当选为?|连线|回答|"
    r"(?<![自理缘])由(?!于)|召见|欢迎(?!会)|宣读|领会|落实|祝贺|致[电函]|新任|当选|引起了?|记者[对向]|来看|认识|播出|陪同|[是已](?!否)|"
    r"(?<![为除])了(?!解)|"
    rf"{any_of(SAID)}|{any_of(EVENT_NOUNS)}(?:上|期间|现场|,)|之[后前]|首先|最后|再次|一位|多位|"
    rf"一名|多名|[两三各]位|(?<=[委部局院会厅])对(?!外)|[该这那](?:位|个|名)?|"
    r"我国(?!家)|本[报刊]|的(?!士))"
)
_LEADING = re.compile(
    r"^(?:[和与及、由在对向据从而但请让给当]|以及|包括|并由|则|另|其|也|还|曾|至)+(?=[^\u0000]{2})"
)
# Verbs and nouns that end as bodies' names do.
_NO_BODY = re.compile(
    "(?:[履进实执发运举推试施践言同先流通飞出旅暂]行|(?<![主承协]办)[主承协举创开]办|部署|签署|机会|社会|"
    "重组|学科|场所|全部|内部|干部|外部|节省)$"
)
# A name is no mere number or date.
_NAMED = re.compile("[\u3400-\u9fffA-Za-z]")
_QUOTE = re.compile("[“”]")
# These begin a body's name although they are short words by themselves.
_KEEP = re.compile(r"^(?:对外|对口|在线|和平|由于|从业|与会|当代|让步)")


def body_before(text: str, end: int, floor: int = 0) -> tuple[int, int]:
    """Start and end of the body's name that ends at `end`, not before `floor`; else empty."""
    short = _SHORT.search(text, max(floor, end - 34), end)
    last = short.start() if short else end
    begin = max(floor, last - LONGEST)
    run = _RUN.search(text, begin, last)
    if run is None:
        return end, end
    start = run.start()
    boundary = _BOUNDARY.match(text, start, last)
    if boundary:
        start = boundary.end()
    # 胡明同江州市市长: the body is the other's.
    name = name_at(text, start, posted=False)
    if start < name < last and text[name] in "同与向对":
        start = name + 1
    quote = [m.start() for m in _QUOTE.finditer(text, start, last)]
    if len(quote) % 2:
        start = quote[-1] + 1
    leading = _LEADING.match(text[start:last])
    if leading and not _KEEP.match(text[start:last]):
        start += leading.end()
    if last - start < 1 or not _NAMED.search(text, start, last):
        return end, end
    return start, last


def ends_as_body(words: str) -> bool:
    """Whether `words` end as the names of bodies do."""
    ends = len(words) > 1 and bool(BODY_END.search(words))
    return ends and not (_NO_BODY.search(words) or HAN_HONORIFIC.search(words))

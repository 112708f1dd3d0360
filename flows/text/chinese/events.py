"""Names of events: forums, meetings, press conferences, articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.text.chinese.words import EVENT_NOUNS, any_of

MAX_EVENTS = 40
_NOUN = re.compile(
    rf"(?:{any_of(EVENT_NOUNS)})(?:议(?!室|中心|"
    rf"厅))?(?:[”」》][\u3400-\u9fff]{{0,4}}活动)?(?:\(\d{{4}}年?\))?(?!室|员|所|场|厅|堂|中心|动员|"
    rf"商|长|计|见|谈|晤|同|精神|以来|部署|决策|作出|要求|决定|报告|公报|成果|共识|组委会|执委会|秘书处|"
    rf"把|确定|确立|为例)"
)
_RUN = re.compile(
    r"(?:[\u3400-\u9fffA-Za-z0-9“”‘’「」『』《》·+&/()–—-]|(?<=[A-Za-z0-9]) (?=[A-Za-z0-9])|"
    r"(?<=\d)\.(?=\d)){1,60}$"
)
# Words behind which an event's name begins.
_BOUNDARY = re.compile(
    r".{0,60}(?:出席[了完过]?|参加[了完过]?|召开了?|举办了?|举行了?|主持|[主承协]办|"
    r"[\\d一二三四五六七八九十][日月]的?|(?<![存所])在(?!线)|[上下]午|为期.{1,3}天|开启|亮相|"
    r"走进|[应受]邀|"
    r"[日网社]电|讯|[近今昨当][日天]|日前|今年|启动(?!仪式|会|大会|礼)|开幕(?!式|会|大会|典?礼)|会同|"
    r"联合(?!国|会议)|共同(?!体|富)|公布|于(?=[第20]|“|新)|[上下]周|"
    r"[部局委厅署省市院会办]的|接受|进行|做客|决定|取消|推迟|将|经(?!济|贸|营|验|合)|发布(?!会|"
    r"仪式|大会)|[本此这]次|该|部长(?!通道|级|会)|表示|"
    r"(?<!数)据|(?<!成)就(?![业医近学职任])|介绍|迎来|通过|以及|作为|参与|围绕|聚焦|题为|来自|"
    r"[丨|]|——|图为|[与同](?=媒体)|从(?![业事])|(?<![面走导转意])向|会见|推动|落实好?|办好|祝愿|预祝|抓紧|祝贺|庆祝(?!活动|仪式)|要求|致[信电]|[去明前每]年|为[主]?题的?|的(?=[^”」]))"
)
# 邮路博览会(下称“邮博会”).
_SHORT = re.compile(r"\((?:以下|下|简|又|以下简)称[^()]{0,30}[)]?$")
_INSIDE = "[^,。;:、“”「」在上召举并出参与和及为]"
_LONGER = re.compile(
    rf"[”」]?(?!介绍|通报|邀请|解读|发布|回应)(?:之|的|暨|—|-|·)?(?:[“「][^”」]{{2,24}}[”」]|"
    rf"{_INSIDE}{{0,8}}[“「]?){_INSIDE}{{0,12}}?{_NOUN.pattern}"
)
_MERE = re.compile(
    "(?:会议|大会|活动|论坛|峰会|仪式|年会|通道|节目|直播|热线|访谈|分会|例会|讲座|展会|"
    "[开闭]幕式|欢迎仪式|首届|本届|沙龙|[\u3400-\u9fff]{0,12}(?:抗议|示威|非法|违法|犯罪|经济|军事|商业|社会|经营|上述|金融|生产)活动)"
)
WRITTEN = re.compile(
    "(?P<event>(?:在(?:《[^》]{2,20}》|[^,。;:]{2,16}(?:网站|博客|公众号|杂志|报|网志))上?)?"
    "(?:(?:发表|刊登|撰写)了?(?:题为)?(?:《[^》]{2,40}》)?(?:的)?(?:署名)?(?:文章|博文|声明)|"
    "[发撰刊]文(?![:|丨])(?:《[^》]{2,40}》)?|致信|答记者问|(?<=在一份)声明|(?<=在书面)声明|(?<=在)声明(?=中))"
    "|接受[^,。;:]{0,20}?(?:专访|采访))"
)


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event with offsets in what was read; `weight` tells how sure its form is."""

    name: str
    start: int
    end: int
    weight: int


def find_events(text: str) -> Iterator[FoundEvent]:
    """Events in one sentence, in order: named ones weigh 2, bare forms 1, written pieces 0."""
    last = 0
    for number, noun in enumerate(_NOUN.finditer(text)):
        if number >= MAX_EVENTS:
            break
        if noun.start() < last:
            continue
        end = _longest_end(text, noun.end())
        event = _named(text, last, noun.start(), end)
        if event is not None:
            last = end
            yield event
    for match in WRITTEN.finditer(text):
        yield FoundEvent(match["event"], *match.span("event"), 0)


def _longest_end(text: str, end: int) -> int:
    """A noun that follows at once belongs to the name: 大会开幕式, 博览会”之“峰会”."""
    for _ in range(4):
        further = _LONGER.match(text, end)
        if further is None or further.end() - end > 30:
            return end
        end = further.end()
    return end


def _named(text: str, floor: int, at: int, end: int) -> FoundEvent | None:
    run = _RUN.search(text, max(floor, at - 60), at)
    start = run.start() if run else at
    boundary = _BOUNDARY.match(text, start, at)
    if boundary:
        start = boundary.end()
    if "”" in text[start:at] and "“" not in text[start : text.find("”", start)]:
        # 举行“推动邮路发展”系列发布会: what is marked is one name.
        start = max(text.rfind("“", floor, start), floor)
    start = max(start, text.rfind("之“", start, end) + 1, text.rfind("之「", start, end) + 1)
    # (记者胡明)全国邮政大会: what was opened before the name began.
    opened = text.find("(", start, end)
    closed = text.find(")", start, end if opened < 0 else opened)
    start, end = _balanced(text, max(start, closed + 1), end)
    short = _SHORT.search(text[:end], start)
    end = short.start() if short else end
    name = text[start:end]
    if len(name) < 2 or _MERE.fullmatch(name):
        return None
    return FoundEvent(name, start, end, 2 if len(name) > 5 else 1)


def _balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """Without marks at the edges that have no partner inside."""
    words = text[start:end]
    for opening, closing in ("“”", "「」", "《》", "()"):
        if words.count(closing) > words.count(opening):
            if words.startswith(closing):
                start += 1
            elif words.endswith(closing):
                end -= 1
        elif words.count(opening) > words.count(closing):
            if text[end : end + 1] == closing:
                end += 1
            elif words.startswith(opening):
                start += 1
        words = text[start:end]
    if words[:1] in "“「" and words[-1:] in "”」" and words.count(words[0]) == 1:
        start, end = start + 1, end - 1
    while start < end and text[start] in "的、,第”」》)—-" and not text.startswith("第", start):
        start += 1
    return start, end

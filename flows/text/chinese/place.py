"""The place of a statement: where its event was held, or where somebody was met or spoke."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.text.chinese.cities import CITY
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.words import OFFICIAL
from storage.records import Span

_PLACE = r"(?P<place>[\u3400-\u9fff]{1,14}?(?:“[^”]{1,10}”[\u3400-\u9fff]{0,6})?)"
_HELD = (
    "(?:举行|召开|举办|开幕(?!式)|出席|启动|拉开|闭幕(?!式)|落幕|揭幕|参加|开启|接受|会见|会晤|开讲|主持|调研|"
    "考察|作报告|发表(?:主旨)?(?:演讲|讲话)|"
    "(?P<loose>表示|指出|强调|说|称|介绍|宣布|透露|拜会|会谈|会面|看望|签署|签约(?!仪式)|"
    "发布(?!会)|揭牌|访问(?!团)|视察|座谈(?!会)))"
)
_MANNERS = (
    "(?:隆重|成功|正式|顺利|联合|同步|盛大|共同|如期|集体|分别|热烈|胜利|圆满|全面|开展|专题|"
    "前往){0,2}"
)
# 在江州以视频方式同乙国部长举行会谈.
_IN_PLACE = re.compile(
    r"(?<![现存正实所潜旨])(?:在|(?<=[\u3400-\u9fff\d)”》])(?<![关对由属鉴处位基至等善用利过终长任记席员理])于)"
    rf"(?!线(?![上下])|野党|政府工作|赴|此){_PLACE}(?:(?:以|通过)[^,。]{{2,8}}[方形]式)?"
    rf"(?:[同与](?!济|[市仁庆])[^,。;]{{2,30}}?|{_MANNERS}){_HELD}"
)
_NO_PLACE = re.compile(
    r"会上|星期|周[一二三四五六]|国新办|新闻办|会议(?!中心|展览|大楼|厅)|大会(?!堂)|期间|论坛|"
    r"(?<![线网])[上下中时后前]$|[\d一二三四五六七八九十][日月年]|[日月年会]$|天$|[昨今近]|日前|"
    r"活动|部长|[的了和与以]|方面|采访|各[自地级个基]|[上本下]周|此间|所在|[本该]|即将|首次|多次|线下|"
    r"全[国省市县区州面]|我[省市国]|[一二三四五六七八九十]大$|(?:机制|[部局委署办]|(?<!大)厅|办公室|"
    r"委员会)$|^(?:看望|主持|工作|实地|充分|深入|指导|地方|关键|[^,]{0,6}时期|[^,]{0,4}阶段)|内外|师生"
)
# Verbs by which one may act anywhere follow on what is surely a place.
_SURE = re.compile(rf"京$|{CITY}|.*(?:省|市|县|自治州|人民大会堂|国际会议中心|宾馆|酒店)$")
# 大会将在江州举行; 学习在江州调研时的讲话精神: another time's.
_AHEAD = re.compile(
    r"(?:(?<![上中少大准军])将(?!军)|(?<!虚)拟)[^,。;]{0,12}$|(?:计划|预计)[^,。;]{0,2}$"
)
_ITS_SPIRIT = re.compile("时?的?[^,。;]{0,20}(?:精神|批示|嘱托)")
# 赴江州调研.
_TO_PLACE = re.compile(
    r"(?<![达得提])[赴到](?P<place>[\u3400-\u9fff]{2,10}?(?:省|市|县|区|州)?)(?:开展|进行|实地|专题|学习)?"
    r"(?:调研|考察|视察|督导|走访)"
)
# 在江州,部长胡明表示; 地点:江州会展中心.
_TOLD_APART = re.compile(
    rf"在(?P<place>{CITY}),|(?:会议|发布)?(?:地点|会场):\s?(?P<named>[\u3400-\u9fffA-Z0-9]{{2,24}})"
)
# 大会以线上方式举行.
_ONLINE = re.compile(
    r"(?:以|通过)?(?P<place>线上线下|线上|网上|云端)(?:同步|相?结合)?的?(?:[方形]式)?(?:同步|成功|正式)?"
    r"(?:举行|召开|举办|开幕)"
)

# 世界邮政大会(杭州).
_IN_NAME = re.compile(rf"[(](?P<place>{CITY})市?(?:[·,]?\d{{4}}年?)?[)]")
_BEHIND_NAME = 12


def place_of(lead: Sequence[Sentence], speaking: Sequence[int] = ()) -> Span | None:
    """The first place in which something is held or attended, as a span of the view's text.

    What stands behind one of `speaking`, offsets at which somebody begins to speak, is told.
    """
    return next(
        (
            sentence.span(start, end)
            for sentence in lead
            for start, end in _places(sentence.text)
            if not any(sentence.start <= at < sentence.start + start for at in speaking)
        ),
        None,
    )


def in_name(sentence: Sentence, start: int, end: int) -> Span | None:
    """The city in brackets within or behind an event's name, from `start` to `end`."""
    named = _IN_NAME.search(sentence.text, start, end + _BEHIND_NAME)
    if named is None:
        return None
    return sentence.span(*named.span("place"))


def online(lead: Sequence[Sentence]) -> Span | None:
    """Where it is told that an event was held on the net."""
    for sentence in lead:
        held = _ONLINE.search(sentence.text)
        if held:
            return sentence.span(*held.span("place"))
    return None


def _places(words: str) -> Iterator[Span]:
    if apart := _TOLD_APART.match(words):
        yield apart.span("place" if apart["place"] else "named")
    for match in _IN_PLACE.finditer(words):
        if not _is_none(words, match, sure=not match["loose"]):
            yield match.span("place")
    for match in _TO_PLACE.finditer(words):
        if not _is_none(words, match, sure=True):
            yield match.span("place")


def _is_none(words: str, match: re.Match[str], *, sure: bool) -> bool:
    """Whether what a pattern takes for a place is none, or another time's."""
    place = match["place"]
    return bool(
        _NO_PLACE.search(place)
        or OFFICIAL.search(place)
        or not (sure or _SURE.match(place))
        or _AHEAD.search(words, 0, match.start())
        or _ITS_SPIRIT.match(words, match.end())
    )

"""The place of a statement: where its event was held, else the dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.chinese.sentences import Sentence
from flows.text.chinese.words import OFFICIAL
from storage.records import Span

_PLACE = r"(?P<place>[\u3400-\u9fff]{1,14}?(?:“[^”]{1,10}”[\u3400-\u9fff]{0,6})?)"
_HELD = (
    "(?:举行|召开|举办|开幕|出席|启动|拉开|闭幕|落幕|揭幕|参加|开启|接受|会见|会晤|开讲|主持|调研|考察|"
    "作报告|发表(?:主旨)?(?:演讲|讲话))"
)
# 在江州以视频方式同乙国部长举行会谈.
_IN_PLACE = re.compile(
    rf"(?<![现存正实所潜旨])[在于](?!线(?![上下])|野党|政府工作|赴|此){_PLACE}(?:(?:以|通过)[^,。]{{2,8}}[方形]式)?"
    rf"(?:[同与](?!济|[市仁庆])[^,。;]{{2,30}}?|"
    rf"(?:隆重|成功|正式|顺利|联合|同步|盛大|共同|如期|集体|分别|热烈|胜利|圆满){{0,2}}){_HELD}"
)
_NO_PLACE = re.compile(
    r"会上|星期|周[一二三四五六]|国新办|新闻办|会议(?!中心|展览|大楼|厅)|大会(?!堂)|期间|论坛|(?<![线网])[上下中时后前]$|[日月年]|天$|[昨今近]|日前|"
    r"活动|部长|[的了和与以]|方面|采访|各自|[上本下]周|此间|所在|[本该]|即将|首次|多次|线下|全国|[一二三四五六七八九十]大$|(?:机制|[部局委署办]|(?<!大)厅|"
    r"办公室|委员会)$"
)


def place_of(lead: Sequence[Sentence]) -> Span | None:
    """The first place in which something is held or attended, as a span of the view's text."""
    for sentence in lead:
        for match in _IN_PLACE.finditer(sentence.text):
            if not (_NO_PLACE.search(match["place"]) or OFFICIAL.search(match["place"])):
                start, end = match.span("place")
                return sentence.start + start, sentence.start + end
    return None

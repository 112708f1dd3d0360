"""The place of a statement: where its event was held, else the dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.chinese.sentences import Sentence
from storage.records import Span

_PLACE = r"(?P<place>[\u3400-\u9fff]{1,14}?(?:“[^”]{1,10}”[\u3400-\u9fff]{0,6})?)"
_IN_PLACE = re.compile(
    rf"[在于](?!线(?![上下])){_PLACE}(?:以[^,。]{{2,8}}方式)?(?:隆重|成功|正式|顺利|联合|同步|"
    rf"盛大|会见|主持|"
    rf"共同|如期)?"
    r"(?:举行|召开|举办|开幕|出席|启动|拉开|闭幕|落幕|揭幕|参加|开启|接受|会见|开讲|举行)"
)
_NO_PLACE = re.compile(
    r"会上|会议(?!中心|厅)|大会|期间|论坛|(?<![线网])[上下中时后前]$|[日月年]|天$|[昨今近]|日前|"
    r"活动|部长|[的了和与以]|方面|采访|各自|[上本下]周|此间|所在|[本该]|(?:机制|[部局委署厅办]|"
    r"办公室|委员会)$"
)


def place_of(lead: Sequence[Sentence]) -> Span | None:
    """The first place in which something is held or attended, as a span of the view's text."""
    for sentence in lead:
        for match in _IN_PLACE.finditer(sentence.text):
            if not _NO_PLACE.search(match["place"]):
                start, end = match.span("place")
                return sentence.start + start, sentence.start + end
    return None

"""Whose words stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.chinese.script import View
from flows.text.chinese.speakers import Voices
from flows.text.chinese.speech import Act
from flows.text.chinese.words import EVENT_NOUNS, any_of
from flows.text.quotes import quoted_spans
from storage.records import Quote

# Marks around so few characters set words off; nobody is quoted.
SHORTEST = 6
_REACH = 200
_SAYING_BEFORE = re.compile(r"(?:[:,]|[说道示调指问]|(?<![推发做作列退])出|(?<![简下名合统])称)$")
_NAMED_BEFORE = re.compile(r"(?:关于|题为|主题[为是]?|以|所谓|[为的、和与]|名为|[》”」])$")
_NAMED_AFTER = re.compile(
    r"[”」’』\"]?(?:之|的(?:提问|问题|主题|说法)|为主题|为题|等|、|计划|行动|工程|战略|政策|活动|"
    r"论坛|峰会)"
)
_EVENT = re.compile(f"{any_of(EVENT_NOUNS)}$")
# “邮路通千家”座谈会: the theme of an event.
_THEME_OF = re.compile(
    f"[”」’』]?(?:系列|主题|专题|新闻|全国|国际|学术){{0,3}}{any_of(EVENT_NOUNS)}"
)
# ,“邮路进村”建设…: the clause goes on with what is named.
_GOES_ON = re.compile("[”」’』](?:[\u3400-\u9fff]{2,})(?<!说)(?<!表示)")
_STOPS = re.compile("[,。!?;]")
_ENDS = re.compile(r"[。!?,…;]$")


def quotes(body: View, voices: Voices) -> tuple[Quote, ...]:
    """Words that somebody says, with the speaker; names, titles, themes and slogans are none."""
    found: list[Quote] = []
    last: tuple[int, str | None] = (-1, None)
    for start, end in quoted_spans(body.text):
        if not _is_quote(body.text, start, end):
            continue
        act, rule = _act(body.text, start, end, voices.acts) or (None, "")
        speaker = voices.name(act) if act else None
        if speaker is None and body.text.count("\n", max(last[0], 0), start) <= 2:
            speaker, rule = last[1], "goes on"
        if speaker is None:
            speaker, rule = voices.main, "main speaker"
        last = (end, speaker)
        found.append(Quote(body.words(start, end), speaker, body.span(start, end), rule))
    return tuple(found)


def _is_quote(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    if len(re.findall(r"[\u3400-\u9fff0-9]|[A-Za-z]+", words[:60])) <= SHORTEST:
        return False
    before, after = text[max(0, start - 8) : start - 1], text[end : end + 8]
    if _THEME_OF.match(text, end) and not _ENDS.search(words):
        return False
    if _EVENT.search(words) or _NAMED_AFTER.match(after) or _NAMED_BEFORE.search(before):
        return False
    if before.endswith(",") and _GOES_ON.match(text, end) and not _STOPS.search(words):
        return False
    if _SAYING_BEFORE.search(before):
        return True
    opens = not before or before[-1] in "\n。!? "
    return bool(_ENDS.search(words)) or (opens and len(words) >= 10)


def _act(text: str, start: int, end: int, spoken: Sequence[Act]) -> tuple[Act, str] | None:
    """Before the marks (胡明说:“), else behind them (”胡明说), in the same paragraph; the rule."""
    floor = text.rfind("\n", max(0, start - 3000), start) + 1
    newline = text.find("\n", end, end + _REACH)
    ceiling = newline if newline >= 0 else end + _REACH
    before = [a for a in spoken if floor <= a.start < start]
    if before and (text[start - 2 : start - 1] in (":", ",") or before[-1].end >= start - 3):
        return before[-1], "said before"
    behind = [a for a in spoken if end <= a.start < min(ceiling, end + 60)]
    if behind and "。" not in text[end + 1 : behind[0].start]:
        return behind[0], "said behind"
    return (before[-1], "said in the paragraph") if before else None

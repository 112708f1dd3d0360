"""Who in a transcript only gives the word to others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flows.text.chinese.speech import Act, is_turn

# So much of a turn is read for it.
LONGEST_TURN = 1_500
# 谢谢: a shorter turn tells nothing.
SHORTEST_TURN = 12
_GIVES = re.compile(
    "(?:下面|首先|现在)[^。;]{0,8}请|[先有]请[^。;]{2,16}(?:[作做]|介绍|回答|发言|致辞)|请(?:大家)?提问|"
    "(?:最后|再来|再提|下)一个问题|继续提问|举手|邀?请(?:到|来|出)了?[^。;]{2,40}(?:先生|女士|[部司局院会]长|主任|主席)|"
    "欢迎[^。;]{0,12}(?:出席|参加|来到)[^。;]{0,24}(?:发布会|吹风会|通气会|记者会)"
)
# Who presides by office.
_PRESIDES = re.compile("(?:新闻办|新闻局|新闻司|主持人?)[^。;\n]{0,24}$")
_BEFORE = 32


def without_hosts(text: str, spoken: Sequence[Act]) -> tuple[Act, ...]:
    """The acts but those of hosts: who gives the word to others in each of the own turns.

    Where nobody else takes a turn, nobody is a host.
    """
    turns = [act for act in spoken if is_turn(text, act)]
    gives: dict[str | None, bool] = {}
    for number, turn in enumerate(turns):
        end = turns[number + 1].start if number + 1 < len(turns) else len(text)
        words = text[turn.end : min(end, turn.end + LONGEST_TURN)]
        name, first = turn.who.name, turn.who.span[0]
        idle = len(words.strip()) < SHORTEST_TURN or bool(_GIVES.search(words))
        presides = _PRESIDES.search(text, max(0, first - _BEFORE), first)
        gives[name] = bool(presides) or (gives.get(name, True) and idle)
    if all(gives.values()):
        return tuple(spoken)
    return tuple(act for act in spoken if not gives.get(act.who.name))

"""Posts in one normal form for both languages: the rank, and whether it is a deputy's."""

from __future__ import annotations

import functools
import re

from flows.text.names import simplify

# The longest first, so that 副总理 is a deputy premier and 部长助理 no minister.
RANKS = {
    "assistant": "部长助理|行长助理|主席助理|助理|assistant",
    "premier": "总理|首相|premier|prime minister",
    "president": "总统|president",
    "party secretary": "党组书记|党委书记|书记|party secretary|party chief",
    "secretary general": "秘书长|secretary general|secretary-general",
    "minister": "部长|minister|secretary of",
    "governor": "行长|省长|总督|governor",
    "mayor": "市长|mayor",
    "director": "司长|局长|主任|署长|处长|所长|院长|厅长|director|head of|commissioner|chief",
    "chairman": "主席|董事长|会长|理事长|chairman|chairwoman|chairperson|chair",
    "spokesperson": "发言人|spokesperson|spokesman|spokeswoman",
    "engineer": "总工程师|chief engineer",
    "economist": "总经济师|首席经济学家|chief economist",
    "academician": "院士|academician",
    "inspector": "巡视员|inspector",
    "ambassador": "大使|ambassador",
    "professor": "教授|professor",
}
_DEPUTY = re.compile(r"副|\b(?:vice|deputy)\b")
_FORMER = re.compile(r"原|前任|\b(?:former|ex)\b")
MAX_POST = 200


def same_post(one: str, other: str) -> bool:
    """Whether two posts may be one; those of ranks unknown are, where their scripts differ."""
    ranks, ranks_2 = rank(one), rank(other)
    if ranks[0] and ranks_2[0]:
        return ranks == ranks_2 or (ranks[1:] == ranks_2[1:] and bool(ranks[0] & ranks_2[0]))
    plain, plain_2 = _plain(one), _plain(other)
    if plain.isascii() != plain_2.isascii():
        return ranks[1:] == ranks_2[1:] or not (ranks[0] or ranks_2[0])
    return plain in plain_2 or plain_2 in plain


@functools.lru_cache(maxsize=1024)
def rank(post: str) -> tuple[frozenset[str], bool, bool]:
    """The ranks that a post names, whether it is a deputy's, and whether it is a former one."""
    plain = _plain(post)
    keys, finder = _finder()
    found = frozenset(keys[m.group()] for m in finder.finditer(plain))
    return found, bool(_DEPUTY.search(plain)), bool(_FORMER.search(plain))


def _plain(post: str) -> str:
    return " ".join(simplify(post[:MAX_POST]).lower().split())


@functools.cache
def _finder() -> tuple[dict[str, str], re.Pattern[str]]:
    keys = {name: key for key, names in RANKS.items() for name in names.split("|")}
    longest_first = sorted(keys, key=len, reverse=True)
    return keys, re.compile("|".join(map(re.escape, longest_first)))

"""Chinese names across scripts: English text writes them in pinyin, as Chinese text sounds."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from pypinyin import lazy_pinyin

from flows.text.chinese.names import name_at
from flows.text.chinese.words import POSTS, SURE_VERBS
from flows.text.names import name_key
from flows.text.pinyin import umlauts_plain
from flows.text.surnames import syllables

# A report gives the statement first; two Chinese characters say what a word of English says.
MAX_TEXT, MAX_HAN = 6_000, 3_000
MAX_NAMES = 40
# A full name, or a company's: 北斗星通.
LONGEST_NAME = 4

# Names that half of all reports from China hold: provinces, the largest cities, the agencies.
COMMON = (
    "xinhua zhongxin zhongguo beijing shanghai tianjin chongqing guangdong guangzhou shenzhen "
    "zhejiang hangzhou jiangsu nanjing shandong fujian hunan hubei wuhan henan hebei sichuan "
    "chengdu yunnan guizhou hainan anhui jiangxi gansu qinghai liaoning jilin heilongjiang shanxi "
    "guangxi ningxia xinjiang"
)
COMMON_NAMES = frozenset(COMMON.split())
# English words that pinyin spells as well, and that begin sentences and titles.
ENGLISH = (
    "china chinese women change machine range danger game genre huge menu june take lake sea data "
    "medicine language dance police marine anti mining face line"
)
_ENGLISH = frozenset(ENGLISH.split())

_POSSESSIVE = re.compile(r"['’]s\b")
_INSIDE_NAME = re.compile(r"(?<=[a-z])['’](?=[a-z])")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{1,23}(?:[ -][A-Z][a-z]{1,23}){0,3}")
_LOWER = re.compile(r"(?<![A-Za-z])[a-z]{3,24}")
_HAN_RUN = re.compile("[\u3400-\u9fff]{2,200}")


def names_in(text: str) -> tuple[str, ...]:
    """Names in pinyin in a text in Latin letters, lower-case and in one word, in order.

    Persons whole ("Hu Mingwei" gives "humingwei"), other names word by word ("Harbin" is none).
    Words that the text also writes in lower case are no names.
    """
    plain = _INSIDE_NAME.sub("", _POSSESSIVE.sub("", text[:MAX_TEXT]))
    ordinary = set(_LOWER.findall(plain)) | _ENGLISH
    found: dict[str, None] = {}
    for run in _CAPITALISED.finditer(plain):
        words = [umlauts_plain(w) for w in run.group().lower().replace("-", " ").split()]
        for name in _names_of(words, ordinary):
            found.setdefault(name)
    return tuple(found)[:MAX_NAMES]


def _names_of(words: list[str], ordinary: set[str]) -> Iterator[str]:
    spelt: list[str] = []
    for word in [*words, ""]:
        if word and word not in ordinary and syllables(word):
            spelt.append(word)
            continue
        # One syllable alone is a surname, or one of a name that is written apart.
        is_person = any(syllables(w) == 1 for w in spelt)
        for name in ["".join(spelt)] if is_person else spelt:
            if 2 <= syllables(name) <= LONGEST_NAME:
                yield name
        spelt = []


def persons_in(text: str) -> tuple[str, ...]:
    """Persons whom a Chinese text introduces by a post or lets speak, as `names_in` gives them."""
    head = text[:MAX_HAN]
    found: dict[str, None] = {}
    for post in POSTS.finditer(head):
        end = name_at(head, post.end(), posted=False)
        found.setdefault(head[post.end() : end])
    for verb in SURE_VERBS.finditer(head):
        starts = (verb.start() - size for size in (3, 2) if verb.start() >= size)
        start = next((s for s in starts if name_at(head, s, posted=False) == verb.start()), None)
        if start is not None:
            found.setdefault(head[start : verb.start()])
    keys = (name_key(han).replace(" ", "") for han in found if han)
    return tuple(dict.fromkeys(keys))[:MAX_NAMES]


def sounds_of(text: str) -> str:
    """The Chinese characters of a text in pinyin, each syllable with a capital: "HuMingWei".

    Runs of characters are parted by a space. A character has its usual reading.
    """
    runs = _HAN_RUN.findall(text[: 2 * MAX_HAN])
    return " ".join("".join(map(_syllable, run)) for run in runs)[: 4 * MAX_HAN]


@functools.lru_cache(maxsize=8192)
def _syllable(han: str) -> str:
    return umlauts_plain(lazy_pinyin(han)[0]).capitalize()


def heard(names: Iterable[str], sounds: str) -> tuple[str, ...]:
    """Those of the `names` that whole syllables of `sounds` spell."""
    lower = sounds.lower()
    return tuple(name for name in names if _stands_in(name, sounds, lower))


def _stands_in(name: str, sounds: str, lower: str) -> bool:
    at = lower.find(name) if name else -1
    while at >= 0:
        end = at + len(name)
        if sounds[at].isupper() and not sounds[end : end + 1].islower():
            return True
        at = lower.find(name, at + 1)
    return False

"""What a text holds beside its tags: content words, Latin names, places in one spelling."""

from __future__ import annotations

import re

from pypinyin import lazy_pinyin

from flows.text.names import simplify

# A report gives the statement first; its tail is background and other stories.
MAX_TEXT = 6_000
MAX_WORDS, MAX_TRIGRAMS, MAX_LATIN = 150, 600, 60
# Enough of an English word to tell it, without its endings.
STEM = 6

# Words of any report, and of the pages around it.
STOP_WORDS = (
    "about above after again against also among another because been before being below between "
    "both could does doing down during each even ever every first from further have having here "
    "into just made make many more most much must need only other over part said same says should "
    "since some such than that their them then there these they this those through time under "
    "until upon very want well were what when where which while will with within without would "
    "year years your according recently reported reporter news source article photo click read "
    "share follow january february march april june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday "
)
_STOP = frozenset(STOP_WORDS.split())
_WORD = re.compile(r"[a-z]{4,30}")
_HAN_RUN = re.compile("[\u3400-\u9fff]{3,200}")
# Pinyin in brackets behind a character, as some mirrors insert it.
_GLOSS = re.compile("[(（][^()（）\u3400-\u9fff]{1,12}[)）]")
# 5G, DC, Libra, ICT: what Chinese text leaves in Latin letters and English text keeps.
_LATIN = re.compile(r"(?<![A-Za-z0-9])(?=[0-9]{0,2}[A-Z])[A-Za-z0-9]{2,20}(?![A-Za-z0-9])")

# Places whose English name is not their pinyin.
PLACES = {
    "香港": "hong kong", "澳门": "macau", "哈尔滨": "harbin", "内蒙古": "inner mongolia",
    "陕西": "shaanxi", "西藏": "tibet", "拉萨": "lhasa", "乌鲁木齐": "urumqi", "呼和浩特": "hohhot",
    "台北": "taipei", "新加坡": "singapore", "美国": "united states", "华盛顿": "washington",
    "纽约": "new york", "伦敦": "london", "巴黎": "paris", "日内瓦": "geneva", "东京": "tokyo",
    "首尔": "seoul", "达沃斯": "davos", "线上": "online", "网上": "online", "视频": "online",
}  # fmt: skip
_PLACE_PARTS = re.compile("特别行政区|自治区|[省市区县]")
_CAPITAL = frozenset({"京", "北京市"})


def content_words(text: str, lang: str) -> tuple[str, ...]:
    """The first distinct content words of a text in simplified script: stems, or trigrams."""
    simple = text[:MAX_TEXT]
    if lang.startswith("zh"):
        runs = _HAN_RUN.findall(_GLOSS.sub("", simple))
        trigrams = (run[i : i + 3] for run in runs for i in range(len(run) - 2))
        return tuple(dict.fromkeys(trigrams))[:MAX_TRIGRAMS]
    words = (word[:STEM] for word in _WORD.findall(simple.lower()) if word not in _STOP)
    return tuple(dict.fromkeys(words))[:MAX_WORDS]


def latin_names(text: str) -> tuple[str, ...]:
    """Names and acronyms in Latin letters, lower-case, in order."""
    found = (m.lower() for m in _LATIN.findall(text[:MAX_TEXT]))
    return tuple(dict.fromkeys(w for w in found if w not in _STOP))[:MAX_LATIN]


def place_key(place: str) -> str:
    """A place in lower-case Latin letters: 黑龙江哈尔滨 and "Harbin, Heilongjiang" share a word."""
    text = simplify(place).strip()
    if text in _CAPITAL:
        return "beijing"
    for han, name in PLACES.items():
        text = text.replace(han, f" {name} ")
    parts = _PLACE_PARTS.sub(" ", text).split()
    return " ".join("".join(lazy_pinyin(part)) for part in parts).lower().replace(",", "")


def same_place(one: str, other: str) -> bool:
    """Whether two place keys have a word in common, or one is written inside the other."""
    words, words_2 = set(one.split()), set(other.split())
    if words & words_2:
        return True
    joined, joined_2 = one.replace(" ", ""), other.replace(" ", "")
    return any(len(w) > 3 and w in joined_2 for w in words) or any(
        len(w) > 3 and w in joined for w in words_2
    )

"""What becomes of a text on its way from site to site: copies, other scripts, joined halves."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from random import Random

from opencc import OpenCC

from tests.quality.year.written import Written

_TAILS = {
    "zh": ("（责任编辑：晓风）", "更多内容请关注本站微信公众号。", "来源：综合各方报道"),
    "en": ("Edited by the night desk.", "Follow us for more on this story.", "Source: agencies"),
}


def copied(chance: Random, text: Written) -> Written:
    """A copy with an editor's tail, or with a sentence that was cut for space."""
    if len(text.paragraphs) > 3 and chance.random() < 0.4:
        return replace(text, paragraphs=text.paragraphs[:-1])
    return replace(text, paragraphs=(*text.paragraphs, chance.choice(_TAILS[text.lang])))


def in_traditional_script(text: Written) -> Written:
    """The same in the script of Taiwan and Hong Kong."""
    paragraphs = tuple(_converter().convert(each) for each in text.paragraphs)
    return replace(text, title=_converter().convert(text.title), paragraphs=paragraphs)


def corrected(chance: Random, text: Written) -> Written:
    """The same page after its editors mended a word or added a line."""
    note = {
        "zh": ("（本文略有修订。）", "（更新：补充会议信息。）"),
        "en": ("Correction: an earlier version misspelt a name.", "This article was updated."),
    }
    return replace(text, paragraphs=(*text.paragraphs, chance.choice(note[text.lang])))


def bridging(one: Written, other: Written) -> Written:
    """An article made of halves of two reports of one statement."""
    ahead, behind = one.paragraphs[:3], other.paragraphs[1:]
    return Written(one.lang, one.title, (*ahead, *behind))


@cache
def _converter() -> OpenCC:
    return OpenCC("s2t")

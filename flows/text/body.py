"""The body of a page as lines: its known container alone, else what trafilatura finds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement
from trafilatura import extract
from trafilatura.settings import use_config

from flows.text.blocks import bare, block_lines, one_line
from flows.text.furniture import cut_furniture
from flows.text.language import han_count, is_chinese
from flows.text.marks import Marks
from flows.text.prose import densest
from flows.text.prune import body_container, drop_captions, page_length

# Below these trafilatura's fast mode may have taken a part for the whole, and its slower
# comparison with other extractors pays; it is the share at which trafilatura itself tries again.
# On four sets of annotated pages that is one page in twenty; on the others both give the same.
THIN_CHARS = 300
THIN_SHARE = 0.2
# Text of which less is prose is a menu: lines of a sentence or more against single entries.
PROSE_SHARE = 0.4
MIN_PROSE_LINE = 60
# Menu entries that may stand before a headline.
MAX_BEFORE_TITLE = 30
# The comparison takes seconds beyond so many elements; a news page has at most 5,000.
MAX_SLOW = 8_000
# A pronunciation that is printed after each character: 國(guó). Some of them carry tones, which
# tells them from terms in brackets.
_PINYIN = re.compile(
    r"(?<=[\u3400-\u9fff])\s?[(（]\s?([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6})\s?[)）]"
)
MIN_PINYIN = 3
# Below its own limit of 250 characters trafilatura takes the whole frame, as one line. A report
# in Chinese is often shorter; what is less than this is a stub.
MIN_EXTRACTED = 80
_CONFIG = use_config()
_CONFIG.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(MIN_EXTRACTED))


def body_lines(tree: HtmlElement, marks: Marks, title: str) -> list[str]:
    """The article's lines below `tree`, a pruned page, without furniture; may be empty."""
    container = body_container(marks)
    if container is None and is_chinese(title):
        container = densest(tree)
    if container is None:
        return cut_furniture(_from_title(_extracted(tree), title))
    drop_captions(marks, container)
    lines = block_lines(container)
    return cut_furniture(_from_title(lines, title))


def _from_title(lines: list[str], title: str) -> list[str]:
    """What follows the headline, where one of the first lines is the headline."""
    wanted = bare(title)
    for number, line in enumerate(lines[:MAX_BEFORE_TITLE]):
        if len(line) > MIN_PROSE_LINE and bare(line) != wanted:
            break
        if wanted and bare(line) == wanted:
            return lines[number + 1 :]
    return lines


def _extracted(tree: HtmlElement) -> list[str]:
    """Trafilatura's fast mode, and its default where that is thin for the page or a menu."""
    text = extract(tree, fast=True, include_comments=False, config=_CONFIG) or ""
    thin = len(text) < max(THIN_CHARS, THIN_SHARE * page_length(tree))
    if (thin or _is_menu(text)) and sum(1 for _ in tree.iter()) <= MAX_SLOW:
        text = extract(tree, include_comments=False, config=_CONFIG) or text
    return text.split("\n")


def _is_menu(text: str) -> bool:
    lines = text.split("\n")
    # A Han character says as much as two or three Latin letters.
    prose = (n for line in lines if (n := len(line)) + 2 * han_count(line) >= MIN_PROSE_LINE)
    return sum(prose) < PROSE_SHARE * len(text)


def article_text(lines: Sequence[str], title: str) -> str:
    """Lines as the stored text: no title at the head, no body printed twice, no pinyin."""
    text = "\n".join(filter(None, map(one_line, lines)))
    return _once(_without_title(without_pinyin(text), title))


def without_pinyin(text: str) -> str:
    """`text` without the pronunciation that some mirrors print after each character."""
    toned = sum(1 for gloss in _PINYIN.findall(text) if not gloss.isascii())
    return _PINYIN.sub("", text) if toned >= MIN_PINYIN else text


def _without_title(text: str, title: str) -> str:
    """Cut the headline from the head, also where it is glued to the body."""
    first, _, rest = text.partition("\n")
    wanted = bare(title)
    if wanted and bare(first) == wanted:
        return rest
    if len(wanted) > 10 and first.startswith(title) and len(first) > len(title):
        return text[len(title) :].lstrip(" \t:：-—")
    return text


def _once(text: str) -> str:
    """The first half, where the second repeats it line by line."""
    lines = text.split("\n")
    half = len(lines) // 2
    twice = half > 1 and len(lines) % 2 == 0 and lines[:half] == lines[half:]
    return "\n".join(lines[:half]) if twice else text

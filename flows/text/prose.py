"""Where a Chinese page has its body, told by its punctuation: menus and captions have none."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml.html import HtmlElement

from flows.text.blocks import BLOCKS, CELLS, SILENT

# Less prose than this is a caption or a stub.
MIN_PROSE = 40
# The body has so many times the prose of any other place, or the page is a list.
LEAD = 1.2
# A summary stands beside the link to its story, which has this share of its length or more.
LINKED = 0.2
# Colons and enumeration commas stand in menus and addresses as well.
_MARK = re.compile("[，。！？；]")
_HOLDERS = (BLOCKS | CELLS) - {"br", "hr"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# A form is no place for prose, unless the whole page is one, as some servers write it.
_SKIPPED = (SILENT | _HEADINGS | {"a", "footer", "nav", "aside"}) - {"form"}
_BESIDE = re.compile(
    r"comment|cmt|reply|pinglun|foot|copyright|statement|disclaim|declare|shengming|shenming|"
    r"side-?bar|aside|related|recommend|tuijian|(?:^|[\s_-])(?:hot|rank)",
    re.IGNORECASE,
)
MAX_NAME = 200


def densest(tree: HtmlElement) -> HtmlElement | None:
    """The element that holds the paragraphs of a Chinese page, or None where none stands out.

    Prose is what lies outside links and has marks of punctuation. A paragraph counts for itself,
    for its parent and, by half, for the element around: a body is the parent of many. A block
    of several pieces, which line breaks part, is a body itself.
    """
    pieces, links = _measured(tree)
    score: dict[HtmlElement, float] = defaultdict(float)
    for holder, lengths in pieces.items():
        weight = sum(lengths)
        score[holder] += weight
        parent = holder.getparent()
        if parent is None:
            continue
        score[parent] += weight if len(lengths) == 1 or holder.tag == "p" else weight / 2
        around = parent.getparent()
        if around is not None and links[parent] < LINKED * weight:
            score[around] += weight / 2
    if not score:
        return None
    best = max(score, key=lambda element: score[element])
    near = {*best.iter(), *best.iterancestors()}
    others = max((s for element, s in score.items() if element not in near), default=0)
    if score[best] < max(MIN_PROSE, LEAD * others):
        return None
    # A body of one paragraph has its by-lines and headings beside that.
    return best.getparent() if best.tag == "p" else best


def _measured(tree: HtmlElement) -> tuple[dict[HtmlElement, list[int]], dict[HtmlElement, int]]:
    """Lengths of the pieces of prose by their block, and of links by the two blocks around."""
    pieces: dict[HtmlElement, list[int]] = defaultdict(list)
    links: dict[HtmlElement, int] = defaultdict(int)
    stack: list[tuple[HtmlElement, HtmlElement]] = [(tree, tree)]
    while stack:
        element, block = stack.pop()
        holder = element if element.tag in _HOLDERS else block
        if element.text and _MARK.search(element.text):
            pieces[holder].append(len(element.text.strip()))
        for child in element:
            if child.tail and _MARK.search(child.tail):
                pieces[holder].append(len(child.tail.strip()))
            if child.tag == "a":
                length = len((child.text or "").strip())
                links[holder] += length
                links[holder.getparent()] += length
            elif child.tag in _HEADINGS:
                links[holder] += sum(len((link.text or "").strip()) for link in child.iter("a"))
            elif child.tag not in _SKIPPED and not _is_beside(child):
                stack.append((child, holder))
    return pieces, links


def _is_beside(element: HtmlElement) -> bool:
    """Whether a name says that comments, related stories or the site's notices stand here."""
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_BESIDE.search(name[:MAX_NAME]))

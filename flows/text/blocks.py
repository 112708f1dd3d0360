"""An element's text as a reader sees it: one line for each block of the page."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

# fmt: off
BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt",
    "fieldset", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
    "main", "ol", "p", "pre", "section", "table", "tbody", "thead", "tr", "ul",
})
# fmt: on
CELLS = frozenset({"td", "th"})
# fmt: off
SILENT = frozenset({
    "audio", "button", "canvas", "embed", "figcaption", "form", "head", "iframe", "link", "map",
    "meta", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
})
# fmt: on
# Control characters and halves of surrogate pairs, which no database takes, count as space.
_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b\ufeff\ud800-\udfff]+")
_SOFT_HYPHEN = "\xad"
_NO_LETTER = re.compile(r"[\W_]+")


def one_line(text: str | None) -> str:
    """`text` with every run of white space as one space, none at its ends, no soft hyphen."""
    return _SPACES.sub(" ", (text or "").replace(_SOFT_HYPHEN, "")).strip()


def bare(text: str) -> str:
    """Letters and digits of `text` in lower case, for comparison."""
    return _NO_LETTER.sub("", text).lower()


def block_lines(root: HtmlElement) -> list[str]:
    """The visible lines below `root`: blocks and line breaks part them, empty ones are left out."""
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walk:
        mark = _mark(element.tag)
        if event == "start":
            parts.append(mark)
            if element.tag in SILENT:
                walk.skip_subtree()
            elif element.text:
                parts.append(_SPACES.sub(" ", element.text))
            continue
        parts.append(mark)
        if element is not root and element.tail:
            parts.append(_SPACES.sub(" ", element.tail))
    lines = (one_line(line) for line in "".join(parts).split("\n"))
    return [line for line in lines if line]


def _mark(tag: object) -> str:
    if tag in BLOCKS:
        return "\n"
    return " " if tag in CELLS else ""

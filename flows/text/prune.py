"""What belongs to the template of a page, and where its body stands, told by its markup."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from flows.text.decode import UnreadableError
from flows.text.marks import Marks
from flows.text.markup import BODIES, FURNITURE

# A node that holds this share of the page is its frame, whatever it is called.
FRAME_SHARE = 0.5
MIN_BODY = 60
MAX_ELEMENTS = 50_000
MAX_LINKED = 0.5
# Elements that never hold a body, and JPaaS's generated units.
_TEMPLATE = (
    "//nav | //footer | //select | //button | //template | //canvas | //object"
    " | //*[starts-with(@id, 'authorizedRead_')]"
)
_STYLED = "//*[contains(@style, 'display')]"
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_PARSER = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def parse(text: str) -> HtmlElement:
    """The page as a tree.

    libxml2 itself stops at 256 levels. Raises UnreadableError where the page holds no element, or
    more than `MAX_ELEMENTS`.
    """
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError("the page holds no elements") from error
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise UnreadableError(f"the page holds more than {MAX_ELEMENTS} elements")
    return tree


def set_scripts_aside(tree: HtmlElement) -> None:
    """Drop scripts and styles, in place; JSON-LD moves to the end, out of the visible text."""
    for element in list(tree.iter("script", "style", "svg", "iframe")):
        kind = (element.get("type") or "").lower()
        element.drop_tree()
        if element.tag == "script" and kind.startswith("application/ld+json"):
            tree.append(element)


def prune(tree: HtmlElement, marks: Marks) -> None:
    """Take the template's nodes and what is hidden out of `tree`, in place."""
    limit = FRAME_SHARE * page_length(tree)
    hidden = [e for e in tree.xpath(_STYLED) if _HIDDEN.search(e.get("style")[:1000])]
    for element in [*marks.having(FURNITURE), *tree.xpath(_TEMPLATE), *hidden]:
        if element.getparent() is not None and text_length(element) <= limit:
            element.drop_tree()


def body_container(marks: Marks) -> HtmlElement | None:
    """The element in which a known editor put the body: the one with most text, or None."""
    sized = [(text_length(e), e) for e in marks.having(BODIES)]
    fit = [(size, e) for size, e in sized if size >= MIN_BODY and _linked(e) < MAX_LINKED * size]
    return max(fit, key=lambda pair: pair[0])[1] if fit else None


def text_length(element: HtmlElement) -> int:
    """Characters of text below `element` without white space."""
    return sum(map(len, element.text_content().split()))


def page_length(tree: HtmlElement) -> int:
    """Characters of text that a page shows, or at least keeps in its body element."""
    shown = tree.find("body")
    return text_length(tree if shown is None else shown)


def _linked(element: HtmlElement) -> int:
    """Characters of text that stand in links."""
    return sum(text_length(link) for link in element.iter("a"))

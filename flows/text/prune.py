"""What belongs to the template of a page, and where its body stands, told by its markup."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from flows.text.decode import UnreadableError
from flows.text.markup import BODY_CLASSES, BODY_IDS, FURNITURE

ID_PREFIXES = ("authorizedread_",)
# A node that holds this share of the page is its frame, whatever it is called.
FRAME_SHARE = 0.5
MIN_BODY = 60
MAX_ELEMENTS = 50_000
MAX_LINKED = 0.5
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


def names(element: HtmlElement) -> set[str]:
    """Classes and id of an element, lower case."""
    words = f"{element.get('class') or ''} {element.get('id') or ''}"
    return set(words.lower().split())


def prune(tree: HtmlElement) -> None:
    """Take the template's nodes and what is hidden out of `tree`, in place."""
    limit = FRAME_SHARE * page_length(tree)
    for element in [e for e in tree.iter(etree.Element) if _is_furniture(e)]:
        if element.getparent() is not None and text_length(element) <= limit:
            element.drop_tree()


def body_container(tree: HtmlElement) -> HtmlElement | None:
    """The element in which a known editor put the body: the one with most text, or None."""
    found = [e for e in tree.iter(etree.Element) if _is_body(e)]
    sized = [(text_length(e), e) for e in found]
    fit = [(size, e) for size, e in sized if size >= MIN_BODY and _linked(e) < MAX_LINKED * size]
    return max(fit, key=lambda pair: pair[0])[1] if fit else None


def text_length(element: HtmlElement) -> int:
    """Characters of text below `element` without white space."""
    return sum(map(len, element.text_content().split()))


def page_length(tree: HtmlElement) -> int:
    """Characters of text that a page shows, or at least keeps in its body element."""
    shown = tree.find("body")
    return text_length(tree if shown is None else shown)


def _is_furniture(element: HtmlElement) -> bool:
    if _HIDDEN.search((element.get("style") or "")[:1000]):
        return True
    own = names(element)
    return not own.isdisjoint(FURNITURE) or any(name.startswith(ID_PREFIXES) for name in own)


def _is_body(element: HtmlElement) -> bool:
    identity = (element.get("id") or "").lower()
    classes = (element.get("class") or "").lower().split()
    return identity in BODY_IDS or not BODY_CLASSES.isdisjoint(classes)


def _linked(element: HtmlElement) -> int:
    """Characters of text that stand in links."""
    return sum(text_length(link) for link in element.iter("a"))

"""What belongs to the template of a page, and where its body stands, told by its markup."""

from __future__ import annotations

import re
from typing import cast

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from flows.text.decode import CONTROL, UnreadableError
from flows.text.furniture import MAX_HEADING, is_list_heading
from flows.text.marks import Marks
from flows.text.markup import BODIES, BY_LINES, FURNITURE

# A node that holds this share of the page is its frame, whatever it is called.
FRAME_SHARE = 0.5
MIN_BODY = 60
MIN_PART = 400
LISTED = 0.15
# Four times what the largest of 620 news pages holds.
MAX_ELEMENTS = 20_000
MAX_LINKED = 0.5
# A container inside another is the body where it holds this share of it, else one of its parts.
INNER_SHARE = 0.6
MAX_BY_LINE = 300
MAX_CAPTION = 300
# libxml2 compares each attribute of a tag with all before it; a tag of a news page has at most 73.
MAX_ATTRIBUTES = 5_000
_TAG = re.compile(r"<[a-zA-Z]")
_UNFIT_REFERENCE = re.compile(
    r"&#(?:x0{0,9}(?:[0-8bcef]|1[0-9a-f]|fff[ef])(?![0-9a-f])"
    r"|0{0,9}(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d));?",
    re.IGNORECASE,
)
# Elements that never hold a body, and JPaaS's generated units.
_TEMPLATE = (
    "//nav | //footer | //select | //button | //template | //canvas | //object"
    " | //*[starts-with(@id, 'authorizedRead_')]"
)
_STYLED = "//*[contains(@style, 'display')]"
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_LENGTH = etree.XPath("string-length(normalize-space())")
_PARSER = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)


def parse(text: str) -> HtmlElement:
    """The page as a tree.

    libxml2 itself stops at 256 levels. Raises UnreadableError where the page holds no element,
    more than `MAX_ELEMENTS`, or a tag of more than `MAX_ATTRIBUTES`.
    """
    _refuse_endless_tag(text)
    try:
        tree = document_fromstring(_fit_for_xml(text), parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableError("the page holds no elements") from error
    if sum(1 for _ in tree.iter()) > MAX_ELEMENTS:
        raise UnreadableError(f"the page holds more than {MAX_ELEMENTS:,} elements")
    return tree


def _fit_for_xml(text: str) -> bytes:
    """UTF-8 without the characters, and the references to them, that lxml reads but cannot move."""
    body = _UNFIT_REFERENCE.sub(" ", text).encode("utf-8", "replace")
    for sign in ("\ufffe", "\uffff"):
        body = body.replace(sign.encode(), b"")
    return body.translate(None, CONTROL + b"\x1b")


def _refuse_endless_tag(text: str) -> None:
    for piece in text.split(">"):
        if len(piece) > 2 * MAX_ATTRIBUTES:
            tag = _TAG.split(piece)[-1] if _TAG.search(piece) else ""
            if len(tag.split(maxsplit=MAX_ATTRIBUTES)) > MAX_ATTRIBUTES:
                raise UnreadableError(f"a tag holds more than {MAX_ATTRIBUTES:,} attributes")


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


def drop_by_lines(marks: Marks) -> None:
    """Take the lines under headlines out of their tree, in place, once they have been read.

    A short body might else come with its whole frame, and a counter of views is another at
    every fetch.
    """
    for element in marks.having(BY_LINES):
        if element.getparent() is not None and text_length(element) <= MAX_BY_LINE:
            element.drop_tree()


def drop_lists(tree: HtmlElement) -> None:
    """Take headings such as "Related articles" with the links behind them out of `tree`, in place.

    Only as far as they are lists: a body that goes on behind such a box has few links.
    """
    for heading in list(tree.iter("h2", "h3", "h4", "h5", "h6")):
        if text_length(heading) > MAX_HEADING or not is_list_heading(heading.text_content()):
            continue
        for element in list(heading.itersiblings()):
            if _linked(element) < LISTED * text_length(element):
                break
            element.drop_tree()


def join_split_body(marks: Marks) -> None:
    """Move the parts of a body that advertisements split into its first part, in place.

    Parts are alike in tag and class, that class says "body", each holds paragraphs of its own,
    and they stand in one `article` (or in none), or the next story's body would be joined.
    """
    parts: dict[object, HtmlElement] = {}
    for element in marks.saying("body"):
        if sum(text_length(child) for child in element.iterchildren("p")) < MIN_PART:
            continue
        story = next(element.iterancestors("article"), None)
        first = parts.setdefault((element.tag, element.get("class"), story), element)
        if first is not element and first not in element.iterancestors():
            first.extend(list(element))


def body_container(marks: Marks) -> HtmlElement | None:
    """The element in which a known editor put the body, or None.

    Of several it is the one with most text; but of one in another, which holds the share bar
    as well, the inner one.
    """
    sized = [(text_length(e), e) for e in marks.having(BODIES)]
    fit = [(size, e) for size, e in sized if size >= MIN_BODY and _linked(e) < MAX_LINKED * size]
    if not fit:
        return None
    most, best = max(fit, key=lambda pair: pair[0])
    inner = [e for size, e in fit if size >= INNER_SHARE * most and best in e.iterancestors()]
    return inner[-1] if inner else best


def drop_captions(marks: Marks, container: HtmlElement) -> None:
    """Take what the editor marked as the caption of a picture out of `container`, in place."""
    for element in marks.saying("caption"):
        if container in element.iterancestors() and text_length(element) <= MAX_CAPTION:
            element.drop_tree()


def text_length(element: HtmlElement) -> int:
    """Characters of text below `element`, a run of white space for one."""
    return int(cast("float", _LENGTH(element)))


def page_length(tree: HtmlElement) -> int:
    """Characters of text that a page shows, or at least keeps in its body element."""
    shown = tree.find("body")
    return text_length(tree if shown is None else shown)


def _linked(element: HtmlElement) -> int:
    """Characters of text that stand in links."""
    return sum(text_length(link) for link in element.iter("a"))

"""A page's elements by the names that its template gave them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from lxml.html import HtmlElement


class Marks:
    """The elements of a page that carry a class or an id, read once for all who look for some.

    A name is a class or an id in lower case, or `#` and the id where only the id will do.
    """

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._names = {e: names(e) for e in tree.xpath("//*[@class or @id]")}

    def having(self, wanted: AbstractSet[str]) -> list[HtmlElement]:
        """Elements with any of the `wanted` names, in document order, unless they were dropped."""
        found = (e for e, own in self._names.items() if not own.isdisjoint(wanted))
        return [e for e in found if self._holds(e)]

    def saying(self, word: str) -> list[HtmlElement]:
        """Elements of which a name contains `word`, in document order, unless they were dropped."""
        found = (e for e, own in self._names.items() if any(word in name for name in own))
        return [e for e in found if self._holds(e)]

    def _holds(self, element: HtmlElement) -> bool:
        # Not by getroottree(): that still names the document of an element which was dropped.
        top = element
        for top in element.iterancestors():  # noqa: B007 - the last one counts
            pass
        return top is self._tree


def names(element: HtmlElement) -> set[str]:
    """Classes and id of one element, lower case, the id also with its `#`."""
    identity = (element.get("id") or "").lower()
    return {*(element.get("class") or "").lower().split(), identity, f"#{identity}"}

"""One plain view of a text in either script, with the way back to the text as given."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.chinese.gated import Gated
from flows.text.names import simplify
from storage.records import Span

# A longer text is read to here; no statement needs more, and hostile pages end here.
MAX_TEXT = 60_000
# Beyond so many characters it is not remembered what they are folded to.
MAX_KNOWN = 16_384
HAN = "\u3400-\u9fff"
# A pronunciation printed after its character: 國(guó); blanks between Han and Latin or digits;
# characters without width.
_GLOSS = re.compile(
    rf"(?<=[{HAN}])(?:\s?[(（]\s?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{{1,7}}\s?[)）]){{1,4}}"
    rf"(?: (?=[{HAN}]))?"
)
# 著力, 沿著: the particle and verb of action are written 着 in simplified script.
_AUXILIARY = re.compile("(?<![显名原专编译论巨土合遗])著(?![名作称述书者录译])")
# Pictures that spam sets between the characters.
_PICTURE = "\u2600-\u2775\u2794-\u27bf\ufe0f\U0001f000-\U0001faff"
_NO_WIDTH = "\u200b-\u200f\u2060\ufeff"
_NOISE = re.compile(f"[{_PICTURE}]+|[,，](?=[,，、。;；:：!！?？])")
# Words as given without any of these hold neither a pronunciation nor noise.
_PERHAPS_NOISE = re.compile(f"[(（,，{_PICTURE}]")
_PASSED_OVER = Gated(
    re.compile(
        rf"{_GLOSS.pattern}|(?<=[{HAN}]) {{1,3}}(?=[0-9A-Za-z])|"
        rf"(?<=[0-9A-Za-z%]) {{1,3}}(?=[{HAN}])|[{_NO_WIDTH}]+|[{_PICTURE}]+|"
        rf"(?<=》) (?=[{HAN}])|,(?=[,、。;:!?])"
    ),
    re.compile(rf"[\s(（,{_NO_WIDTH}{_PICTURE}](?:(?<!,)|(?=[,、。;:!?]))"),
)


@dataclass(frozen=True, slots=True)
class View:
    """`text` in simplified script and plain punctuation; `places` are its offsets in `given`."""

    text: str
    given: str
    places: array[int]

    def span(self, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` of `text` stand in `given`."""
        return self.places[start], self.places[end - 1] + 1

    def words(self, start: int, end: int) -> str:
        """What `text` holds from `start` to `end`, as given, without what is passed over."""
        first, last = self.span(start, end)
        given = self.given[first:last]
        if not _PERHAPS_NOISE.search(given):
            return given
        return _NOISE.sub("", _GLOSS.sub("", given))


def view(given: str) -> View:
    """The plain view of the first `MAX_TEXT` characters of `given`."""
    given = given[:MAX_TEXT]
    plain = fold(given)
    if "著" in plain:
        plain = _AUXILIARY.sub("着", plain)
    kept: list[str] = []
    places = array("l")
    start = 0
    for gap in [*_PASSED_OVER.finditer(plain), None]:
        end = gap.start() if gap else len(plain)
        kept.append(plain[start:end])
        places.extend(range(start, end))
        start = gap.end() if gap else end
    return View("".join(kept), given, places)


def fold(text: str) -> str:
    """`text` in simplified script and ASCII punctuation, character by character."""
    known = _FOLDED if len(_FOLDED) < MAX_KNOWN else _FOLDED.copy()
    unknown = set(map(ord, set(text))).difference(known)
    if unknown:
        known.update(_folded(sorted(unknown)))
    return text.translate(known)


# What each character is folded to, as far as one was met.
_FOLDED: dict[int, str] = {}


def _folded(codes: Sequence[int]) -> dict[int, str]:
    """What characters are folded to, all at once; a line each, so that none make a word."""
    plain = [_plain(chr(code)) for code in codes]
    # A ring marks an item; its bare number would be a quantity of what follows.
    asked = ("" if c == "\n" or "①" <= c <= "⒛" else c for c in plain)
    simple = simplify("\n".join(asked)).split("\n")
    return {
        code: found if len(found) == 1 else own
        for code, own, found in zip(codes, plain, simple, strict=True)
    }


def _plain(character: str) -> str:
    """A character in its compatible form, where that is one character and it is no ring."""
    if "①" <= character <= "⒛":
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character

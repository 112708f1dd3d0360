"""How a text is cut for the full-text index and a query into terms: one rule for both sides.

A run of Han characters becomes its overlapping pairs and, last, its final character alone; any
other run of letters and digits is one word. So every character begins one token: a pair is found
by its token, a longer run by adjacent pairs. Single characters are found by a mark of their own,
behind the text's tokens.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import opencc

from storage.failure import Failure

# Of title and text together, after folding: a tsvector holds 1 MB of different tokens, and a
# character makes at most one of 8 bytes and a mark of 5.
MAX_INDEXED = 75_000
MAX_QUERY = 200
# Longer runs without a break are no words; what is over is cut off on both sides.
MAX_WORD = 64

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_HAN}]+|[^\W_{_HAN}]+")
_STARTS_HAN = re.compile(f"[{_HAN}]")
_TERM = re.compile(r'["“”]([^"“”]+)["“”]|(\S+)')


class QueryError(Failure):
    """The words cannot be searched for; the message says why."""


class _Folded(dict[int, str]):
    """From a character to what it is compared as. One at a time: a query shows no context."""

    def __init__(self) -> None:
        super().__init__()
        self._convert = opencc.OpenCC("t2s").convert

    def __missing__(self, code: int) -> str:
        plain = unicodedata.normalize("NFKC", chr(code)).lower()
        # Twice, because one character's simplified form is itself simplified further.
        self[code] = "".join(self._convert(self._convert(character)) for character in plain)
        return self[code]


_FOLDED = _Folded()


def fold(text: str) -> str:
    """`text` in NFKC, lower case and simplified script: what is compared."""
    if text.isascii():
        return text.lower()
    folded = text.translate(_FOLDED)
    # Marks that combine with the character before them are the only ones that need it. To ask
    # is far cheaper than to normalise a text in which each comma is a full-width one.
    if unicodedata.is_normalized("NFKC", folded):
        return folded
    return unicodedata.normalize("NFKC", folded)


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of a query, as the folded runs that must follow one another."""

    runs: tuple[str, ...]

    @property
    def tokens(self) -> tuple[str, ...]:
        """The tokens that stand adjacent in every text with this term, and in no other."""
        *before, last = (_cut(run) for run in self.runs)
        # Where the term ends, a run of the text may go on: its final character is no token.
        return tuple(token for run in (*before, last[:-1] or last) for token in run)

    @property
    def is_open(self) -> bool:
        """Whether the last token is but the beginning of one: a single Han character."""
        return len(self.runs[-1]) == 1 and _is_han(self.runs[-1])

    @property
    def words(self) -> tuple[str, ...]:
        """What the index holds, without order, of every text with this term."""
        return (*self.tokens[:-1], _mark(self.tokens[-1])) if self.is_open else self.tokens

    @property
    def needle(self) -> str:
        """What stands in the tokens of such a text, where a space is put before and behind."""
        return f" {' '.join(self.tokens)}" + ("" if self.is_open else " ")


def first_hit(terms: Sequence[Term], text: str) -> int | None:
    """The character of a text with which the first of the terms begins that stands in it."""
    folded = fold(text)
    found = [at for term in terms if (at := _first(term, folded)) is not None]
    return _unfolded(text, folded, min(found)) if found else None


def _first(term: Term, folded: str) -> int | None:
    head = term.runs[0][:MAX_WORD]
    at = folded.find(head)
    while at >= 0:
        if _stands(term, folded, at):
            return at
        at = folded.find(head, at + 1)
    return None


def _stands(term: Term, folded: str, at: int) -> bool:
    """Whether the runs of a term follow one another from here on."""
    for number, run in enumerate(term.runs):
        if number:
            while at < len(folded) and not _RUN.match(folded, at):
                at += 1
        if _is_han(run):
            if not folded.startswith(run, at):
                return False
            at += len(run)
            continue
        inside_word = at > 0 and not _is_han(folded[at - 1]) and _RUN.match(folded[at - 1])
        found = None if inside_word else _RUN.match(folded, at)
        if found is None or found.group()[:MAX_WORD] != run[:MAX_WORD]:
            return False
        at = found.end()
    return True


def _unfolded(text: str, folded: str, at: int) -> int:
    """The character of `text` that became the one at `at`: folding may lengthen what precedes."""
    if len(text) == len(folded):
        return at
    return bisect_right(range(len(text)), at, key=lambda end: len(fold(text[:end]))) - 1


def tokens(title: str, text: str) -> str:
    """The tokens of an article, parted by spaces; none is empty or holds anything but letters."""
    folded = fold(f"{title}\n{text}"[:MAX_INDEXED])[:MAX_INDEXED]
    cut = [token for run in _RUN.findall(folded) for token in _cut(run)]
    marks = sorted({_mark(token[0]) for token in cut if _is_han(token)})
    return " ".join(cut + marks)


def terms(query: str) -> tuple[Term, ...]:
    """The words and the quoted phrases of a query, each once; raises QueryError for none."""
    if len(query) > MAX_QUERY:
        raise QueryError(f"A search takes at most {MAX_QUERY} characters.")
    spoken = (quoted or word for quoted, word in _TERM.findall(query))
    found = (Term(tuple(_RUN.findall(fold(part)))) for part in spoken)
    terms = tuple(dict.fromkeys(term for term in found if term.runs))
    if not terms:
        raise QueryError("Give at least one word to search for.")
    return terms


def _cut(run: str) -> list[str]:
    if _is_han(run):
        return [run[start : start + 2] for start in range(len(run))]
    return [run[:MAX_WORD]]


def _mark(character: str) -> str:
    # No run mixes a Han character with a letter, so this is no token of a text.
    return f"c{character}"


def _is_han(run: str) -> bool:
    return _STARTS_HAN.match(run) is not None

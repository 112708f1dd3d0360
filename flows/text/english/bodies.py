"""Read the name of a body from where it begins: "Data Office, Ministry of Posts (MP)"."""

from __future__ import annotations

import re

from flows.text.english.words import BODY_NOUNS, EVENT_NOUNS, POSTS, SPEECH_VERBS, any_of, words
from flows.text.surnames import syllables

MAX_WORDS = 24
_WORD = re.compile(r"\s{0,2}(\([A-Z][\w&.-]{1,14}\)|,|[^\s,()]{1,40})")
_JOINING = frozenset(words("of for and the in on & de to"))
_STEM = re.compile(r"(?:'s?|[.:;!?\"”])+$")
_BODY = re.compile(rf"(?:{any_of(BODY_NOUNS)}|[A-Z]{{2,8}})s?$", re.IGNORECASE)
_POST = re.compile(rf"(?:{any_of(POSTS)}|deputy|vice|former)$", re.IGNORECASE)
_VERB = re.compile(rf"{any_of(v.split()[0] for v in SPEECH_VERBS)}$", re.IGNORECASE)
# Nouns that end a body's name: what follows in capitals is somebody's name.
_CLOSING = frozenset(
    words(
        """
        authority commission committee council administration agency bureau institute academy
        office bank association center centre university board
        """
    )
)
_AHEAD = re.compile(
    r"\s?(?:the )?(?:(?:[A-Z][\w'-]{1,30}|of|and|for|the|&)(?: (?=[A-Zaoft&]))?){1,9}"
)
_LOWER_REACH = 5
PERSON_STOP = frozenset(
    words(
        """
        the a an on in at of and for to by from with that this these those he she it they we
        his her its my our their if but as when while after before since although however
        meanwhile according according-to first second third fourth fifth finally also among
        recently today yesterday earlier later last next national general central chinese
        china beijing shanghai hong kong singapore north south east west new international
        global world digital economic industrial financial monetary people people's
        provincial municipal state federal republic technology information development
        policy digital photo source read january february march april may june july august
        september october november december monday tuesday wednesday thursday friday
        saturday sunday mr mrs ms dr us uk eu act law bill plan ladies dear good what why
        how there here specifically department
        """
    )
    + BODY_NOUNS
    + EVENT_NOUNS
    + words(" ".join(POSTS))
)


def is_name(parts: list[str]) -> bool:
    """Whether capitalised `parts` can be a person's full name."""
    return 2 <= len(parts) <= 4 and all(
        word[:1].isupper()
        and word.lower() not in PERSON_STOP
        and not (len(word) > 3 and word.isupper() and "." not in word)
        and not any(c.isdigit() for c in word)
        for word in parts
    )


def is_pinyin_name(parts: list[str]) -> bool:
    """Whether `parts` read as surname and given name in pinyin."""
    plain = [word.lower().replace("'", "").replace("-", "") for word in parts]
    return (
        len(parts) == 2
        and is_name(parts)
        and all(plain)
        and 0 < syllables(plain[0]) <= 2
        and 0 < syllables(plain[1]) <= 3
    )


def has_body_noun(text: str) -> bool:
    """Whether a body's noun or an acronym stands in `text`."""
    return any(_BODY.match(_STEM.sub("", word).strip("(),")) for word in text.split())


def read_body(text: str, start: int) -> int:
    """Where the body's name that begins at `start` ends; `start` itself where none begins.

    Capitalised words with their joining words; small words only on the way to a body's noun;
    a comma only before another body. A person's name that follows in capitals is left out.
    """
    end, at = start, start
    taken: list[str] = []
    for _ in range(MAX_WORDS):
        word = _WORD.match(text, at)
        if word is None:
            break
        piece = word[1]
        if piece == "," and not _another_body(text, word.end()):
            break
        if not _fits(text, word, taken):
            break
        at = word.end()
        if piece != "," and piece.lower() not in _JOINING:
            end = word.start(1) + len(_STEM.sub("", piece))
        taken.append(piece)
        if end < at and piece.lower() not in _JOINING and piece != ",":
            break
    return _without_person(text, start, end)


def _fits(text: str, word: re.Match[str], taken: list[str]) -> bool:
    piece = word[1]
    if piece == "," or piece.startswith("("):
        return bool(taken)
    if piece.lower() in _JOINING:
        following = _WORD.match(text, word.end())
        return following is not None and not (
            piece in ("and", "in", "on", "to", "for")
            and (not following[1][:1].isupper() or _POST.match(following[1]) is not None)
        )
    if (taken and taken[-1].startswith("(")) or (_POST.match(piece) and piece[0].islower()):
        return False
    if piece[0].isupper() or piece[0].isdigit():
        return not (piece == "The" and taken)
    return _leads_to_body(text, word.start(1), first=not taken or taken[-1] in _JOINING)


def _leads_to_body(text: str, at: int, *, first: bool) -> bool:
    """Whether small words from `at` come to a body's noun before anything else breaks in."""
    for step in range(_LOWER_REACH):
        word = _WORD.match(text, at)
        if word is None or word[1] == "," or _VERB.match(word[1]) or _POST.match(word[1]):
            return False
        stem = _STEM.sub("", word[1])
        if stem.islower() and _BODY.match(stem):
            return first or step == 0
        if stem != word[1] or (word[1].lower() in _JOINING and word[1] != "and"):
            return False
        at = word.end()
    return False


def _another_body(text: str, at: int) -> bool:
    """Whether a second body follows a comma, with no person's name before its noun."""
    match = _AHEAD.match(text, at)
    if match is None:
        return False
    parts = match.group().split()
    return has_body_noun(" ".join(parts)) and not (_POST.match(parts[-1]) or _POST.match(parts[0]))


def _without_person(text: str, start: int, end: int) -> int:
    parts = text[start:end].split()
    for size in (2, 3):
        tail = parts[-size:]
        if len(parts) < size:
            break
        before = parts[-size - 1].strip("()").lower() if len(parts) > size else ""
        closed = before in _CLOSING
        if before not in _JOINING and (is_pinyin_name(tail) or (closed and is_name(tail))):
            return start + text[start:end].rindex(tail[0] + " ")
    return end

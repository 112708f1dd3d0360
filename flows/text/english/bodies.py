"""Read the name of a body from where it begins: "Data Office, Ministry of Posts (MP)"."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from flows.text.english.person_names import is_name, is_pinyin_name, opens_long_name
from flows.text.english.words import (
    BODY_NOUNS,
    DEMONYM,
    EVENT_NOUNS,
    MONTHS,
    POSTS,
    SPEECH_VERBS,
    WEEKDAYS,
    any_of,
    words,
)

MAX_WORDS = 24
_WORD = re.compile(r"\s{0,2}(\([A-Z][\w&.-]{1,14}\)|,|[^\s,()]{1,40})")
_JOINING = frozenset(words("of for and the in on & de to under"))
# No word of a body's name stands in small letters behind these.
_APART = _JOINING | frozenset(words("at from with by who that which about"))
_TIMES = frozenset([*MONTHS, *WEEKDAYS])
_LISTING = frozenset(words("and in on to for under"))
# The larger body within which one stands: the data bureau at the Ministry of Posts.
_HOMES = frozenset(BODY_NOUNS) - frozenset(EVENT_NOUNS)
_FIELD = re.compile(
    r" of (?:the )?[a-z][a-z-]{2,20}"
    r"(?: (?!(?:who|said|says|told|on|in|at|of|is|was|has|under)\b)[a-z-]{2,20}){0,5}"
)
_OF_PEOPLE = re.compile(r"people['’]s [A-Z]")
_STEM = re.compile(r"(?:'s?|[.:;!?\"”])+$")
# Acronyms stand in capitals, nouns in any case.
_BODY = re.compile(
    rf"(?:(?i:{any_of(BODY_NOUNS)})|(?!(?:C[EFOT]O|[MV]P|MEP|US|UK)s?$)[A-Z]{{2,8}})s?$"
)
_POST = re.compile(rf"(?:{any_of(POSTS)}|deputy|vice|former)$", re.IGNORECASE)
_VERB = re.compile(rf"{any_of(verb.split()[0] for verb in SPEECH_VERBS)}$", re.IGNORECASE)
_AHEAD = re.compile(
    r"\s?(?:the )?(?:(?:[A-Z][\w'-]{1,30}|of|and|for|the|&)(?: (?=[A-Zaoft&]))?){1,9}"
)
_BODY_WITHIN = re.compile(
    rf"(?:[A-Z][a-z]{{2,14}} ){{0,2}}{any_of(noun.title() for noun in BODY_NOUNS)}\b"
)
_OPENING = re.compile(
    r"(?<![\w'.-])(?=[A-Z])(?!(?:At|In|On|During|From|For|By|To|And|But|The|This|That|As|With|When"
    r"|While|After|Before|Since)\b)"
)
# Fields before their noun: Posts, Rails, and Harbours Division.
_LISTED = re.compile(
    r" (?:[A-Z][a-z]{3,16},? ){0,3}and (?:[A-Z][a-z]{3,16} ){1,3}"
    r"(?=(?:Division|Department|Bureau|Directorate|Office|Committee|Administration|Ministry)\b)"
)
_GROUP = re.compile(r"(?:[a-z]{4,16} ){0,2}(?:working|leading|special|expert|advisory) group\b")
_DEMONYM = re.compile(DEMONYM)
# So many small words may stand before a body's noun ("digital economy bureau").
_SMALL_WORDS = 5


def has_body_noun(text: str) -> bool:
    """Whether a body's noun or an acronym stands in `text`."""
    return any(map(_is_body_noun, text.split()))


@functools.lru_cache(maxsize=4096)
def _is_body_noun(word: str) -> bool:
    return _BODY.match(_STEM.sub("", word).strip("(),")) is not None


def find_bodies(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the bodies named in `text`, in order."""
    at = 0
    while opening := _OPENING.search(text, at):
        end = read_body(text, opening.start())
        if end > opening.start() and has_body_noun(text[opening.start() : end]):
            yield opening.start(), end
        at = max(end, opening.start() + 1)


def read_body(text: str, start: int, *, before_person: bool = False) -> int:
    """Where the body's name that begins at `start` ends; `start` itself where none begins.

    Capitalised words with their joining words; small words only on the way to a body's noun;
    a comma only before another body. A name in pinyin that follows in capitals is left out,
    `before_person` any name.
    """
    end, at = start, start
    taken: list[str] = []
    for _ in range(MAX_WORDS):
        word = _WORD.match(text, at)
        if word is None or not _fits(text, word, taken):
            break
        piece, at = word[1], word.end()
        taken.append(piece)
        if piece in (",", "at") or piece.lower() in _JOINING:
            continue
        stem = piece if piece.isalpha() else _STEM.sub("", piece)
        end = word.start(1) + len(stem)
        if stem != piece and not _goes_on(text, piece, at):
            break
        if stem.islower() and _BODY.match(stem) and (field := _FIELD.match(text, at)):
            end = at = field.end()
    return _without_person(text, start, end, any_name=before_person)


def _fits(text: str, word: re.Match[str], taken: list[str]) -> bool:
    """Whether a word goes on with the body whose words so far are `taken`."""
    piece = word[1]
    if piece == "," or piece.startswith("("):
        return bool(taken) and (piece != "," or _another_body(text, word.end()))
    if piece in ("at", "'s"):
        home = piece == "at" and has_body_noun(" ".join(taken)) and _has_home(text, word.end())
        return home or (bool(taken) and _goes_on(text, piece, word.end()))
    if piece.lower() in _JOINING:
        return _joins(text, piece, word.end())
    # Behind its short form a body goes on only to a body within it: Post League (PL) Committee.
    closed = bool(taken) and taken[-1].startswith("(")
    apart = closed and not _BODY_WITHIN.match(text, word.start(1))
    if apart or (piece[0].islower() and _POST.match(piece)):
        return False
    if piece[0].isupper() or piece[0].isdigit() or _OF_PEOPLE.match(text, word.start(1)):
        return not (piece == "The" and taken)
    group = taken and _GROUP.match(text, word.start(1))
    return bool(group) or _leads_to_body(text, word.start(1), first=_opens_anew(taken))


def _opens_anew(taken: list[str]) -> bool:
    """Whether small words may follow those of `taken` on the way to a body's noun."""
    if not taken or taken[-1].islower() or taken[-1].endswith(("'", "'s")):
        return True
    # The Lakish central bank.
    return len(taken) == 1 and _DEMONYM.fullmatch(taken[0]) is not None


def _has_home(text: str, at: int) -> bool:
    """Whether a larger body follows "at", and neither an event nor a place."""
    ahead = _AHEAD.match(text, at)
    parts = [part.lower() for part in ahead.group().split()] if ahead else []
    return not _HOMES.isdisjoint(parts) and parts[-1] not in EVENT_NOUNS


def _joins(text: str, piece: str, at: int) -> bool:
    following = _WORD.match(text, at)
    if following is None:
        return False
    if following[1] == "the":
        following = _WORD.match(text, following.end())
    if following is None or piece not in _LISTING:
        return following is not None
    if piece in ("on", "in") and following[1].lower().strip(",.") in _TIMES:
        return False
    if piece == "and" and (ahead := _AHEAD.match(text, at)):
        # Behind the Post Bank and Rail Bureau Chairman Hu Ming.
        return following[1][:1].isupper() and not any(map(_POST.match, ahead.group().split()))
    return following[1][:1].isupper() and _POST.match(following[1]) is None


def _goes_on(text: str, piece: str, at: int) -> bool:
    """Whether a possessive opens a body within a body: the Ministry's data division."""
    if not piece.endswith(("'s", "'")):
        return False
    following = _WORD.match(text, at)
    if following is None or _POST.match(following[1]):
        return False
    if following[1][0].islower():
        return _leads_to_body(text, following.start(1), first=True)
    ahead = _AHEAD.match(text, at)
    whole = ahead.group() if ahead else ""
    # The people's bank and another body's head.
    return _is_body(whole) or _is_body(whole.partition(" and ")[0])


def _is_body(words: str) -> bool:
    return has_body_noun(words) and not any(_POST.match(word) for word in words.split())


def _leads_to_body(text: str, at: int, *, first: bool) -> bool:
    """Whether small words from `at` come to a body's noun before anything else breaks in."""
    for step in range(_SMALL_WORDS):
        word = _WORD.match(text, at)
        if word is None or word[1] == "," or _VERB.match(word[1]) or _POST.match(word[1]):
            return False
        stem = _STEM.sub("", word[1])
        if _BODY.match(stem) and not stem.isupper():
            return first or step == 0
        if stem != word[1] or (word[1].lower() in _APART and word[1] != "and"):
            return False
        at = word.end()
    return False


def _another_body(text: str, at: int) -> bool:
    """Whether a second body follows a comma, with no person's name before its noun."""
    if _LISTED.match(text, at):
        return True
    match = _AHEAD.match(text, at)
    if match is None:
        return False
    parts = match.group().split()
    return (
        has_body_noun(" ".join(parts))
        and not (is_pinyin_name(parts[:2]) or is_pinyin_name(parts[:3]))
        and not (_POST.match(parts[-1]) or _POST.match(parts[0]))
    )


def _without_person(text: str, start: int, end: int, *, any_name: bool) -> int:
    parts = text[start:end].split()
    for size in (3, 2) if opens_long_name(parts[-3:]) else (2, 3):
        tail, rest = parts[-size:], parts[:-size]
        if not rest or rest[-1].strip("()").lower() in _JOINING:
            continue
        closed = _BODY.match(rest[-1].strip("()"))
        if is_pinyin_name(tail) or ((closed or any_name) and is_name(tail)):
            return start + len(text[start:end].rsplit(maxsplit=size)[0])
    return end

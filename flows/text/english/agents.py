"""Whose "will" is a promise: a body's, its people's, a state's; anybody else's foretells."""

from __future__ import annotations

import re

from flows.text.english.words import BODY_NOUNS, PLACES, POSTS, any_of, words

SUBJECT = re.compile(
    r"(?P<an>\b[Aa]n? )?(?P<subject>[\w'’-]{1,30})\)?"
    r"(?:,? (?:also|then|now|later|therefore|further)|,)?$"
)
# Also with small letters: the LoP.
_ACRONYM = re.compile(r"[A-Z]{2,6}|[A-Z][a-z][A-Z][A-Za-z]{0,3}")
# Acronyms of things, which promise nothing.
_THINGS = frozenset(
    words("CBDC CBDCS AI GDP IOT NFT ETF API ICO DLT DCEP ICT IT DC EP CPI SDG SME SMES")
)
# The Ministry of Posts and Canals, by its last word.
_BODY_OF = re.compile(
    rf"\b{any_of(noun.title() for noun in BODY_NOUNS)} (?:of|for|on) "
    r"(?:(?:[A-Z][\w'’&-]{1,20},?|and|of|for|the|&) ){0,8}[A-Z][\w'’-]{1,20}$"
)
_AGENTS = frozenset(
    words(
        "we i they he she it and also step authorities regulators officials sides parties"
        " country governments ministries departments banks china state beijing policymakers all"
        " members localities provinces cities agencies bodies units leaders province city watchdog"
        " regulator lawmakers coalition england zealand arabia emirates kingdom"
    )
    + PLACES
    + BODY_NOUNS
    + words(" ".join(POSTS))
)


def is_agent(found: re.Match[str] | None) -> bool:
    """Whether what `SUBJECT` found promises what it will do."""
    if found is None:
        return False
    subject = found["subject"]
    if subject[0].isupper() and _BODY_OF.search(found.string, 0, found.end("subject")):
        return True
    if _ACRONYM.fullmatch(subject):
        return subject.upper() not in _THINGS and not found["an"]
    return subject.lower() in _AGENTS

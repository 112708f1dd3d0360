"""The body that stands before a post: Post Authority head, Posts and Rails Minister."""

from __future__ import annotations

import re

from flows.text.english.bodies import has_body_noun
from flows.text.english.words import DEMONYM, MONTHS, POSTS, WEEKDAYS, any_of

_CAPITALISED = r"[A-Z][\w&'’.-]{0,30}"
_SMALL = (
    r"(?:bank|bureau|department|ministry|office|agency|authority|division|commission|committee)"
)
_RUN = re.compile(
    rf"(?P<body>(?:{_CAPITALISED}|[a-z]{{3,12}} {_SMALL}|[a-z]{{3,12}} reserve)"
    rf"(?: (?:{_CAPITALISED}|of|and|&|for|the|{_SMALL})){{0,14}})"
    r"(?:'s?)? ?(?:\([A-Z][\w-]{1,12}\))?(?:'s?)? ?$"
)
# What opens a sentence before the body: On Tuesday, In May, Speaking for, The.
_LEAD = re.compile(
    rf"^(?:(?:The|And|On|At|In|of|But|As|By|While|When|Former|{any_of([*MONTHS, *WEEKDAYS])}"
    r"|Remarks|Speech|Statement|Address|U\.S\.|US|UK|EU|China's|Chinese|Speaking|\d{1,2},?) ){1,5}",
    re.IGNORECASE,
)
# An agency that reports, before the body itself.
_AGENCY = re.compile(r"^(?:[A-Z][a-z]{2,14} ){1,3}(?:News|Daily|Reports) (?=[A-Z])")
_NATION = re.compile(r"^[A-Z]\w{2,12}(?:ese|ish|ian|ean|an|ch|li|i) ")
# Ministers are named by their field, mayors and governors by their place.
_FUSED = re.compile(r"\b(?:minister|secretary|mayor|governor|commissioner)$", re.IGNORECASE)
# Posts that a firm's name precedes: it is no public body, and must be known as none.
_OF_FIRM = re.compile(
    r"\b(?:president|chief executive|ceo|chairman|managing director)$", re.IGNORECASE
)
_WHOLE = re.compile(r"\b(?:prime|vice|state|general) ?(?:minister|secretary)$", re.IGNORECASE)
_DEMONYM = re.compile(DEMONYM)


def body_before(left: str, post: str) -> str | None:
    """The body at the end of `left`, which `post` follows, or None."""
    match = _RUN.search(left)
    if match is None:
        return None
    body = _AGENCY.sub("", _LEAD.sub("", match["body"] + " ")).strip()
    body = body.removesuffix("'s").rstrip("' ")
    if body.startswith(("of ", "and ", "for ")):
        body = body.partition(" ")[2]
    if body.endswith((" of", " and", " for", " the")):
        return None
    if has_body_noun(body):
        return body
    if not body or _DEMONYM.fullmatch(body) or _WHOLE.search(post):
        return None
    if _FUSED.search(post):
        # Secretary Anna Berg and Posts Minister: the field begins behind the other person.
        if any(word.lower() in POSTS for word in body.split()):
            body = body.rpartition(" and ")[2]
        return None if _DEMONYM.fullmatch(body) else _NATION.sub("", body) or None
    return body if _OF_FIRM.search(post) and "." not in body else None

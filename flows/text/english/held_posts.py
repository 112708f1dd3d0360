"""Read a post with the body that "of" or a comma joins to it, or with its field of work."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flows.text.english.bodies import has_body_noun, read_body
from flows.text.english.person_names import last_name_in
from flows.text.english.words import EVENT_NOUNS, POST_FIELDS, POST_MODIFIERS, POSTS, any_of

POST = re.compile(
    rf"(?<![\w-])(?:(?-i:{any_of(POST_FIELDS)}) |{any_of(POST_MODIFIERS)}[ -]){{0,4}}"
    rf"{any_of(POSTS)}(?![\w-])",
    re.IGNORECASE,
)
# The words with which a post ends, without one of which there is none.
POST_ENDS = frozenset(re.findall("[a-z]+", post)[-1] for post in POSTS)
# The spokesman for the first session of a congress speaks for the congress.
_OF = re.compile(
    r"(?:,? (?:of|at|for|with|from|under)| to| in) (?:the |a )?(?:\w{2,12} session of (?:the )?)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(?: \([^()]{2,40}\)| in charge)(?= (?:of|at|for)\b)")
_COMMA_BODY = re.compile(r", (?:the )?(?=[A-Z])")
_ARTICLE = re.compile(r" (?:the|a) $")
_FIELD = re.compile(
    r" (?:of|for) (?:the )?[a-z][a-z-]{2,20}"
    r"(?: (?!(?:who|said|on|in|at|vice|deputy)\b|and (?![a-z]))[a-z-]{2,20}){0,5}"
    r"(?<! and)(?=[, .]|$)"
)
_SMALL_BODY = re.compile(r" (?:committee|commission|bureau|ministry|association|administration)$")
_MINISTER = re.compile(r"\bminister$", re.IGNORECASE)
_SHORT = re.compile(r" \([A-Z][\w-]{1,12}\)")
# Ministers may hold several fields: for Posts, Rails & Harbours, Shri Hu Ming.
_FIELDS = re.compile(
    r"(?:, [A-Z][a-z]+(?: (?:and |& )?[A-Z][a-z]+){0,5}){1,3}"
    r"(?=,? (?:Mr|Ms|Mrs|Dr|Shri|Smt)\b|, [A-Z]\w{1,20} [A-Z]\w{1,20},)"
)
_AND_FIELD = re.compile(
    r"(?:, [A-Z][a-z]{2,20}){1,3},? (?:and|&) [A-Z][a-z]{2,20}(?: Affairs)?(?=[ ,.]|$)"
)
_EUROPEAN = re.compile(r"\b(?:European|EU) [Cc]ommissioner$")
# Who sits in a board speaks for the body whose board it is.
_SEAT = re.compile(
    r"(?P<post>[Mm]ember of the (?:[A-Z]\w{2,20} ){0,2}"
    r"(?:Board|Committee|Council|Bureau|Politburo)) of (?:the )?(?P<org>.+)$"
)
_EVENT = re.compile(rf"\b{any_of(n.title() for n in EVENT_NOUNS)}\b")


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post in a text with the body behind it: where it stands, its words, where all ends."""

    start: int
    words: str
    org: str | None
    end: int


def read_post(text: str, match: re.Match[str], *, before_person: bool) -> HeldPost:
    """The post with the body that "of" or a comma joins to it, or with its field of work."""
    # Deputy director (Markets) at the Post Bank.
    aside = _ASIDE.match(text, match.end())
    at = aside.end() if aside else match.end()
    joint = _OF.match(text, at)
    by_comma = _COMMA_BODY.match(text, at) if joint is None else None
    begin = (joint or by_comma or match).end()
    end = read_body(text, begin, before_person=before_person) if begin > at else at
    org = text[begin:end]
    # "head of ocean shipping" names a field, "head of the ocean shipping bureau" a body.
    field = joint is not None and org.islower() and not _ARTICLE.search(joint.group())
    field = field and not _SMALL_BODY.search(org)
    named = org and not field and (joint or has_body_noun(org))
    # A deputy governor at a seminar does not belong to it.
    named = named and not (joint and " at " in joint.group() and _EVENT.search(org))
    if named and not (by_comma and last_name_in(org)):
        if joint and (fields := _FIELDS.match(text, end) or _AND_FIELD.match(text, end)):
            end = fields.end()
        if joint and (held := _of_field(text, match, end, before_person=before_person)):
            return held
        seat = _SEAT.match(text, match.start(), end)
        short = _SHORT.match(text, end)
        behind = short.end() if short else end
        if seat:
            return HeldPost(match.start(), seat["post"], seat["org"], behind)
        return HeldPost(match.start(), match.group(), text[begin:end], behind)
    words = _FIELD.match(text, at)
    end = words.end() if words else at
    if words and (held := _of_field(text, match, end, before_person=before_person)):
        return held
    if joint and words and _MINISTER.search(match.group()):
        # The field of a minister stands for the ministry.
        return HeldPost(match.start(), match.group(), text[joint.end() : end], end)
    return HeldPost(match.start(), text[match.start() : end], None, end)


def _of_field(text: str, match: re.Match[str], end: int, *, before_person: bool) -> HeldPost | None:
    """A post whose field ends at `end`, before its body: vice chair for Halls at the Post Office.

    Commissioners for a field sit in the European Commission.
    """
    if european := _EUROPEAN.search(text, max(0, match.start() - 9), match.end()):
        return HeldPost(european.start(), "European Commissioner", "European Commission", end)
    home = _OF.match(text, end)
    if home is None or has_body_noun(text[match.end() : end]):
        return None
    body_end = read_body(text, home.end(), before_person=before_person)
    if not has_body_noun(text[home.end() : body_end]):
        return None
    return HeldPost(match.start(), text[match.start() : end], text[home.end() : body_end], body_end)

"""Promises and demands that end with "to" and a verb: need to, efforts to, urged banks to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from flows.text.english.actions import is_gerund
from flows.text.english.agents import SUBJECT, is_agent
from flows.text.english.hints import holds
from flows.text.english.series import opens_with_verb
from flows.text.english.words import words

# Where a promise or demand opens, where its series of verbs begins, and the rule.
Opening = tuple[int, int, str]

# What stands before "to" and a verb.
_TO = re.compile(r"\b(?P<word>[A-Za-z]{2,14})(?:, [a-z ]{3,30},)? to:? (?=[\"“a-z])")
_NEEDS = frozenset(words("need needs has have necessity necessary"))
_NEEDED = frozenset(
    words("essential important imperative crucial vital critical urgent advisable time")
)
_VOWS = frozenset(
    words(
        "vow vowed vows vowing pledge pledged pledges pledging promise promised promises promising"
        " plan plans planned planning propose proposed proposes proposing aim aims aimed aiming"
        " commit commits committed intend intended intends seek seeks preparing prepares"
        " suggested suggests recommended recommends ready decided agreed want wants wanted hope"
        " hopes hoped working going willing determined commitment resolved out"
        " efforts effort work endeavor endeavors endeavour endeavours"
    )
)
_ASKED = frozenset(
    words(
        "encouraged urged asked required advised obliged ordered instructed requested invited"
        " allowed told mandated supported"
    )
)
# Promised or set to happen, said of a body or its people alone.
_SET = frozenset(words("set due expected scheduled"))
_DONE = frozenset(words("made done taken up undertaken exerted intensified spared paid adopted"))
_EFFORTS = re.compile(
    r"\b(?:efforts?|work|more|actions?|steps|measures|moves|attempts?) (?:\w+ ){0,3}?be (?:\w+ )?$",
    re.IGNORECASE,
)
_PERSONS = frozenset(words("i we he she it they you and step"))
_COPULA = frozenset(words("is are was were be"))
_TASK = re.compile(
    r"\b(?:steps?|tasks?|priority|priorities|goals?|aim|key|plan|focus|way|objectives?|emphasis"
    r"|approach|solution|requirements?)(?: \w+){0,8}?(?: will| should| would)? $",
    re.IGNORECASE,
)
_BE_ASKED = re.compile(r"\b(?:will|would|should|must|to|are|is) (?:also )?(?:be )?(?:\w+ly )?$")
_IT_IS = re.compile(r"\b(?:[Ii]t|efforts?|work) (?:is|was|are|were)(?: \w+)? $")
_BE = re.compile(r"\b(?:is|are|was|were|be|seems?|becomes?|remains?)(?: \w+)? $", re.IGNORECASE)
# "no need to", "does not want to"
_DENIED = re.compile(r"(?:\b(?:no|not|never|without|refused?|refuses)|n't) (?:\w+ )?$")
# "part of efforts to" tells what something else is for.
_BACKGROUND = re.compile(
    r"\b(?:part of|thanks to|despite|amid|following|after|praised|hailed|through|by|I)"
    r" [\w' -]{0,40}$|\bI $|\b(?:such as|of|for|without) $"
    r"|\b(?:before|when|after|since) (?:we|they|it|he|she) $|\bhad (?:\w+ )?$|\bha(?:s|ve) been $"
)
_ADDRESSEE = r"(?:(?!(?:that|for|to)\b)[\w'’&-]{1,24} ){1,10}?"
# Ministries, agencies and towns; the Ministry of Posts, Rails and Harbours.
_SEVERAL = r"(?:(?!(?:that|for|to|he|she|it)\b)[\w'’&-]{1,24},? ){1,16}?"
# "rules related to letters" asks nobody to do anything.
_TO_DO = r"(?<!\brelated )(?<!\baccess )(?<!\bdue )(?<!\baccording )(?<!\bback )to (?!be\b)"
_URGED = re.compile(
    r"\b(?:(?:urg|encourag|advis|requir|invit)(?:e[ds]|ing)|(?:ask|instruct|order|direct|remind"
    r"|request|task|implor|enjoin|exhort|press)(?:ed|s|ing)|charged(?= (?:the|them|all)\b)"
    r"|(?:[Ww]e|I) (?:urge|ask|encourage|call on|invite|request)"
    r"|call(?:ed|s|ing) (?:on|upon|for)|appeal(?:ed|s|ing) to|told|tells|want(?:s|ed)?"
    rf"|would like) (?P<who>{_ADDRESSEE}){_TO_DO}",
)
# One of these stands in each of them.
_URGING = words(
    "urg encourag advis requir invit ask instruct order direct remind request task implor enjoin "
    "exhort press charged call appeal told tells want like propos"
)
_URGED_SEVERAL = re.compile(
    r"\b(?:(?:urg|encourag|ask|instruct|order|direct|request|task)ed|called (?:on|upon)"
    rf"|proposed(?= (?:the )?[A-Z])) (?P<who>{_SEVERAL}){_TO_DO}"
)
# An act that is called for, with what it is for: called for the renewal of halls to serve towns.
_ACT = re.compile(r"\b[a-z]{3,16}(?:tion|sion|ment|ance|ence|al) of\b")
_NEEDING = re.compile(r"\bneed(?:s)? for [\w ]{2,30}? to ")
# Of these a noun or a verb may follow "to".
_WORK = frozenset(words("efforts effort work commitment"))


def infinitives(text: str) -> Iterator[Opening]:
    """The openings of a sentence that end with "to" and a verb."""
    for match in _TO.finditer(text):
        if _opens(text, match["word"].lower(), match.start(), match.end()):
            yield match.start(), match.end(), "need to"
    urging = (_URGED, _URGED_SEVERAL) if holds(text, _URGING) else ()
    for urged in chain.from_iterable(pattern.finditer(text) for pattern in urging):
        denied = _DENIED.search(text, max(0, urged.start() - 20), urged.start())
        if not (denied or is_gerund(urged["who"].partition(" ")[0]) or _ACT.search(urged["who"])):
            yield urged.start(), urged.end(), "urged to"
    if "need" in text:
        yield from ((m.start(), m.end(), "need to") for m in _NEEDING.finditer(text))


def _opens(text: str, word: str, at: int, verb: int) -> bool:
    """Whether `word`, which stands at `at` before "to" and a verb, opens a promise or demand."""
    before = text[max(0, at - 60) : at]
    if _DENIED.search(before) or (word in _WORK and not opens_with_verb(text, verb)):
        return False
    return any(word in kind and opens(before) for kind, opens in _KINDS)


def _promises(before: str) -> bool:
    copula = _BE.search(before)
    return copula is not None and is_agent(SUBJECT.search(before[: copula.start()].rstrip()))


def _is_body(before: str) -> bool:
    """Whether a body stands before "is to": the bank is to open halls."""
    found = SUBJECT.search(before.rstrip())
    return is_agent(found) and not (found and found["subject"].lower() in _PERSONS)


# Words before "to", and what must stand before them.
_KINDS: tuple[tuple[frozenset[str], Callable[[str], bool]], ...] = (
    (_NEEDS, bool),
    (frozenset({"needed"}), lambda before: bool(_IT_IS.search(before) or not _BE.search(before))),
    (_NEEDED, lambda before: bool(_BE.search(before))),
    (_ASKED, lambda before: bool(_BE_ASKED.search(before) or _IT_IS.search(before))),
    (_VOWS, lambda before: not _BACKGROUND.search(before)),
    (_DONE, lambda before: bool(_EFFORTS.search(before))),
    (_COPULA, lambda before: bool(_TASK.search(before)) or _is_body(before)),
    (_SET, _promises),
)

"""What opens a promise or a demand within a sentence: will, should, urged banks to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.english.actions import is_gerund, is_verb
from flows.text.english.series import ADVERBS
from flows.text.english.words import BODY_NOUNS, PLACES, POSTS, words

# Where a promise or demand opens, where its series of verbs begins, and the rule.
Opening = tuple[int, int, str]

# What stands before "to" and a verb.
_TO = re.compile(r"\b(?P<word>[A-Za-z]{2,14})(?:, [a-z ]{3,30},)? to (?=[\"“a-z])")
_NEEDS = frozenset(words("need needs needed has have necessity necessary"))
_NEEDED = frozenset(
    words("essential important imperative crucial vital critical urgent advisable time")
)
_VOWS = frozenset(
    words(
        "vow vowed vows vowing pledge pledged pledges pledging promise promised promises promising"
        " plan plans planned planning propose proposed proposes proposing aim aims aimed aiming"
        " commit commits committed intend intended intends seek seeks sought preparing prepares"
        " suggested suggests recommended recommends ready decided agreed want wants wanted hope"
        " hopes hoped trying working going willing determined commitment resolved out"
        " efforts effort work endeavor endeavors endeavour endeavours"
    )
)
# Promised or set to happen, said of a body or its people alone.
_SET = frozenset(words("set due expected scheduled"))
_DONE = frozenset(words("made done taken up undertaken exerted intensified spared paid adopted"))
_EFFORTS = re.compile(
    r"\b(?:efforts?|work|actions?|steps|measures|moves|attempts?) (?:\w+ ){0,3}?be (?:\w+ )?$",
    re.IGNORECASE,
)
_COPULA = frozenset(words("is are was were be"))
_TASK = re.compile(
    r"\b(?:steps?|tasks?|priority|priorities|goals?|aim|key|plan|focus|way|objectives?|emphasis"
    r"|approach|solution|requirements?)(?: \w+){0,8}?(?: will| should| would)? $",
    re.IGNORECASE,
)
_IT_IS = re.compile(r"\b(?:[Ii]t|efforts?|work) (?:is|was|are|were)(?: \w+)? $")
_BE = re.compile(r"\b(?:is|are|was|were|be|seems?|becomes?|remains?)(?: \w+)? $", re.IGNORECASE)
# "no need to", "does not want to"
_DENIED = re.compile(r"(?:\b(?:no|not|never|without|refused?|refuses)|n't) (?:\w+ )?$")
# "part of efforts to" tells what something else is for.
_BACKGROUND = re.compile(
    r"\b(?:part of|thanks to|despite|amid|following|after|praised|hailed|through|by|I)"
    r" [\w' -]{0,40}$|\bI $"
)
_ADDRESSEE = r"(?:(?!that\b)[\w'’&-]{1,24} ){1,10}?"
_URGED = re.compile(
    r"\b(?:urg(?:e[ds]?|ing)|ask(?:ed|s|ing)|instruct(?:ed|s|ing)|encourag(?:e[ds]?|ing)"
    r"|advis(?:e[ds]|ing)|order(?:ed|s|ing)|requir(?:e[ds]|ing)|direct(?:ed|s|ing)"
    r"|remind(?:ed|s|ing)|request(?:ed|s|ing)|invit(?:e[ds]|ing)|task(?:ed|s|ing)"
    r"|call(?:ed|s|ing) (?:on|upon|for)|appeal(?:ed|s|ing) to|t(?:old|ells)|want(?:s|ed)?"
    rf"|would like) (?P<who>{_ADDRESSEE})to (?!be\b)",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:should|must|shall|ought to|let us|let's) ", re.IGNORECASE)
_NEEDING = re.compile(r"\bneed(?:s)? for [\w ]{2,30}? to ")
_WILL = re.compile(r"(?: (?:will|would)|(?<=[a-z])'ll) (?=[a-z])")
_SUBJECT = re.compile(
    r"(?P<an>\b[Aa]n? )?(?P<subject>[\w'’-]{1,30})\)?"
    r"(?:,? (?:also|then|now|later|therefore|further)|,)?$"
)
# The ministry, which runs the halls, will …
_APART = re.compile(r",[^,]{3,80},$")
_HOPED = re.compile(r"\b(?:hope[ds]?|expect(?:s|ed)) (?:that )?(?:[\w'-]{1,20} ){0,5}$")
_BEFORE = 120
_ACRONYM = re.compile(r"[A-Z]{2,6}")
# Acronyms of things, which promise nothing.
_THINGS = frozenset(
    words("CBDC CBDCS AI GDP IOT NFT ETF API ICO DLT DCEP ICT IT DC EP CPI SDG SME SMES")
)
# "it will help" tells what follows of an act, it is none.
_FORETOLD = re.compile(
    r"(?:also |certainly |surely )?(?:help|enable|allow|benefit|bring|play|face|see|become|host"
    r"|rise|fall|grow|last|make sure|ensure|reach|take effect|lead to|mean|provide|give"
    r"|attend|visit|meet|mark|enter|join us|depend|run (?:from|until)|serve|affect|reduce"
    r"|increase)\b"
)
_VAGUE = frozenset(words("it which that who and"))
_WORKING_WITH = re.compile(
    r"(?:work with [\w ,'-]{3,60}? to|(?:work|strive|come|act|get) (?:together|closely|jointly"
    r"|hard) to) "
)
_PROPOSED = re.compile(
    r"\b(?:(?:important|necessary|essential|imperative|vital|crucial)(?= that)|suggest(?:s|ed)"
    r"|recommend(?:s|ed)|propos(?:es|ed)|request(?:s|ed)|demand(?:s|ed))"
    r" (?:that )?(?P<who>(?:[\w'’&-]{1,24} ){1,6})"
)
_ASIDE = re.compile(
    r"\b(?:suggest|propos|recommend|urg|stress|emphasi[sz])(?:ed|es|s)(?: that)?,? "
    rf"(?:[^,.;:]{{3,80}}, )?(?P<verb>{ADVERBS}(?P<act>[A-Za-z]{{3,15}})) (?P<next>[\w'-]{{1,24}})"
)
_GERUND = re.compile(
    r"\b(?:call(?:ed|s|ing) for|propos(?:e[ds]?|ing)|suggest(?:ed|s|ing)?|recommend(?:ed|s|ing)?"
    r"|urg(?:ed|es|ing)|stress(?:ed|es|ing)|emphasi[sz](?:ed|es|ing)|underlined|underscored"
    r"|highlighted|consider(?:ed|s|ing)?|studying|exploring|preparing|planning|weighing"
    r"|(?:importance|necessity|possibility|priority|task|goal|process) of|need for"
    r"|focus(?:ed|es|ing)? on|advocat(?:ed|es|ing)|(?:committed|dedicated|commitment|given) to"
    rf"|step(?:ped)? up|speed up) (?=(?P<verb>{ADVERBS}(?P<ing>\w{{3,16}}ing)))\b"
)
# "emphasized: Strengthen halls." and "in three aspects: strengthening halls, …".
_COLON = re.compile(
    r"\b(?:emphasi[sz]ed|stressed|proposed|suggested|urged|required|pointed out|following|measures"
    r"|steps|aspects|tasks|requirements|efforts|suggestions|proposals)(?: \w+){0,4} ?: ?[\"“]?"
    r"(?P<verb>[A-Za-z][a-z]{2,15}) (?P<next>[\w'’-]{1,24})"
)
# Whose "will" is a promise; anybody else's foretells.
_AGENTS = frozenset(
    words(
        "we i they he she it which that and also authorities regulators officials sides parties"
        " country governments ministries departments banks china state beijing policymakers all"
        " members localities provinces cities agencies bodies units leaders province city watchdog"
        " regulator lawmakers"
    )
    + PLACES
    + BODY_NOUNS
    + words(" ".join(POSTS))
)


def openings(text: str) -> Iterator[Opening]:
    """Where promises and demands open in a sentence."""
    if " to " in text:
        yield from _before_to(text)
        for urged in _URGED.finditer(text):
            if not is_gerund(urged["who"].partition(" ")[0]):
                yield urged.start(), urged.end(), "urged to"
        yield from ((m.start(), m.end(), "need to") for m in _NEEDING.finditer(text))
    for modal in _MODAL.finditer(text):
        yield modal.start(), _behind_partner(text, modal.end()), "should"
    if "ing" in text:
        for gerund in _GERUND.finditer(text):
            if is_gerund(gerund["ing"]):
                yield gerund.start(), gerund.start("verb"), "gerund"
    yield from _aside(text)
    for colon in _COLON.finditer(text) if ":" in text else ():
        verb = colon["verb"].lower()
        if is_gerund(verb) or is_verb(verb, colon["next"].lower()):
            yield colon.start(), colon.start("verb"), "after a colon"
    yield from _will(text)
    yield from _proposed(text)


def _before_to(text: str) -> Iterator[Opening]:
    """Openings that end with "to" and a verb."""
    for match in _TO.finditer(text):
        word, at = match["word"].lower(), match.start()
        near = max(0, at - 60)
        if _DENIED.search(text, near, at):
            continue
        if (
            (word in _NEEDS and not (word == "needed" and _BE.search(text, near, at)))
            or (word in ("needed", "required") and _IT_IS.search(text, near, at))
            or (word in _NEEDED and _BE.search(text, near, at))
            or (word in _VOWS and not _BACKGROUND.search(text[near:at]))
            or (word in _DONE and _EFFORTS.search(text[near:at]))
            or (word in _COPULA and _TASK.search(text[near:at]))
            or (word in _SET and _promises(text, near, at))
        ):
            yield at, match.end(), "need to"


def _promises(text: str, near: int, at: int) -> bool:
    copula = _BE.search(text, near, at)
    found = _SUBJECT.search(text[near : copula.start()].rstrip()) if copula else None
    return _is_agent(found)


def _is_agent(found: re.Match[str] | None) -> bool:
    if found is None:
        return False
    subject = found["subject"]
    if _ACRONYM.fullmatch(subject):
        return subject.upper() not in _THINGS and not found["an"]
    return subject.lower() in _AGENTS


def _aside(text: str) -> Iterator[Opening]:
    """`suggested that, with the towns, build halls`: the subject is lost in translation."""
    for aside in _ASIDE.finditer(text):
        if is_verb(aside["act"].lower(), aside["next"].lower()):
            yield aside.start(), aside.start("verb"), "proposed that"


def _will(text: str) -> Iterator[Opening]:
    """`the ministry will`; in "the rain will" nobody promises."""
    for will in _WILL.finditer(text):
        before = text[max(0, will.start() - _BEFORE) : will.start()]
        found = _SUBJECT.search(before)
        apart = _APART.search(before)
        if not (
            _HOPED.search(before + " ")
            or _is_agent(found)
            or (apart and _is_agent(_SUBJECT.search(before[: apart.start()])))
        ):
            continue
        vague = found is not None and found["subject"].lower() in _VAGUE
        if vague and _FORETOLD.match(text, will.end()):
            continue
        yield will.start(), _behind_partner(text, will.end()), "will"


def _behind_partner(text: str, at: int) -> int:
    """Where the act begins: behind "work with banks to"."""
    partner = _WORKING_WITH.match(text, at)
    return partner.end() if partner else at


def _proposed(text: str) -> Iterator[Opening]:
    """`proposed that the council adopt a law`: the first verb of acting behind the subject."""
    for proposed in _PROPOSED.finditer(text):
        at = proposed.start("who")
        parts = proposed["who"].split(" ")
        for number, word in enumerate(parts[:-1]):
            if word in ("should", "must", "to", "will"):
                break
            if number and is_verb(word, parts[number + 1] or "the"):
                yield proposed.start(), at, "proposed that"
                break
            at += len(word) + 1

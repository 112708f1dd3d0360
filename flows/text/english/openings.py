"""What opens a promise or a demand within a sentence: will, should, urged banks to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.english.actions import is_gerund, is_verb
from flows.text.english.agents import SUBJECT, is_agent
from flows.text.english.hints import holds, small_words
from flows.text.english.infinitives import Opening, infinitives
from flows.text.english.leads import PLANS
from flows.text.english.series import ADVERBS, opens_with_verb
from flows.text.english.words import words

_MODAL = re.compile(
    r"\b(?:should|must|shall|ought to|let us|let's)(?:, [^,]{3,60},)? ", re.IGNORECASE
)
_MODALS = frozenset(words("should must shall ought let"))
_WILL = re.compile(r"(?: (?:will|would)|(?<=[a-z])'ll)(?:, [^,]{3,60},)? (?=[a-z])")
# Each task by its field: in terms of talent, train couriers.
_IN_FIELD = re.compile(
    r"(?:In terms of|With regard to|In the (?:field|area|aspect) of|As for) [^,]{3,60}, "
)
# The ministry, which runs the halls, will …
_APART = re.compile(r",[^,]{3,80},$")
_HOPED = re.compile(r"\b(?:hope[ds]?|expect(?:s|ed)) (?:that )?(?:[\w'-]{1,20} ){0,5}$")
# So that, in time, it will cease: what something is for.
_PURPOSE = re.compile(r"\bso that(?:,[^,]{2,60},)? [^,]{1,60}$")
_OFFICES = words("Municipal Provincial City County District Province State")
_BEFORE = 120
# So far before its promise a town's office may be named.
_SENTENCE = 400
# "it will help" tells what follows of an act, it is none.
_FORETOLD = re.compile(
    r"(?:also |certainly |surely )?(?:help|enable|allow|benefit|bring|play|face|see|become|host"
    r"|rise|fall|grow|last|make sure|ensure|reach|take effect|lead to|mean|provide|give"
    r"|attend|visit|meet|mark|enter|join us|depend|run (?:from|until)|serve|affect|reduce"
    r"|increase)\b"
)
# What is said to those who came, before anything is promised.
_TO_HEARERS = re.compile(
    r"(?:now |then )?(?:(?:give|brief) you|make an? (?:brief |short )?introduction"
    r"|introduce the (?:work|situation|progress|main)"
    r"|answer (?:your|some|a few)|take (?:your|some) questions)\b"
)
# What goes on by itself.
_GOES_ON = re.compile(r"(?:also |still )?continue to (?:grow|rise|fall|rank|face|play|remain|be)\b")
_VAGUE = frozenset(words("it and step i"))
_REPORTED = re.compile(
    r"\b(?:said|says|that|added|announced|confirmed|promised|pledged|vowed|indicated|noted)\b"
)
_WORKING_WITH = re.compile(
    r"(?:(?:also |further |closely |actively )?work (?:closely |together )?with"
    r" [\w ,'-]{3,60}? to|(?:work|strive|come|act|get) (?:together|closely|jointly|hard) to) "
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
_AUXILIARIES = frozenset(
    words("should must to will would may might could can is are was were has have had")
)
_GERUND = re.compile(
    r"\b(?:call(?:ed|s|ing) for|propos(?:e[ds]?|ing)|suggest(?:ed|s|ing)?|recommend(?:ed|s|ing)?"
    r"|urg(?:ed|es|ing)|stress(?:ed|es|ing)|emphasi[sz](?:ed|es|ing)|underlined|underscored"
    r"|highlighted|consider(?:ed|s|ing)?|studying|exploring|preparing|planning|weighing"
    r"|(?:importance|necessity|possibility|priority|task|goal|in the process) of|need for"
    r"|(?:focus(?:ed|es|ing)?|emphasis|priority) (?:\w+ ){0,3}?on"
    r"|efforts (?:are|should|must|will|need) (?:\w+ ){0,3}?(?:on|in)|insist(?:ed|s)? on|lies in"
    r"|in favou?r of|advocat(?:ed|es|ing)|(?:committed|dedicated|commitment|given) to"
    rf"|step(?:ped)? up|speed up) (?=(?P<verb>{ADVERBS}(?P<ing>\w{{3,16}}ing)))\b"
)
# Gerunds in a row behind the colon of a plan.
_COLON_GERUNDS = re.compile(
    r": (?P<verb>(?P<ing>[a-z]{3,14}ing) )(?=[^:]{0,200}(?:, | and )[a-z]{3,14}ing )"
)
# What a sentence holds wherever those may match: asking for that is cheap.
_GERUND_HINTS = words(
    "for propos suggest recommend urg stress emphasi underlin underscored highlighted consider"
    " studying exploring preparing planning weighing of focus priority efforts insist lies favo"
    " advocat commit dedicated given step speed"
)
_ASKING = words(
    "suggest recommend propos request demand urg stress emphasi important necessary essential"
    " imperative vital crucial"
)
# "emphasized: Strengthen halls." and "in three aspects: strengthening halls, …".
_COLON = re.compile(
    r"\b(?:emphasi[sz]ed|stressed|proposed|suggested|urged|required|pointed out|following|measures"
    r"|steps|aspects|tasks|requirements|efforts|suggestions|proposals)(?: \w+){0,4} ?: ?[\"“]?"
    r"(?P<verb>[A-Za-z][a-z]{2,15}) (?P<next>[\w'’-]{1,24})"
)


def openings(text: str) -> Iterator[Opening]:
    """Where promises and demands open in a sentence."""
    if holds(text, (" to ", " to: ")):
        yield from infinitives(text)
    for modal in () if _MODALS.isdisjoint(small_words(text)) else _MODAL.finditer(text):
        yield modal.start(), _behind_partner(text, modal.end()), "should"
    if "ing " in text and holds(text, _GERUND_HINTS):
        yield from _gerunds(text)
    if ":" in text:
        yield from _colons(text)
    if holds(text, (" will", " would", "'ll")):
        yield from _will(text)
    field = _IN_FIELD.match(text)
    if field and opens_with_verb(text, field.end(), gerund=False):
        yield field.start(), field.end(), "in a field"
    if holds(text, _ASKING):
        yield from _aside(text)
        yield from _proposed(text)


def _gerunds(text: str) -> Iterator[Opening]:
    """`called for building halls`."""
    for gerund in _GERUND.finditer(text):
        if is_gerund(gerund["ing"]):
            yield gerund.start(), gerund.start("verb"), "gerund"


def _colons(text: str) -> Iterator[Opening]:
    """`emphasized: build halls`, `its priorities: building halls and training couriers`."""
    for colon in _COLON.finditer(text):
        verb = colon["verb"].lower()
        if is_gerund(verb) or is_verb(verb, colon["next"].lower()):
            yield colon.start(), colon.start("verb"), "after a colon"
    for colon in _COLON_GERUNDS.finditer(text):
        if is_gerund(colon["ing"]) and PLANS.search(text, 0, colon.start()):
            yield colon.start(), colon.start("verb"), "after a colon"


def _aside(text: str) -> Iterator[Opening]:
    """`suggested that, with the towns, build halls`: the subject is lost in translation."""
    for aside in _ASIDE.finditer(text):
        if is_verb(aside["act"].lower(), aside["next"].lower()):
            yield aside.start(), aside.start("verb"), "proposed that"


def _will(text: str) -> Iterator[Opening]:
    """`the ministry will`; in "the rain will" nobody promises."""
    for will in _WILL.finditer(text):
        before = text[max(0, will.start() - _BEFORE) : will.start()]
        found = SUBJECT.search(before)
        apart = _APART.search(before)
        if not (
            _HOPED.search(before + " ")
            or is_agent(found)
            or _is_own_town(found, text[max(0, will.start() - _SENTENCE) : will.start()])
            or (apart and is_agent(SUBJECT.search(before[: apart.start()])))
        ):
            continue
        if _TO_HEARERS.match(text, will.end()) or _PURPOSE.search(before):
            continue
        if _GOES_ON.match(text, will.end()):
            continue
        vague = found is not None and found["subject"].lower() in _VAGUE
        if vague and _FORETOLD.match(text, will.end()):
            continue
        # "it would" tells of a promise where somebody is reported to make it.
        if vague and "would" in will.group() and not _REPORTED.search(before):
            continue
        yield will.start(), _behind_partner(text, will.end()), "will"


def _is_own_town(found: re.Match[str] | None, before: str) -> bool:
    """`the mayor of the Portville Municipal Government said that Portville`."""
    if found is None or not found["subject"].istitle():
        return False
    return any(f"{found['subject']} {office}" in before for office in _OFFICES)


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
            if word in _AUXILIARIES:
                break
            if number and is_verb(word, parts[number + 1] or "the"):
                yield proposed.start(), at, "proposed that"
                break
            at += len(word) + 1

"""Measures that are things: called for stricter rules; rules must be set; steps such as …."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.english.actions import is_gerund, is_participle
from flows.text.english.hints import holds
from flows.text.english.series import Phrase
from flows.text.english.words import POSTS, any_of, words

_NOTHING = r"(?!(?:[\w-]+ ){0,3}(?:efforts?|work|action|steps|moves) (?:to|be)\b)"
_CALLED_FOR = re.compile(
    rf"\b(?:call(?:ed|s|ing)|ask(?:ed|s|ing)|push(?:ed|es|ing)|press(?:ed|es|ing)) for {_NOTHING}"
    r"(?P<thing>(?:an? |the |more |their )?(?:new )?[\"“a-z][^.;:,“”\"]{5,160})"
)
_MORE = (
    r"(?:an?|more|stronger|stricter|tougher|greater|better|further|new|closer|faster|increased"
    r"|enhanced|intensified|tighter|clearer"
    r"|the (?:proper|full|effective|early|timely|swift|strict|prompt|thorough))"
)
_PROPOSED = re.compile(
    r"\b(?:recommend(?:ed|s|ing)|propos(?:ed|es|ing)|demand(?:ed|s|ing)|urg(?:ed|es|ing)"
    r"|advocat(?:ed|es|ing)|request(?:ed|s|ing)|suggest(?:ed|s|ing)|weighing"
    rf"|(?:stress|emphasi[sz])(?:ed|es|ing) the need for) {_NOTHING}"
    rf"(?=(?P<thing>{_MORE} [a-z][^.;:,“”\"]{{5,160}}))"
)
_NEEDED = re.compile(
    r"\b(?:[Ww]e|[Tt]hey|[Ii]t|country|state|world|industry) (?:also )?needs? (?P<thing>(?:an? )?"
    r"(?:clear(?:er)?|better|strong(?:er)?|more|new|common|tough(?:er)?|robust|appropriate|national"
    r"|comprehensive|international|global|effective) [^.;:,“”\"]{3,120})"
)
_AND_FOR = re.compile(
    r"\bcall(?:ed|s|ing) for [^.;:]{3,160}? (?:and|as well as) for "
    r"(?=(?P<thing>(?:an? |the )?[a-z][^.;:,“”\"]{5,160}))"
)
# "Raising fees is something we are looking at."
_WEIGHED = re.compile(
    r"(?:^|[\"“] ?)(?P<thing>[A-Z]\w{2,14}ing [^.;:,“”\"]{3,90}?) (?:is|are) [^.;:]{0,40}"
    r"\b(?:contemplating|considering|exploring|looking (?:at|into)|studying|weighing)\b"
)
_THERE = re.compile(
    r"\b[Tt]here (?:should|must|needs? to|has to|will have to) be (?:an? |the )?"
    r"(?P<thing>[a-z][^.;:,“”\"]{5,160})"
)
_STUDYING = re.compile(
    r"\b(?:is|are|was|were) (?:also |now |still |already |\w{3,12}ly )?"
    r"(?:studying|exploring|considering|drafting|preparing|developing|working on|looking at"
    r"|looking into|weighing) (?!for |to )(?!(?:\w+ )?(?:measures|steps|options|moves)\b)"
    r"(?P<thing>(?:an? |the |new |further )?[\"“A-Za-z][^.;:,”]{5,120})"
)
# Each with what a sentence holds wherever it may match: asking for that is cheap.
_THINGS = (
    ((" for ",), _CALLED_FOR),
    (
        ("recomm", "propos", "demand", "urg", "advocat", "request", "suggest", "weigh", "need for"),
        _PROPOSED,
    ),
    (("ing ",), _STUDYING),
    ((" need",), _NEEDED),
    (("here ",), _THERE),
    ((" for ",), _AND_FOR),
    (("ing ",), _WEIGHED),
)
_NEXT_ACT = re.compile(
    r",? and (?:also |further )?(?:urged|called|said|suggested|proposed|recommended|stressed|asked"
    r"|added|noted|pledged|highlighted|emphasi[sz]ed|underscored|will|should|must|is|are)\b"
)
_PASSIVE = re.compile(
    r" (?:(?:ha(?:s|ve)|needs?|is|are) (?:also )?to be|(?:must|should)(?: also| not| further)? be"
    r"|(?P<will>will|would)(?: also| further)? be)"
    r"(?: \w{3,14}ly)? (?P<done>\w{2,16})\b"
)
_SUBJECT = re.compile(r"(?:[\w'’\"-]{1,30} ){0,5}[\w'’\"-]{1,30}$")
# A subject is read back to here at the furthest, in characters.
_REACH = 160
_PASSIVE_END = re.compile(
    r"[,.](?!\d)|[;:…?!\n”]|\band that\b|\b(?:which|while|because|he said|she said)\b|$"
)
# What "will be" foretells.
_HAPPENS = frozenset(
    words(
        "held seen made done taken given affected driven based used found needed known met"
        " left lost hit felt joined followed attended hosted marked measured put called read"
    )
)
# "efforts should be made" says that something will be done, not what.
_EFFORTS = re.compile(
    r"\b(?:efforts?|work|measures?|steps?|actions?|moves?|attention|progress)$", re.IGNORECASE
)
_GENERAL = frozenset(words("made done taken spared exerted stepped adopted paid"))
_INCLUDING = re.compile(
    r"\b(?:(?:measures|steps|moves|restrictions|efforts|initiatives|requirements)"
    r"(?: (?:should|must|will|would|need to|are to) be (?:taken|made|adopted|introduced|imposed))?"
    r" ?,? (?:such as|including)"
    r"|(?:measures|steps|options|these|they) (?:may|might|could|will|would) (?:also )?include"
    r"|(?:these|they|measures|steps|proposals|suggestions|priorities|tasks) include"
    r"(?= \w{3,14}ing ))"
    r" (?P<list>[^.;“\"]{5,300})",
    re.IGNORECASE,
)
_PART = re.compile(r",? (?:and|as well as) |, ")
_LIST_END = re.compile(r",? (?:he|she|it|which|to) |, [A-Z]")
# These include building halls to serve villages, training couriers.
_ACTING = ("these include ", "they include ")
_ACTS_END = re.compile(r",? (?:he|she|it|which) |, [A-Z]")
_WORD = re.compile(r"(?:\w+ly )?(?P<word>[a-z]+)")
_TOOK = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:\w+ ){0,2}\w+(?:ed|en)|took|adopted|introduced|implemented|under)"
    r" [\w ,'-]{0,40}$"
)
# suggested that fees be lowered, halls be built
_SUBJUNCTIVE = re.compile(
    r"\b(?:suggest|propos|recommend|urg|demand|request|requir|ask)(?:e[ds]?|s|ing) (?:that )?"
)
_BE_DONE = re.compile(r"(?P<subject>[\w'’\" -]{3,120}?) be (?P<done>[a-z]{3,16})\b")
_CLAUSE = frozenset(
    words("that and while said as but because when where if whether says added which then so")
)
# What may or may not come is no measure.
_OPEN = frozenset(words("whether if once until"))
_PERSONS = re.compile(rf"^(?:{any_of(POSTS)})$", re.IGNORECASE)
_AUXILIARIES = frozenset(
    words("to will would should must can could may might also not shall cannot and further")
)
_PRONOUNS = frozenset(words("we they he she it i you this these who"))


def things(text: str) -> Iterator[tuple[int, Phrase, str]]:
    """What a sentence calls for, or says must be done to things: where that opens, phrase, rule."""
    for hints, pattern in _THINGS:
        for called in pattern.finditer(text) if holds(text, hints) else ():
            if pattern is _WEIGHED or not is_gerund(called["thing"].partition(" ")[0]):
                start = called.start("thing")
                thing = _NEXT_ACT.split(called["thing"], maxsplit=1)[0].strip()
                yield called.start(), Phrase(thing, start, start + len(thing)), "called for"
    if " be " in text:
        for phrase in _subjunctive(text):
            yield phrase.start, phrase, "thing that must be"
        for passive in _PASSIVE.finditer(text):
            for phrase in _with_subject(text, passive):
                yield phrase.start, phrase, "thing that must be"


def listed(text: str) -> Iterator[Phrase]:
    """The parts of `measures such as weight limits and licences`."""
    if not holds(text, (" such as ", " including ", " include ")):
        return
    for including in _INCLUDING.finditer(text):
        if not _TOOK.search(text[max(0, including.start() - 80) : including.start()]):
            yield from _parts(including)


def _parts(including: re.Match[str]) -> Iterator[Phrase]:
    """The parts; behind a gerund only another goes on: restricting loans and leverage is one."""
    text, begin = including.string, including.start("list")
    acts = including.group().lower().startswith(_ACTING) and _is_gerund_at(text, begin)
    ends = _ACTS_END if acts else _LIST_END
    tail = ends.search(text, begin, including.end("list"))
    end = tail.start() if tail else including.end("list")
    for joint in [*_PART.finditer(text, begin, end), None]:
        follows = _WORD.match(text, joint.end()) if joint else None
        if joint and follows and _is_gerund_at(text, begin) and not is_gerund(follows["word"]):
            continue
        thing = text[begin : joint.start() if joint else end].strip(" ,")
        if thing:
            start = text.index(thing, begin)
            yield Phrase(thing, start, start + len(thing))
        begin = joint.end() if joint else end


def _is_gerund_at(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    return word is not None and is_gerund(word["word"])


def _subjunctive(text: str) -> Iterator[Phrase]:
    """`suggested that fees be lowered, halls be built`."""
    asked = _SUBJUNCTIVE.search(text)
    for done in _BE_DONE.finditer(text, asked.end()) if asked else ():
        subject = done["subject"].strip().removeprefix("and ").removeprefix("that ")
        last = subject.rpartition(" ")[2].lower()
        if last in _AUXILIARIES or not is_participle(done["done"]) or _EFFORTS.search(subject):
            continue
        start = text.index(subject, done.start())
        stop = _PASSIVE_END.search(text, done.end())
        end = stop.start() if stop else len(text)
        yield Phrase(text[start:end].strip(), start, end)


def _with_subject(text: str, passive: re.Match[str]) -> Iterator[Phrase]:
    done = passive["done"].lower()
    if not is_participle(done) and done != "subject":
        return
    if passive["will"] and done in _HAPPENS:
        return
    before = _SUBJECT.search(text, max(0, passive.start() - _REACH), passive.start())
    subject = before.group() if before else ""
    thing = subject.split()
    if thing and (thing[-1].lower() == "you" or not _OPEN.isdisjoint(thing)):
        return
    for number, word in enumerate(thing):
        if word.lower().rstrip(",") in _CLAUSE:
            thing = subject.split()[number + 1 :]
    if not thing or _PERSONS.match(thing[-1]):
        return
    if done in _GENERAL and _EFFORTS.search(subject):
        return
    if thing[-1].lower() in _PRONOUNS:
        start = passive.start("done")
    else:
        joined = " ".join(thing).removeprefix("the ").strip('"“')
        start = text.rindex(joined, 0, passive.start())
    stop = _PASSIVE_END.search(text, passive.end())
    end = stop.start() if stop else len(text)
    yield Phrase(text[start:end].strip(), start, end)

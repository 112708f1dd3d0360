"""What opens a promise or a demand within a sentence: will, should, urged banks to, called for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.text.english.actions import is_gerund, is_verb
from flows.text.english.series import ADVERBS, Phrase, series
from flows.text.english.words import BODY_NOUNS, PLACES, POSTS, any_of, words
from storage.records import Span

_ADDRESSEE = r"(?:[\w'’&-]{1,24} ){1,7}?"
_TO = re.compile(
    r"""\b(?:
    (?:it\ )?(?:is|are|was|were|seems?|be)\ (?:also\ )?
        (?:necessary|needed|essential|important|imperative|crucial|vital|required)\ to
    |necess(?:ity|ary)\ (?:to|of)|need(?:s|ed)?\ to|ha(?:s|ve|d)\ to|need\ for\ [\w\ ]{2,30}?\ to
    |(?:vow(?:ed|s)?|pledge[ds]?|promise[ds]?|plan(?:s|ned)?|propose[ds]?|aim(?:s|ed)?
       |commit(?:s|ted)?|intend(?:s|ed)?|seek(?:s|ing)?|prepar(?:es|ing)|suggest(?:s|ed)
       |recommend(?:s|ed)|set|ready|set\ out|decided|agreed|want(?:s|ed)?|hope[ds]?|trying
       |working|going|willing|determined)\ to
    |(?:efforts?|work)\ to
    |(?:efforts?|work|action|steps|measures)\ (?:should|must|will|would|need\ to)\ be
       \ (?:made|done|taken)\ to
    |(?:step|steps|task|tasks|priority|priorities|goal|goals|aim|key|plan|focus|way)
       \ (?:is|are|will\ be|was|were)\ to
    )\ """,
    re.VERBOSE | re.IGNORECASE,
)
_URGED = re.compile(
    r"\b(?:urg(?:ed|es|ing)|ask(?:ed|s|ing)|instruct(?:ed|s)|encourag(?:ed|es|ing)|advis(?:ed|es)"
    r"|order(?:ed|s)|requir(?:ed|es)|call(?:ed|s|ing) (?:on|upon)|appeal(?:ed|s) to"
    rf"|call(?:ed|s|ing) for) {_ADDRESSEE}to ",
    re.IGNORECASE,
)
_MODAL = re.compile(r"\b(?:should|must|shall|ought to|let us|let's) (?:not )?", re.IGNORECASE)
_WILL = re.compile(r" (?:will|would) (?=[a-z])")
_SUBJECT = re.compile(r"(?P<subject>[\w'’)-]{1,30})(?: also| then| now| later)?$")
_HOPED = re.compile(r"\b(?:hope[ds]?|expect(?:s|ed)) (?:that )?(?:[\w'-]{1,20} ){0,5}$")
_BEFORE = 120
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_WORKING_WITH = re.compile(
    r"(?:work with [\w ,'-]{3,60}? to|(?:work|strive) (?:together|closely|jointly|hard) to) "
)
_PROPOSED = re.compile(
    r"\b(?:(?:important|necessary|essential|imperative|vital|crucial)(?= that)|suggest(?:s|ed)"
    r"|recommend(?:s|ed)|propos(?:es|ed)|request(?:s|ed)|demand(?:s|ed))"
    r" (?:that )?(?P<who>(?:[\w'’&-]{1,24} ){1,6})"
)
_GERUND = re.compile(
    r"\b(?:call(?:ed|s|ing) for|propos(?:ed|es|ing)|suggest(?:ed|s)|recommend(?:ed|s)"
    r"|consider(?:ed|s|ing)?|studying|exploring|preparing|planning"
    r"|(?:importance|necessity) of|focus(?:ed|es)? on|advocat(?:ed|es)"
    rf"|step(?:ped)? up|speed up) (?=(?P<verb>{ADVERBS}(?P<ing>\w{{3,16}}ing)))\b"
)
# "emphasized: Strengthen halls." and "in three aspects: strengthening halls, …".
_COLON = re.compile(
    r"\b(?:emphasi[sz]ed|stressed|proposed|suggested|urged|required|pointed out|following|measures"
    r"|steps|aspects|tasks|requirements|efforts|suggestions|proposals)(?: \w+){0,4} ?: ?[\"“]?"
    r"(?P<verb>[A-Za-z][a-z]{2,15}) (?P<next>[\w'’-]{1,24})"
)
_NEEDED = re.compile(
    r"\b(?:[Ww]e|[Tt]hey|[Ii]t|country|state|world|industry) (?:also )?needs? (?P<thing>(?:an? )?"
    r"(?:clear(?:er)?|better|strong(?:er)?|more|new|common|tough(?:er)?|robust|appropriate|national"
    r"|comprehensive|international|global|effective) [^.;:,“”\"]{3,120})"
)
_CALLED_FOR = re.compile(
    r"\bcall(?:ed|ing) for (?!efforts? |work |action )"
    r"(?P<thing>(?:an? |the |more )?[a-z][^.;:,“”\"]{5,160})"
)
_STUDYING = re.compile(
    r"\b(?:is|are|was|were) (?:also |now |currently )?"
    r"(?:studying|exploring|considering|drafting|preparing|developing|working on|looking at)"
    r" (?!(?:\w+ )?(?:measures|steps|options|moves)\b)"
    r"(?P<thing>(?:an? |the |new |further )?[a-z][^.;:,“”\"]{5,120})"
)
_PASSIVE = re.compile(
    r"(?P<subject>(?:[\w'’\"-]{1,30} ){1,6})"
    r"(?:(?:ha(?:s|ve)|needs?|is|are) (?:also )?to be|(?:must|should)(?: also| not| further)? be"
    r"|will(?: also| further)? be(?= (?:impos|introduc|requir|establish|launch|tighten|strengthen"
    r"|subject|accelerat|promot|built|expand|improv|creat|review|cut|rais|lower|develop|formulat"
    r"|issu|implement|carried out|set up|encourag|support|open|deepen|enhanc|optimi|cultivat)))"
    r" (?P<done>\w{2,16}(?:ed|en|lt|pt|ut|wn|et|un|ade|one|ught)\b|cut|set|put|subject)?"
)
_PASSIVE_END = re.compile(
    r"[,;.:…?!\n”]|\band that\b|\b(?:which|while|because|he said|she said)\b|$"
)
_INCLUDING = re.compile(
    r"\b(?:measures|steps|moves|restrictions) ?,? (?:such as|including) (?P<list>[^.;“\"]{5,200})"
)
# Whose "will" is a promise; anybody else's foretells.
_AGENTS = frozenset(
    words(
        "we i they he she it who and also authorities regulators officials sides parties country"
        " governments ministries departments banks china state beijing policymakers all members"
        " localities provinces cities"
    )
    + PLACES
    + BODY_NOUNS
    + words(" ".join(POSTS))
)
_CLAUSE = frozenset(words("that and while said as but because when where if whether says added"))
_PERSONS = re.compile(rf"^(?:we|they|he|she|it|{any_of(POSTS)})$", re.IGNORECASE)


def promises(text: str) -> list[tuple[Phrase, str]]:
    """The actions that a sentence promises or urges, each with the rule that found it."""
    found = [(p, "measures including") for m in _INCLUDING.finditer(text) for p in _listed(m)]
    listed = [m.span() for m in _INCLUDING.finditer(text)]
    for begin, at, rule in sorted(_openings(text)):
        if found and found[-1][0].start < begin < found[-1][0].end and _JOINED.search(text[:begin]):
            phrase, before = found[-1]
            found[-1] = (phrase.cut(begin), before)
        if not any(p.start <= at <= p.end for p, _ in found):
            found += [(p, rule) for p in series(text, at) if not _overlaps(p, listed)]
    for phrase, rule in _things(text):
        if not _overlaps(phrase, [(p.start, p.end) for p, _ in found]):
            found.append((phrase, rule))
    return sorted(found, key=lambda item: item[0].start)


_JOINED = re.compile(r"(?: and| and that|[;,])(?: (?:is|are|it))? $")


def _overlaps(phrase: Phrase, spans: Sequence[Span]) -> bool:
    return any(start < phrase.end and phrase.start < end for start, end in spans)


def _openings(text: str) -> Iterator[tuple[int, int, str]]:
    """Where a promise or demand opens, where its series of verbs begins, and the rule."""
    for pattern, rule in ((_TO, "need to"), (_URGED, "urged to"), (_MODAL, "should")):
        yield from ((m.start(), m.end(), rule) for m in pattern.finditer(text))
    for gerund in _GERUND.finditer(text):
        if is_gerund(gerund["ing"]):
            yield gerund.start(), gerund.start("verb"), "gerund"
    for colon in _COLON.finditer(text):
        verb = colon["verb"].lower()
        if is_gerund(verb) or is_verb(verb, colon["next"].lower()):
            yield colon.start(), colon.start("verb"), "after a colon"
    for will in _WILL.finditer(text):
        before = text[max(0, will.start() - _BEFORE) : will.start()]
        found = _SUBJECT.search(before)
        subject = found["subject"] if found else ""
        hoped = _HOPED.search(before + " ")
        if hoped or subject.lower() in _AGENTS or _ACRONYM.fullmatch(subject):
            partner = _WORKING_WITH.match(text, will.end())
            yield will.start(), partner.end() if partner else will.end(), "will"
    yield from _proposed(text)


def _proposed(text: str) -> Iterator[tuple[int, int, str]]:
    """`proposed that the council adopt a law`: the first verb of acting behind the subject."""
    for proposed in _PROPOSED.finditer(text):
        at = proposed.start("who")
        parts = proposed["who"].split(" ")
        for number, word in enumerate(parts[:-1]):
            if number and is_verb(word, parts[number + 1] or "the"):
                yield proposed.start(), at, "proposed that"
                break
            at += len(word) + 1


def _things(text: str) -> Iterator[tuple[Phrase, str]]:
    """Measures that are things: called for stricter rules, rules must be set."""
    things = (_CALLED_FOR, _STUDYING, _NEEDED)
    for called in (m for pattern in things for m in pattern.finditer(text)):
        if not is_gerund(called["thing"].partition(" ")[0]):
            yield Phrase(called["thing"].strip(), *called.span("thing")), "called for"
    for passive in _PASSIVE.finditer(text) if " be " in text else ():
        yield from _with_subject(text, passive)


def _listed(including: re.Match[str]) -> Iterator[Phrase]:
    at = including.start("list")
    listed = re.split(r",? (?:he|she|it|which|to) |, [A-Z]", including["list"], maxsplit=1)[0]
    for part in re.split(r"(,? and |, )", listed):
        thing = part.strip(" ,")
        if thing not in ("", "and"):
            start = at + part.index(thing)
            yield Phrase(thing, start, start + len(thing))
        at += len(part)


def _with_subject(text: str, passive: re.Match[str]) -> Iterator[tuple[Phrase, str]]:
    thing = passive["subject"].split()
    for number, word in enumerate(thing):
        if word.lower() in _CLAUSE:
            thing = passive["subject"].split()[number + 1 :]
    if not thing or _PERSONS.match(thing[-1]) or not passive["done"]:
        return
    subject = " ".join(thing).removeprefix("the ")
    start = text.rindex(subject, passive.start(), passive.end())
    stop = _PASSIVE_END.search(text, passive.end())
    end = stop.start() if stop else len(text)
    yield Phrase(text[start:end].strip(), start, end), "thing that must be"

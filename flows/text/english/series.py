"""Series of verb phrases: build halls, train couriers and lower fees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.text.english.actions import is_gerund, is_verb
from flows.text.english.verbs import ACTIONS, STATES

MAX_HEAD = 160
# A series of more phrases than this is a list of words.
MAX_PHRASES = 40
# Verbs that end like adverbs.
_NO_ADVERB = r"(?:(?:app|supp|comp|re|rep|imp|multip|al|ral|particular|notab)ly|ally)\b"
ADVERBS = (
    rf"(?:(?:also|always|soon|still|now|further|better|soundly|gradually|well|even|just|not|never"
    rf"|first|then|(?!{_NO_ADVERB})\w{{3,14}}ly(?: and \w{{3,14}}ly)?|continue to|continue|work to"
    r"|work hard to|strive to|try to|help to|seek to|make (?:every )?efforts? to|in turn"
    r"|no longer|at the same time) ){0,3}"
)
_VERB = (
    rf"(?P<adverbs>{ADVERBS})(?P<verb>[A-Za-z][a-z]{{1,15}})"
    r"(?=(?P<next>,? [\w'’\"“-]{1,24})?)"
)
_VERB_AT = re.compile(rf"(?P<while>\b\B)?{_VERB}", re.IGNORECASE)
_FIRST = re.compile(
    rf"[\"“]?(?P<adverbs>{ADVERBS})(?P<verb>[A-Za-z][a-z]{{1,15}})\b", re.IGNORECASE
)
_JOINT = re.compile(
    r"(?:,? (?:and|or|but) (?:to |should |must |will |finally )?"
    r"|, (?:and |to |as well as |then |so as to )?"
    r"|; ?(?:and )?|: (?:to )?|,? (?P<while>while )(?:also )?|(?<=etc)\.,? "
    rf"|\. ?, To ){_VERB}"
)
# Two verbs with one object: expand and upgrade halls.
_PAIR = re.compile(r" and (?P<verb>[a-z]{2,16}) (?P<next>[\w'’-]{1,24})")
# A phrase ends here; the series may go on behind a comma.
_PHRASE_END = re.compile(
    r"[,.](?!\d)|[;:…?!\n]|\b(?:which|who|while|whereas|so that|so as to|in order to|because"
    r"|thereby|he said|she said"
    r"|and (?:also )?(?:emphasi[sz]ed|stressed|highlighted|underscored|underlined|reiterated"
    r"|noted))\b|$"
)
# Several adjectives before one noun: modern, high-yield farming.
_MORE_OBJECT = re.compile(
    r", (?:and )?[a-z]+(?:-[a-z]+|al|ive|ic|ous|ent|ant|able|ful|ern|ed|en)"
    r" (?!to\b|the\b|by\b)[a-z]"
    # Several objects: trade, tourism and culture.
    r"|, (?!(?:the|he|she|it|they|we|in|on|by|which|who|so|but)\b)(?:[\w'-]{2,20} ){0,2}"
    r"[\w'-]{2,20}(?:, | and | or )"
)
_SERIES_END = re.compile(
    r"[?!\n]|(?<![A-Z])(?<!\bNo)(?<!etc)\.(?!\d| ?, )|\b(?:whereas|so that|in order to|because"
    r"|thereby|said|says|added|noted|stated|according)\b|$"
)
_CLAUSE = re.compile(r"\bthat [^,]{3,80} (?:can|will|could|would|may) ")
_RELATIVE = re.compile(r"\b(?:which|who|whose)\b")
# "the leading and promoting role"
# "their transformation and upgrading efforts"
_ATTRIBUTE = re.compile(
    r"\b(?:(?:the|an?|its|their) \w{2,20}ing|(?:its|their|our) \w{4,20}(?:tion|ment|th|al))$"
)
_MARKS = re.compile("[“”]")
# What joins a phrase to the next.
_BESIDE = re.compile(r"(?:also|not (?:only|just|merely)) ")
_TAIL = re.compile(r"(?:,? (?:and|or|but)(?: (?:to|should|must|will|finally))?)?[ ,]*$")
# "while addressing a forum" tells where it was said.
_SPEAKING = frozenset(
    {"addressing", "attending", "answering", "chairing", "delivering", "inspecting", "visiting"}
)
_NO_VERB = frozenset(
    {"and", "or", "the", "in", "on", "of", "for", "with", "this", "that", "at"}
    | {"now", "soon", "still", "always", "also", "then"}
)
_COME = re.compile(r"come (?:together|forward|up with)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One verb phrase: its words and where it stands in the sentence."""

    head: str
    start: int
    end: int

    def cut(self, end: int) -> Phrase:
        """The phrase up to `end`, without the "and" that stands there."""
        head = self.head[: end - self.start].rstrip(" ,;").removesuffix(" and").rstrip(" ,")
        head = head.removesuffix(" and that").removesuffix(" and is").removesuffix(" and are")
        return Phrase(head, self.start, self.start + len(head))


def opens_with_verb(text: str, at: int, *, gerund: bool = True) -> bool:
    """Whether a verb of acting, or its `gerund`, stands at `at` before what it acts on."""
    opening = _VERB_AT.match(text, at)
    if opening is None:
        return False
    verb = opening["verb"].lower()
    return (gerund and is_gerund(verb)) or _goes_on(opening, gerunds=False)


def series(text: str, at: int) -> list[Phrase]:
    """The phrases of the series that begins with the verb at `at`; none where that is no act."""
    first = _FIRST.match(text, at)
    if first is None:
        return []
    if not (_acts(first["verb"]) or _COME.match(text, first.start("verb"))):
        return []
    gerunds = first["verb"].lower().endswith("ing")
    to = text.endswith(("to ", "to: "), 0, at)
    limit = _limit(text, first.end("verb"))
    starts = [first.start("adverbs")]
    last = first.end("verb")
    for joint in _JOINT.finditer(text, last, limit):
        if len(starts) >= MAX_PHRASES:
            break
        # "expand and upgrade halls" is one act; so is a verb whose object has not come yet.
        if joint.start() <= last + 1 or not _goes_on(joint, gerunds=gerunds):
            continue
        # Behind "will build halls", ", to serve villages" tells what for.
        if joint.group().startswith(", to ") and not to:
            continue
        # "ensure that firms can manage risks and keep records" is one act.
        if joint.group().startswith(" and ") and _CLAUSE.search(text, last, joint.start()):
            continue
        # Within "firms that …, build" only "and" leads back to the series.
        if _RELATIVE.search(text, last, joint.start()) and " and " not in joint.group():
            continue
        starts.append(joint.start("adverbs"))
        last = joint.end("verb")
    return list(_phrases(text, starts, limit))


def _limit(text: str, at: int) -> int:
    """Where a series ends at the latest: with its sentence, or the quotation that it stands in."""
    stop = _SERIES_END.search(text, at)
    limit = stop.start() if stop else len(text)
    depth = 0
    for mark in _MARKS.finditer(text, at, limit):
        depth += 1 if mark.group() == "“" else -1
        if depth < 0:
            return mark.start()
    return limit


def _acts(verb: str) -> bool:
    verb = verb.lower()
    if verb in STATES or verb in _NO_VERB:
        return False
    return not verb.endswith("ing") or is_gerund(verb)


def _goes_on(joint: re.Match[str], *, gerunds: bool) -> bool:
    verb = joint["verb"].lower()
    if joint["while"] and verb in _SPEAKING:
        return False
    if gerunds or joint["while"]:
        attribute = joint.group().startswith(" and ") and _ATTRIBUTE.search(
            joint.string, 0, joint.start()
        )
        return is_gerund(verb) and not attribute
    following = (joint["next"] or "").strip(' ,"“').lower()
    if not following and joint.group().startswith(" and "):
        return False
    pair = _PAIR.match(joint.string, joint.end("verb"))
    if pair and verb in ACTIONS and is_verb(pair["verb"], pair["next"].lower()):
        return True
    return is_verb(verb, following) or (bool(joint["adverbs"]) and is_verb(verb, "the"))


def _phrases(text: str, starts: list[int], limit: int) -> Iterator[Phrase]:
    for start, following in zip(starts, [*starts[1:], limit], strict=True):
        beside = _BESIDE.match(text, start)
        begin = beside.end() if beside else start
        end = _phrase_end(text, begin, following)
        head = _TAIL.sub("", text[begin:end].rstrip(" ,;")).strip('"“” ')
        if head:
            begin = text.index(head, begin)
            yield Phrase(head[:MAX_HEAD], begin, begin + len(head))


def _phrase_end(text: str, begin: int, following: int) -> int:
    stop = _PHRASE_END.search(text, begin + 2, following)
    end = stop.start() if stop else following
    adjectives = _MORE_OBJECT.match(text, end, following)
    if adjectives and text.count(" ", begin, end) <= 2:
        stop = _PHRASE_END.search(text, adjectives.end(), following)
        end = stop.start() if stop else following
    return end

"""Series of verb phrases: build halls, train couriers and lower fees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.text.english.actions import ACTIONS, STATES, is_gerund, is_verb

MAX_HEAD = 160
# A series of more phrases than this is a list of words.
MAX_PHRASES = 40
ADVERBS = (
    r"(?:(?:also|further|better|soundly|gradually|well|\w{3,14}ly|continue to|continue|work to"
    r"|strive to|help to|seek to) ){0,3}"
)
_VERB = (
    rf"(?P<adverbs>{ADVERBS})(?P<verb>[a-z]{{2,16}})"
    r"(?=(?P<next>,? [\w'’\"“]{1,24})?)"
)
_FIRST = re.compile(rf"(?P<adverbs>{ADVERBS})(?P<verb>[A-Za-z][a-z]{{1,15}})\b", re.IGNORECASE)
_JOINT = re.compile(
    r"(?:,? and (?:to |should |must |will |finally )?|, (?:and |to |as well as |then )?"
    r"|; ?(?:and )?|,? (?P<while>while )(?:also )?"
    rf"|\. ?, To ){_VERB}"
)
# Two verbs with one object: expand and upgrade halls.
_PAIR = re.compile(r" and (?P<verb>[a-z]{2,16}) (?P<next>[\w'’-]{1,24})")
# A phrase ends here; the series may go on behind a comma.
_PHRASE_END = re.compile(
    r"[,;.:…?!\n”]|\b(?:which|while|whereas|so that|so as to|in order to|because|thereby"
    r"|he said|she said)\b|$"
)
_SERIES_END = re.compile(
    r"[?!\n”]|\.(?! ?, )|\b(?:which|who|whereas|so that|so as to|in order to|because|thereby"
    r"|said|says|added|noted|stated|according)\b|$"
)


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


def series(text: str, at: int) -> list[Phrase]:
    """The phrases of the series that begins with the verb at `at`; none where that is no act."""
    first = _FIRST.match(text, at)
    if first is None or not _acts(first["verb"]):
        return []
    gerunds = first["verb"].lower().endswith("ing")
    stop = _SERIES_END.search(text, first.end("verb"))
    limit = stop.start() if stop else len(text)
    starts = [first.start("adverbs")]
    last = first.end("verb")
    for joint in _JOINT.finditer(text, first.end("verb"), limit):
        if len(starts) >= MAX_PHRASES:
            break
        # "expand and upgrade halls" is one act; so is a verb whose object has not come yet.
        if joint.start() <= last + 1 or not _goes_on(joint, gerunds=gerunds):
            continue
        starts.append(joint.start("adverbs"))
        last = joint.end("verb")
    return list(_phrases(text, starts, limit))


def _acts(verb: str) -> bool:
    verb = verb.lower()
    return verb not in STATES and (not verb.endswith("ing") or is_gerund(verb))


def _goes_on(joint: re.Match[str], *, gerunds: bool) -> bool:
    verb = joint["verb"]
    if gerunds or joint["while"]:
        return is_gerund(verb)
    following = (joint["next"] or "").strip(' ,"“').lower()
    pair = _PAIR.match(joint.string, joint.end("verb"))
    if pair and verb in ACTIONS and is_verb(pair["verb"], pair["next"].lower()):
        return True
    return is_verb(verb, following) or (bool(joint["adverbs"]) and is_verb(verb, "the"))


def _phrases(text: str, starts: list[int], limit: int) -> Iterator[Phrase]:
    for start, following in zip(starts, [*starts[1:], limit], strict=True):
        begin = start + (5 if text.startswith("also ", start) else 0)
        stop = _PHRASE_END.search(text, begin + 2, following)
        end = stop.start() if stop else following
        head = text[begin:end].rstrip(" ,;").removesuffix(" and").rstrip(" ,").strip('"“” ')
        if head:
            yield Phrase(head[:MAX_HEAD], begin, begin + len(head))

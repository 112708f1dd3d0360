"""Who is the subject of a verb of speaking: a person, "he", an unnamed official, a body."""

from __future__ import annotations

import re

from flows.text.english.aliases import Aliases, Called
from flows.text.english.bodies import has_body_noun, read_body
from flows.text.english.hints import small_words
from flows.text.english.words import POSTS, SPEECH_VERBS, any_of, lowered, words

_ADDRESSES = words("speech remarks address")
_ISSUES = words("released published issued reposted reprinted forwarded posted")
# One of these words stands in each match of `VERB` and `ISSUED`.
SPEAKING = frozenset(
    (
        *(verb.split()[0] for verb in SPEECH_VERBS),
        *words("quoted attended delivered gave made raised offered published present presented"),
        "presents",
        *_ADDRESSES,
        *(again + verb for verb in _ISSUES for again in ("", "re")),
    )
)
_SEVERAL = r"(?:two|three|four|five|six|seven|eight|several|some|[2-8])"
# In small letters, as `lowered` gives a sentence: that halves the search.
VERB = re.compile(
    rf"\b(?:{any_of(SPEECH_VERBS)}|quoted as saying"
    r"|attended (?:the \w{1,12} )?and (?:delivered|gave|made|spoke)"
    r"|(?:delivered|gave|made) an? (?:\w{1,12} ){0,2}(?:speech|address|remarks|talk|report|lecture)"
    r"|published (?:an?|the) (?:\w{4,10} )?(?:article|op-ed|essay)"
    r"|present(?:ed|s) (?:an?|the|its|his|her|their) (?:\w{3,14} ){0,2}"
    r"(?:project|plan|proposal|strategy|report|budget|initiative|programme|bill|vision)"
    r"|made (?:the|these|those) (?:remarks?|comments?|statements?)"
    rf"|(?:gave|made|raised|offered|presented) (?:the following |{_SEVERAL} )(?:\w{{3,12}} )?"
    r"(?:suggestions|proposals|recommendations|points|opinions|requirements)"
    rf"|in (?:his|her|their) {any_of(_ADDRESSES)})\b"
)
# What bodies do in place of speaking.
ISSUED = re.compile(rf"\b(?:re-?|has |have )?{any_of(_ISSUES)}\b")
_PRONOUN = re.compile(
    rf"\b(?:he|she|(?:the|this) (?:\w{{1,12}} ){{0,2}}(?P<post>{any_of(POSTS)}))\b(?! of)",
    re.IGNORECASE,
)
_BODY_SUBJECT = re.compile(
    r"(?:^|[.,;:)\"”–—-] ?|\b(?:that|but|and|however,|while) )(?P<the>[Tt]he )?(?=[A-Za-z])"
)
# A body behind a person is the subject only where a new clause begins.
_NEW_CLAUSE = re.compile(r"(?:[.;\"”] ?|, (?:but|and|while) )(?P<the>the )?(?=[A-Za-z])")
# The meeting speaks by its chair.
_MEETING = re.compile(r"\b(?:[Tt]he|[Tt]his) (?:meeting|conference|session|symposium) $")
CHAIRING = frozenset(words("chaired presided hosted"))
CHAIRED = re.compile(r"\b(?:chaired|presided over|hosted)\b(?P<by> by)?")
_UNNAMED = re.compile(
    r"\b(?:an?|the|one|another) (?:relevant )?(?P<post>(?:(?!of\b|for\b)[\w-]{1,14} ){0,3}?"
    r"(?:officials?|persons? in charge|people in charge|responsible person"
    r"|spokes(?:man|woman|person)|representative|head|leader|insider|adviser|director|minister"
    r"|governor|president|chair(?:man|woman|person)?|secretary|commissioner))"
    r" (?:of|from|at|for|with|in) (?:the )?(?=[A-Za-z])",
    re.IGNORECASE,
)
_SOURCE_REACH = 90
_SOURCE = re.compile(
    r"\b(?:according to|allegedly|reported by|as reported|citing|quoted by)\b", re.IGNORECASE
)
_DOCUMENT = re.compile(r"(?:Report|Outline|Plan|White Paper|Opinions|Law|Act|Section|Regulation)\b")
# Between a body and its verb.
_BEFORE_VERB = re.compile(
    r"(?:'s?(?: \w{1,12}){0,3} (?:account|website|site|channel))?(?: \([A-Z]\w{1,12}\))?"
    r"(?:,? (?:has|have|had|also|again|in [A-Z]\w+|on [\w ]{3,14}?"
    r"|officially|recently|yesterday|today|later|earlier|previously|further)){0,4},? ?"
)
# Between a name and its verb where nothing but its form tells that it is a person's.
_NEXT_TO_VERB = re.compile(
    r"(?: (?:LLC|Inc|Ltd|Corp|Co|plc|Group)\.?)?(?: ?\([^()]{1,40}\))?(?:,[^,]{2,90},)? ?"
    r"(?:(?:also|has|have|had|then|later|further|recently|again|once|who|[a-z]{3,12}ly"
    r"|on [A-Z]\w+) ){0,3}"
)
# Verbs that stand before their subject: "…," said Hu Ming.
_INVERTING = frozenset(
    words(
        "said says added adds noted wrote writes argued explained warned asked tweeted declared "
        "declares stated insisted concluded observed recalled"
    )
)
# Hu Ming, noting the size of Anna Berg's following, said …
_ASIDE = re.compile(
    r", (?:(?:also |again |when )?[a-z]{3,12}ing|who|which|whose|asked|echoing) [^,]{2,120}, ?$"
)
_APPOSITION = re.compile(r",[^.;:]{2,200},? (?:also |again |recently )?|,? (?:also |recently )?")
_AWAY = re.compile(r"\b(?:that|at|on|in|to|with|for|by|of|the|a|an)\b")
_AWAY_FROM = re.compile(r"\b(?:that|at|on|in|to|with|by)\b")
_REACH = 240
_INVERTED_REACH = 120

# A person's full name, or a body with the post of whoever speaks for it.
Subject = tuple[str | None, str | None, str | None]


def chair_of(text: str, people: list[Called]) -> str | None:
    """Who presides by a sentence: behind "chaired by", before "presided over"."""
    held = small_words(text)
    chaired = None if CHAIRING.isdisjoint(held) else CHAIRED.search(text)
    if chaired is None:
        return None
    officials = [p for p in people if not p.plain]
    after = [p.name for p in officials if p.start >= chaired.end()]
    before = [p.name for p in officials if p.end <= chaired.start()]
    return next(iter(after if chaired["by"] else before[::-1]), None)


class Clause:
    """A sentence whose verbs of speaking are asked for their subjects from left to right."""

    def __init__(
        self, text: str, people: list[Called], aliases: Aliases, chair: str | None
    ) -> None:
        self._text, self._people, self._aliases, self._chair = text, people, aliases, chair
        self._previous = 0
        self._said: Subject | None = None

    def subject(self, verb: re.Match[str], last: Subject) -> Subject | None:
        """The person or body that speaks by `verb`; `last` is who spoke before."""
        lower, self._previous = self._previous, verb.end()
        found = self._of_participle(verb) or self._found(verb, last, lower)
        self._said = found or self._said
        return found

    def _of_participle(self, verb: re.Match[str]) -> Subject | None:
        """`Hu Ming met Anna Berg and said …, adding …`: who said it goes on."""
        if not (verb.group().endswith("ing") and self._text[: verb.start()].endswith(", ")):
            return None
        named = (p.name for p in self._people if p.end <= verb.start() and not p.plain)
        first = next(named, None)
        return self._said or ((first, None, None) if first else None)

    def _found(self, verb: re.Match[str], last: Subject, lower: int) -> Subject | None:
        if self._chair and _MEETING.search(self._text, max(0, verb.start() - 20), verb.start()):
            return self._chair, None, None
        if verb.re is ISSUED:
            return self._explained(verb) or _body_subject(self._text, lower, verb)
        if inverted := self._inverted(verb):
            return inverted, None, None
        begin = max(0, verb.start() - _REACH)
        before = [
            p
            for p in self._people
            if begin <= p.start
            and p.end <= verb.start()
            and not (p.plain and not _NEXT_TO_VERB.fullmatch(self._text, p.end, verb.start()))
        ]
        if len(before) > 1 and (aside := _ASIDE.search(self._text, before[-2].end, verb.start())):
            before = [p for p in before if p.end <= aside.start()] or before
        pronouns = [
            m
            for m in _PRONOUN.finditer(self._text, begin, verb.start())
            if not any(p.start <= m.start() < p.end for p in self._people)
        ]
        pronoun = pronouns[-1] if pronouns else None
        if before and (pronoun is None or self._explains(before[-1], pronoun.start())):
            behind = max(lower, before[-1].end)
            return _body_subject(self._text, behind, verb, _NEW_CLAUSE) or (
                before[-1].name,
                None,
                None,
            )
        if pronoun and pronoun.start() >= lower:
            holder = self._aliases.holder(pronoun["post"]) if pronoun["post"] else None
            if holder or last != (None, None, None):
                return (holder, None, None) if holder else last
        return _unnamed(self._text, lower, verb) or _body_subject(self._text, lower, verb)

    def source(self, according: re.Match[str]) -> Subject | None:
        """Who is meant by "according to": an official, not a paper."""
        at = according.end()
        person = next((p for p in self._people if p.start >= at and not p.plain), None)
        if person and person.start - at < _SOURCE_REACH:
            return person.name, None, None
        unnamed = _UNNAMED.match(self._text, at)
        end = read_body(self._text, unnamed.end()) if unnamed else at
        body = self._text[unnamed.end() : end] if unnamed else ""
        return (None, body, unnamed["post"]) if unnamed and has_body_noun(body) else None

    def _inverted(self, verb: re.Match[str]) -> str | None:
        mark = self._text[: verb.start()].rstrip(" –—-")[-1:]
        # Behind "?" or "!" the verb opens a sentence of its own.
        if verb.start() and (not mark or mark not in "”\"',"):
            return None
        after = next((p for p in self._people if p.start >= verb.end()), None)
        if after is None or verb.group().lower() not in _INVERTING:
            return None
        between = self._text[verb.end() : after.start]
        near = len(between) < _INVERTED_REACH and between.count(",") <= 1
        # Behind a comma the verb may as well end an apposition: Hu Ming, the mayor, said …
        led = any(p.end <= verb.start() for p in self._people) or _AWAY_FROM.search(between)
        if mark == "," and led and _AWAY.search(between):
            return None
        return after.name if near and not VERB.search(lowered(between)) else None

    def _explained(self, verb: re.Match[str]) -> Subject | None:
        """`Hu Ming, director of the Post Office, published …`: a person, not the body behind."""
        before = [p for p in self._people if p.end <= verb.start() and not p.plain]
        if before and _APPOSITION.fullmatch(self._text, before[-1].end, verb.start()):
            return before[-1].name, None, None
        return None

    def _explains(self, person: Called, pronoun: int) -> bool:
        """`Hu Ming, the head of …, said`: the post explains the name, it is no other subject."""
        return pronoun < person.start or "," in self._text[person.end : pronoun + 1]


def _unnamed(text: str, lower: int, verb: re.Match[str]) -> Subject | None:
    """`A senior official of the Ministry said`: a post and its body, no name."""
    for match in _UNNAMED.finditer(text, lower, verb.start()):
        end = read_body(text, match.end())
        body = text[match.end() : end]
        if has_body_noun(body) and _BEFORE_VERB.fullmatch(text, end, verb.start()):
            return None, body, match["post"]
    return None


def _body_subject(
    text: str, lower: int, verb: re.Match[str], opening: re.Pattern[str] = _BODY_SUBJECT
) -> Subject | None:
    for match in opening.finditer(text, lower, verb.start()):
        end = read_body(text, match.end())
        body = text[match.end() : end]
        plain = _BEFORE_VERB.fullmatch(text, end, verb.start())
        if (
            body
            and plain
            # A comma before the verb closes what explains a person.
            and not (opening is _NEW_CLAUSE and plain.group() == ", ")
            and has_body_noun(body)
            and not _DOCUMENT.match(body)
            and not _SOURCE.search(text, max(0, match.start() - 30), match.end())
        ):
            return None, body, None
    return None

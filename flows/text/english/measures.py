"""Policy actions promised or urged: enumerated lists, else series of verbs after "will"."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence

from flows.text.english.actions import ACTIONS, base_form
from flows.text.english.enumeration import enumerated
from flows.text.english.sentences import Sentence
from flows.text.english.speech import Attribution
from flows.text.english.words import words
from storage.records import Measure

MAX_MEASURES = 60
MAX_HEAD = 160
# A series with at least two items is the page's list; what stands outside explains it.
LIST = 2
_ADVERB = (
    r"(?:(?:also|further|actively|vigorously|steadily|continuously|jointly|fully|better|soundly"
    r"|effectively|firmly|\w{4,14}ly|continue to|work to|strive to) ){0,2}"
)
_VERB = rf"(?P<verb>{_ADVERB}[a-z]{{2,16}})\b"
_MODAL = re.compile(
    r"\b(?:will (?:not )?(?:work with [\w ]{3,40} to )?|should|must|shall"
    r"|(?:is|are|was|were|it seems|seems?) (?:it )?"
    r"(?:necessary|needed|essential|important|imperative) to"
    r"|necess(?:ity|ary) (?:to|of)|needs? (?:for [\w ]{2,30} )?to|has to|have to"
    r"|called (?:on [\w' ]{3,60} to|for (?:efforts|work|action|measures)? ?to)"
    r"|urg(?:ed|es) [\w' ]{2,60}? to"
    r"|(?:vowed|pledged|promised|plans?|planned|proposed|aims?|intends?|ready) to|efforts to"
    r"|suggest(?:ed|s)?(?: that (?:we|they|it))?|proposed that (?:we|they)"
    rf"|encourag(?:ed|es) [\w' ]{{2,40}}? to) ?{_VERB}"
)
_SERIES = re.compile(
    rf"(?:,? and (?:to )?|, (?:and |to |as well as )?|; ?(?:and )?)(?:finally )?{_VERB}"
)
_BARE = re.compile(r"^(?:[-•] ?)?(?:To )?(?P<verb>(?:[A-Z][a-z]{2,14}ly )?[A-Za-z][a-z]{2,14})\b")
_PASSIVE = re.compile(
    r"(?P<subject>(?:[A-Za-z][\w'\"-]{1,30} ){1,6})"
    r"(?:(?:has|have) to be|must be|should(?: be)?|needs? to be"
    r"|will be (?=imposed|introduced|required|established|launched|tightened|strengthened|subject"
    r"|accelerated|promoted))",
)
_AGENTS = frozenset(
    words(
        "we it they he she country china government ministry authority bank regulator body all"
        " localities"
    )
)
_INCLUDING = re.compile(
    r"\b(?:measures|steps|moves)(?:,)? (?:such as|including) (?P<list>[^.;\"“]{5,200})"
)
_END = re.compile(
    r"[,;.:…?!\n]|\b(?:which|while|whereas|so that|in order to|because|he said|she said)\b|$"
)
_NO_ACTION = frozenset(
    words(
        "be have become come go get see say need remain mean happen continue know look seem reach"
        " exceed account bring make"
    )
)


def measures(
    text: str, sents: Sequence[Sentence], spoken: Sequence[Attribution], skip: frozenset[int]
) -> tuple[Measure, ...]:
    """The measures in order; sentences numbered in `skip` tell of earlier statements."""
    items = enumerated(sents)
    found = [(i.head, i.start, i.end, i.rule) for i in items]
    if len(found) < LIST:
        taken = [(i.start, i.end) for i in items]
        for head, start, end, rule in _unmarked(sents, spoken, skip):
            if not any(a - 30 <= start < b for a, b in taken):
                found.append((head, start, end, rule))
        found.sort(key=lambda item: item[1])
    return tuple(
        Measure(number, head, text[start:end].strip(), (start, end), rule)
        for number, (head, start, end, rule) in enumerate(found[:MAX_MEASURES], 1)
    )


Found = tuple[str, int, int, str]


def _unmarked(
    sents: Sequence[Sentence], spoken: Sequence[Attribution], skip: frozenset[int]
) -> Iterator[Found]:
    """Series in the sentences from the first act of speaking on."""
    speaking = {act.sentence for act in spoken}
    if not speaking:
        return
    before = False
    for number in range(min(speaking), len(sents)):
        sentence = sents[number]
        if number in skip or sentence.text.endswith("?"):
            before = False
            continue
        found = list(_in_sentence(sentence, bare=before))
        before = bool(found)
        yield from found


def _in_sentence(sentence: Sentence, *, bare: bool) -> Iterator[Found]:
    text = sentence.text
    at = 0
    begin = _BARE.match(text)
    if bare and begin and _is_action(begin["verb"].lower()):
        at = yield from _series(sentence, begin.start("verb"), "bare verb")
    while modal := _MODAL.search(text, at):
        if _is_action(modal["verb"]):
            at = yield from _series(sentence, modal.start("verb"), "modal verb")
        else:
            at = modal.end()
    for passive in _PASSIVE.finditer(text):
        yield from _with_subject(sentence, passive)
    for including in _INCLUDING.finditer(text):
        yield from _listed(sentence, including)


def _is_action(phrase: str) -> bool:
    verb = phrase.rsplit(maxsplit=1)[-1]
    return verb in ACTIONS and verb not in _NO_ACTION


def _series(sentence: Sentence, at: int, rule: str) -> Generator[Found, None, int]:
    """Each verb phrase of a series that begins at `at`; returns where the series ends."""
    text = sentence.text
    while True:
        stop = _END.search(text, at)
        end = stop.start() if stop else len(text)
        following = next(
            (
                m
                for m in _SERIES.finditer(text, at + 3, min(len(text), end + 40))
                if _is_action(m["verb"])
            ),
            None,
        )
        cut = min(end, following.start()) if following else end
        head = text[at:cut].strip(' "”“')[:MAX_HEAD]
        if head:
            yield head, sentence.start + at, sentence.start + cut, rule
        if following is None or following.start() > end + 1:
            return max(cut, at + 3)
        at = following.start("verb")


def _with_subject(sentence: Sentence, passive: re.Match[str]) -> Iterator[Found]:
    rest = sentence.text[passive.end() :].lstrip()
    verb = rest.partition(" ")[0]
    if verb in ACTIONS or passive["subject"].split()[-1].lower() in _AGENTS:
        return
    thing = passive["subject"].split()
    for cut in ("that", "and", "while", "said", "as"):
        if cut in thing:
            thing = thing[thing.index(cut) + 1 :]
    if not thing or base_form(verb) in _NO_ACTION:
        return
    subject = " ".join(thing).removeprefix("the ")
    start = sentence.text.rindex(subject, passive.start(), passive.end())
    stop = _END.search(sentence.text, passive.end())
    end = stop.start() if stop else len(sentence.text)
    yield (
        sentence.text[start:end].strip(),
        sentence.start + start,
        sentence.start + end,
        "thing that must be",
    )


def _listed(sentence: Sentence, including: re.Match[str]) -> Iterator[Found]:
    at = including.start("list")
    listed = re.split(r", he | on | for ", including["list"], maxsplit=1)[0]
    for part in re.split(r",? and |, ", listed):
        start = sentence.text.find(part, at)
        thing = part.strip()
        if thing and not re.match(r"(?:he|she|which|[A-Z])", thing):
            begin = sentence.start + start
            yield thing, begin, begin + len(thing), "measures including"
        at = start + len(part)

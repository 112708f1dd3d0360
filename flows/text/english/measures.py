"""Policy actions promised or urged: enumerated lists, else series of verbs after "will"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from flows.text.english.enumeration import Item, lists
from flows.text.english.leads import ANNOUNCES
from flows.text.english.promises import promises
from flows.text.english.sentences import Sentence
from flows.text.english.series import opens_with_verb, series
from flows.text.english.speech import Attribution
from storage.records import Measure, Span

MAX_MEASURES = 60
# A series with at least two items is the page's list; what stands before it leads into it.
LIST = 2
# So many words before a marker are a sentence of their own that leads into its list.
SENTENCE = 2
_BARE = re.compile(
    r"(?:[-•] ?)?(?:And )?(?:To |(?:In the (?:next step|next stage|future)|Next|Moreover"
    r"|Furthermore|In addition|At the same time|Meanwhile|Besides|Then|Finally)(?: step)?, )?"
)
# What goes on behind a semicolon, or behind a comma with an adverb.
_GOES_ON = re.compile(r"; ?(?:and )?(?=[A-Za-z])|[,.] ?(?=[a-z]{3,14}ly [a-z])")
# "Opposing this is …": the gerund is a subject.
_FINITE = re.compile(r"[^,;.]{0,120}\b(?:is|are|was|were|has|have|can)\b")
# What a site asks of its readers.
_SITE = re.compile(
    r"(?:share|follow|subscribe|contact|sign|click|visit|read|see|watch|join|download|support)"
    r" (?:us|this|our|here|up|on|more|the (?:article|story|page)|now|your)\b",
    re.IGNORECASE,
)
_SPECIFICALLY = re.compile(r"\b(?:specifically|namely|that is)\b", re.IGNORECASE)
Found = tuple[str, int, int, str]


def measures(
    text: str,
    sents: Sequence[Sentence],
    spoken: Sequence[Attribution],
    skip: frozenset[int],
    count: int | None = None,
) -> tuple[Measure, ...]:
    """The measures in order; sentences numbered in `skip` tell of earlier statements.

    Where the page announces `count` measures and enumerates as many, there are no others.
    """
    speaking = frozenset(act.sentence for act in spoken)
    found: list[Found] = []
    taken: list[Span] = []
    for items in lists(sents, count):
        found += [(i.head, i.start, i.end, "enumerated") for i in items]
        taken += _taken(items, sents)
    if found and len(found) == count:
        return _numbered(text, found)
    for one in _unmarked(sents, skip, speaking):
        if not any(begin <= one[1] < stop for begin, stop in taken):
            found.append(one)
    return _numbered(text, sorted(found, key=lambda item: item[1]))


def _taken(items: Sequence[Item], sents: Sequence[Sentence]) -> list[Span]:
    """Where a list explains its items, and the general promise that leads into it."""
    spans = [(one.marked, later.marked) for one, later in itertools.pairwise(items)]
    spans.append((items[-1].marked, items[-1].end))
    if len(items) >= LIST and items[0].number <= 1:
        spans.append((_lead_in(items[0].marked, sents), items[0].marked))
    return spans


def _lead_in(marked: int, sents: Sequence[Sentence]) -> int:
    """Where that begins which leads into the list whose first marker stands at `marked`."""
    at = next((n for n, s in enumerate(sents) if s.start <= marked < s.end), None)
    if at is None:
        return marked
    inside = sents[at].text[: marked - sents[at].start]
    leads = inside.count(" ") >= SENTENCE and not _SPECIFICALLY.search(inside)
    if at == 0 or leads:
        return sents[at].start
    return sents[at - 1].start


def _numbered(text: str, found: Sequence[Found]) -> tuple[Measure, ...]:
    """The measures numbered; a head that comes again, as in a text printed twice, counts once."""
    seen: set[str] = set()
    kept: list[Measure] = []
    for head, start, end, rule in found:
        key = head.lower()
        if key not in seen and len(kept) < MAX_MEASURES:
            seen.add(key)
            words = text[start:end].strip()
            begin = start + text[start:end].index(words)
            kept.append(Measure(len(kept) + 1, head, words, (begin, begin + len(words)), rule))
    return tuple(kept)


def _unmarked(
    sents: Sequence[Sentence], skip: frozenset[int], speaking: frozenset[int]
) -> Iterator[Found]:
    """What the sentences not in `skip` promise or urge."""
    last: Sentence | None = None
    for number, sentence in enumerate(sents):
        if number in skip or sentence.text.endswith("?"):
            last = None
            continue
        goes_on = last is not None and last.paragraph == sentence.paragraph
        verb = _bare_verb(sentence.text)
        beside = goes_on or sentence.text.startswith("And ")
        if verb is not None and not (beside or _bare_follows(number, sents)):
            verb = None
        found = list(_in_sentence(sentence, verb, goes_on=goes_on))
        last = sentence if found or number in speaking else None
        yield from (one for one in found if not ANNOUNCES.search(one[0]))


def _bare_verb(text: str) -> int | None:
    """Where the verb stands with which a sentence opens that has no subject."""
    begin = _BARE.match(text)
    if begin is None or _SITE.match(text):
        return None
    return begin.end() if opens_with_verb(text, begin.end(), gerund=False) else None


def _bare_follows(number: int, sents: Sequence[Sentence]) -> bool:
    """Whether the next sentence of the paragraph opens with its verb, too."""
    if number + 1 >= len(sents) or sents[number + 1].paragraph != sents[number].paragraph:
        return False
    return _bare_verb(sents[number + 1].text) is not None


def _in_sentence(sentence: Sentence, verb: int | None, *, goes_on: bool) -> Iterator[Found]:
    """The measures of one sentence, which may open with its bare `verb`."""
    text, at = sentence.text, sentence.start
    end = 0
    if verb is not None:
        found = [(phrase, "bare verb") for phrase in series(text, verb)]
    else:
        found = promises(text)
    for phrase, rule in found:
        yield phrase.head, at + phrase.start, at + phrase.end, rule
        end = max(end, phrase.end)
    if not (found or goes_on):
        return
    for joint in _GOES_ON.finditer(text, end):
        gerund = not _FINITE.match(text, joint.end())
        if joint.start() >= end and opens_with_verb(text, joint.end(), gerund=gerund):
            for phrase in series(text, joint.end()):
                yield phrase.head, at + phrase.start, at + phrase.end, "bare verb"
                end = phrase.end

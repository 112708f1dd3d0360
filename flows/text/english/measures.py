"""Policy actions promised or urged: enumerated lists, else series of verbs after "will"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.text.english.actions import is_verb
from flows.text.english.enumeration import Item, enumerated
from flows.text.english.promises import promises
from flows.text.english.sentences import Sentence
from flows.text.english.series import series
from flows.text.english.speech import Attribution
from storage.records import Measure

MAX_MEASURES = 60
# A series with at least two items is the page's list; what stands before it leads into it.
LIST = 2
_BARE = re.compile(
    r"^(?:[-•] ?)?(?:To )?(?P<verb>(?:[A-Z][a-z]{2,14}ly )?(?P<act>[A-Za-z][a-z]{2,14}))"
    r" (?P<next>[\w'\"“-]+)"
)
# What a site asks of its readers.
_SITE = re.compile(
    r"(?:share|follow|subscribe|contact|sign|click|visit|read|see|watch|join|download|support)"
    r" (?:us|this|our|here|up|on|more|the (?:article|story|page)|now|your)\b",
    re.IGNORECASE,
)
Found = tuple[str, int, int, str]


def measures(
    text: str,
    sents: Sequence[Sentence],
    spoken: Sequence[Attribution],
    skip: frozenset[int],
) -> tuple[Measure, ...]:
    """The measures in order; sentences numbered in `skip` tell of earlier statements."""
    speaking = frozenset(act.sentence for act in spoken)
    items = enumerated(sents)
    led = _lead_in(items, sents) if len(items) >= LIST else range(0)
    found = [(i.head, i.start, i.end, i.rule) for i in items]
    taken = [(i.start - 30, i.end) for i in items]
    for head, start, end, rule in _unmarked(sents, skip | frozenset(led), speaking):
        if not any(begin <= start < stop for begin, stop in taken):
            found.append((head, start, end, rule))
    return _numbered(text, sorted(found, key=lambda item: item[1]))


def _lead_in(items: Sequence[Item], sents: Sequence[Sentence]) -> range:
    """Numbers of the sentences that lead into the first list, and of the list's own."""
    start, end = items[0].start, max(item.end for item in items)
    inside = [n for n, s in enumerate(sents) if s.start <= start < s.end or start <= s.start < end]
    if not inside:
        return range(0)
    paragraphs = sorted({s.paragraph for s in sents[: inside[0] + 1]})[-2:]
    first = next(n for n, s in enumerate(sents) if s.paragraph in paragraphs)
    return range(first, inside[-1] + 1)


def _numbered(text: str, found: Sequence[Found]) -> tuple[Measure, ...]:
    """The measures numbered; a head that comes again, as in a text printed twice, counts once."""
    seen: set[str] = set()
    kept: list[Measure] = []
    for head, start, end, rule in found:
        key = head.lower()
        if key not in seen and len(kept) < MAX_MEASURES:
            seen.add(key)
            words = text[start:end].strip()
            kept.append(Measure(len(kept) + 1, head, words, (start, end), rule))
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
        found = list(_in_sentence(sentence, goes_on=goes_on))
        last = sentence if found or number in speaking else None
        yield from found


def _in_sentence(sentence: Sentence, *, goes_on: bool) -> Iterator[Found]:
    """The measures of one sentence; bare verbs count where the sentence before held some."""
    text, at = sentence.text, sentence.start
    begin = _BARE.match(text)
    bare = goes_on and begin is not None and not _SITE.match(text)
    if bare and begin and is_verb(begin["act"].lower(), begin["next"].lower()):
        for phrase in series(text, begin.start("verb")):
            yield phrase.head, at + phrase.start, at + phrase.end, "bare verb"
        return
    for phrase, rule in promises(text):
        yield phrase.head, at + phrase.start, at + phrase.end, rule

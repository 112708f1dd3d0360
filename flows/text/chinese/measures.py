"""Policy actions promised or urged: enumerated lists, and series of verbs after 将, 要, 应."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flows.text.chinese.actions import ACTION, MODAL, WEAK
from flows.text.chinese.enumeration import Item, enumerated
from flows.text.chinese.script import View
from flows.text.chinese.sentences import Sentence
from flows.text.chinese.speech import Act
from storage.records import Measure

MAX_MEASURES = 60
MAX_HEAD = 60
_CLAUSE = re.compile(r"[^,;。!?:…\n]+")
_ADVERB = re.compile(
    r"^(?:还|也|又|并|以|同时|在[^,]{2,24}?(?:方面|上|中|下|基础上|过程中|领域)|就|于|对|(?:下|本|今)[周月年])"
)
# A clause that only leads into a list, or whose modal tells no action.
_GENERAL = re.compile(r"(?:方面|工作|措施|举措|任务|建议|倡议|[点条项])$")
_NO_ACTION = re.compile(
    r"^(?:成为|看到|知道|说|是|有|没有|不是|迎来|面临|带来|达到|超过|进入|突破|生效|施行|举行|召开|举办|出席|结束|开始|取得|发生|公布结果)"
)
_PAST = re.compile(r"已经?|(?<=[\u3400-\u9fff])了(?=[\u3400-\u9fff])|曾|达到|同比|增长\d|累计")

Found = tuple[int, int, int, int, str]


def measures(
    body: View, sents: Sequence[Sentence], spoken: Sequence[Act], skip: frozenset[int]
) -> tuple[Measure, ...]:
    """The measures in order; sentences numbered in `skip` tell of earlier statements."""
    text = body.text
    items = [item for group in enumerated(text) for item in group]
    found: list[Found] = [(*i.head, i.start, i.end, "enumerated") for i in items]
    for one in _unmarked(sents, spoken, skip):
        if not _inside(one, items, text):
            found.append(one)
    found.sort()
    return tuple(
        Measure(
            number,
            body.words(a, b),
            body.words(start, _bare_end(text, start, end)),
            body.span(start, _bare_end(text, start, end)),
            rule,
        )
        for number, (a, b, start, end, rule) in enumerate(found[:MAX_MEASURES], 1)
    )


def _bare_end(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1] in " \n;,":
        end -= 1
    return end


def _inside(found: Found, items: Sequence[Item], text: str) -> bool:
    """Whether it stands in an item, or is the general promise that leads into a list."""
    for item in items:
        if item.start <= found[0] < item.end:
            return True
        if item.lead == item.start and text[found[1] : item.lead].strip(" \n") in (
            "",
            ":",
            ",",
            "。",
        ):
            return True
    return False


def _unmarked(
    sents: Sequence[Sentence], spoken: Sequence[Act], skip: frozenset[int]
) -> Iterator[Found]:
    """Series in the sentences from the first act of speaking on."""
    speaking = {act.sentence for act in spoken}
    if not speaking:
        return
    first = min(speaking)
    running, paragraph = False, -1
    for number in range(first, len(sents)):
        sentence = sents[number]
        if number in skip or sentence.text.endswith("?"):
            running = False
            continue
        if sentence.paragraph != paragraph:
            running, paragraph = False, sentence.paragraph
        found = list(_series(sentence, running=running))
        running = bool(found)
        yield from found


def _series(sentence: Sentence, *, running: bool) -> Iterator[Found]:
    """Clauses behind 要 or 将, and the clauses that go on with a verb of action."""
    for clause in _CLAUSE.finditer(sentence.text):
        words = clause.group()
        modal = MODAL.search(words)
        begin = None
        if modal and not _PAST.search(words):
            begin = _action_start(words, modal.end())
            running = begin is not None
        elif running:
            begin = _action_start(words, 0)
            running = begin is not None and not _PAST.search(words)
            begin = begin if running else None
        if begin is None or _GENERAL.search(words) or len(words) - begin < 3:
            continue
        start = sentence.start + clause.start() + begin
        end = min(sentence.start + clause.end(), start + MAX_HEAD)
        yield start, end, start, end, "modal" if modal else "series"


def _action_start(words: str, at: int) -> int | None:
    """Where the action in `words` begins, at or soon behind `at`; None where none does."""
    rest = words[at:]
    lead = _ADVERB.match(rest)
    tail = rest[lead.end() :] if lead else rest
    if _NO_ACTION.match(tail):
        return None
    if ACTION.match(rest) and not WEAK.match(rest):
        return at
    if lead and ACTION.match(tail):
        return at
    return None

"""Persons named without a post: 邮政部胡明表示, 邮政部胡明:加快…, 胡明:… at a headline's head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.chinese.bodies import body_before, ends_as_body
from flows.text.chinese.names import name_at, transcribed_alone
from flows.text.chinese.persons import Mention
from flows.text.chinese.words import POST, SURE_VERBS

MAX_VERBS = 600
# What may stand between a name and its verb of speaking; several may follow each other.
LONGEST_ADVERBIAL, MAX_ADVERBIALS = 60, 8
_ADVERBIAL = re.compile(
    r"(?:先生|女士|同志)?(?:在[^,。;:“”]{1,40}?(?:上|时|中|后|期间|里|"
    r"[发布记者研讨座谈通气说明听证]会)|(?:今|去|前|20\d\d)年|年[初底]|[本上]?月[初底]|"
    r"[上本][周月]|\d{1,2}月|早前|先前|(?:近|日|昨|今|当)[日天]|日前|于?\d{1,2}日|在京|(?:星期|周)[一二三四五六日天](?:\([^()]{1,12}\))?|"
    r"还|也|又|则|曾|均|[这那]样|这么|如是|如此|同时|进一步|特别|再次|多次|首次|明确|公开|随后|最后|表态|此前|继续|"
    r"就[^,。;:“”]{1,30}?|并|"
    r"(?:向|对)[^,。;:“”]{1,16}?|(?:发[表布出]|印发|公布)?《[^》]{1,40}》|发[表布出](?:声明|消息|"
    r"公告|通报|报告|信息|讲话|演讲)?|(?:通过|在)[^,。;:“”]{1,20}?(?:网站|微信|公众号|微博|博客)|"
    r"出席[^。;:“”]{1,40}?(?:并|时)|接受[^,。;:“”]{1,24}?时|回答[^,。;:“”]{1,24}?时|,)$"
)
# How adverbials end, but for those that begin with one of `_OPEN_ENDED`.
_ENDINGS = frozenset(
    "上时中后间里会年初底周月前日天京一二三四五六)还也又则曾均样么是此步别次确开态续并》"
    "表布出明息告报话讲站信号博客,\n"
)
_OPEN_ENDED = "就向对"
# Behind these a clause begins.
_OPENS = re.compile(r"(?s:.?)[,。;:\n“”、 >】【[据)]$|(?:^|[,。;:\n“”])[但而]$")
_HEAD = re.compile(
    r"(?:^|(?<=\n)|(?<=[。 >】]))(?:(?P<left>[^\s,。;:“”【]{2,30}):(?!\d|//)|"
    r"[【[](?P<marked>[^\s,。;:“”】\]]{2,30})[】\]])"
)


def before_adverbials(text: str, begin: int, end: int) -> int:
    """Where the words end, not before `begin`, that stand before the adverbials up to `end`."""
    for _ in range(MAX_ADVERBIALS):
        floor = max(begin, end - LONGEST_ADVERBIAL)
        found = _ADVERBIAL.search(text, floor, end) if _may_be_one(text, floor, end) else None
        if found is None:
            break
        end = found.start()
    return end


def _may_be_one(text: str, start: int, end: int) -> bool:
    """Whether words can end with an adverbial: a look that spares most searches for one."""
    if text[end - 1 : end] in _ENDINGS:
        return True
    return any(text.find(word, start, end) >= 0 for word in _OPEN_ENDED)


def unposted(text: str, taken: tuple[Mention, ...]) -> Iterator[Mention]:
    """Names before a verb of speaking, or before a headline's colon, that no post accompanies."""
    ends = {m.name[1] for m in taken if m.name}
    for number, verb in enumerate(SURE_VERBS.finditer(text)):
        if number >= MAX_VERBS:
            break
        at = before_adverbials(text, max(0, verb.start() - LONGEST_ADVERBIAL), verb.start())
        for end in {at, verb.start()}:
            if end not in ends and (mention := _ending_at(text, end)):
                ends.add(end)
                yield mention
    for head in _HEAD.finditer(text):
        end = head.end("left" if head["left"] else "marked")
        if end not in ends and (mention := _ending_at(text, end)):
            yield mention


def _ending_at(text: str, end: int) -> Mention | None:
    """The person whose name ends at `end`, behind a body's name or at a clause's beginning."""
    for size in (3, 2, 4, 5, 6):
        start = end - size
        if start < 0:
            continue
        opens = start == 0 or bool(_OPENS.match(text, max(0, start - 2), start))
        alone = size > 2 and opens and transcribed_alone(text, start, end)
        if not alone and (size > 4 or name_at(text, start, posted=False) != end):
            continue
        if opens:
            return Mention((start, end), None, None, start, end, "name alone")
        begin, stop = body_before(text, start)
        if begin < stop and ends_as_body(text[begin:stop]) and not POST.search(text, begin, stop):
            return Mention((start, end), None, (begin, stop), begin, end, "body name")
    return None

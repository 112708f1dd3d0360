"""A subject of a verb of speaking, and the bodies and meetings that are one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from flows.text.chinese.bodies import body_before, ends_as_body
from flows.text.chinese.events import find_events
from flows.text.chinese.unposted import before_adverbials
from flows.text.chinese.words import EVENT_NOUNS, FIRM, any_of
from storage.records import Span

_SOURCE = re.compile(
    "(?:据|引述|援引|来源|消息|引用|落实|贯彻|按照|学习|传达|领会|遵循)[^,。]{0,24}$"
)
_NO_BODY = re.compile(
    f"(?:{any_of(EVENT_NOUNS)}|社会|中国|全国|我国|各国|会上|该国|两国|多国|外国|本国|机会|公司|"
    f"企业|各省|各市|全省|全市)$"
)
# No body's name holds these.
_WORDS = re.compile(
    "[会议坛]在|[我他她你]们|我谨|代表[党全两]|有赖|精神|报告|应[当该]|进行|一定|如果|将在|需要|可以|能够|已经|举行|出席"
)
_HELD = re.compile("[^,。;]{0,24}(?:召开|举行)")
_CALLED = re.compile("(?:组织|主持|联合)?召开")
# Where a meeting that is told to say something is named.
_NAMED_WITHIN = 600
_SHORT_BODIES = ("央行", "白宫")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks: a person's full name, or a body with or without an official's post.

    `name`, `org`, `post` are words of the view's text, `span` is their place in it.
    """

    span: Span
    name: str | None = None
    org: str | None = None
    post: str | None = None

    def shifted(self, by: int) -> Subject:
        """The same, `by` characters further on."""
        return replace(self, span=(self.span[0] + by, self.span[1] + by))


def body_subject(words: str, clause: int, verb: int) -> Subject | None:
    """The body that stands before a verb, in a clause that begins at `clause`."""
    start, end = body_before(words, before_adverbials(words, clause, verb), clause)
    body = words[start:end]
    if not ends_as_body(body) or FIRM.search(body) or _NO_BODY.search(body) or _WORDS.search(body):
        return None
    if (len(body) < 3 and body not in _SHORT_BODIES) or _SOURCE.search(
        words[max(0, start - 12) : start]
    ):
        return None
    return Subject((start, end), None, body)


def convener(text: str) -> Subject | None:
    """The body that called the meeting, for 会议指出 where nobody spoke before."""
    called = _CALLED.search(text)
    return body_subject(text, max(0, called.start() - 60), called.start()) if called else None


def meeting(text: str) -> Subject | None:
    """The meeting by its name, where nobody is said to have called it or to speak."""
    named = (
        e for e in find_events(text[:_NAMED_WITHIN]) if e.weight > 1 and _HELD.match(text, e.end)
    )
    event = next(named, None)
    return Subject((event.start, event.end), None, event.name) if event else None

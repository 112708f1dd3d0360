"""Persons whom a headline names before its colon, or whose speech it announces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.text.english.bodies import has_body_noun, read_body
from flows.text.english.person_names import first_name_in, is_name
from flows.text.english.persons import HONORIFIC, NAME, POST, Mention

# What stands before the colon of a headline is short.
MAX_LEFT = 120
SPEECH_BY = "speech by name"
_SPEECH_BY = re.compile(
    r"\b(?:statement|remarks|speech|address|keynote|lecture|testimony|op-ed|article)"
    rf" (?:given |delivered )?by (?:the )?{HONORIFIC}(?P<name>{NAME})",
    re.IGNORECASE,
)


def headline_mentions(title: str) -> Iterator[Mention]:
    """`Body Name: topic`, `Name, body: topic`, `Speech by Name at …`: forms without a post."""
    left, colon, _ = title[:MAX_LEFT].partition(":")
    if colon and not POST.search(left):
        yield from _before_colon(left)
    if speech := _SPEECH_BY.search(title):
        name = first_name_in(speech["name"])
        if name and not name.islower():
            end = speech.start("name") + len(name)
            yield Mention(name, None, None, speech.start("name"), end, SPEECH_BY)


def _before_colon(left: str) -> Iterator[Mention]:
    name, comma, body = left.partition(", ")
    if comma and is_name(name.split()) and has_body_noun(body):
        yield Mention(name, None, body[: read_body(body, 0)] or body, 0, len(left), "headline")
        return
    parts = left.split()
    for size in (2, 3):
        tail, rest = parts[-size:], " ".join(parts[:-size])
        if is_name(tail) and has_body_noun(rest):
            yield Mention(" ".join(tail), None, rest, 0, len(left), "headline")
            return

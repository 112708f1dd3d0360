"""Persons named without a post: by a headline before its colon, or beside their body alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from flows.text.english.bodies import has_body_noun, read_body
from flows.text.english.held_posts import POST
from flows.text.english.hints import holds
from flows.text.english.owners import body_before
from flows.text.english.person_names import first_name_in, is_name, last_name_in, opens_long_name
from flows.text.english.persons import HONORIFIC, NAME, Mention
from flows.text.english.words import SPEECH_VERBS, any_of

# What stands before the colon of a headline is short.
MAX_LEFT = 120
SPEECH_BY = "speech by name"
_ADDRESS = r"(?i:statement|remarks|speech|address|keynote|lecture|testimony|op-ed)"
# Speech by Deputy Director Hu Ming; Hu Ming's speech; Hu Ming: Opening remarks.
_SPEECHES = (
    re.compile(
        rf"\b{_ADDRESS} (?:given |delivered )?(?:by|of) (?:the )?(?:[\w.-]{{1,16}} ){{0,4}}?"
        rf"{HONORIFIC}(?P<name>{NAME})"
    ),
    re.compile(rf"(?P<name>{NAME})'s? (?:\w{{1,12}} ){{0,2}}{_ADDRESS}\b"),
    re.compile(rf"^(?P<name>{NAME}) ?: (?:\w{{1,12}} ){{0,3}}{_ADDRESS}\b"),
)
# Following is the speech by the Governor, Hu Ming, at …; Introductory statement by Hu Ming.
# How the sentence opens above a speech that is given in full.
SPEECH_OPENING = (
    r"^(?i:(?:(?:Following|Below|Here) (?:is|are) )?(?:(?:an?|the|full|edited|english|opening"
    r"|closing|introductory|keynote|welcome|welcoming|prepared|text|transcript|translation|version"
    rf"|and|of|public|joint|video) ){{0,8}}(?:remarks and )?{_ADDRESS})\b(?: \([^()]{{1,40}}\))?"
)
OPENS_SPEECH = re.compile(
    rf"{SPEECH_OPENING} (?:(?:given |delivered |made )(?:on [A-Z][a-z]+(?: \d{{1,2}})? )?)?"
    rf"(?:by|of) (?:the )?{HONORIFIC}$"
)
_PAIR_HINTS = ("inisters", "residents", "overnors", "ommissioners")
# The foreign ministers, Hu Ming and Anna Berg, met …
_PAIR = re.compile(
    r"\b(?P<post>(?:(?:foreign|finance|trade|defen[cs]e|prime|vice) )?"
    r"(?:minister|president|governor|commissioner))s,? "
    rf"(?P<one>(?-i:{NAME})) and (?P<two>(?-i:{NAME}))",
    re.IGNORECASE,
)
_OF_BODY = re.compile(r"(?:,? who (?:heads|leads|chairs|runs)|,? of|,? from) (?:the )?(?=[A-Z])")
_SPEAKING = re.compile(rf" {any_of(SPEECH_VERBS)}\b")
_REACH = 160


def postless_mentions(text: str, runs: Sequence[re.Match[str]]) -> Iterator[Mention]:
    """`Name of the Body`, and `the Body's Name said`; `runs` are the matches of NAME in `text`."""
    for run in runs:
        of_body = _OF_BODY.match(text, run.end())
        if of_body is None and _SPEAKING.match(text, run.end()) is None:
            continue
        name = last_name_in(run.group())
        if name is None:
            continue
        start = run.end() - len(name)
        if of_body:
            end = read_body(text, of_body.end())
            org: str | None = text[of_body.end() : end]
        else:
            end = run.end()
            org = body_before(text[max(0, start - _REACH) : start], "")
        if org and has_body_noun(org) and not POST.search(org):
            yield Mention(name, None, org, start, end, "name beside body")


def speech_mentions(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions `found` in a sentence, the one whose speech it announces marked as such."""
    for mention in found:
        announced = OPENS_SPEECH.match(text[: mention.start])
        yield replace(mention, rule=SPEECH_BY) if announced else mention


def paired_mentions(text: str) -> Iterator[Mention]:
    """Two persons who hold the same post in two countries."""
    if not holds(text, _PAIR_HINTS):
        return
    for pair in _PAIR.finditer(text):
        for group in ("one", "two"):
            if name := last_name_in(pair[group]):
                yield Mention(name, pair["post"], None, *pair.span(group), "post of two")


def headline_mentions(title: str) -> Iterator[Mention]:
    """`Body Name: topic`, `Name, body: topic`, `Speech by Name at …`: forms without a post."""
    left, colon, _ = title[:MAX_LEFT].partition(":")
    if colon and not POST.search(left):
        yield from _before_colon(left)
    for speech in (m for pattern in _SPEECHES if (m := pattern.search(title))):
        if name := last_name_in(speech["name"]) or first_name_in(speech["name"]):
            end = speech.start("name") + len(name)
            yield Mention(name, None, None, speech.start("name"), end, SPEECH_BY)
            return


def headline_names(title: str) -> list[str]:
    """The names with which a headline opens before its colon: `Hu Ming: topic`."""
    left, colon, _ = title[:MAX_LEFT].partition(":")
    name = last_name_in(left) if colon else None
    return [name] if name and left.strip() == name else []


def _before_colon(left: str) -> Iterator[Mention]:
    name, comma, body = left.partition(", ")
    if comma and is_name(name.split()) and has_body_noun(body):
        yield Mention(name, None, body[: read_body(body, 0)] or body, 0, len(left), "headline")
        return
    parts = left.split()
    for size in (3, 2) if opens_long_name(parts[-3:]) else (2, 3):
        tail, rest = parts[-size:], " ".join(parts[:-size])
        # The Office for Letter Boxes is no person.
        if is_name(tail) and has_body_noun(rest) and not rest.endswith((" for", " of", " and")):
            yield Mention(" ".join(tail), None, rest, 0, len(left), "headline")
            return

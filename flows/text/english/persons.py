"""Find persons named together with a post and a body, in every order that English uses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from flows.text.english.bodies import has_body_noun, read_body
from flows.text.english.held_posts import POST, POST_ENDS, read_post
from flows.text.english.hints import small_words
from flows.text.english.owners import body_before
from flows.text.english.person_names import PARTICLES, first_name_in, last_name_in
from flows.text.english.words import (
    DEMONYM,
    PLACES,
    SPEECH_VERBS,
    any_of,
)

# More posts than this stand in lists of guests, not in reports of a statement.
MAX_POSTS = 400
_REACH = 260

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŠŽČĆ"
_WORD = (
    rf"[{_UPPER}](?:[a-zß-ÿ'\-]\w{{0,24}}(?:-\w{{1,24}})?|\."
    r"|(?<=[A-Z])(?:[A-Z]{0,6}(?= [A-Z][a-z])|(?= [A-Z] )))"
)
_NEXT = rf" (?:(?:{'|'.join(sorted(PARTICLES))}) (?:(?:la|los|der|den) )?)?(?:[ae]l-)?{_WORD}"
NAME = rf"{_WORD}(?:{_NEXT}){{1,3}}"
# Capitalised words in a row, of which the last may be a name.
NAME_RUN = rf"{_WORD}(?:{_NEXT}){{1,6}}"
HONORIFIC = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|H\.E|Hon|Madam|Shri|Smt|Datuk|Dato|Tan Sri|Tun)"
    r"\.? ){0,2}"
)
_NAME_AFTER = re.compile(rf"(?P<comma> ?,)? {HONORIFIC}(?P<name>{NAME})")
_BODY_AFTER_NAME = re.compile(r",? (?:of|from|at) (?:the )?(?=[A-Z])")
_NAME_BEFORE = re.compile(
    rf"(?P<name>{NAME})(?: \([^()]{{1,40}}\))?"
    r"(?: ?,| ?\(| [–—-]| is| was| serves as| served as"
    r"| (?:has )?(?:assumed|took|takes|taken) (?:charge|office|over) as)"
    r"(?: (?:who|which) (?:is|was|serves as))?"
    r" ?(?:(?:the|a|an|also|currently|and|one|as|Hon'ble|Honou?rable) ){0,3}"
    r"(?:(?:(?P<owner>[A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14})?)'s|EU|UK|UN|U\.?S\.?"
    rf"|{DEMONYM}) )?$"
)
_NAME_OPENING = re.compile(
    rf"(?:^|[,.\"] |(?<=\s)){HONORIFIC}(?P<name>{NAME}) ?, (?:the |an? )?"
    r"(?:(?:country|nation|city|state|province|region|island|bloc)'s )?"
)
_FIELD_BEFORE = re.compile(
    rf"(?P<name>{NAME}), (?:the )?(?:(?:UK|British|{DEMONYM}|[A-Z]\w{{2,12}}'s) )?"
    r"[A-Z][a-z]{2,14}(?:(?: and| &)? [A-Z][a-z]{2,14}){0,4} $"
)
_OWNING = re.compile(r"(?:'s?)?(?:[ ,]{0,2}(?:The|the))? ?$")
_LINK = re.compile(r",? ?(?:and|also|as well as|,)? ?(?:also |currently )?(?:the |a )?")
_OPENS_POST = re.compile(
    r"(?:(?:'s?|\b[Ii]ts|\b[Tt]heir|\b[Ww]hose|\b[Tt]he)"
    r"(?: (?!new|top)(?P<field>[a-z-]{3,14}(?: [a-z-]{3,14})?))?|^|[.:;] ?) ?$"
)
_OF_FIELD = re.compile(
    r"(?!Prime|Vice|Deputy|First|Former|Permanent|State|Chief|Acting|Assistant|Party|General)"
    r"[A-Z][a-z]+ (?:Minister|Secretary)"
)
_JOINED = re.compile(r"\b(?P<word>[A-Z][\w-]{2,20}) (?:and|&) $")
_AFTER_NAME = re.compile(
    r" ?(?:,|\.?$|:|(?:(?:also|again|recently|once|has|have|on|in|at|then|who)\b)"
    rf"|{any_of(SPEECH_VERBS)}\b|[a-z])"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a person with a post, a body, or both; offsets in what was read."""

    name: str
    post: str | None
    org: str | None
    start: int
    end: int
    rule: str


def mentions(text: str) -> tuple[Mention, ...]:
    """Persons with post or body in one sentence or headline, in order."""
    if POST_ENDS.isdisjoint(small_words(text)):
        return ()
    found: list[Mention] = []
    for number, post in enumerate(POST.finditer(text)):
        if number >= MAX_POSTS:
            break
        match = _fused(text, post)
        last = found[-1] if found else None
        if last is not None and match.start() < last.end:
            continue
        mention = _mention(text, match, last)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _fused(text: str, match: re.Match[str]) -> re.Match[str]:
    """The post without a field that "and" joins to another: Posts and Environment Minister."""
    if _OF_FIELD.fullmatch(match.group()) is None:
        return match
    joined = _JOINED.search(text, max(0, match.start() - 40), match.start())
    if joined is None or joined["word"].lower() in POST_ENDS:
        return match
    return POST.match(text, match.start() + match.group().index(" ") + 1) or match


def _mention(text: str, match: re.Match[str], last: Mention | None) -> Mention | None:
    lower = max(match.start() - _REACH, last.end if last else 0)
    left = text[lower : match.start()]
    before = _NAME_BEFORE.search(left)
    name = last_name_in(before["name"]) if before else None
    if before and name and not has_body_noun(before["owner"] or ""):
        post = read_post(text, match, before_person=False)
        start = lower + before.end("name") - len(name)
        # A country's minister belongs to no body, the Lakebank's governor to it.
        owner = None if (before["owner"] or "").lower() in PLACES else before["owner"]
        org = post.org or owner
        return Mention(name, post.words, org, start, post.end, "name, post of body")
    if last is not None and _LINK.fullmatch(left):
        post = read_post(text, match, before_person=False)
        return Mention(last.name, post.words, post.org, post.start, post.end, "second post")
    return (
        _behind_body(match, left, lower)
        or _behind_field(match, left, lower)
        or _named_after(text, match)
    )


def _behind_body(match: re.Match[str], left: str, lower: int) -> Mention | None:
    """`Name, body The post` with the post torn off, and `Name, the body's post`."""
    for opening in _NAME_OPENING.finditer(left):
        name = last_name_in(opening["name"])
        if name is None:
            continue
        end = read_body(left, opening.end())
        org = left[opening.end() : end]
        if org and _OWNING.match(left, end) and has_body_noun(org):
            start = lower + opening.end("name") - len(name)
            return Mention(name, match.group(), org, start, match.end(), "name, body The post")
    return None


def _behind_field(match: re.Match[str], left: str, lower: int) -> Mention | None:
    """`Name, the Canals Minister`: the field of a minister, which stands for the ministry."""
    held = _FIELD_BEFORE.search(left) if match.group() in ("Minister", "Secretary") else None
    name = last_name_in(held["name"]) if held else None
    org = body_before(left, match.group()) if name else None
    if held is None or name is None or org is None:
        return None
    start = lower + held.end("name") - len(name)
    return Mention(name, match.group(), org, start, match.end(), "name, the field's minister")


def _named_after(text: str, match: re.Match[str]) -> Mention | None:
    """`post of body Name`, `body post Name`, `post Name of body`, also with a loose comma."""
    post = read_post(text, match, before_person=True)
    following = _NAME_AFTER.match(text, post.end)
    name = first_name_in(following["name"]) if following else None
    if following is None or name is None:
        return None
    end = following.start("name") + len(name)
    owned = body_before(text[max(0, match.start() - _REACH) : match.start()], match.group())
    if following["comma"]:
        opens = _OPENS_POST.search(text[: match.start()][-40:])
        capital = text[match.start()].isupper()
        if not (post.org or owned or opens or capital) or not _AFTER_NAME.match(text, end):
            return None
        if opens and opens["field"] and not (post.org or owned):
            # The harbour affairs commissioner, Hu Ming.
            post = replace(post, words=f"{opens['field']} {post.words}")
    org, rule = post.org, "post of body name"
    if org and owned and has_body_noun(owned) and not has_body_noun(org):
        # The Post Office's director for halls.
        words = text[post.start : post.end]
        return Mention(name, words, owned, match.start(), end, "body post name")
    if org is None and owned:
        org, rule = owned, "body post name"
    words = post.words
    if not (org and has_body_noun(org)) and (joint := _BODY_AFTER_NAME.match(text, end)):
        body_end = read_body(text, joint.end())
        if body_end > joint.end() and has_body_noun(text[joint.end() : body_end]):
            # Director of Markets Hu Ming at the Post Bank.
            words = text[post.start : post.end]
            org, end, rule = text[joint.end() : body_end], body_end, "post name of body"
    return Mention(name, words, org, match.start(), end, rule if org else "post name")

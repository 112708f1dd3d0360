"""Find persons named together with a post and a body, in every order that English uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from flows.text.english.bodies import has_body_noun, is_name, is_pinyin_name, read_body
from flows.text.english.words import POST_MODIFIERS, POSTS, SPEECH_VERBS, any_of

# More posts than this stand in lists of guests, not in reports of a statement.
MAX_POSTS = 400
_REACH = 260

_WORD = r"[A-Z](?:[a-z'\-][\w'\-]{0,24}|\.)"
_NAME = rf"{_WORD}(?: (?:(?:de|van|von|bin|al|del|la) )?{_WORD}){{1,3}}"
_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?"
POST = re.compile(
    rf"(?<![\w-])(?:{any_of(POST_MODIFIERS)}[ -]){{0,4}}{any_of(POSTS)}(?![\w-])", re.IGNORECASE
)
_OF = re.compile(r",? (?:of|at|for|to|in|with|from) (?:the |a )?", re.IGNORECASE)
_FIELD = re.compile(
    r" (?:of|for) (?:the )?[a-z][a-z-]{2,20}"
    r"(?: (?!who|said|on|in|at)[a-z-]{2,20}){0,3}(?=[, ])"
)
_NAME_AFTER = re.compile(rf" ?(?P<comma>,?) {_HONORIFIC}(?P<name>{_NAME})")
_NAME_BEFORE = re.compile(
    rf"{_HONORIFIC}(?P<name>{_NAME})(?: \([^()]{{1,40}}\))? ?,(?: (?:who|which) (?:is|was))?"
    r" (?:(?:the|a|an|also|currently|and|one|as) ){0,3}$"
)
_NAME_OPENING = re.compile(rf"(?:^|[,.\"] |(?<=\s)){_HONORIFIC}(?P<name>{_NAME}) ?, (?:the )?")
_BODY_BEFORE = re.compile(
    r"(?P<body>(?:[A-Z][\w&'.-]{0,30}|of|and|for|the"
    r"|[a-z]{3,12}(?= (?:bank|reserve|bureau|department)))"
    r"(?: (?:[A-Z][\w&'.-]{0,30}|of|and|for|the|bank|bureau|department)){0,14})"
    r" ?(?:\((?P<short>[A-Z][\w-]{1,12})\))?(?P<owner>'s?)? ?$"
)
_VERB_NEXT = re.compile(
    r" ?(?:,|$|:|(?:(?:also|again|recently|once|has|have|on|in|at|then|who)\b)"
    rf"|{any_of(SPEECH_VERBS)}\b|[a-z])"
)
_FUSED = re.compile(r"\b(?:minister|secretary)$", re.IGNORECASE)


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
    found: list[Mention] = []
    for number, post in enumerate(POST.finditer(text)):
        if number >= MAX_POSTS:
            break
        mention = _mention(text, post, found[-1] if found else None)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _mention(text: str, post: re.Match[str], last: Mention | None) -> Mention | None:
    if last is not None and post.start() < last.end:
        return None
    org, after = _body_after(text, post.end())
    words = text[post.start() : after] if org is None else post.group()
    lower = max(post.start() - _REACH, last.end if last else 0)
    left = text[lower : post.start()]
    before = _NAME_BEFORE.search(left)
    if before and is_name(_name_words(before["name"])):
        name = _tail_name(before["name"])
        start = lower + before.end("name") - len(name)
        return Mention(name, words, org, start, after, "name, post of body")
    if last is not None and re.fullmatch(
        r",? ?(?:and|also|as well as|,)? ?(?:also )?(?:the |a )?", left
    ):
        return Mention(last.name, words, org, post.start(), after, "second post")
    return _torn(text, post, lower) or _named_after(text, post, after, org, words)


def _name_words(name: str) -> list[str]:
    return _tail_name(name).split()


def _tail_name(name: str) -> str:
    """The name without capitalised words before it that belong to the sentence ("On Hu Ming")."""
    words = name.split()
    while len(words) > 2 and not is_name(words):
        words = words[1:]
    return " ".join(words)


def _body_after(text: str, at: int) -> tuple[str | None, int]:
    """The body that "of" joins to a post, and where it ends; or a field of work ("of data")."""
    joint = _OF.match(text, at)
    if joint is None:
        return None, at
    end = read_body(text, joint.end())
    if end > joint.end():
        short = re.compile(r" \([A-Z][\w-]{1,12}\)").match(text, end)
        return text[joint.end() : end], short.end() if short else end
    field = _FIELD.match(text, at)
    return None, field.end() if field else at


def _torn(text: str, post: re.Match[str], lower: int) -> Mention | None:
    """`Name, body, body The post spoke`: the post was torn off behind its body."""
    left = text[lower : post.start()]
    for opening in _NAME_OPENING.finditer(left):
        name = _tail_name(opening["name"])
        if not is_name(name.split()):
            continue
        end = read_body(left, opening.end())
        rest = left[end:].strip(" ,")
        if (
            end > opening.end()
            and rest in ("The", "the", "")
            and has_body_noun(left[opening.end() : end])
        ):
            start = lower + opening.end("name") - len(name)
            org = left[opening.end() : end]
            return Mention(name, post.group(), org, start, post.end(), "name, body The post")
    return None


def _named_after(
    text: str, post: re.Match[str], after: int, org: str | None, words: str
) -> Mention | None:
    match = _NAME_AFTER.match(text, after)
    if match is None:
        return None
    name = _fit_name(match["name"])
    if name is None:
        return None
    end = match.start("name") + len(name)
    if match["comma"] and not (org or text[post.start()].isupper() or _owner(text, post)):
        return None
    if match["comma"] and not _VERB_NEXT.match(text, end):
        return None
    rule = "post of body name"
    if org is None:
        org, rule = _body_before(text, post)
    return Mention(name, words, org, post.start(), end, rule)


def _fit_name(words: str) -> str | None:
    """The longest beginning of capitalised `words` that can be a name."""
    parts = words.split()
    if is_pinyin_name(parts[:2]):
        return " ".join(parts[:2])
    for size in range(len(parts), 1, -1):
        if is_name(parts[:size]):
            return " ".join(parts[:size])
    return None


def _owner(text: str, post: re.Match[str]) -> bool:
    return (
        re.search(r"'s? $|\bThe (?:[a-z]{1,10} )?$", text[max(0, post.start() - 16) : post.start()])
        is not None
    )


def _body_before(text: str, post: re.Match[str]) -> tuple[str | None, str]:
    """The body that stands before a post: `Post Authority head`, `Posts and Rails Minister`."""
    left = text[max(0, post.start() - _REACH) : post.start()]
    match = _BODY_BEFORE.search(left)
    if match is None:
        return None, "post name"
    body = (
        re.sub(r"^(?:(?:The|the|And|and|On|At|of|But) )+", "", match["body"])
        .removesuffix("'s")
        .rstrip("' ")
    )
    if has_body_noun(body):
        return body, "body post name"
    if _FUSED.search(post.group()) and not re.fullmatch(r"\w+(?:ese|ish|ian|an)", body) and body:
        return body, "fused minister"
    return None, "post name"


_HEAD_NAME_LAST = re.compile(rf"^(?P<left>[^:]{{3,120}}?) ?(?P<name>{_WORD} {_WORD})(?: {_WORD})?:")
_HEAD_NAME_FIRST = re.compile(rf"^(?P<name>{_NAME}), (?P<body>[^:]{{3,120}}):")


def headline_mention(title: str) -> Iterator[Mention]:
    """`Body Name: topic` and `Name, body: topic`, the forms of a headline without a post."""
    first, last = _HEAD_NAME_FIRST.match(title), _HEAD_NAME_LAST.match(title)
    if first:
        name, org, end = first["name"], first["body"], first.end("body")
        rule = "headline name, body"
    elif last and not POST.search(last["left"]):
        name, org, end = last["name"], last["left"], last.end("name")
        rule = "headline body name"
    else:
        return
    if is_name(name.split()) and has_body_noun(org):
        yield Mention(name, None, org, 0, end, rule)

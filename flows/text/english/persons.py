"""Find persons named together with a post and a body, in every order that English uses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from flows.text.english.bodies import has_body_noun, read_body
from flows.text.english.hints import small_words
from flows.text.english.owners import body_before
from flows.text.english.person_names import PARTICLES, first_name_in, last_name_in
from flows.text.english.words import (
    PLACES,
    POST_FIELDS,
    POST_MODIFIERS,
    POSTS,
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
POST = re.compile(
    rf"(?<![\w-])(?:(?-i:{any_of(POST_FIELDS)}) |{any_of(POST_MODIFIERS)}[ -]){{0,4}}"
    rf"{any_of(POSTS)}(?![\w-])",
    re.IGNORECASE,
)
# The words with which a post ends, without one of which there is none.
POST_ENDS = frozenset(re.findall("[a-z]+", post)[-1] for post in POSTS)
# The spokesman for the first session of a congress speaks for the congress.
_OF = re.compile(
    r",? (?:of|at|for|to|in|with|from|under) (?:the |a )?(?:\w{2,12} session of (?:the )?)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r" \([^()]{2,40}\)(?= (?:of|at|for)\b)")
_COMMA_BODY = re.compile(r", (?:the )?(?=[A-Z])")
_ARTICLE = re.compile(r" (?:the|a) $")
_FIELD = re.compile(
    r" (?:of|for) (?:the )?[a-z][a-z-]{2,20}"
    r"(?: (?!(?:who|said|on|in|at|vice|deputy)\b|and (?![a-z]))[a-z-]{2,20}){0,5}"
    r"(?<! and)(?=[, .]|$)"
)
_MINISTER = re.compile(r"\bminister$", re.IGNORECASE)
_SHORT = re.compile(r" \([A-Z][\w-]{1,12}\)")
# Ministers may hold several fields: for Posts, Rails & Harbours, Shri Hu Ming.
_FIELDS = re.compile(
    r"(?:, [A-Z][a-z]+(?: (?:and |& )?[A-Z][a-z]+){0,5}){1,3}"
    r"(?=,? (?:Mr|Ms|Mrs|Dr|Shri|Smt)\b|, [A-Z]\w{1,20} [A-Z]\w{1,20},)"
)
_AND_FIELD = re.compile(r"(?:, [A-Z][a-z]{2,20}){1,3},? (?:and|&) [A-Z][a-z]{2,20}(?=[ ,.]|$)")
_EUROPEAN = re.compile(r"\b(?:European|EU) [Cc]ommissioner$")
# Who sits in a board speaks for the body whose board it is.
_SEAT = re.compile(
    r"(?P<post>[Mm]ember of the (?:[A-Z]\w{2,20} ){0,2}"
    r"(?:Board|Committee|Council|Bureau|Politburo)) of (?:the )?(?P<org>.+)$"
)
_NAME_AFTER = re.compile(rf"(?P<comma> ?,)? {HONORIFIC}(?P<name>{NAME})")
_BODY_AFTER_NAME = re.compile(r",? (?:of|from|at) (?:the )?(?=[A-Z])")
_NAME_BEFORE = re.compile(
    rf"(?P<name>{NAME})(?: \([^()]{{1,40}}\))?"
    r"(?: ?,| ?\(| [–—-]| is| was| serves as| served as)(?: (?:who|which) (?:is|was|serves as))?"
    r" ?(?:(?:the|a|an|also|currently|and|one|as) ){0,3}"
    r"(?:(?:(?P<owner>[A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14})?)'s|EU|UK|UN|U\.?S\.?"
    r"|[A-Z][a-z]{2,12}(?:ese|ish|ian|ean|an|ch|li)) )?$"
)
_NAME_OPENING = re.compile(
    rf"(?:^|[,.\"] |(?<=\s)){HONORIFIC}(?P<name>{NAME}) ?, (?:the |an? )?"
    r"(?:(?:country|nation|city|state|province|region|island|bloc)'s )?"
)
_OWNING = re.compile(r"(?:'s?)?(?:[ ,]{0,2}(?:The|the))? ?$")
_LINK = re.compile(r",? ?(?:and|also|as well as|,)? ?(?:also |currently )?(?:the |a )?")
_OPENS_POST = re.compile(
    r"(?:(?:'s?|\b[Ii]ts|\b[Tt]heir|\b[Ww]hose|\b[Tt]he)"
    r"(?: (?!new|top)(?P<field>[a-z-]{3,14}(?: [a-z-]{3,14})?))?|^|[.:;] ?) ?$"
)
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


@dataclass(frozen=True, slots=True)
class _Post:
    """A post in a text with the body behind it: where it stands, its words, where all ends."""

    start: int
    words: str
    org: str | None
    end: int


def mentions(text: str) -> tuple[Mention, ...]:
    """Persons with post or body in one sentence or headline, in order."""
    if POST_ENDS.isdisjoint(small_words(text)):
        return ()
    found: list[Mention] = []
    for number, match in enumerate(POST.finditer(text)):
        if number >= MAX_POSTS:
            break
        last = found[-1] if found else None
        if last is not None and match.start() < last.end:
            continue
        mention = _mention(text, match, last)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def _mention(text: str, match: re.Match[str], last: Mention | None) -> Mention | None:
    lower = max(match.start() - _REACH, last.end if last else 0)
    left = text[lower : match.start()]
    before = _NAME_BEFORE.search(left)
    name = last_name_in(before["name"]) if before else None
    if before and name and not has_body_noun(before["owner"] or ""):
        post = _post(text, match, before_person=False)
        start = lower + before.end("name") - len(name)
        # A country's minister belongs to no body, the Lakebank's governor to it.
        owner = None if (before["owner"] or "").lower() in PLACES else before["owner"]
        org = post.org or owner
        return Mention(name, post.words, org, start, post.end, "name, post of body")
    if last is not None and _LINK.fullmatch(left):
        post = _post(text, match, before_person=False)
        return Mention(last.name, post.words, post.org, post.start, post.end, "second post")
    return _behind_body(match, left, lower) or _named_after(text, match)


def _post(text: str, match: re.Match[str], *, before_person: bool) -> _Post:
    """The post with the body that "of" or a comma joins to it, or with its field of work."""
    # Deputy director (Markets) at the Post Bank.
    aside = _ASIDE.match(text, match.end())
    at = aside.end() if aside else match.end()
    joint = _OF.match(text, at)
    by_comma = _COMMA_BODY.match(text, at) if joint is None else None
    begin = (joint or by_comma or match).end()
    end = read_body(text, begin, before_person=before_person) if begin > at else at
    org = text[begin:end]
    # "head of ocean shipping" names a field, "head of the ocean shipping bureau" a body.
    field = joint is not None and org.islower() and not _ARTICLE.search(joint.group())
    named = org and not field and (joint or has_body_noun(org))
    if named and not (by_comma and last_name_in(org)):
        if joint and (fields := _FIELDS.match(text, end) or _AND_FIELD.match(text, end)):
            end = fields.end()
        if joint and (held := _of_field(text, match, end, before_person=before_person)):
            return held
        seat = _SEAT.match(text, match.start(), end)
        short = _SHORT.match(text, end)
        behind = short.end() if short else end
        if seat:
            return _Post(match.start(), seat["post"], seat["org"], behind)
        return _Post(match.start(), match.group(), text[begin:end], behind)
    words = _FIELD.match(text, at)
    end = words.end() if words else at
    if words and (held := _of_field(text, match, end, before_person=before_person)):
        return held
    if joint and words and _MINISTER.search(match.group()):
        # The field of a minister stands for the ministry.
        return _Post(match.start(), match.group(), text[joint.end() : end], end)
    return _Post(match.start(), text[match.start() : end], None, end)


def _of_field(text: str, match: re.Match[str], end: int, *, before_person: bool) -> _Post | None:
    """A post whose field ends at `end`, before its body: vice chair for Halls at the Post Office.

    Commissioners for a field sit in the European Commission.
    """
    if european := _EUROPEAN.search(text, max(0, match.start() - 9), match.end()):
        return _Post(european.start(), "European Commissioner", "European Commission", end)
    home = _OF.match(text, end)
    if home is None or has_body_noun(text[match.end() : end]):
        return None
    body_end = read_body(text, home.end(), before_person=before_person)
    if not has_body_noun(text[home.end() : body_end]):
        return None
    return _Post(match.start(), text[match.start() : end], text[home.end() : body_end], body_end)


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


def _named_after(text: str, match: re.Match[str]) -> Mention | None:
    """`post of body Name`, `body post Name`, `post Name of body`, also with a loose comma."""
    post = _post(text, match, before_person=True)
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
